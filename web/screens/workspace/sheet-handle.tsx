import { useLanguage } from "../../i18n/language.tsx";
import type { Layout, SheetHeight } from "./create-layout.ts";
import styles from "./sheet-handle.module.css";

const HEIGHTS: readonly SheetHeight[] = ["low", "middle", "high"];
const DRAG_PIXELS = 40;

/** Drags the phone's panel up and down; a tap or the keyboard does the same step by step. */
export function SheetHandle(props: { readonly layout: Layout }) {
  const { t } = useLanguage();
  let startY: number | null = null;
  let wasDragged = false;
  const step = (by: number) => {
    const place = HEIGHTS.indexOf(props.layout.height()) + by;
    props.layout.setHeight(HEIGHTS[Math.max(0, Math.min(HEIGHTS.length - 1, place))] ?? "middle");
  };
  const isHigh = () => props.layout.height() === "high";
  return (
    <button
      type="button"
      class={styles.handle}
      aria-label={isHigh() ? t("sheet.collapse") : t("sheet.expand")}
      aria-expanded={props.layout.height() !== "low"}
      onPointerDown={(event) => {
        startY = event.clientY;
        wasDragged = false;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (startY === null || Math.abs(event.clientY - startY) < DRAG_PIXELS) return;
        step(event.clientY < startY ? 1 : -1);
        startY = event.clientY;
        wasDragged = true;
      }}
      onPointerUp={() => {
        startY = null;
      }}
      onClick={() => {
        if (!wasDragged) isHigh() ? props.layout.setHeight("low") : step(1);
        wasDragged = false;
      }}
      onKeyDown={(event) => {
        if (event.key === "ArrowUp") step(1);
        else if (event.key === "ArrowDown") step(-1);
        else return;
        event.preventDefault();
      }}
    >
      <span />
    </button>
  );
}

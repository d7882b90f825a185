import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { ImportLimits } from "../../../server/contract/imports.ts";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./drop-zone.module.css";
import { droppedFiles } from "./dropped-files.ts";

interface DropZoneProps {
  readonly limits: ImportLimits | null;
  readonly isDisabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped, or chosen with the keyboard. */
export function DropZone(props: DropZoneProps) {
  const { t, formats } = useLanguage();
  const [isOver, setIsOver] = createSignal(false);
  let input: HTMLInputElement | undefined;
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const drag = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setIsOver(!props.isDisabled);
  };
  const leave = (event: DragEvent) => {
    // Out of the window, not from one part of it to another.
    if (event.relatedTarget === null) setIsOver(false);
  };
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setIsOver(false);
    if (!props.isDisabled) void droppedFiles(event.dataTransfer).then(props.onFiles);
  };
  // The whole page takes them: beside the zone the browser would open the file in place of the page.
  onMount(() => {
    const closing = new AbortController();
    onCleanup(() => closing.abort());
    window.addEventListener("dragover", drag, closing);
    window.addEventListener("dragleave", leave, closing);
    window.addEventListener("drop", drop, closing);
  });
  return (
    <section class={styles.zone} classList={{ [styles.over ?? ""]: isOver() }} aria-label={t("imports.dropTitle")}>
      <p class={styles.title}>{t("imports.dropTitle")}</p>
      <p class={styles.text}>
        {t("imports.dropText")}{" "}
        <Show when={props.limits}>{(limits) => <>{formats().bytes(limits().fileBytes)}</>}</Show>.
      </p>
      <input
        ref={input}
        class={styles.input}
        type="file"
        multiple
        tabindex="-1"
        onChange={(event) => {
          props.onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      <Button look="primary" disabled={props.isDisabled} onClick={() => input?.click()}>
        {t("imports.choose")}
      </Button>
      <Show when={props.limits}>
        {(limits) => <p class={styles.free}>{t("imports.free", formats().bytes(limits().freeBytes))}</p>}
      </Show>
    </section>
  );
}

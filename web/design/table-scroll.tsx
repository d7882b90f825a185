import { createSignal, onCleanup, onMount, type ParentProps } from "solid-js";
import { useLanguage } from "../i18n/language.tsx";
import styles from "./table-scroll.module.css";

/**
 * A table that large text makes wider than its place scrolls by itself, by keys too, and the page around it stays where
 * it is. As long as there is nothing to scroll, it is no stop on the way of the Tab key.
 */
export function TableScroll(props: ParentProps<{ readonly label: string }>) {
  const { t } = useLanguage();
  const [isWide, setIsWide] = createSignal(false);
  let frame: HTMLElement | undefined;
  onMount(() => {
    if (frame === undefined) return;
    const place = frame;
    const observer = new ResizeObserver(() => setIsWide(place.scrollWidth > place.clientWidth));
    observer.observe(place);
    // The table may grow alone, with its rows.
    for (const child of place.children) observer.observe(child);
    onCleanup(() => observer.disconnect());
  });
  return (
    <section
      ref={frame}
      class={styles.frame}
      tabindex={isWide() ? 0 : undefined}
      aria-label={isWide() ? t("app.table", props.label) : undefined}
    >
      {props.children}
    </section>
  );
}

import { For } from "solid-js";
import { useLanguage } from "../i18n/language.tsx";
import styles from "./skeleton.module.css";

/** Holds the place of a list that is on its way. */
export function Skeleton(props: { readonly lines: number }) {
  const { t } = useLanguage();
  return (
    <div class={styles.skeleton} role="status">
      <span class={styles.words}>{t("app.loading")}</span>
      <For each={Array.from({ length: props.lines })}>{() => <div class={styles.line} />}</For>
    </div>
  );
}

import { Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { firstWords } from "../../i18n/stability-words.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./station-stability.module.css";

/** How firm the top of the list is, in one line. */
export function FirstStations() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  return (
    <Show when={workspace.ranking.stability().first}>
      {(first) => (
        <p class={styles.note}>
          {firstWords(t, formats(), { first: first(), fifth: workspace.ranking.stability().fifth })}
        </p>
      )}
    </Show>
  );
}

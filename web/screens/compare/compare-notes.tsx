import { Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./compare-sheet.module.css";

/** How the figures were put together, and where they come from: on the screen and on the printed page. */
export function CompareNotes(props: { readonly hasParts: boolean }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const attributions = () => [
    ...new Set((workspace.territory.value()?.summary.sources ?? []).map(({ attribution }) => attribution)),
  ];
  return (
    <section class={styles.notes} aria-labelledby="compare-notes">
      <h2 id="compare-notes">{t("compare.notes")}</h2>
      <p>{t("compare.noteGroup")}</p>
      <p>{t("compare.noteInterval")}</p>
      <p>{t("compare.noteChart")}</p>
      <p>{t("compare.noteCensus")}</p>
      <p>{t("compare.noteWalking")}</p>
      <Show when={props.hasParts}>
        <p>{t("compare.noteParts")}</p>
      </Show>
      <p>{t("compare.noteBest")}</p>
      <Show when={attributions().length > 0}>
        <p>{t("compare.sources", attributions().join(" · "))}</p>
      </Show>
      <Show when={workspace.territory.value()?.summary.isInvented}>
        <p>{t("sources.isInvented")}</p>
      </Show>
    </section>
  );
}

import { For, Show } from "solid-js";
import { Section } from "../../design/section.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./research-notes.module.css";

/** What is known of scores and of canvassing, and goes against what campaigns like to believe. */
export function ResearchNotes() {
  const { t } = useLanguage();
  const notes = () => [
    { claim: t("reliability.research.reservoir.claim"), text: t("reliability.research.reservoir.text"), source: null },
    {
      claim: t("reliability.research.census.claim"),
      text: t("reliability.research.census.text"),
      source: t("reliability.research.census.source"),
    },
    {
      claim: t("reliability.research.persuasion.claim"),
      text: t("reliability.research.persuasion.text"),
      source: t("reliability.research.persuasion.source"),
    },
    {
      claim: t("reliability.research.france.claim"),
      text: t("reliability.research.france.text"),
      source: t("reliability.research.france.source"),
    },
    {
      claim: t("reliability.research.turnout.claim"),
      text: t("reliability.research.turnout.text"),
      source: t("reliability.research.turnout.source"),
    },
    {
      claim: t("reliability.research.newcomer.claim"),
      text: t("reliability.research.newcomer.text"),
      source: t("reliability.research.newcomer.source"),
    },
  ];
  return (
    <Section title={t("reliability.research.title")}>
      <ul class={styles.notes}>
        <For each={notes()}>
          {(note) => (
            <li>
              <p>
                <strong>{note.claim}</strong> {note.text}
              </p>
              <Show when={note.source}>
                {(source) => <p class={styles.source}>{t("reliability.research.source", source())}</p>}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Section>
  );
}

import { For, Show } from "solid-js";
import type { BackTestReport } from "../../../server/contract/back-test.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { tallyOf } from "../../workspace/read-back-tests.ts";
import { SCORES } from "../../workspace/workspace-state.ts";
import styles from "./signal-cards.module.css";

/** The verdict on each score: a word, a sentence, and how often it worked. */
export function SignalCards(props: { readonly report: BackTestReport }) {
  const { t, language } = useLanguage();
  return (
    <ul class={styles.cards}>
      <For each={SCORES}>
        {(score) => {
          const signal = () => props.report.signal[score];
          const tally = () => tallyOf(props.report.tests, score);
          return (
            <li class={`${styles.card} ${styles[signal().level]}`}>
              <h3 class={styles.name}>
                {t(`measure.${score}`)}
                <span class={styles.badge}>{t(`reliability.level.${signal().level}`)}</span>
              </h3>
              <p>{signal().sentence[language()]}</p>
              <Show when={tally().fair > 0}>
                <p class={styles.tally}>{t("reliability.tally", tally())}</p>
              </Show>
            </li>
          );
        }}
      </For>
    </ul>
  );
}

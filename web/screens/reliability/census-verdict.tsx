import { For, Show } from "solid-js";
import type { CensusTrial } from "../../../server/contract/back-test.ts";
import { Section } from "../../design/section.tsx";
import { Spoken } from "../../design/spoken.tsx";
import table from "../../design/table.module.css";
import { TableScroll } from "../../design/table-scroll.tsx";
import type { ElectionNames } from "../../i18n/election-names.ts";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./census-verdict.module.css";

/** Whether the census helps once past votes are known, with every trial. */
export function CensusVerdict(props: { readonly census: CensusTrial; readonly elections: ElectionNames }) {
  const { t, formats, language } = useLanguage();
  return (
    <Section title={t("reliability.census.title")}>
      <p class={styles.sentence}>{props.census.sentence[language()]}</p>
      <Show when={props.census.trials.length > 0}>
        <TableScroll label={t("reliability.census.title")}>
          <table class={`${table.table} ${styles.trials}`}>
            <caption>
              <Spoken>{t("reliability.census.caption")}</Spoken>
            </caption>
            <thead>
              <tr>
                <th scope="col">{t("reliability.census.learned")}</th>
                <th scope="col">{t("reliability.census.tried")}</th>
                <th scope="col">{t("reliability.census.change")}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.census.trials}>
                {(trial) => (
                  <tr>
                    <th scope="row">{props.elections.withoutRound(trial.learned)}</th>
                    <td>{props.elections.withoutRound(trial.tried)}</td>
                    <td>{t("reliability.census.percent", formats().points(trial.change, 0))}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableScroll>
      </Show>
    </Section>
  );
}

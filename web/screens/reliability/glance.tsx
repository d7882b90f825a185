import { createMemo, For, Show } from "solid-js";
import type { BackTest, BackTestReport, JudgedScore } from "../../../server/contract/back-test.ts";
import { LinkButton } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Section } from "../../design/section.tsx";
import { Spoken } from "../../design/spoken.tsx";
import table from "../../design/table.module.css";
import { TableScroll } from "../../design/table-scroll.tsx";
import type { ElectionNames } from "../../i18n/election-names.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { electionRows, gradeOf, scoreCorrelation } from "../../workspace/read-back-tests.ts";
import { SCORES } from "../../workspace/workspace-state.ts";
import { backTestCsv } from "./back-test-csv.ts";
import styles from "./glance.module.css";

interface GlanceProps {
  readonly report: BackTestReport;
  readonly elections: ElectionNames;
  readonly territoryName: string;
  readonly onOpen: (score: JudgedScore, electionId: string) => void;
}

/** Every past election on one line: how well each score would have ordered the stations there. */
export function Glance(props: GlanceProps) {
  const { t, language } = useLanguage();
  const rows = createMemo(() => electionRows(props.report));
  const csvAddress = () => {
    const csv = backTestCsv(props.report.tests, props.elections.name, t, language());
    return `data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`;
  };
  return (
    <Section title={t("reliability.glance.title")}>
      <TableScroll label={t("reliability.glance.title")}>
        <table class={`${table.table} ${styles.elections}`}>
          <caption>
            <Spoken>{t("reliability.glance.caption")}</Spoken>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("reliability.glance.election")}</th>
              <For each={SCORES}>{(score) => <th scope="col">{t(`measure.${score}`)}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {(row) => (
                <tr>
                  <th scope="row">{props.elections.withoutRound(row.electionId)}</th>
                  <For each={SCORES}>
                    {(score) => (
                      <td>
                        <Show when={row.tests[score]} fallback={<NotTested />}>
                          {(test) => (
                            <Outcome
                              test={test()}
                              name={props.elections.withoutRound(row.electionId)}
                              onOpen={() => props.onOpen(score, row.electionId)}
                            />
                          )}
                        </Show>
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableScroll>
      <p class={styles.key}>{t("reliability.glance.key")}</p>
      <LinkButton
        size="small"
        class={styles.download ?? ""}
        href={csvAddress()}
        download={t("reliability.glance.fileName", props.territoryName)}
      >
        <Icon name="download" />
        {t("reliability.glance.download")}
      </LinkButton>
    </Section>
  );
}

function Outcome(props: { readonly test: BackTest; readonly name: string; readonly onOpen: () => void }) {
  const { t, formats } = useLanguage();
  const correlation = () => scoreCorrelation(props.test);
  const grade = () => gradeOf(correlation());
  return (
    <button
      type="button"
      class={`${styles.outcome} ${props.test.isFair ? styles[grade()] : styles.unfair}`}
      onClick={() => props.onOpen()}
    >
      <strong>{correlation() === null ? "–" : formats().correlation(correlation() ?? 0)}</strong>{" "}
      <span>{props.test.isFair ? t(`reliability.glance.grade.${grade()}`) : t("reliability.glance.unfair")}</span>
      <Show when={props.test.isFair && props.test.naiveAsGood !== null}>
        {" "}
        <small>{t("reliability.glance.naive")}</small>
      </Show>
      <Spoken> {t("reliability.glance.open", t(`measure.${props.test.score}`), props.name)}</Spoken>
    </button>
  );
}

function NotTested() {
  const { t } = useLanguage();
  return <span class={styles.notTested}>{t("reliability.glance.noTest")}</span>;
}

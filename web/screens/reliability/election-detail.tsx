import { createMemo, Show } from "solid-js";
import type { BackTest } from "../../../server/contract/back-test.ts";
import { LiftChart } from "../../charts/lift-chart.tsx";
import { TenthsChart } from "../../charts/tenths-chart.tsx";
import { Choice } from "../../design/choice.tsx";
import facts from "../../design/facts.module.css";
import { Notice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { Segmented } from "../../design/segmented.tsx";
import type { ElectionNames } from "../../i18n/election-names.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { SCORES } from "../../workspace/workspace-state.ts";
import { CoverageTable } from "./coverage-table.tsx";
import styles from "./election-detail.module.css";
import { IndexTable } from "./index-table.tsx";
import type { Chosen } from "./reliability-tab.tsx";

interface ElectionDetailProps {
  readonly tests: readonly BackTest[];
  readonly elections: ElectionNames;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** One past election: what was known before it, what the score was worth there, and what anything else was. */
export function ElectionDetail(props: ElectionDetailProps) {
  const { t } = useLanguage();
  const ofScore = () => props.tests.filter(({ score }) => score === props.chosen.score);
  const shown = createMemo(() => ofScore().find(({ target }) => target === props.chosen.electionId) ?? ofScore()[0]);
  const scores = () => SCORES.filter((score) => props.tests.some((test) => test.score === score));
  return (
    <Section title={t("reliability.detail.title")}>
      <Segmented
        label={t("reliability.detail.score")}
        isLabelHidden
        value={props.chosen.score}
        options={scores().map((score) => ({ value: score, label: t(`measure.${score}`) }))}
        onChange={(score) => props.onChoose({ score, electionId: props.chosen.electionId })}
      />
      <Choice
        label={t("reliability.detail.election")}
        labelPlace="above"
        value={shown()?.target ?? ""}
        options={ofScore().map(({ target }) => ({ value: target, label: props.elections.name(target) }))}
        onChange={(electionId) => props.onChoose({ score: props.chosen.score, electionId })}
      />
      <Show when={shown()}>{(test) => <Judgement test={test()} elections={props.elections} />}</Show>
    </Section>
  );
}

function Judgement(props: { readonly test: BackTest; readonly elections: ElectionNames }) {
  const { t, formats, language } = useLanguage();
  const gain = () => formats().points(props.test.meanGain);
  return (
    <>
      <p class={styles.verdict}>{capital(props.test.sentence[language()])}</p>
      <Show when={!props.test.isFair}>
        <Notice kind="warning">{t("reliability.detail.unfair")}</Notice>
      </Show>
      <dl class={facts.facts}>
        <div>
          <dt>{t("reliability.detail.seen")}</dt>
          <dd>{formats().list(props.test.basis.map(props.elections.withoutRound))}</dd>
        </div>
        <div>
          <dt>{t("reliability.detail.reference")}</dt>
          <dd>{props.elections.withoutRound(props.test.reference)}</dd>
        </div>
        <div>
          <dt>{t("reliability.detail.meanGain")}</dt>
          <dd>
            {props.test.score === "persuasion"
              ? t("reliability.detail.gainedSteady", gain())
              : t("reliability.detail.gained", gain())}
          </dd>
        </div>
        <div>
          <dt>{t("reliability.detail.stations")}</dt>
          <dd>{formats().integer(props.test.stations)}</dd>
        </div>
      </dl>
      <h4 class={styles.part}>{t("reliability.index.title")}</h4>
      <IndexTable test={props.test} />
      <h4 class={styles.part}>{t("reliability.lift.title")}</h4>
      <LiftChart test={props.test} />
      <h4 class={styles.part}>{t("reliability.tenths.title")}</h4>
      <TenthsChart test={props.test} />
      <h4 class={styles.part}>{t("reliability.coverage.title")}</h4>
      <CoverageTable coverage={props.test.coverage} />
    </>
  );
}

/** The server's sentences begin with the name of an election, written as inside a sentence. */
function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

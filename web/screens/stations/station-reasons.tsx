import { createMemo, For, Match, Show, Switch } from "solid-js";
import type { AverageStation, Factor } from "../../../server/contract/average-station.ts";
import type { JudgedScore } from "../../../server/contract/back-test.ts";
import type { ScorePart, StationScore } from "../../../server/contract/scores.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { ContributionChart } from "../../charts/contribution-chart.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { stationReasons } from "../../workspace/why-station.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { SCORES } from "../../workspace/workspace-state.ts";
import { reasonSentences, told } from "./reason-sentences.ts";
import styles from "./station-reasons.module.css";

/** One point of registered voters: bars of a station like the average one stay short. */
const LEAST_SCALE = 0.01;

/** Why a station is where it is: in words, as bars against the average station, and the numbers of the formula. */
export function StationReasons(props: { readonly stationId: string }) {
  const api = useApi();
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const why = createLoad(
    () => {
      const choice = workspace.camps.scores.value()?.choice;
      return choice === undefined ? null : { name: workspace.territoryName(), stationId: props.stationId, choice };
    },
    ({ name, stationId, choice }, signal) => api.stationScore(name, stationId, choice, signal),
  );
  return (
    <Section title={t("why.heading")}>
      <Switch fallback={<Skeleton lines={4} />}>
        <Match when={why.problem()}>{(problem) => <ProblemNotice problem={problem()} onRetry={why.retry} />}</Match>
        <Match when={why.value()?.score}>
          {(station) => (
            <>
              <For each={SCORES}>
                {(score) => (
                  <Reasons score={score} station={station()} average={why.value()?.averages[score] ?? null} />
                )}
              </For>
              <details class={styles.numbers}>
                <summary>{t("why.numbers")}</summary>
                <For each={SCORES}>{(score) => <Parts score={score} parts={station().parts[score]} />}</For>
              </details>
            </>
          )}
        </Match>
      </Switch>
    </Section>
  );
}

interface ReasonsProps {
  readonly score: JudgedScore;
  readonly station: StationScore;
  readonly average: AverageStation | null;
}

function Reasons(props: ReasonsProps) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const report = () => workspace.camps.scores.value();
  const reasons = createMemo(() => {
    const known = props.average;
    return known === null ? null : stationReasons(props.station, props.score, known);
  });
  const most = () =>
    (reasons()?.contributions ?? []).reduce((longest, { added }) => Math.max(longest, Math.abs(added)), LEAST_SCALE);
  const sentences = () => {
    const [known, basis] = [reasons(), report()?.basis];
    if (known === null || basis === undefined) return [];
    const elections = workspace.territory.value()?.elections ?? [];
    return reasonSentences(props.score, known, basis, { t, formats: formats(), elections });
  };
  const detail = (factor: Factor) => {
    const known = reasons();
    const shares = known === null ? null : told(known, factor, { formats: formats() });
    return shares === null ? null : t("why.hereAndMean", shares);
  };
  return (
    <Show when={reasons()}>
      {(known) => (
        <div class={styles.reasons}>
          <h4>{t(`measure.${props.score}`)}</h4>
          <p>{sentences().join(" ")}</p>
          <Show when={props.station[props.score].signed < 0}>
            <p>{t("why.cut", formats().share(props.station[props.score].signed))}</p>
          </Show>
          <ContributionChart
            label={t("why.chart")}
            most={most()}
            bars={known().contributions.map(({ factor, added }) => ({
              name: t(`why.row.${factor}`),
              detail: detail(factor),
              added,
              written: formats().points(added),
            }))}
          />
        </div>
      )}
    </Show>
  );
}

function Parts(props: { readonly score: JudgedScore; readonly parts: readonly ScorePart[] }) {
  const { t, formats, language } = useLanguage();
  const written = (part: ScorePart) =>
    part.kind === "share"
      ? formats().share(part.value)
      : part.kind === "voters"
        ? formats().integer(part.value)
        : formats().decimal(part.value, 2);
  return (
    <Show when={props.parts.length > 0}>
      <h4>{t(`measure.${props.score}`)}</h4>
      <dl class={styles.parts}>
        <For each={props.parts}>
          {(part) => (
            <div>
              <dt>{part.label[language()]}</dt>
              <dd>{written(part)}</dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  );
}

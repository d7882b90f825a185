import { createMemo, For, Show } from "solid-js";
import type { JudgedScore } from "../../../server/contract/back-test.ts";
import type { RankedScore } from "../../../server/contract/scores.ts";
import { IntervalChart } from "../../charts/interval-chart.tsx";
import { Notice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { DOUBTFUL_MATCH } from "../../workspace/station-rows.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { SCORES } from "../../workspace/workspace-state.ts";
import { standing } from "./standing.ts";
import { StationHourly } from "./station-hourly.tsx";
import { StationMix } from "./station-mix.tsx";
import { StationReasons } from "./station-reasons.tsx";
import styles from "./station-scores.module.css";
import { StationStability } from "./station-stability.tsx";

/** The two estimates of a station in words, with their interval, and the numbers they are made of. */
export function StationScores(props: { readonly score: RankedScore }) {
  const { t, formats } = useLanguage();
  return (
    <>
      <div class={styles.cards}>
        <For each={SCORES}>{(measure) => <MeasureCard measure={measure} score={props.score} />}</For>
        <StationMix score={props.score} />
        <StationHourly score={props.score} />
      </div>
      <StationStability stationId={props.score.stationId} />
      <Show when={props.score.matchedShare < DOUBTFUL_MATCH}>
        <Notice kind="warning">{t("station.matched", formats().share(props.score.matchedShare, 0))}</Notice>
      </Show>
      <StationReasons stationId={props.score.stationId} />
    </>
  );
}

function MeasureCard(props: { readonly measure: JudgedScore; readonly score: RankedScore }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const estimate = () => props.score[props.measure];
  const all = createMemo(() =>
    (workspace.camps.scores.value()?.stations ?? []).map((station) => station[props.measure].share),
  );
  const place = createMemo(() => standing(all(), estimate().share));
  // Ranked as the list is: by the value before it was cut at 0.
  const rank = createMemo(() => {
    const stations = workspace.camps.scores.value()?.stations ?? [];
    return standing(
      stations.map((station) => station[props.measure].signed),
      estimate().signed,
    ).rank;
  });
  return (
    <button
      type="button"
      class={styles.card}
      aria-pressed={workspace.state().measure === props.measure}
      onClick={() => workspace.move({ type: "measure-chosen", measure: props.measure })}
    >
      <span class={styles.name}>
        {t(`measure.${props.measure}`)}
        <small>{t("station.rank", formats().integer(rank()), formats().integer(all().length))}</small>
      </span>
      <span class={styles.share}>
        {formats().share(estimate().share)} <small>{t("measure.ofRegistered")}</small>
      </span>
      <IntervalChart estimate={estimate()} low={place().low} high={place().high} median={place().median} />
      <span class={styles.words}>
        <Show when={estimate().high > 0} fallback={t("station.belowNothing")}>
          {t("station.interval", formats().share(estimate().low), formats().share(estimate().high))},{" "}
          {t("station.voters", formats().integer(estimate().voters))}.
        </Show>
      </span>
    </button>
  );
}

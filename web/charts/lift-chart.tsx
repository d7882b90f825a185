import { createMemo, For } from "solid-js";
import type { BackTest, LiftLine } from "../../server/contract/back-test.ts";
import { useLanguage } from "../i18n/language.tsx";
import { FIRST_SHARE } from "../workspace/read-back-tests.ts";
import chart from "./chart.module.css";
import { ChartNumbers } from "./chart-numbers.tsx";
import { chartScale } from "./chart-scale.ts";
import styles from "./lift-chart.module.css";
import { PointsScale } from "./points-scale.tsx";

const WIDTH = 352;
const HEIGHT = 190;
const LEFT = 26;
const TOP = 10;
const BOTTOM = HEIGHT - 22;
const MARKED_SHARES = [0.2, 0.4, 0.6, 0.8, 1];

interface LiftChartProps {
  readonly test: Pick<BackTest, "curve" | "indexes" | "bestLift">;
}

/**
 * Gain curves: how much more the first stations of each index gained than all did. Lines differ by colour, dashes and
 * their end at the first 20 %; the sentence and the table say the same in figures.
 */
export function LiftChart(props: LiftChartProps) {
  const { t, formats } = useLanguage();
  const upright = createMemo(() =>
    chartScale(
      props.test.curve.flatMap(({ lifts }) => lifts.map((lift) => lift * 100)),
      BOTTOM,
      TOP,
    ),
  );
  const across = (share: number) => LEFT + share * (WIDTH - LEFT - 6);
  const path = (line: LiftLine) =>
    line.lifts
      .map(
        (lift, place) =>
          `${across((place + 1) / line.lifts.length).toFixed(1)},${upright()
            .at(lift * 100)
            .toFixed(1)}`,
      )
      .join(" ");
  const lines = () => DRAWN.flatMap((name) => props.test.curve.filter(({ index }) => index === name));
  const first = (name: LiftLine["index"]) =>
    (name === "oracle" ? props.test.bestLift : props.test.indexes.find(({ index }) => index === name)?.lift) ?? 0;
  const read = () => lines().toReversed();
  const steps = () => read()[0]?.lifts.length ?? 0;
  // Every other step is enough to read.
  const readPlaces = () => Array.from({ length: Math.floor(steps() / 2) }, (_, half) => 2 * half + 1);
  const summary = () =>
    t(
      "reliability.lift.summary",
      DRAWN.toReversed()
        .map((name) => t("reliability.lift.part", t(`reliability.index.name.${name}`), formats().points(first(name))))
        .map((part) => part.charAt(0).toLowerCase() + part.slice(1)),
    );

  return (
    <figure class={chart.chart}>
      <figcaption>{t("reliability.lift.caption")}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary()}>
        <PointsScale scale={upright()} left={LEFT} right={WIDTH} />
        <line class={styles.first} x1={across(FIRST_SHARE)} x2={across(FIRST_SHARE)} y1={TOP} y2={BOTTOM} />
        <For each={MARKED_SHARES}>
          {(share) => (
            <text class={`${chart.label} ${share === 1 ? chart.end : chart.middle}`} x={across(share)} y={HEIGHT - 8}>
              {formats().share(share, 0)}
            </text>
          )}
        </For>
        <For each={lines()}>
          {(line) => (
            <>
              <polyline class={`${styles.line} ${styles[line.index]}`} points={path(line)} />
              <circle
                class={`${styles.dot} ${styles[line.index]}`}
                cx={across(FIRST_SHARE)}
                cy={upright().at(first(line.index) * 100)}
                r="3.5"
              />
            </>
          )}
        </For>
      </svg>
      <p class={`${chart.words} ${styles.axis}`} aria-hidden="true">
        {t("reliability.lift.horizontal")}
      </p>
      <ul class={chart.key} aria-hidden="true">
        <For each={DRAWN.toReversed()}>
          {(name) => (
            <li>
              <svg class={styles.mark} viewBox="0 0 26 8" aria-hidden="true">
                <line class={`${styles.line} ${styles[name]}`} x1="1" x2="25" y1="4" y2="4" />
              </svg>
              {t(`reliability.index.name.${name}`)}
            </li>
          )}
        </For>
      </ul>
      <p class={chart.words}>{summary()}</p>
      <ChartNumbers
        title={t("reliability.lift.table")}
        columns={[t("reliability.lift.share"), ...read().map(({ index }) => t(`reliability.index.name.${index}`))]}
        rows={readPlaces().map((place) => [
          formats().share((place + 1) / steps(), 0),
          ...read().map(({ lifts }) => formats().points(lifts[place] ?? 0)),
        ])}
      />
    </figure>
  );
}

/** From back to front: the score lies on top. */
const DRAWN = ["oracle", "abstentionTimesOwn", "lastResult", "score"] as const satisfies readonly LiftLine["index"][];

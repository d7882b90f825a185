import { createMemo, For } from "solid-js";
import type { BackTest } from "../../server/contract/back-test.ts";
import { useLanguage } from "../i18n/language.tsx";
import { meanTenthGap } from "../workspace/read-back-tests.ts";
import chart from "./chart.module.css";
import { ChartNumbers } from "./chart-numbers.tsx";
import { chartScale } from "./chart-scale.ts";
import { PointsScale } from "./points-scale.tsx";
import styles from "./tenths-chart.module.css";

const WIDTH = 352;
const HEIGHT = 150;
const LEFT = 26;
const TOP = 10;
const BOTTOM = HEIGHT - 20;
const SQUARE = 7;

/**
 * Calibration by tenths of the stations: a hollow square for the gain foretold, a dot for the gain that came, and a
 * line for the distance between them.
 */
export function TenthsChart(props: { readonly test: Pick<BackTest, "tenths"> }) {
  const { t, formats } = useLanguage();
  const tenths = () => props.test.tenths;
  const upright = createMemo(() =>
    chartScale(
      tenths().flatMap(({ foretold, realised }) => [foretold * 100, realised * 100]),
      BOTTOM,
      TOP,
      4,
    ),
  );
  const middle = (place: number) => LEFT + ((place + 0.5) / Math.max(1, tenths().length)) * (WIDTH - LEFT);
  const gap = () => {
    const points = meanTenthGap(props.test) * 100;
    return t("reliability.tenths.gap", formats().decimal(points), Number(points.toFixed(1)));
  };
  return (
    <figure class={chart.chart}>
      <figcaption>{t("reliability.tenths.caption", tenths().length)}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${t("reliability.tenths.title")}. ${gap()}`}>
        <PointsScale scale={upright()} left={LEFT} right={WIDTH} />
        <For each={tenths()}>
          {(tenth, place) => {
            const from = () => upright().at(tenth.foretold * 100);
            const to = () => upright().at(tenth.realised * 100);
            return (
              <>
                <line class={styles.gap} x1={middle(place())} x2={middle(place())} y1={from()} y2={to()} />
                <rect
                  class={styles.foretold}
                  x={middle(place()) - SQUARE / 2}
                  y={from() - SQUARE / 2}
                  width={SQUARE}
                  height={SQUARE}
                />
                <circle class={styles.realised} cx={middle(place())} cy={to()} r="3.5" />
                <text class={`${chart.label} ${chart.middle}`} x={middle(place())} y={HEIGHT - 5}>
                  {place() + 1}
                </text>
              </>
            );
          }}
        </For>
      </svg>
      <ul class={chart.key} aria-hidden="true">
        <li>
          <svg class={styles.mark} viewBox="0 0 12 12" aria-hidden="true">
            <rect class={styles.foretold} x="2.5" y="2.5" width={SQUARE} height={SQUARE} />
          </svg>
          {t("reliability.tenths.foretold")}
        </li>
        <li>
          <svg class={styles.mark} viewBox="0 0 12 12" aria-hidden="true">
            <circle class={styles.realised} cx="6" cy="6" r="3.5" />
          </svg>
          {t("reliability.tenths.realised")}
        </li>
      </ul>
      <p class={chart.words}>{gap()}</p>
      <ChartNumbers
        title={t("reliability.tenths.table")}
        columns={[t("reliability.tenths.group"), t("reliability.tenths.foretold"), t("reliability.tenths.realised")]}
        rows={tenths().map(({ foretold, realised }, place) => [
          String(place + 1),
          formats().points(foretold),
          formats().points(realised),
        ])}
      />
    </figure>
  );
}

import { For, Show } from "solid-js";
import { SIDES, type Side } from "../../server/contract/scores.ts";
import type { StationDetail } from "../../server/contract/territories.ts";
import sideColours from "../design/side-colours.module.css";
import { electionName, electionShortName } from "../i18n/election-words.ts";
import { useLanguage } from "../i18n/language.tsx";
import { campShares, firstRoundsInOrder } from "./camp-shares.ts";
import styles from "./over-time-chart.module.css";

const MOST_ELECTIONS = 6;
const WIDTH = 352;
const LEFT = 2;
const PLOT = 84;
const BARS = 70;

interface OverTimeProps {
  readonly results: StationDetail["results"];
  readonly sides: Readonly<Record<string, Side>>;
}

/** Turnout as dots and camps as stacked bars, one column per first round. The table below says the same in figures. */
export function OverTimeChart(props: OverTimeProps) {
  const { t, formats } = useLanguage();
  const rounds = () => firstRoundsInOrder(props.results, MOST_ELECTIONS);
  const step = () => (WIDTH - LEFT) / Math.max(1, rounds().length);
  const middle = (place: number) => LEFT + step() * (place + 0.5);
  const height = (share: number) => 14 + (1 - share) * (PLOT - 18);
  const line = () =>
    rounds()
      .map((one, place) => `${middle(place)},${height(one.turnoutShare)}`)
      .join(" ");
  const stacks = () =>
    rounds().map((one) => {
      const shares = campShares(one, props.sides);
      let top = BARS;
      return SIDES.map((side) => {
        const tall = shares[side] * (BARS - 2);
        top -= tall;
        return { side, top, tall };
      });
    });
  const summary = () =>
    rounds()
      .map((one) => `${electionName(t, one.election)} : ${formats().share(one.turnoutShare, 0)}`)
      .join(" ; ");

  return (
    <figure class={styles.chart}>
      <figcaption class={styles.caption}>
        <strong>{t("station.turnout")}</strong> {t("station.turnoutCaption")}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${PLOT}`} role="img" aria-label={summary()}>
        <For each={[0.25, 0.5, 0.75]}>
          {(share) => <line class={styles.grid} x1={LEFT} x2={WIDTH} y1={height(share)} y2={height(share)} />}
        </For>
        <polyline class={styles.line} points={line()} />
        <For each={rounds()}>
          {(one, place) => (
            <>
              <circle class={styles.dot} cx={middle(place())} cy={height(one.turnoutShare)} r="4" />
              <text class={styles.value} x={middle(place())} y={height(one.turnoutShare) - 8}>
                {formats().integer(one.turnoutShare * 100)}
              </text>
            </>
          )}
        </For>
      </svg>
      <figcaption class={styles.caption}>
        <strong>{t("station.camps")}</strong> {t("station.campsCaption")}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${BARS + 18}`} aria-hidden="true">
        <For each={stacks()}>
          {(stack, place) => (
            <For each={stack}>
              {(part) => (
                <Show when={part.tall > 0.2}>
                  <rect
                    class={sideColours[part.side]}
                    x={middle(place()) - Math.min(13, step() * 0.36)}
                    width={Math.min(26, step() * 0.72)}
                    y={part.top}
                    height={Math.max(0, part.tall - 1)}
                    rx="1.5"
                  />
                </Show>
              )}
            </For>
          )}
        </For>
        <For each={rounds()}>
          {(one, place) => (
            <text class={styles.label} x={middle(place())} y={BARS + 14}>
              {electionShortName(t, one.election)}
            </text>
          )}
        </For>
      </svg>
      <ul class={styles.key}>
        <For each={SIDES}>
          {(side) => (
            <li>
              <i class={sideColours[side]} />
              {t(`camps.${side}`)}
            </li>
          )}
        </For>
      </ul>
    </figure>
  );
}

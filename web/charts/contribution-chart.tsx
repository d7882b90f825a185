import { For } from "solid-js";
import styles from "./contribution-chart.module.css";

interface ContributionBar {
  readonly name: string;
  readonly detail: string | null;
  /** Above zero it lifts, below it lowers. */
  readonly added: number;
  readonly written: string;
}

interface ContributionChartProps {
  readonly label: string;
  readonly bars: readonly ContributionBar[];
  /** What the longest possible bar stands for. */
  readonly most: number;
}

/** What lifts a value to the right and what lowers it to the left, each with its name and its figure. */
export function ContributionChart(props: ContributionChartProps) {
  const length = (added: number) => Math.min(1, Math.abs(added) / (props.most || 1)) * 48;
  return (
    <ul class={styles.chart} aria-label={props.label}>
      <For each={props.bars}>
        {(bar) => (
          <li>
            <span class={styles.name}>
              {bar.name}
              {bar.detail === null ? null : <small>{bar.detail}</small>}
            </span>
            <svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
              <rect
                class={bar.added < 0 ? styles.lowers : styles.lifts}
                x={bar.added < 0 ? 50 - length(bar.added) : 50}
                width={length(bar.added)}
                y="3"
                height="10"
              />
              <line class={styles.middle} x1="50" x2="50" y1="0" y2="16" />
            </svg>
            <span class={styles.value}>{bar.written}</span>
          </li>
        )}
      </For>
    </ul>
  );
}

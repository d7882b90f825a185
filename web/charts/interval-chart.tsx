import type { Estimate } from "../../server/contract/scores.ts";
import styles from "./interval-chart.module.css";

interface IntervalProps {
  readonly estimate: Estimate;
  /** Lowest and highest value of the territory, the ends of the scale. */
  readonly low: number;
  readonly high: number;
  readonly median: number;
}

/** One estimate with its interval, on the scale of the whole territory. The words beside it say the same. */
export function IntervalChart(props: IntervalProps) {
  const at = (share: number) => {
    const span = props.high - props.low || 1;
    return Math.max(1, Math.min(99, ((share - props.low) / span) * 100));
  };
  return (
    <svg class={styles.chart} viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
      <line class={styles.scale} x1="0" x2="100" y1="7" y2="7" />
      <line class={styles.interval} x1={at(props.estimate.low)} x2={at(props.estimate.high)} y1="7" y2="7" />
      <line class={styles.median} x1={at(props.median)} x2={at(props.median)} y1="1" y2="13" />
      <line class={styles.middle} x1={at(props.estimate.share)} x2={at(props.estimate.share)} y1="2" y2="12" />
    </svg>
  );
}

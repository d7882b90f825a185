import styles from "./compare-chart.module.css";

interface CompareChartProps {
  readonly value: number;
  readonly range: { readonly low: number; readonly high: number } | null;
  /** Ends of the row's scale, the same for all its cells. */
  readonly low: number;
  readonly high: number;
  /** What the others are held against; null when it is not known or not on the scale. */
  readonly baseline: number | null;
}

/** A value on the scale of its row, with its interval and the baseline. The words beside it say the same. */
export function CompareChart(props: CompareChartProps) {
  const at = (value: number) => {
    const span = props.high - props.low || 1;
    return Math.max(2, Math.min(98, 2 + ((value - props.low) / span) * 96));
  };
  return (
    <svg class={styles.chart} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <line class={styles.scale} x1="0" x2="100" y1="5" y2="5" />
      {props.range && <line class={styles.range} x1={at(props.range.low)} x2={at(props.range.high)} y1="5" y2="5" />}
      {props.baseline !== null && (
        <line class={styles.baseline} x1={at(props.baseline)} x2={at(props.baseline)} y1="0" y2="10" />
      )}
      <line class={styles.value} x1={at(props.value)} x2={at(props.value)} y1="1" y2="9" />
    </svg>
  );
}

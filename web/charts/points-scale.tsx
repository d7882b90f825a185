import { For } from "solid-js";
import { useLanguage } from "../i18n/language.tsx";
import chart from "./chart.module.css";
import type { ChartScale } from "./chart-scale.ts";

interface PointsScaleProps {
  /** In points, i.e. hundredths. */
  readonly scale: ChartScale;
  readonly left: number;
  readonly right: number;
}

/** The upright scale of a chart: a line across for each tick, with its points at the left. */
export function PointsScale(props: PointsScaleProps) {
  const { formats } = useLanguage();
  return (
    <For each={props.scale.ticks}>
      {(tick) => (
        <>
          <line
            class={tick === 0 ? chart.zero : chart.grid}
            x1={props.left}
            x2={props.right}
            y1={props.scale.at(tick)}
            y2={props.scale.at(tick)}
          />
          <text class={`${chart.label} ${chart.end}`} x={props.left - 5} y={props.scale.at(tick) + 3.5}>
            {formats().points(tick / 100, Number.isInteger(tick) ? 0 : 1)}
          </text>
        </>
      )}
    </For>
  );
}

import type { PossibleDraws } from "./draw-sample.ts";
import { largestGap, marginGap } from "./margin-gaps.ts";
import type { Margin } from "./sampling-frame.ts";

/** A way of drawing, and the weight that a chosen station then has. */
export interface WeightedDraws extends PossibleDraws {
  readonly weightOf: (station: number) => number;
}

/** Variance of the mean of an outcome over what could have been drawn, in squared standard deviations between stations. */
export function outcomeVariance(outcome: Margin, { draws, chances, weightOf }: WeightedDraws): number {
  const means = draws.map((draw) => marginGap(outcome, draw, (place) => weightOf(draw[place] ?? 0)));
  let known = 0;
  let sum = 0;
  means.forEach((mean, j) => {
    if (Number.isNaN(mean)) return;
    known += chances[j] ?? 0;
    sum += (chances[j] ?? 0) * mean;
  });
  const centre = sum / known;
  return (
    means.reduce(
      (total, mean, j) => (Number.isNaN(mean) ? total : total + (chances[j] ?? 0) * (mean - centre) ** 2),
      0,
    ) / known
  );
}

/** The largest gap that a way of drawing gives, in standard deviations: on average, and in the worst draw of twenty. */
export function gapsOfDraws(margins: readonly Margin[], { draws, chances, weightOf }: WeightedDraws) {
  const gaps = draws
    .map((draw, j) => ({
      gap: largestGap(margins, draw, (place) => weightOf(draw[place] ?? 0)),
      chance: chances[j] ?? 0,
    }))
    .sort((a, b) => a.gap - b.gap);
  let reached = 0;
  const worst = gaps.find(({ chance }) => {
    reached += chance;
    return reached >= 0.95;
  });
  return {
    mean: gaps.reduce((sum, { gap, chance }) => sum + gap * chance, 0),
    percentile95: worst?.gap ?? gaps.at(-1)?.gap ?? 0,
  };
}

import type { WeightedDraws } from "./design-effects.ts";
import { type DrawnSample, drawWithoutMargins } from "./draw-sample.ts";
import type { SamplingDesign } from "./sampling-design.ts";

const COMPARED_DRAWS = 1000;

/** The design that was used, and draws of the same size that know no margin. */
export interface ComparedDraws {
  readonly design: WeightedDraws | null;
  readonly proportional: WeightedDraws;
  readonly simple: WeightedDraws;
}

/** Sets the design beside 1,000 draws in proportion to size and 1,000 simple random ones. */
export function compareDraws(design: SamplingDesign, drawn: DrawnSample, random: () => number): ComparedDraws {
  const byProbability = (probabilities: Float64Array) => (station: number) =>
    (design.people[station] ?? 0) / (probabilities[station] || 1);
  return {
    design: drawn.possible && { ...drawn.possible, weightOf: byProbability(drawn.probabilities) },
    proportional: {
      ...drawWithoutMargins(design, "proportional", COMPARED_DRAWS, random),
      weightOf: byProbability(design.probabilities),
    },
    simple: {
      ...drawWithoutMargins(design, "simple", COMPARED_DRAWS, random),
      weightOf: (station) => design.people[station] ?? 0,
    },
  };
}

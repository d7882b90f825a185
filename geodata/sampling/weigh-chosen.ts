import type { DrawnSample } from "./draw-sample.ts";
import { rakeWeights } from "./rake-weights.ts";
import { type SamplingDesign, WEIGHT_BOUNDS } from "./sampling-design.ts";
import type { SamplingFrame } from "./sampling-frame.ts";

/** Unequal weights may cost a tenth of the sample; beyond that a gap is left rather than closed. */
const LARGEST_KISH = 1.1;

/** Weight of a chosen station at a place of the sample: by its probability alone, and after raking. */
export interface ChosenWeights {
  readonly before: (place: number) => number;
  readonly after: (place: number) => number;
  /** By station of the frame, as if it were chosen. */
  readonly ofStations: Float64Array;
}

/**
 * Weights of the chosen stations: people ÷ probability, then raked until the margins agree, within bounds. The mean of the
 * first is 1; raking keeps it.
 */
export function weighChosen(
  { margins }: SamplingFrame,
  design: SamplingDesign,
  drawn: Pick<DrawnSample, "chosen" | "probabilities">,
): ChosenWeights {
  const ofStations = design.people.map((people, i) => people / (drawn.probabilities[i] ?? 1));
  const total = drawn.chosen.reduce((sum, station) => sum + (ofStations[station] ?? 0), 0);
  const scale = drawn.chosen.length / total;
  const before = Float64Array.from(drawn.chosen, (station) => scale * (ofStations[station] ?? 0));
  const columns = margins.map(({ standardised }) =>
    Float64Array.from(drawn.chosen, (station) => {
      const value = standardised[station] ?? Number.NaN;
      return Number.isNaN(value) ? 0 : value;
    }),
  );
  const factors = rakeWeights(before, columns, { ...WEIGHT_BOUNDS, largestKish: LARGEST_KISH });
  return {
    before: (place) => before[place] ?? 0,
    after: (place) => (before[place] ?? 0) * (factors[place] ?? 1),
    ofStations,
  };
}

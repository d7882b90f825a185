import type { BalancedDesign } from "./draw-cube.ts";
import { inclusionProbabilities } from "./inclusion-probabilities.ts";
import { largestGap } from "./margin-gaps.ts";
import { rakeWeights } from "./rake-weights.ts";
import type { SamplingFrame } from "./sampling-frame.ts";

/** How often each station is wanted, and what it then stands for. */
export interface SamplingDesign extends BalancedDesign {
  readonly count: number;
  /** People each station stands for in the reference population. */
  readonly people: Float64Array;
  /** Largest gap, in standard deviations, between those people and the reference: 0 unless it lies out of reach. */
  readonly reachGap: number;
}

/** Factors on a station's weight, however far the reference lies. */
export const WEIGHT_BOUNDS = { low: 0.3, high: 3 } as const;

/**
 * Probabilities of being chosen, proportional to the people that a station stands for: its registered voters, or, when the
 * sample is to resemble another population, those times the factor (0.3 to 3) that makes the stations together resemble it.
 */
export function designSample(frame: SamplingFrame, count: number): SamplingDesign {
  const { margins, sizes } = frame;
  const everyone = Int32Array.from(sizes, (_, i) => i);
  const gapOf = (people: Float64Array) => largestGap(margins, everyone, (i) => people[i] ?? 0);
  const isItself = gapOf(sizes) < 1e-9;
  const people = isItself ? sizes : leaning(frame);
  const probabilities = inclusionProbabilities(people, count);
  const total = people.reduce((sum, size) => sum + size, 0);
  const balance = margins.map(({ standardised }) =>
    standardised.map((value, i) =>
      Number.isNaN(value) ? 0 : (value * (people[i] ?? 0)) / ((probabilities[i] ?? 1) * (total / count)),
    ),
  );
  return { count, people, probabilities, balance, reachGap: isItself ? 0 : gapOf(people) };
}

function leaning({ margins, sizes }: SamplingFrame): Float64Array {
  const columns = margins.map(({ standardised }) => standardised.map((value) => (Number.isNaN(value) ? 0 : value)));
  const factors = rakeWeights(sizes, columns, { ...WEIGHT_BOUNDS, largestKish: Number.POSITIVE_INFINITY });
  return sizes.map((size, i) => size * (factors[i] ?? 1));
}

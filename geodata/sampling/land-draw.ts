import { pickDraw } from "./pick-draw.ts";
import { weighDraws } from "./weigh-draws.ts";

/** Undecided stations whose subsets can all be looked at: 1,716 at most. */
export const LARGEST_LANDING = 13;
/** The smaller, the more the best-balanced subsets are preferred, and the longer it takes to keep the probabilities. */
const TOLERANCE = 1 / 8;
const CLOSE_ENOUGH = 1e-6;

/**
 * Ends a draw: chooses among the last undecided stations, as many as their probabilities add up to. Every subset of that
 * size is given a chance, the better balanced the larger, such that each station keeps its probability (to one part in a
 * million). Null where these chances are not found.
 * Idea: the landing phase of Deville & Tillé 2004 as a choice among all samples, with iterative fitting instead of a
 * linear programme.
 *
 * @param undecided at most LARGEST_LANDING stations
 * @param probabilities by station of the frame
 */
export function landDraw(
  undecided: readonly number[],
  probabilities: Float64Array,
  balance: readonly Float64Array[],
  random: () => number,
): readonly number[] | null {
  const wanted = Float64Array.from(undecided, (station) => probabilities[station] ?? 0);
  const count = Math.round(wanted.reduce((sum, probability) => sum + probability, 0));
  const subsets = subsetsOf(undecided.length, count);
  const columns = balance.map((column) => Float64Array.from(undecided, (station) => column[station] ?? 0));
  const expected = columns.map((column) => column.reduce((sum, value, i) => sum + value * (wanted[i] ?? 0), 0));
  const gaps = subsets.map((subset) => largestGapOf(subset, columns, expected));
  const least = gaps.reduce((smallest, gap) => Math.min(smallest, gap), Number.POSITIVE_INFINITY);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const scale = TOLERANCE * (mean - least);
  const { chances, largestDeviation } = weighDraws(subsets, wanted, {
    preferences: gaps.map((gap) => (scale > 0 ? Math.exp((least - gap) / scale) : 1)),
    closeEnough: CLOSE_ENOUGH,
  });
  if (largestDeviation > CLOSE_ENOUGH) return null;
  return Array.from(pickDraw(subsets, chances, random), (place) => undecided[place] ?? 0);
}

function largestGapOf(subset: Int32Array, columns: readonly Float64Array[], expected: readonly number[]): number {
  let largest = 0;
  columns.forEach((column, k) => {
    let gap = -(expected[k] ?? 0);
    for (const place of subset) gap += column[place] ?? 0;
    largest = Math.max(largest, Math.abs(gap));
  });
  return largest;
}

/** Every choice of `count` among 0 … size − 1. */
function subsetsOf(size: number, count: number): readonly Int32Array[] {
  const subsets: Int32Array[] = [];
  const current: number[] = [];
  const extend = (from: number) => {
    if (current.length === count) {
      subsets.push(Int32Array.from(current));
      return;
    }
    for (let place = from; place <= size - (count - current.length); place++) {
      current.push(place);
      extend(place + 1);
      current.pop();
    }
  };
  extend(0);
  return subsets;
}

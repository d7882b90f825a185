import type { Margin } from "./sampling-frame.ts";

export interface Spare {
  /** Index of the station that would stand in. */
  readonly station: number;
  /** Largest gap, in standard deviations, once it does. */
  readonly largestGap: number;
}

/**
 * For each chosen station, those that could stand in for it, the one that keeps the balance best first. No station is the
 * spare of two: when several areas fall out, each has its own. First spares are given out before second ones, areas in
 * order. Complexity: spares × chosen × stations × margins.
 *
 * @param weights weight of each station of the frame when chosen
 * @returns one list per chosen station, shorter where stations run out
 */
export function findSpares(
  margins: readonly Margin[],
  chosen: Int32Array,
  weights: Float64Array,
  sparesPerStation: number,
): readonly (readonly Spare[])[] {
  const sums = margins.map((margin) => partOf(margin, weights, chosen));
  const isTaken = new Uint8Array(weights.length);
  for (const station of chosen) isTaken[station] = 1;
  const spares: Spare[][] = Array.from(chosen, () => []);
  for (let rank = 0; rank < sparesPerStation; rank++) {
    for (const [place, leaving] of chosen.entries()) {
      const without = margins.map((margin, k) => less(sums[k], partOf(margin, weights, [leaving])));
      const best = bestSpare(margins, without, weights, isTaken);
      if (best === null) continue;
      isTaken[best.station] = 1;
      spares[place]?.push(best);
    }
  }
  return spares;
}

interface Part {
  readonly sum: number;
  readonly known: number;
}

function bestSpare(
  margins: readonly Margin[],
  without: readonly Part[],
  weights: Float64Array,
  isTaken: Uint8Array,
): Spare | null {
  let best: Spare | null = null;
  let limit = Number.POSITIVE_INFINITY;
  for (let station = 0; station < weights.length; station++) {
    if (isTaken[station] === 1) continue;
    const gap = gapWith(margins, without, station, weights[station] ?? 0, limit);
    if (gap >= limit) continue;
    limit = gap;
    best = { station, largestGap: gap };
  }
  return best;
}

/** Stops looking as soon as `limit` is reached. */
function gapWith(
  margins: readonly Margin[],
  without: readonly Part[],
  station: number,
  weight: number,
  limit: number,
): number {
  let largest = 0;
  for (let k = 0; k < margins.length && largest < limit; k++) {
    const value = margins[k]?.standardised[station] ?? Number.NaN;
    const { sum, known } = without[k] ?? NOTHING;
    const isKnown = !Number.isNaN(value);
    const total = isKnown ? known + weight : known;
    if (total > 0) largest = Math.max(largest, Math.abs((isKnown ? sum + weight * value : sum) / total));
  }
  return largest;
}

const NOTHING: Part = { sum: 0, known: 0 };

function partOf(margin: Margin, weights: Float64Array, stations: Iterable<number>): Part {
  let sum = 0;
  let known = 0;
  for (const station of stations) {
    const value = margin.standardised[station] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += (weights[station] ?? 0) * value;
    known += weights[station] ?? 0;
  }
  return { sum, known };
}

function less(whole: Part = NOTHING, part: Part): Part {
  return { sum: whole.sum - part.sum, known: Math.max(0, whole.known - part.known) };
}

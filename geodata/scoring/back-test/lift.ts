import { weightedMean } from "../../numbers/weighted-mean.ts";

/** One point of a lift curve: the best `share` of registered voters by an index, and what they gained. */
export interface LiftPoint {
  /** Of registered voters, 0 to 1. */
  readonly share: number;
  /** Mean gain there minus the mean gain of all, as a share of registered voters. */
  readonly lift: number;
}

/**
 * How much more the stations that an index puts first gained than all did (gain curve of uplift models, Radcliffe
 * 2007), counted in registered voters: a station that straddles the limit counts in part.
 */
export function liftAt(index: ArrayLike<number>, gain: Float64Array, registered: Float64Array, share: number): number {
  return liftCurve(index, gain, registered, [share])[0]?.lift ?? 0;
}

/** @param shares ascending, each in (0, 1] */
export function liftCurve(
  index: ArrayLike<number>,
  gain: Float64Array,
  registered: Float64Array,
  shares: readonly number[],
): readonly LiftPoint[] {
  const order = Array.from({ length: gain.length }, (_, place) => place).sort(
    (a, b) => (index[b] ?? 0) - (index[a] ?? 0) || a - b,
  );
  const all = registered.reduce((sum, count) => sum + count, 0);
  const mean = weightedMean(gain, registered);
  let [position, taken, gained] = [0, 0, 0];
  return shares.map((share) => {
    const limit = share * all;
    while (position < order.length) {
      const place = order[position] ?? 0;
      const size = registered[place] ?? 0;
      if (taken + size > limit + 1e-9) break;
      taken += size;
      gained += size * (gain[place] ?? 0);
      position++;
    }
    const part = limit - taken;
    const next = order[position];
    const extra = next === undefined ? 0 : part * (gain[next] ?? 0);
    return { share, lift: limit > 0 ? (gained + extra) / limit - mean : 0 };
  });
}

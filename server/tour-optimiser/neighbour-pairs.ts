import type { NearStops } from "./near-stops.ts";

/** Pairs of stops next door to each other, both ways: partners of stop s are partner[start[s]] to partner[start[s + 1] - 1]. */
export interface NeighbourPairs {
  readonly start: Int32Array;
  readonly partner: Int32Array;
}

/** Two stops are a pair when one is among the `perStop` nearest of the other. */
export function pairNeighbours(stopCount: number, near: NearStops, perStop: number): NeighbourPairs {
  const partners = Array.from({ length: stopCount }, () => new Set<number>());
  for (let stop = 0; stop < stopCount; stop++) {
    for (let rank = 0; rank < Math.min(perStop, near.width); rank++) {
      const other = near.list[stop * near.width + rank] ?? 0;
      partners[stop]?.add(other);
      partners[other]?.add(stop);
    }
  }
  const start = new Int32Array(stopCount + 1);
  partners.forEach((set, stop) => {
    start[stop + 1] = (start[stop] ?? 0) + set.size;
  });
  return { start, partner: Int32Array.from(partners.flatMap((set) => [...set])) };
}

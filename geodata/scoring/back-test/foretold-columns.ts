import type { CampRound } from "../camp-round.ts";
import type { NaiveIndexes, Realised } from "./judge-index.ts";

/** One value per station of a back-test. */
export function columnAt(places: readonly number[], value: (station: number) => number): Float64Array {
  return Float64Array.from(places, value);
}

/**
 * What the stations of a back-test gained at the target.
 *
 * @param groups constituency of every station of the territory, null where unknown
 */
export function realisedAt(
  target: CampRound,
  places: readonly number[],
  groups: readonly (string | null)[],
  gain: (station: number) => number,
): Realised {
  return {
    stations: Int32Array.from(places),
    gain: columnAt(places, gain),
    registered: columnAt(places, (station) => target.registered[station] ?? 0),
    groups: places.map((station) => groups[station] ?? null),
  };
}

/** What the reference alone says of the stations of a back-test. */
export function naiveAt(
  reference: CampRound,
  places: readonly number[],
  lastResult: (station: number) => number,
): NaiveIndexes {
  return {
    lastResult: columnAt(places, lastResult),
    abstentionTimesOwn: columnAt(
      places,
      (station) =>
        ((reference.abstentions[station] ?? 0) / (reference.registered[station] ?? 1)) *
        oursOfExpressed(reference, station),
    ),
    uniformSwing: new Float64Array(places.length),
  };
}

/** Our votes as a share of the expressed ones. */
export function oursOfExpressed({ votes, expressed }: CampRound, station: number): number {
  return (votes.ours[station] ?? 0) / Math.max(1, expressed[station] ?? 1);
}

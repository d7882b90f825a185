import type { CampRound } from "../camp-round.ts";

/** Stations whose register changed more than this hold other people. */
const REGISTER_CHANGE = 0.12;
/** Stations with fewer registered voters are too small to publish a share of, or to judge one by. */
export const SMALLEST_STATION = 150;
/** Below this matched share a result was carried from too many other contours to judge anything. */
export const WELL_MATCHED = 0.8;
const STATIONS_NEEDED = 20;

/**
 * Stations where a target can be compared with the rounds before it, the first of which is the reference: same
 * people, same ground, and a score. Empty when they are fewer than 20.
 */
export function comparableStations(
  target: CampRound,
  before: readonly CampRound[],
  score: Float64Array,
): readonly number[] {
  const places = [...score.keys()].filter((station) => {
    const registered = target.registered[station] ?? Number.NaN;
    const reference = before[0]?.registered[station] ?? Number.NaN;
    return (
      registered >= SMALLEST_STATION &&
      Math.abs(registered / reference - 1) < REGISTER_CHANGE &&
      [target, ...before].every((round) => (round.matchedShare[station] ?? 0) >= WELL_MATCHED) &&
      !Number.isNaN(score[station] ?? Number.NaN)
    );
  });
  return places.length >= STATIONS_NEEDED ? places : [];
}

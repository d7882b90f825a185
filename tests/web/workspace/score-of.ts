import type { Estimate, StationScore } from "../../../server/contract/scores.ts";

/** A station's score with only what matters said: shares before they are cut at zero. */
export function scoreOf(
  said: Partial<Pick<StationScore, "stationId" | "votesPerDoor" | "votesPerDoorRange" | "registered">> & {
    readonly mobilisation?: number;
    readonly persuasion?: number;
    readonly halfWidth?: number;
  },
): StationScore {
  const { mobilisation = 0, persuasion = 0, halfWidth = 0, ...given } = said;
  const registered = given.registered ?? 1000;
  const estimate = (signed: number): Estimate => ({
    share: Math.max(0, signed),
    signed,
    low: Math.max(0, signed - halfWidth),
    high: Math.max(0, signed + halfWidth),
    halfWidth,
    voters: Math.round(Math.max(0, signed) * registered),
  });
  return {
    stationIndex: 0,
    stationId: "a",
    votesPerDoor: 0,
    votesPerDoorRange: { low: 0, high: 0 },
    ...given,
    registered,
    mobilisation: estimate(mobilisation),
    persuasion: estimate(persuasion),
    parts: { mobilisation: [], persuasion: [] },
    matchedShare: 1,
    leaning: { intermittent: 0, oursOfExpressed: 0, opposedOfExpressed: 0, persuasion: 0 },
  };
}

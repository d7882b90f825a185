import type { RankedReport } from "../contract/scores.ts";

/** Votes expected per door, by station index, as planning takes them; null without scores. */
export function votesPerDoorOf({ stations }: Pick<RankedReport, "stations">): ReadonlyMap<number, number> | null {
  return stations.length > 0 ? new Map(stations.map((score) => [score.stationIndex, score.votesPerDoor])) : null;
}

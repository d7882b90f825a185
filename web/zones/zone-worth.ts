import type { StationScore } from "../../server/contract/scores.ts";
import type { StationWalk } from "../workspace/measure-values.ts";
import type { GroundIndex } from "./ground-index.ts";

/**
 * Expected votes per volunteer-hour of a zone: the votes of its doors over the time they take, each door being worth
 * and taking what a door of its station does. Null while a station with doors of the zone has no score or no walk.
 */
export function zoneVotesPerHour(
  index: GroundIndex,
  places: readonly number[],
  scoreOf: (stationId: string) => Pick<StationScore, "votesPerDoor"> | undefined,
  walkOf: (stationId: string) => StationWalk | undefined,
): number | null {
  const { ground } = index;
  const doorsOf = new Map<number, number>();
  for (const place of places) {
    const station = ground.stations[place] ?? -1;
    if (station >= 0) doorsOf.set(station, (doorsOf.get(station) ?? 0) + (ground.doors[place] ?? 0));
  }
  let votes = 0;
  let seconds = 0;
  for (const [station, doors] of doorsOf) {
    const stationId = ground.stationIds[station] ?? "";
    const score = scoreOf(stationId);
    const walk = walkOf(stationId);
    if (score === undefined || walk === undefined || walk.doors === 0) return null;
    votes += doors * score.votesPerDoor;
    seconds += (doors * (walk.walkSeconds + walk.doorSeconds)) / walk.doors;
  }
  return seconds === 0 ? null : (votes * 3600) / seconds + 0;
}

import { distanceMetres } from "../../geodata/geometry/position.ts";
import type { Station } from "../../geodata/territory/territory.ts";
import type { PlanRequest } from "../contract/plan.ts";
import type { PlanningStop } from "./plan-stops.ts";

export interface BestStations {
  readonly stops: readonly PlanningStop[];
  /** In the order they were taken. */
  readonly stations: readonly Station[];
}

/** Streets wind: walking between random neighbours takes about this much of the crow's flight. */
const DETOUR = 1.3;
/** Stations are taken until they fill the team's hours this many times, so that the routes have a choice. */
const CHOICE = 1.5;

/**
 * Takes the stations that give most per volunteer-hour, walk included: value of their doors over time at the doors
 * plus the walk between them, √(area ÷ stops) per stop as on a spread of points (Beardwood, Halton & Hammersley 1959, up
 * to a constant that all stations share). Fills the hours in that order, the fractional-knapsack rule.
 */
export function chooseBestStations(
  stops: readonly PlanningStop[],
  stations: readonly Station[],
  request: PlanRequest,
): BestStations {
  const byStation = new Map<number, PlanningStop[]>();
  for (const stop of stops) {
    const { stationIndex } = stop.address;
    if (stationIndex === null) continue;
    const list = byStation.get(stationIndex);
    if (list) list.push(stop);
    else byStation.set(stationIndex, [stop]);
  }
  const ranked = [...byStation]
    .map(([stationIndex, members]) => ({ stationIndex, members, ...hours(members, request.speed) }))
    .filter(({ perSecond }) => perSecond > 0)
    .sort((a, b) => b.perSecond - a.perSecond || a.stationIndex - b.stationIndex);
  const target = CHOICE * request.volunteers * request.minutes * 60;
  const taken: typeof ranked = [];
  let seconds = 0;
  for (const candidate of ranked) {
    if (seconds >= target) break;
    taken.push(candidate);
    seconds += candidate.seconds;
  }
  return {
    stops: taken.flatMap(({ members }) => members),
    stations: taken.flatMap(({ stationIndex }) => stations[stationIndex] ?? []),
  };
}

function hours(members: readonly PlanningStop[], speed: number): { seconds: number; perSecond: number } {
  const positions = members.map(({ address }) => address.position);
  const west = Math.min(...positions.map(([longitude]) => longitude));
  const east = Math.max(...positions.map(([longitude]) => longitude));
  const south = Math.min(...positions.map(([, latitude]) => latitude));
  const north = Math.max(...positions.map(([, latitude]) => latitude));
  const area = distanceMetres([west, south], [east, south]) * distanceMetres([west, south], [west, north]);
  const walkMetres = DETOUR * Math.sqrt(area * members.length);
  const seconds = members.reduce((sum, stop) => sum + stop.serviceSeconds, 0) + walkMetres / (speed / 3.6);
  return { seconds, perSecond: members.reduce((sum, stop) => sum + stop.value, 0) / seconds };
}

import { boxAround, distanceMetres } from "../../geodata/geometry/position.ts";
import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { Station } from "../../geodata/territory/territory.ts";
import type { PlanRequest } from "../contract/plan.ts";
import type { WalkingRouter } from "../walking-router/create-walking-router.ts";
import type { PlanningStop } from "./plan-stops.ts";
import { type Pocket, stationPockets } from "./station-pockets.ts";

export interface StationChoiceGround {
  readonly graph: StreetGraph;
  readonly stations: readonly Station[];
  /** Votes expected per door, by station index; null counts doors instead. */
  readonly votesPerDoor: ReadonlyMap<number, number> | null;
}

/** A station considered, with its pockets. */
export interface Candidate {
  readonly station: Station;
  readonly stops: readonly PlanningStop[];
  readonly pockets: readonly Pocket[];
}

/** Stations whose walks are measured: those that a guess by the crow's flight ranks first. */
const MOST_MEASURED = 80;
/** The stations worth a visit, with the walks of their pockets measured. */
export function stationCandidates(
  stops: readonly PlanningStop[],
  request: PlanRequest,
  router: WalkingRouter,
  { stations, votesPerDoor }: StationChoiceGround,
): readonly Candidate[] {
  const worthOf = ({ address }: PlanningStop) =>
    address.doors * (votesPerDoor ? (votesPerDoor.get(address.stationIndex ?? -1) ?? 0) : 1);
  const byStation = new Map<number, PlanningStop[]>();
  for (const stop of stops) {
    const { stationIndex } = stop.address;
    if (stationIndex === null) continue;
    const list = byStation.get(stationIndex);
    if (list) list.push(stop);
    else byStation.set(stationIndex, [stop]);
  }
  return [...byStation]
    .map(([stationIndex, members]) => ({ stationIndex, members, guess: guessRate(members, worthOf, request.speed) }))
    .filter(({ guess }) => guess > 0)
    .sort((a, b) => b.guess - a.guess || a.stationIndex - b.stationIndex)
    .slice(0, MOST_MEASURED)
    .flatMap(({ stationIndex, members }) => {
      const station = stations[stationIndex];
      const pockets = stationPockets(router, stationIndex, members, worthOf, request.speed);
      return station ? [{ station, stops: members, pockets }] : [];
    });
}

/** Streets wind: walking between random neighbours takes about this much of the crow's flight. */
const DETOUR = 1.3;

/** Worth per second with a walk of √(area ÷ stops) per stop (Beardwood, Halton & Hammersley 1959), to choose what to measure. */
function guessRate(members: readonly PlanningStop[], worthOf: (stop: PlanningStop) => number, speed: number): number {
  const [west, south, east, north] = boxAround(members.map(({ address }) => address.position));
  const area = distanceMetres([west, south], [east, south]) * distanceMetres([west, south], [west, north]);
  const walkMetres = DETOUR * Math.sqrt(area * members.length);
  const seconds = members.reduce((sum, stop) => sum + stop.serviceSeconds, 0) + walkMetres / (speed / 3.6);
  return members.reduce((sum, stop) => sum + worthOf(stop), 0) / seconds;
}

/** Highest score first. */
export function byScore(
  candidates: readonly Candidate[],
  votesPerDoor: ReadonlyMap<number, number>,
): readonly Candidate[] {
  const scoreOf = ({ station }: Candidate) => votesPerDoor.get(station.index) ?? 0;
  return [...candidates].sort((a, b) => scoreOf(b) - scoreOf(a) || a.station.index - b.station.index);
}

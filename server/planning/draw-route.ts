import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { Address } from "../../geodata/territory/territory.ts";
import type { Language, PlanRoute, PlanStop } from "../contract/plan.ts";
import { describeRoute } from "../directions/describe-route.ts";
import type { WalkingRouter } from "../walking-router/create-walking-router.ts";
import type { WalkingPath } from "../walking-router/walking-path.ts";
import type { MeetingPoint } from "./choose-meeting-point.ts";
import type { PlanningStop } from "./plan-stops.ts";
import { addressName, meetingPointName, streetName } from "./planning-words.ts";

/** What every route of a plan shares. */
export interface RouteGround {
  readonly graph: StreetGraph;
  readonly router: Pick<WalkingRouter, "path">;
  readonly speedKilometresPerHour: number;
  readonly language: Language;
  readonly start: MeetingPoint;
  readonly end: MeetingPoint | null;
  readonly stationIds: readonly string[];
  readonly conversationsPerDoor: number;
  readonly votesPerDoor: (address: Address) => number;
}

/** A walk through stops, with the paths between them. */
export interface WalkedRoute {
  readonly stops: readonly PlanningStop[];
  /** To each stop in order, then to the end when there is one. */
  readonly paths: readonly WalkingPath[];
  readonly durationSeconds: number;
}

/**
 * Walks the stops in order. Throws when there is no way between two of them: the optimiser was handed durations of
 * the same router, so that cannot be.
 */
export function walkRoute(stops: readonly PlanningStop[], ground: RouteGround): WalkedRoute {
  const places = [ground.start.place, ...stops.map(({ place }) => place), ...(ground.end ? [ground.end.place] : [])];
  const pace = { speedKilometresPerHour: ground.speedKilometresPerHour };
  const paths = places.slice(1).map((to, index) => {
    const from = places[index];
    const path = from ? ground.router.path(from, to, pace) : null;
    if (!path) throw new Error(`no way between place ${index} and ${index + 1} of a route`);
    return path;
  });
  const walkSeconds = paths.reduce((sum, path) => sum + path.durationSeconds, 0);
  const doorSeconds = stops.reduce((sum, stop) => sum + stop.serviceSeconds, 0);
  return { stops, paths, durationSeconds: walkSeconds + doorSeconds };
}

/** Describes a walked route as it is printed. Durations are sums of their parts, legs join end to end. */
export function drawRoute(id: string, { stops, paths }: WalkedRoute, ground: RouteGround): PlanRoute {
  const { graph, language, start, end } = ground;
  const osrm = describeRoute(
    graph,
    paths.map((path, index) => ({ path, to: legEnd(stops[index], language) })),
    { language },
  );
  const planStops = timeStops(
    stops,
    osrm.legs.map(({ duration }) => duration),
    ground,
  );
  const doorSeconds = planStops.reduce((sum, stop) => sum + stop.serviceSeconds, 0);
  const doors = planStops.reduce((sum, stop) => sum + stop.doors, 0);
  return {
    id,
    start: [start.position[0], start.position[1]],
    startReason: start.reason,
    end: pair(end?.position ?? stops.at(-1)?.address.position ?? start.position),
    distanceMetres: osrm.distance,
    walkSeconds: osrm.duration,
    doorSeconds,
    durationSeconds: osrm.duration + doorSeconds,
    ascentMetres: paths.reduce((sum, path) => sum + path.ascentMetres, 0),
    descentMetres: paths.reduce((sum, path) => sum + path.descentMetres, 0),
    metresPerDoor: doors > 0 ? osrm.distance / doors : 0,
    expectedConversations: doors * ground.conversationsPerDoor,
    expectedPersuaded: stops.reduce((sum, { address }) => sum + address.doors * ground.votesPerDoor(address), 0),
    profile: joinProfiles(paths),
    stops: planStops,
    osrm,
  };
}

function timeStops(stops: readonly PlanningStop[], legSeconds: readonly number[], ground: RouteGround): PlanStop[] {
  let clock = 0;
  return stops.map(({ address, serviceSeconds }, index) => {
    const arrivalSeconds = clock + (legSeconds[index] ?? 0);
    clock = arrivalSeconds + serviceSeconds;
    return {
      id: address.id,
      address: addressName(address, ground.language),
      street: streetName(address, ground.language),
      number: address.number,
      position: pair(address.position),
      side: parity(address),
      doors: address.doors,
      stationId: address.stationIndex === null ? null : (ground.stationIds[address.stationIndex] ?? null),
      arrivalSeconds,
      serviceSeconds,
    };
  });
}

function legEnd(stop: PlanningStop | undefined, language: Language) {
  if (!stop) return { name: meetingPointName[language], side: 0 as const, parity: null };
  return { name: addressName(stop.address, language), side: stop.place.side, parity: parity(stop.address) };
}

function parity({ houseNumber }: Address): "even" | "odd" | null {
  if (houseNumber === null) return null;
  return houseNumber % 2 === 0 ? "even" : "odd";
}

/** One profile over the whole walk; null as soon as a part has no elevation. */
function joinProfiles(paths: readonly WalkingPath[]): PlanRoute["profile"] {
  const joined: [number, number][] = [];
  let walked = 0;
  for (const { profile, distanceMetres } of paths) {
    if (!profile) return null;
    for (const [metres, elevation] of profile) {
      const last = joined.at(-1);
      if (!last || walked + metres > last[0]) joined.push([walked + metres, elevation]);
    }
    walked += distanceMetres;
  }
  return joined.length > 1 ? joined : null;
}

function pair(position: readonly [number, number]): readonly [number, number] {
  return [position[0], position[1]];
}

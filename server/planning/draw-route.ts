import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { Address } from "../../geodata/territory/territory.ts";
import type { Language, OsrmLeg, PlanRoute, PlanStop } from "../contract/plan.ts";
import { inBothLanguages } from "../contract/refusal.ts";
import type { MeetingPoint } from "./choose-meeting-point.ts";
import type { RouteEnds } from "./choose-route-ends.ts";
import { joinLegs } from "./join-legs.ts";
import type { PlanningStop } from "./plan-stops.ts";
import { addressName, meetingPointName, startWords, streetName } from "./planning-words.ts";
import { reportRoute } from "./report-route.ts";
import type { LegEnd, StreetRouter, WalkedLeg, Walker } from "./street-router.ts";

/** What every route of a plan shares. */
export interface RouteGround {
  readonly graph: StreetGraph;
  readonly router: Pick<StreetRouter, "walk">;
  readonly language: Language;
  readonly stationIds: readonly string[];
  readonly conversationsPerDoor: number;
  readonly votesPerDoor: (address: Address) => number;
}

/** A walk through stops, with the legs between them. */
export interface WalkedRoute {
  readonly start: MeetingPoint;
  /** Null: the route ends at its last stop. */
  readonly end: MeetingPoint | null;
  readonly stops: readonly PlanningStop[];
  /** To each stop in order, then to the end when there is one. */
  readonly legs: readonly WalkedLeg[];
  readonly durationSeconds: number;
}

/**
 * Walks at least one stop in order. A route that begins at its own first stop has a first leg of no length, so that
 * leg n leads to stop n on every route. Throws when there is no way between two places.
 */
export async function walkRoute(
  stops: readonly PlanningStop[],
  ends: RouteEnds,
  walker: Walker,
  { router, language }: Pick<RouteGround, "router" | "language">,
): Promise<WalkedRoute> {
  const start = ends.start ?? atFirstStop(stops);
  const end = ends.isLoop ? start : ends.end;
  const places = [start.place, ...stops.map(({ place }) => place), ...(end ? [end.place] : [])];
  const legEnds = places.slice(1).map((_, leg) => legEnd(stops[leg], language));
  const legs = await router.walk(places, legEnds, walker);
  const walkSeconds = legs.reduce((sum, leg) => sum + leg.durationSeconds, 0);
  const doorSeconds = stops.reduce((sum, stop) => sum + stop.serviceSeconds, 0);
  return { start, end, stops, legs, durationSeconds: walkSeconds + doorSeconds };
}

function atFirstStop([first]: readonly PlanningStop[]): MeetingPoint {
  if (!first) throw new RangeError("a route without stops begins nowhere");
  const { address, place } = first;
  const reason = inBothLanguages((language) => `${startWords.anywhere(language)}, ${addressName(address, language)}`);
  return { position: address.position, place, reason };
}

/**
 * Describes a walked route as it is printed. Durations are sums of their parts, legs join end to end. Legs that are
 * `told` already, by leg, are not put in words again.
 */
export function drawRoute(
  id: string,
  { start, end, stops, legs }: WalkedRoute,
  ground: RouteGround,
  told: readonly (OsrmLeg | null)[] = [],
): PlanRoute {
  const { language } = ground;
  const osrm = joinLegs(
    legs.map((leg, index) => told[index] ?? leg.describe(language)),
    legs.map(({ coordinates }) => coordinates),
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
    startReason: start.reason[language],
    // What is the same in both is in one language: the plan's, or that of an address.
    ...(start.reason.fr !== start.reason.en && { startSentence: start.reason }),
    end: pair(end?.position ?? stops.at(-1)?.address.position ?? start.position),
    distanceMetres: osrm.distance,
    walkSeconds: osrm.duration,
    doorSeconds,
    durationSeconds: osrm.duration + doorSeconds,
    ascentMetres: legs.reduce((sum, leg) => sum + leg.ascentMetres, 0),
    descentMetres: legs.reduce((sum, leg) => sum + leg.descentMetres, 0),
    report: reportRoute(ground.graph, legs, doors),
    expectedConversations: doors * ground.conversationsPerDoor,
    expectedPersuaded: stops.reduce((sum, { address }) => sum + address.doors * ground.votesPerDoor(address), 0),
    profile: joinProfiles(legs),
    stops: planStops,
    osrm,
  };
}

function timeStops(stops: readonly PlanningStop[], legSeconds: readonly number[], ground: RouteGround): PlanStop[] {
  let clock = 0;
  return stops.map(({ address, serviceSeconds, neverAskedDoors }, index) => {
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
      floors: address.floors,
      ...(neverAskedDoors === undefined ? {} : { neverAskedDoors }),
      stationId: address.stationIndex === null ? null : (ground.stationIds[address.stationIndex] ?? null),
      arrivalSeconds,
      serviceSeconds,
    };
  });
}

function legEnd(stop: PlanningStop | undefined, language: Language): LegEnd {
  if (!stop) return { name: meetingPointName[language], number: "", side: 0, parity: null };
  const { address, place } = stop;
  return { name: addressName(address, language), number: address.number, side: place.side, parity: parity(address) };
}

function parity({ houseNumber }: Address): "even" | "odd" | null {
  if (houseNumber === null) return null;
  return houseNumber % 2 === 0 ? "even" : "odd";
}

/** One profile over the whole walk; null as soon as a part has no elevation. */
function joinProfiles(legs: readonly WalkedLeg[]): PlanRoute["profile"] {
  const joined: [number, number][] = [];
  let walked = 0;
  for (const { profile, distanceMetres } of legs) {
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

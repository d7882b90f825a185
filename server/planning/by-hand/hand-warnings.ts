import { distanceMetres } from "../../../geodata/geometry/position.ts";
import type { PlanRequest, PlanRoute, PlanStop } from "../../contract/plan.ts";
import type { ArrangedRoute, Arrangement, HandEnd } from "../../contract/plan-arrangement.ts";
import type { HandWarning } from "../../contract/plan-edit.ts";
import { countCrossings, reportOf } from "../../contract/route-report.ts";
import { routeMinutes } from "../remaining-routes.ts";

/** Less than this too long is not worth a word: times are foreseen, not measured. */
const LITTLE_SECONDS = 30;
const LITTLE_METRES = 0.5;
/** A stop is far from the rest of its route from here on… */
const FAR_METRES = 250;
/** …and when it is this many times farther than stops usually are from the nearest other. */
const FAR_TIMES = 6;
/** Stops farther than others that are told for each route. */
const MOST_FAR_STOPS = 3;
/** From here on, the way from a start to the first stop is a walk of its own. */
const FAR_END_METRES = 500;
/** One more is often the price of what the organizer wants. */
const MORE_BIG_ROADS = 2;

/**
 * What the routes break of what was asked, and stops that lie far from the rest of their route. Only routes that a hand
 * has changed are judged: of the others the planner has kept the limits, but for what it already `told`.
 */
export function handWarnings(
  request: PlanRequest,
  { routes }: Arrangement,
  drawn: ReadonlyMap<string, PlanRoute>,
  planned: ReadonlyMap<string, PlanRoute>,
  told: readonly HandWarning[] = [],
): readonly HandWarning[] {
  return routes.flatMap((arranged): HandWarning[] => {
    const { id } = arranged;
    const route = drawn.get(id);
    if (!route) return [{ kind: "empty-route", routeId: id }];
    if (route === planned.get(id)) return told.filter(({ routeId }) => routeId === id);
    return [
      ...brokenLimits(request, route),
      ...moreBigRoads(route, planned.get(id)),
      ...farEnds(route, arranged),
      ...farStops(route),
    ];
  });
}

function brokenLimits(request: PlanRequest, { id: routeId, durationSeconds, ascentMetres }: PlanRoute): HandWarning[] {
  const extraSeconds = durationSeconds - 60 * routeMinutes(request, routeId);
  const extraMetres = ascentMetres - (request.team[Number(routeId) - 1]?.maxAscentMetres ?? Infinity);
  return [
    ...(extraSeconds > LITTLE_SECONDS ? [{ kind: "too-long", routeId, extraSeconds } as const] : []),
    ...(extraMetres > LITTLE_METRES ? [{ kind: "too-steep", routeId, extraMetres } as const] : []),
  ];
}

function moreBigRoads(route: PlanRoute, planned: PlanRoute | undefined): HandWarning[] {
  const bigOf = (one: PlanRoute) => countCrossings(reportOf(one).crossings ?? {}).big;
  const crossings = bigOf(route);
  const more = crossings - (planned ? bigOf(planned) : 0);
  return more < MORE_BIG_ROADS ? [] : [{ kind: "big-roads", routeId: route.id, crossings, more }];
}

/** Only ends that a hand has set: where the planner lets all begin, many a first stop is far from it. */
function farEnds({ id: routeId, start, end, stops }: PlanRoute, arranged: ArrangedRoute): HandWarning[] {
  const isByHand = (one: HandEnd | null) => one !== null && one !== "stop";
  const [first, last] = [stops[0], stops.at(-1)];
  const fromStart = first && isByHand(arranged.start) ? distanceMetres(start, first.position) : 0;
  const toEnd = last && isByHand(arranged.end) ? distanceMetres(last.position, end) : 0;
  return [
    ...(fromStart > FAR_END_METRES ? [{ kind: "far-start", routeId, metres: fromStart } as const] : []),
    ...(toEnd > FAR_END_METRES ? [{ kind: "far-end", routeId, metres: toEnd } as const] : []),
  ];
}

/** What is far on a route follows from the route: it is looked for once, and the same route is judged at every edit. */
const farOfRoute = new WeakMap<PlanRoute, readonly HandWarning[]>();

function farStops(route: PlanRoute): readonly HandWarning[] {
  const known = farOfRoute.get(route) ?? findFarStops(route);
  farOfRoute.set(route, known);
  return known;
}

function findFarStops({ id: routeId, stops }: PlanRoute): readonly HandWarning[] {
  if (stops.length < 3) return [];
  const metresToNearest = nearestOthers(stops);
  const usual = metresToNearest.toSorted((a, b) => a - b)[stops.length >> 1] ?? 0;
  return stops
    .map(({ address }, at) => ({ kind: "far-stop" as const, routeId, address, metres: metresToNearest[at] ?? 0 }))
    .filter(({ metres }) => metres > Math.max(FAR_METRES, FAR_TIMES * usual))
    .slice(0, MOST_FAR_STOPS);
}

/** Metres from each stop to the nearest other. The nearest are found on a plane, where a comparison is two products. */
function nearestOthers(stops: readonly PlanStop[]): readonly number[] {
  const cosine = Math.cos(((stops[0]?.position[1] ?? 0) * Math.PI) / 180);
  const x = Float64Array.from(stops, ({ position }) => position[0] * cosine);
  const y = Float64Array.from(stops, ({ position }) => position[1]);
  return stops.map((stop, at) => {
    let [nearest, least] = [stop, Infinity];
    for (const [other, candidate] of stops.entries()) {
      const squared = ((x[other] ?? 0) - (x[at] ?? 0)) ** 2 + ((y[other] ?? 0) - (y[at] ?? 0)) ** 2;
      if (other !== at && squared < least) [nearest, least] = [candidate, squared];
    }
    return distanceMetres(stop.position, nearest.position);
  });
}

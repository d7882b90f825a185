import { distanceMetres } from "../../../geodata/geometry/position.ts";
import type { PlanRequest, PlanRoute, PlanStop } from "../../contract/plan.ts";
import type { Arrangement } from "../../contract/plan-arrangement.ts";
import type { HandWarning } from "../../contract/plan-edit.ts";
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

/**
 * What the routes break of what was asked, and stops that lie far from the rest of their route. Only routes that a hand
 * has changed are judged: of the others the planner has kept the limits.
 */
export function handWarnings(
  request: PlanRequest,
  { routes }: Arrangement,
  drawn: ReadonlyMap<string, PlanRoute>,
  planned: ReadonlyMap<string, PlanRoute>,
): readonly HandWarning[] {
  return routes.flatMap(({ id }): HandWarning[] => {
    const route = drawn.get(id);
    if (!route) return [{ kind: "empty-route", routeId: id }];
    return route === planned.get(id) ? [] : [...brokenLimits(request, route), ...farStops(route)];
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

function farStops({ id: routeId, stops }: PlanRoute): HandWarning[] {
  if (stops.length < 3) return [];
  const nearest = stops.map((stop) => ({ stop, metres: nearestOther(stop, stops) }));
  const usual = nearest.map(({ metres }) => metres).sort((a, b) => a - b)[stops.length >> 1] ?? 0;
  return nearest
    .filter(({ metres }) => metres > Math.max(FAR_METRES, FAR_TIMES * usual))
    .slice(0, MOST_FAR_STOPS)
    .map(({ stop, metres }) => ({ kind: "far-stop", routeId, address: stop.address, metres }));
}

function nearestOther(stop: PlanStop, stops: readonly PlanStop[]): number {
  let nearest = Infinity;
  for (const other of stops) {
    if (other !== stop) nearest = Math.min(nearest, distanceMetres(stop.position, other.position));
  }
  return nearest;
}

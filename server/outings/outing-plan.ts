import type { Plan, PlanRoute, PlanStop } from "../contract/plan.ts";

/** The routes of an outing as the plan that they are by now, so that what plans and edits can take them over. */
export function outingPlan(made: Plan, routes: readonly PlanRoute[], freeStops: readonly string[]): Plan {
  const addressIds = [...new Set([...routes.flatMap(({ stops }) => stops.map(({ id }) => id)), ...freeStops])];
  return {
    version: 1,
    territory: made.territory,
    request: { ...made.request, selection: { kind: "addresses", addressIds } },
    totals: made.totals,
    unserved: freeStops.map((stopId) => ({ stopId, code: "no-time-left", reason: "" })),
    warnings: [],
    search: made.search,
    metresEquivalentPerDoor: null,
    routes,
  };
}

/** The number of a route that nobody walks: no sheet has it. */
export const FREE_ROUTE = "0";

/** Stops of nobody as a route without a walker. Only the ids of its stops mean anything. */
export function freeRoute(pattern: PlanRoute, freeStops: readonly string[]): PlanRoute | null {
  const [stop] = pattern.stops;
  if (!stop || freeStops.length === 0) return null;
  return { ...pattern, id: FREE_ROUTE, stops: freeStops.map((id): PlanStop => ({ ...stop, id })) };
}

/** A route whose last stop went to somebody else: it has a place and a number still, and nothing to walk. */
export function emptiedRoute(route: PlanRoute): PlanRoute {
  return {
    ...route,
    end: route.start,
    distanceMetres: 0,
    walkSeconds: 0,
    doorSeconds: 0,
    durationSeconds: 0,
    ascentMetres: 0,
    descentMetres: 0,
    expectedConversations: 0,
    expectedPersuaded: 0,
    profile: null,
    stops: [],
    osrm: {
      distance: 0,
      duration: 0,
      weight: 0,
      weight_name: "duration",
      geometry: { type: "LineString", coordinates: [route.start, route.start] },
      legs: [],
    },
  };
}

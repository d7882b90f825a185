import type { Plan, PlanRoute } from "../contract/plan.ts";
import { startSentenceOf } from "../contract/told-plan.ts";
import { packJson, unpackJson } from "../work/packed-json.ts";
import type { OpenedRoutes, OpenOrder } from "./outing-work.ts";

/** The routes of a plan as they are given to phones. Runs in a worker thread. */
export function openRoutes({ plan }: OpenOrder): OpenedRoutes {
  const { routes } = unpackJson<Plan>(plan);
  const [first] = routes;
  return {
    routes: routes
      .filter(({ stops }) => stops.length > 0)
      .map((route) => ({
        ...drawnRoute(route),
        stops: route.stops.map(({ id, stationId, doors }) => ({ stopId: id, stationId, doors })),
      })),
    start: first ? { label: startSentenceOf(first), position: first.start } : null,
  };
}

/** A route as it is kept for a phone: it carries no estimate of votes. */
export function drawnRoute(route: PlanRoute) {
  return {
    routeId: route.id,
    route: packJson<PlanRoute>({ ...route, expectedPersuaded: 0 }),
    durationSeconds: route.durationSeconds,
  };
}

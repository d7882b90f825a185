import type { Position } from "../../geodata/geometry/position.ts";
import type { Plan, PlanRequest, PlanRoute } from "../contract/plan.ts";
import type { PlanChange } from "../contract/plan-change.ts";

/** What is still to walk of a route of a plan that is being changed. */
export interface RemainingRoute {
  readonly id: string;
  /** Ids of the stops that were on it and are still to be visited, in order; none on a route that is added. */
  readonly stopIds: readonly string[];
  /** Where its walker is or begins, on the street; null: at its own first stop. */
  readonly start: { readonly position: Position; readonly reason: string } | null;
  /** Null: it ends at its last stop. */
  readonly end: Position | null;
  readonly budgetSeconds: number;
  /** The route as it was, when nothing of it is done and it has no other time than before. */
  readonly unchanged: PlanRoute | null;
}

/** The routes that are still walked, in the order of the plan, then those that are added. */
export function remainingRoutes(plan: Plan, change: PlanChange): readonly RemainingRoute[] {
  const gone = new Set(change.removedRoutes);
  const out = new Set([...change.doneStops, ...change.skippedStops]);
  const done = new Set(change.doneStops);
  const kept = plan.routes
    .filter(({ id }) => !gone.has(id))
    .map((route): RemainingRoute => {
      const last = route.stops.findLastIndex(({ id }) => done.has(id));
      const stopIds = route.stops.flatMap(({ id }) => (out.has(id) ? [] : [id]));
      const budgetSeconds = secondsLeft(plan.request, route, last, change);
      const isSame = stopIds.length === route.stops.length && budgetSeconds >= route.durationSeconds;
      return {
        id: route.id,
        stopIds,
        start: startOf(plan.request, route, last),
        end: endOf(route),
        budgetSeconds,
        unchanged: isSame ? route : null,
      };
    });
  return [...kept, ...addedRoutes(plan, change)];
}

/** Minutes given anew count from now on; otherwise the done stops took what they were foreseen to take. */
function secondsLeft(request: PlanRequest, route: PlanRoute, lastDone: number, change: PlanChange): number {
  const given = change.minutesByRoute[route.id] ?? change.minutes;
  if (given !== undefined) return given * 60;
  const stop = route.stops[lastDone];
  const spent = stop ? stop.arrivalSeconds + stop.serviceSeconds : 0;
  return Math.max(0, minutesOf(request, route.id) * 60 - spent);
}

/** Route n has the limits of row n of the team. */
function minutesOf(request: PlanRequest, routeId: string): number {
  return request.team[Number(routeId) - 1]?.minutes ?? request.minutes;
}

function startOf(request: PlanRequest, route: PlanRoute, lastDone: number): RemainingRoute["start"] {
  const rule = request.team[Number(route.id) - 1]?.start ?? request.start;
  const isFree = rule === "anywhere" && endOf(route) === null;
  if (lastDone < 0 && isFree) return null;
  const at = lastDone < 0 ? route.osrm.legs[0] : route.osrm.legs[lastDone + 1];
  const done = route.stops[lastDone];
  const position = at?.steps[0]?.maneuver.location ?? done?.position ?? route.start;
  return { position, reason: done ? done.address : route.startReason };
}

/** A route with a leg more than it has stops goes on to an end. */
function endOf({ osrm, stops }: PlanRoute): Position | null {
  const last = osrm.legs.length > stops.length ? osrm.legs.at(-1) : undefined;
  return last?.steps.at(-1)?.maneuver.location ?? null;
}

function addedRoutes(plan: Plan, change: PlanChange): readonly RemainingRoute[] {
  const highest = Math.max(0, ...plan.routes.map(({ id }) => Number(id) || 0));
  const pattern = plan.routes.find(({ id }) => plan.request.team[Number(id) - 1] === undefined) ?? plan.routes[0];
  return Array.from({ length: change.addedRoutes }, (_, index) => ({
    id: String(highest + index + 1),
    stopIds: [],
    start: pattern ? startOf(plan.request, pattern, -1) : null,
    end: pattern ? endOf(pattern) : null,
    budgetSeconds: (change.minutes ?? plan.request.minutes) * 60,
    unchanged: null,
  }));
}

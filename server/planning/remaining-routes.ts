import type { Position } from "../../geodata/geometry/position.ts";
import type { Plan, PlanRequest, PlanRoute } from "../contract/plan.ts";
import type { PlanChange } from "../contract/plan-change.ts";
import { inBothLanguages, type Sentence } from "../contract/refusal.ts";
import { startSentenceOf } from "../contract/told-plan.ts";

/** What is still to walk of a route of a plan that is being changed. */
export interface RemainingRoute {
  readonly id: string;
  /** Ids of the stops that were on it and are still to be visited, in order; none on a route that is added. */
  readonly stopIds: readonly string[];
  /** Where its walker is or begins, on the street; null: at its own first stop. */
  readonly start: { readonly position: Position; readonly reason: Sentence } | null;
  /** Null: it ends at its last stop. */
  readonly end: Position | null;
  readonly budgetSeconds: number;
  /** The route as it was; null for one that is added. */
  readonly before: PlanRoute | null;
  /** The same, when nothing of it is done and it has no other time than before. */
  readonly unchanged: PlanRoute | null;
  /** Whether its walker has just what there was to do, or more time than that, or neither. */
  readonly state: "settled" | "roomy" | "disturbed";
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
        before: route,
        unchanged: isSame ? route : null,
        state: stateOf(plan.request, route, last, stopIds, budgetSeconds),
      };
    });
  return [...kept, ...addedRoutes(plan, change)];
}

/**
 * How a change leaves a route: *settled* where the stops left are the last of it and there is time for them and hardly
 * more to spare than before; *roomy* where there is more to spare; *disturbed* otherwise.
 */
function stateOf(
  request: PlanRequest,
  route: PlanRoute,
  lastDone: number,
  stopIds: readonly string[],
  budgetSeconds: number,
): RemainingRoute["state"] {
  const left = route.stops.slice(lastDone + 1);
  const spareBefore = routeMinutes(request, route.id) * 60 - route.durationSeconds;
  const spare = budgetSeconds - (route.durationSeconds - secondsSpent(route, lastDone));
  if (spare > Math.max(0, spareBefore) + LITTLE_SECONDS || stopIds.length < left.length) return "roomy";
  return spare >= -ROUNDING_SECONDS && stopIds.length === left.length ? "settled" : "disturbed";
}

/** Time to spare that no stop is looked for to fill. */
const LITTLE_SECONDS = 60;
const ROUNDING_SECONDS = 1e-6;

/** Minutes given anew count from now on; otherwise the done stops took what they were foreseen to take. */
function secondsLeft(request: PlanRequest, route: PlanRoute, lastDone: number, change: PlanChange): number {
  const given = change.minutesByRoute[route.id] ?? change.minutes;
  if (given !== undefined) return given * 60;
  return Math.max(0, routeMinutes(request, route.id) * 60 - secondsSpent(route, lastDone));
}

/** From the start to when the last of the done stops is foreseen to be done. */
function secondsSpent(route: PlanRoute, lastDone: number): number {
  const stop = route.stops[lastDone];
  return stop ? stop.arrivalSeconds + stop.serviceSeconds : 0;
}

/** Minutes that a route of a plan may take: route n has the limits of row n of the team. */
export function routeMinutes(request: PlanRequest, routeId: string): number {
  return request.team[Number(routeId) - 1]?.minutes ?? request.minutes;
}

function startOf(request: PlanRequest, route: PlanRoute, lastDone: number): RemainingRoute["start"] {
  const rule = request.team[Number(route.id) - 1]?.start ?? request.start;
  const isFree = rule === "anywhere" && endOf(route) === null;
  if (lastDone < 0 && isFree) return null;
  const at = lastDone < 0 ? route.osrm.legs[0] : route.osrm.legs[lastDone + 1];
  const done = route.stops[lastDone];
  const position = at?.steps[0]?.maneuver.location ?? done?.position ?? route.start;
  return { position, reason: done ? inBothLanguages(() => done.address) : startSentenceOf(route) };
}

/** A route with a leg more than it has stops goes on to an end. */
export function endOf({ osrm, stops }: PlanRoute): Position | null {
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
    before: null,
    unchanged: null,
    state: "roomy",
  }));
}

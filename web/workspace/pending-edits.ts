import { composePlan } from "../../server/contract/compose-plan.ts";
import type { Plan, PlanRoute } from "../../server/contract/plan.ts";
import { type Arrangement, applyEdit, arrangementOf, type PlacedEdit } from "../../server/contract/plan-arrangement.ts";
import type { PlanEdit, PlanEditAnswer } from "../../server/contract/plan-edit.ts";

/** A plan as it will be once the server has answered: orders are right at once, figures and paths follow. */
export interface PendingPlan {
  readonly plan: Plan;
  /** Ids of routes whose figures are those of before. */
  readonly pendingRoutes: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Shows edits that were sent. Those whose place only the server finds are seen when it has found it. */
export function showPending(plan: Plan, edits: readonly PlanEdit[]): PendingPlan {
  const placed = edits.filter(isPlaced);
  if (placed.length === 0) return { plan, pendingRoutes: NONE };
  const present = presentArrangement(plan);
  const next = placed.reduce(applyEdit, present);
  if (next === present) return { plan, pendingRoutes: NONE };
  const stops = new Map(plan.routes.flatMap((route) => route.stops.map((stop) => [stop.id, stop] as const)));
  const pending = new Set<string>();
  const routes = plan.routes.flatMap((route): PlanRoute[] => {
    const stopIds = next.routes.find(({ id }) => id === route.id)?.stopIds ?? [];
    if (stopIds.length === route.stops.length && route.stops.every(({ id }, place) => id === stopIds[place]))
      return [route];
    pending.add(route.id);
    const order = stopIds.flatMap((id) => stops.get(id) ?? []);
    // The directions of another order would be told under the wrong doors: none are until the new ones come.
    return order.length === 0 ? [] : [{ ...route, stops: order, osrm: { ...route.osrm, legs: [] } }];
  });
  const edited = plan.edited ?? notEdited(plan);
  const { lockedStops, lockedRoutes } = next;
  return { plan: { ...plan, edited: { ...edited, lockedStops, lockedRoutes }, routes }, pendingRoutes: pending };
}

/** A plan with what an edit changed of it. */
export function takeAnswer(plan: Plan, { head, routes }: PlanEditAnswer): Plan {
  return composePlan(plan, head, new Map([...plan.routes, ...routes].map((route) => [route.id, route])));
}

/** How a plan is arranged, as far as it tells: where routes begin by hand is the server's to know. */
function presentArrangement(plan: Plan): Arrangement {
  const empty = (plan.edited?.emptyRoutes ?? []).map((id) => ({ id, stopIds: [], start: null, end: null }));
  const { routes } = arrangementOf(plan);
  return {
    routes: [...routes, ...empty],
    takenOut: (plan.edited?.takenOut ?? []).map(({ stopId }) => stopId),
    lockedStops: plan.edited?.lockedStops ?? [],
    lockedRoutes: plan.edited?.lockedRoutes ?? [],
  };
}

/** Every route that stops can be moved to, in the order of their numbers, those without stops among them. */
export function routeIdsOf(plan: Plan): readonly string[] {
  return presentArrangement(plan)
    .routes.map(({ id }) => id)
    .toSorted((a, b) => Number(a) - Number(b));
}

function isPlaced(edit: PlanEdit): edit is PlacedEdit {
  return ["move", "take-out", "reverse", "lock-stops", "lock-route"].includes(edit.kind);
}

function notEdited({ request }: Plan): NonNullable<Plan["edited"]> {
  return {
    revision: 0,
    canUndo: false,
    canRedo: false,
    askedMinutes: request.minutes,
    lockedStops: [],
    lockedRoutes: [],
    takenOut: [],
    emptyRoutes: [],
    warnings: [],
  };
}

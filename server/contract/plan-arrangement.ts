import type { Plan } from "./plan.ts";
import type { HandEdit } from "./plan-edit.ts";

/** Which stops on which route, in what order, and what the organizer decided of them: all that a hand can edit. */
export interface Arrangement {
  readonly routes: readonly ArrangedRoute[];
  readonly takenOut: readonly string[];
  readonly lockedStops: readonly string[];
  readonly lockedRoutes: readonly string[];
}

export interface ArrangedRoute {
  readonly id: string;
  readonly stopIds: readonly string[];
  readonly start: HandEnd | null;
  readonly end: HandEnd | null;
}

/** Where a route begins or ends by hand: a place on a street, or its own first or last stop. Null is as it was planned. */
export type HandEnd = { readonly position: readonly [number, number] } | "stop";

/** Edits that say where everything goes. An insertion says so once its best place is known. */
export type PlacedEdit = Exclude<HandEdit, { readonly kind: "insert" }>;

/** A plan that changes one that was edited is made with its locks, and with what was taken out of it. */
export function arrangementOf({ routes, edited }: Pick<Plan, "routes" | "edited">): Arrangement {
  return {
    routes: routes.map(({ id, stops }) => ({ id, stopIds: stops.map((stop) => stop.id), start: null, end: null })),
    takenOut: edited?.takenOut.map(({ stopId }) => stopId) ?? [],
    lockedStops: edited?.lockedStops ?? [],
    lockedRoutes: edited?.lockedRoutes ?? [],
  };
}

/**
 * The arrangement after an edit; the same object when the edit changes nothing. No stop is lost or doubled: what leaves
 * a route is on another or taken out. An edit of a route that is not there changes nothing.
 */
export function applyEdit(arrangement: Arrangement, edit: PlacedEdit): Arrangement {
  const next = edited(arrangement, edit);
  return sameArrangement(arrangement, next) ? arrangement : next;
}

export function sameArrangement(one: Arrangement, other: Arrangement): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function edited(arrangement: Arrangement, edit: PlacedEdit): Arrangement {
  switch (edit.kind) {
    case "move":
      return moved(arrangement, edit);
    case "take-out":
      return takenOut(arrangement, edit.stopIds);
    case "lock-stops":
      return { ...arrangement, lockedStops: toggled(arrangement.lockedStops, edit.stopIds, edit.isLocked) };
    case "lock-route":
      return { ...arrangement, lockedRoutes: toggled(arrangement.lockedRoutes, [edit.routeId], edit.isLocked) };
    case "reverse":
      return withRoute(arrangement, edit.routeId, (route) => ({ ...route, stopIds: route.stopIds.toReversed() }));
    case "set-start":
      return withRoute(arrangement, edit.routeId, (route) => ({ ...route, start: handEnd(edit.position) }));
    case "set-end":
      return withRoute(arrangement, edit.routeId, (route) => ({ ...route, end: handEnd(edit.position) }));
  }
}

function moved(arrangement: Arrangement, edit: Extract<PlacedEdit, { readonly kind: "move" }>): Arrangement {
  const goal = arrangement.routes.find(({ id }) => id === edit.routeId);
  if (!goal) return arrangement;
  const moving = new Set(edit.stopIds);
  // Before a stop that moves too means before the next one that stays.
  const from = edit.before === null ? -1 : goal.stopIds.indexOf(edit.before);
  const before = from < 0 ? undefined : goal.stopIds.slice(from).find((id) => !moving.has(id));
  const without = withoutStops(arrangement, moving);
  return withRoute(without, edit.routeId, (route) => {
    const at = before === undefined ? route.stopIds.length : route.stopIds.indexOf(before);
    return { ...route, stopIds: [...route.stopIds.slice(0, at), ...moving, ...route.stopIds.slice(at)] };
  });
}

function takenOut(arrangement: Arrangement, stopIds: readonly string[]): Arrangement {
  const leaving = new Set(stopIds);
  const without = withoutStops(arrangement, leaving);
  return {
    ...without,
    takenOut: [...without.takenOut, ...leaving],
    lockedStops: arrangement.lockedStops.filter((id) => !leaving.has(id)),
  };
}

function withoutStops(arrangement: Arrangement, stopIds: ReadonlySet<string>): Arrangement {
  const rest = (ids: readonly string[]) =>
    ids.some((id) => stopIds.has(id)) ? ids.filter((id) => !stopIds.has(id)) : ids;
  return {
    ...arrangement,
    routes: arrangement.routes.map((route) => ({ ...route, stopIds: rest(route.stopIds) })),
    takenOut: rest(arrangement.takenOut),
  };
}

function withRoute(
  arrangement: Arrangement,
  routeId: string,
  change: (route: ArrangedRoute) => ArrangedRoute,
): Arrangement {
  return { ...arrangement, routes: arrangement.routes.map((route) => (route.id === routeId ? change(route) : route)) };
}

function toggled(ids: readonly string[], changed: readonly string[], isIn: boolean): readonly string[] {
  const others = ids.filter((id) => !changed.includes(id));
  return isIn ? [...others, ...new Set(changed)] : others;
}

function handEnd(position: readonly [number, number] | null): HandEnd {
  return position === null ? "stop" : { position };
}

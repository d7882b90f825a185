import { groupBy } from "../../geodata/geometry/group-by.ts";
import type { OutingMoves, Walker } from "../contract/outing-moves.ts";
import { donePlan } from "../plans/present-plan.ts";
import { applyMoves, type MovedBoard, type OutingBoard, type TouchedRoute } from "./apply-moves.ts";
import { newLink, type OutingsDeps, openOuting, ringOuting } from "./outing-deps.ts";
import type { StoredOutingRoute, StoredOutingStop } from "./outing-route-store.ts";
import { changedMeanwhile, stopsBegun, unknownOuting } from "./outing-words.ts";
import type { RedrawnRoutes } from "./outing-work.ts";

export interface MovedStops {
  readonly madeRoutes: readonly string[];
  readonly undo: OutingMoves | null;
}

/**
 * Hands over, splits, takes back and shares out: stops go to those who shall walk them, the routes they touch are drawn
 * again, and their phones learn of it. Throws Refusal "nothing-found", "outing-ended", "outing-changed" when the outing is at
 * another revision than the one that was looked at, and the Refusals of applyMoves and redrawRoutes; nothing has changed then.
 */
export async function moveStops(outingId: string, request: OutingMoves, deps: OutingsDeps): Promise<MovedStops> {
  const outing = await openOuting(outingId, deps);
  if (outing.revision !== request.revision) throw changedMeanwhile();
  const routes = await deps.outingRoutes.routes(outingId);
  const stops = await deps.outingRoutes.stops(outingId);
  const begun = new Set((await deps.outingRoutes.begun(outingId)).map(({ stopId }) => stopId));
  const board = boardOf(routes, stops, begun);
  const moved = applyMoves(board, request);
  if (moved.touched.length === 0 && moved.undo === null) return { madeRoutes: [], undo: null };

  const numbers = routeNumbers(moved.touched, routes);
  const touchedIds = moved.touched.flatMap(({ walker }) => (walker.kind === "route" ? [walker.id] : []));
  const { plan } = await donePlan(outing.planId, deps.plans);
  const drawn = await deps.workers.outing("redraw", {
    path: deps.library.path(outing.territoryName),
    plan,
    routes: [...(await deps.outingRoutes.walks(touchedIds)).values()],
    freeStops: board.freeStops,
    changes: moved.touched.map(({ walker, ...change }) => ({ ...change, routeId: numbers(walker) })),
  });
  const kept = await deps.outingRoutes.changeStops({
    outingId,
    basedOn: outing.revision,
    ...rowsOf(moved, drawn, numbers, outing.closesAt, deps),
    unbegun: request.movesBegun ? [] : leavingStops(board, moved),
  });
  if (kept === "begun-meanwhile") throw stopsBegun(1);
  if (kept === "changed-meanwhile") throw changedMeanwhile();
  ringOuting(outingId, deps);
  const made = await deps.outingRoutes.routes(outingId);
  const known = new Set(routes.map(({ id }) => id));
  return {
    madeRoutes: made.flatMap(({ id }) => (known.has(id) ? [] : [id])),
    undo: moved.undo && { ...moved.undo, revision: outing.revision + 1 },
  };
}

export function boardOf(
  routes: readonly StoredOutingRoute[],
  stops: readonly StoredOutingStop[],
  begun: ReadonlySet<string>,
): OutingBoard {
  const byRoute = groupBy(stops, ({ outingRouteId }) => outingRouteId);
  const stopsOf = (id: string | null) => byRoute.get(id)?.map(({ stopId }) => stopId) ?? [];
  return {
    routes: routes.map(({ id }) => ({ id, stopIds: stopsOf(id) })),
    freeStops: stopsOf(null),
    begun,
  };
}

/** The number on the sheet of each walker: routes that are made go on from the highest. */
function routeNumbers(
  touched: readonly TouchedRoute[],
  routes: readonly StoredOutingRoute[],
): (walker: Walker) => string {
  const highest = Math.max(0, ...routes.map(({ routeId }) => Number(routeId) || 0));
  const made = touched.flatMap(({ walker }) => (walker.kind === "new" ? [walker.number] : [])).sort((a, b) => a - b);
  const known = new Map(routes.map(({ id, routeId }) => [id, routeId]));
  return (walker) =>
    walker.kind === "route" ? (known.get(walker.id) ?? "") : String(highest + 1 + made.indexOf(walker.number));
}

function rowsOf(
  { touched, freeStops }: MovedBoard,
  drawn: RedrawnRoutes,
  numbers: (walker: Walker) => string,
  expiresAt: string,
  deps: OutingsDeps,
) {
  const byNumber = new Map(drawn.routes.map((route) => [route.routeId, route]));
  const drawnOf = (walker: Walker) => {
    const route = byNumber.get(numbers(walker));
    if (!route) throw unknownOuting();
    return route;
  };
  return {
    changed: touched.flatMap(({ walker }) => (walker.kind === "route" ? [{ ...drawnOf(walker), id: walker.id }] : [])),
    made: touched.flatMap(({ walker }) =>
      walker.kind === "new" ? [{ ...drawnOf(walker), ...newLink(deps), id: deps.newToken(), expiresAt }] : [],
    ),
    freed: freeStops,
  };
}

/** Stops that leave somebody. */
function leavingStops({ routes, freeStops }: OutingBoard, { touched, freeStops: free }: MovedBoard): readonly string[] {
  const wereFree = new Set(freeStops);
  const owned = new Set(routes.flatMap(({ stopIds }) => stopIds));
  const freed = free.filter((id) => !wereFree.has(id));
  return [...new Set([...touched.flatMap(({ come }) => come), ...freed])].filter((id) => owned.has(id));
}

import type { OutingMoves, Walker } from "../contract/outing-moves.ts";
import { stopsBegun, takenBackRoute, unknownOutingRoute, unknownOutingStop } from "./outing-words.ts";

/** Who walks what of an outing. */
export interface OutingBoard {
  readonly routes: readonly BoardRoute[];
  readonly freeStops: readonly string[];
  /** Stops where something was reported. */
  readonly begun: ReadonlySet<string>;
}

export interface BoardRoute {
  readonly id: string;
  /** The number on its sheet. */
  readonly routeId: string;
  readonly isTakenBack: boolean;
  /** In order. */
  readonly stopIds: readonly string[];
}

/** A route whose stops or order are other than before. */
export interface TouchedRoute {
  readonly walker: Walker;
  /** Walked already: they stay the first, in the order they have. */
  readonly begun: readonly string[];
  /** Still to be walked, as they were before. */
  readonly kept: readonly string[];
  readonly come: readonly string[];
  /** All of what is still to be walked, in order; null when the places of those that come are to be found. */
  readonly order: readonly string[] | null;
}

export interface MovedBoard {
  readonly touched: readonly TouchedRoute[];
  readonly freeStops: readonly string[];
  /** What puts every stop back; null when none has moved. */
  readonly undo: Pick<OutingMoves, "moves" | "orders" | "movesBegun"> | null;
}

const NOBODY = "nobody";

/**
 * Gives stops to who shall walk them. Each stop is on one route or on none, before and after. A stop that was begun stays
 * where it is unless the moves insist. Throws Refusal on a stop or route that the outing does not have, a route that was
 * taken back, and "stop-begun".
 */
export function applyMoves(board: OutingBoard, { moves, orders, movesBegun }: OutingMoves): MovedBoard {
  const before = ownersOf(board);
  const after = new Map(before);
  const walkers = new Map<string, Walker>();
  const comers = new Map<string, string[]>();
  for (const { stopIds, to } of moves) {
    const goal = to.kind === "nobody" ? NOBODY : keyOf(checkedWalker(to, board));
    if (to.kind !== "nobody") walkers.set(goal, to);
    for (const id of stopIds) {
      const owner = after.get(id);
      if (owner === undefined) throw unknownOutingStop(id);
      if (owner === goal) continue;
      for (const list of comers.values()) remove(list, id);
      after.set(id, goal);
      if (before.get(id) !== goal) listOf(comers, goal).push(id);
    }
  }
  const moved = [...after].filter(([id, owner]) => before.get(id) !== owner).map(([id]) => id);
  const begunMoved = moved.filter((id) => board.begun.has(id));
  if (begunMoved.length > 0 && !movesBegun) throw stopsBegun(begunMoved.length);
  const saidOrders = new Map(orders.map(({ of, stopIds }) => [keyOf(checkedWalker(of, board)), { of, stopIds }]));
  for (const [key, { of }] of saidOrders) walkers.set(key, of);
  for (const { id } of board.routes) walkers.set(id, { kind: "route", id });
  const touchedKeys = new Set([...moved.flatMap((id) => [before.get(id), after.get(id)]), ...saidOrders.keys()]);

  const touched = [...walkers].flatMap(([key, walker]): TouchedRoute[] => {
    if (!touchedKeys.has(key)) return [];
    const own = board.routes.find(({ id }) => id === key)?.stopIds.filter((id) => after.get(id) === key) ?? [];
    const begun = own.filter((id) => board.begun.has(id));
    const kept = own.filter((id) => !board.begun.has(id));
    const come = (comers.get(key) ?? []).filter((id) => after.get(id) === key);
    if (own.length + come.length === 0 && walker.kind === "new") return [];
    return [{ walker, begun, kept, come, order: wholeOrder(saidOrders.get(key)?.stopIds, [...kept, ...come]) }];
  });
  return {
    touched,
    freeStops: [...after].flatMap(([id, owner]) => (owner === NOBODY ? [id] : [])),
    undo:
      moved.length === 0
        ? null
        : {
            moves: groupedByOwner(moved, before),
            orders: touched.flatMap(({ walker }) => previousOrder(walker, board)),
            movesBegun: begunMoved.length > 0,
          },
  };
}

export function keyOf(walker: Walker): string {
  return walker.kind === "route" ? walker.id : `new ${walker.number}`;
}

function ownersOf({ routes, freeStops }: OutingBoard): ReadonlyMap<string, string> {
  return new Map([
    ...routes.flatMap(({ id, stopIds }) => stopIds.map((stop) => [stop, id] as const)),
    ...freeStops.map((stop) => [stop, NOBODY] as const),
  ]);
}

function checkedWalker(walker: Walker, { routes }: OutingBoard): Walker {
  if (walker.kind === "new") return walker;
  const route = routes.find(({ id }) => id === walker.id);
  if (!route) throw unknownOutingRoute();
  if (route.isTakenBack) throw takenBackRoute(route.routeId);
  return walker;
}

/** The order as it was said, with what it does not name at its end. */
function wholeOrder(said: readonly string[] | undefined, all: readonly string[]): readonly string[] | null {
  if (said === undefined) return null;
  const left = new Set(all);
  const named = [...new Set(said)].filter((id) => left.delete(id));
  return [...named, ...left];
}

function groupedByOwner(moved: readonly string[], owners: ReadonlyMap<string, string>): OutingMoves["moves"] {
  const groups = new Map<string, string[]>();
  for (const id of moved) listOf(groups, owners.get(id) ?? NOBODY).push(id);
  return [...groups].map(([owner, stopIds]) => ({
    stopIds,
    to: owner === NOBODY ? { kind: "nobody" } : { kind: "route", id: owner },
  }));
}

function previousOrder(walker: Walker, { routes, begun }: OutingBoard): OutingMoves["orders"] {
  const route = routes.find(({ id }) => walker.kind === "route" && id === walker.id);
  if (!route || route.isTakenBack) return [];
  return [{ of: walker, stopIds: route.stopIds.filter((id) => !begun.has(id)) }];
}

function listOf(lists: Map<string, string[]>, key: string): string[] {
  const known = lists.get(key) ?? [];
  lists.set(key, known);
  return known;
}

function remove(list: string[], id: string): void {
  const at = list.indexOf(id);
  if (at >= 0) list.splice(at, 1);
}

import { CROSS_EXCHANGE, EXCHANGE_RUNS } from "./moves/cross-exchange.ts";
import { EJECT } from "./moves/eject.ts";
import { INSERT_UNSERVED } from "./moves/insert-unserved.ts";
import type { Move } from "./moves/move.ts";
import { OR_OPT } from "./moves/or-opt.ts";
import { RELOCATE } from "./moves/relocate.ts";
import { RELOCATE_RUN } from "./moves/relocate-run.ts";
import { SWAP } from "./moves/swap.ts";
import { TWO_OPT } from "./moves/two-opt.ts";
import { TWO_OPT_STAR } from "./moves/two-opt-star.ts";
import type { NearStops } from "./near-stops.ts";
import type { TourState } from "./tour-state.ts";

/** For a stop that nobody serves, beside one that is served. */
const FOR_UNSERVED: readonly Move[] = [...INSERT_UNSERVED, EJECT];
/** For two stops of one route. */
const WITHIN_ROUTE: readonly Move[] = [...RELOCATE, SWAP, ...TWO_OPT, ...OR_OPT, ...RELOCATE_RUN];
/** For stops of two routes. */
const FEW_BETWEEN_ROUTES: readonly Move[] = [
  ...RELOCATE,
  SWAP,
  ...OR_OPT,
  ...CROSS_EXCHANGE,
  ...RELOCATE_RUN,
  EXCHANGE_RUNS,
];
/** The same, and whole ends of routes: not where every stop that moves has its price. */
const BETWEEN_ROUTES: readonly Move[] = [...FEW_BETWEEN_ROUTES, TWO_OPT_STAR];

/** Every move there is, those that change least first. */
export const MOVES: readonly Move[] = [...new Set([...FOR_UNSERVED, ...WITHIN_ROUTE, ...BETWEEN_ROUTES])];

export interface LocalSearch {
  /** How many of its nearest stops a stop is tried with that is served, and one that is not. */
  readonly nearWidth: number;
  readonly unservedWidth: number;
  readonly mostPasses: number;
  /** By route: whether there may be something to gain there. A pair of stops on routes that do not wait is left alone. */
  readonly isWaiting: readonly boolean[];
  /** Asked now and then; true ends the search. */
  readonly shouldStop: () => boolean;
}

/**
 * Applies moves that lower the cost until none between a stop and one of its near stops does, or `mostPasses` passes
 * over the stops are done. A pair is looked at again only when one of its routes has changed since. Returns the
 * routes that moves were applied to.
 */
export function searchLocally(
  state: TourState,
  near: NearStops,
  { nearWidth, unservedWidth, mostPasses, isWaiting, shouldStop }: LocalSearch,
): ReadonlySet<number> {
  const between = state.weights.change > 0 ? FEW_BETWEEN_ROUTES : BETWEEN_ROUTES;
  const changedAt = Int32Array.from(isWaiting, (waits) => (waits ? 0 : -1));
  const lookedAt = new Int32Array(state.problem.stopCount).fill(-1);
  let applied = 0;
  const changedRoutes = () => new Set([...changedAt.keys()].filter((route) => (changedAt[route] ?? 0) > 0));
  for (let pass = 0; pass < mostPasses; pass++) {
    const before = applied;
    for (let stop = 0; stop < state.problem.stopCount; stop++) {
      if (shouldStop()) return changedRoutes();
      const since = lookedAt[stop] ?? -1;
      lookedAt[stop] = applied;
      const width = Math.min((state.routeOf[stop] ?? -1) < 0 ? unservedWidth : nearWidth, near.width);
      for (let rank = 0; rank < width; rank++) {
        const other = near.list[stop * near.width + rank] ?? 0;
        const route = state.routeOf[other] ?? -1;
        if (route < 0) continue;
        const own = state.routeOf[stop] ?? -1;
        const changed = Math.max(changedAt[route] ?? 0, own < 0 ? -1 : (changedAt[own] ?? 0));
        if (changed <= since || !improve(state, stop, other, between)) continue;
        applied++;
        changedAt[route] = applied;
        if (own >= 0) changedAt[own] = applied;
      }
    }
    if (applied === before) break;
  }
  return changedRoutes();
}

function improve(state: TourState, stop: number, other: number, between: readonly Move[]): boolean {
  const own = state.routeOf[stop] ?? -1;
  const moves = own < 0 ? FOR_UNSERVED : own === state.routeOf[other] ? WITHIN_ROUTE : between;
  for (const move of moves) {
    if (move.gain(state, stop, other) > LEAST_GAIN && move.isValid(state, stop, other)) {
      move.apply(state, stop, other);
      return true;
    }
  }
  return false;
}

/** Below this a gain is rounding, and following it could go round in circles. */
const LEAST_GAIN = 1e-6;

import { bondCost, isAllowed } from "./bonds.ts";
import { legClimb, legSeconds } from "./legs.ts";
import type { NearStops } from "./near-stops.ts";
import type { Random } from "./random.ts";
import type { RouteLimits } from "./routing-problem.ts";
import { insertionOf, insertStop, routeCost, type TourState } from "./tour-state.ts";

export interface InsertionOptions {
  /** Chance that a place is overlooked, so that the search does not run in circles. */
  readonly blinkRate: number;
  /** How many of the nearest stops are looked at for a place beside them. */
  readonly nearWidth: number;
  /** Whether to look at every place of every route when there is none beside a near stop. */
  readonly looksEverywhere: boolean;
  /** Whether a route that is still empty may be begun. Default true. */
  readonly opensRoutes?: boolean;
}

/** Finds where a stop costs least and puts it there. */
export interface Inserter {
  /** Returns false, and changes nothing, when there is no place within the limits of a route. */
  insert(stop: number, options: InsertionOptions): boolean;
}

/**
 * Places beside the nearest served stops, and one empty route of each kind, are looked at first; all places only when
 * none fits. O(near) per stop instead of O(served).
 */
export function createInserter(
  state: TourState,
  near: NearStops,
  random: Random,
  beforeTouch: (route: number) => void,
): Inserter {
  const { problem, weights, walk, service, budget, routeOf, position, order, length } = state;
  const { stopCount } = problem;
  const tables = problem.routes.map(({ durations }) => durations ?? problem.durations);
  const starts = problem.routes.map(({ fromStart }) => fromStart);
  const ends = problem.routes.map(({ toEnd }) => toEnd);
  const climbs = problem.routes.map(({ climb }) => climb?.mostMetres ?? Infinity);
  const hasBonds = weights.seam > 0 || weights.change > 0;
  const bonds = new Float64Array(problem.routes.length);
  const bondsKnownFor = new Int32Array(problem.routes.length).fill(-1);
  const kinds = kindsOfRoutes(problem.routes);
  const isOpenToAll = problem.onlyRoute === undefined;
  let bestRoute = -1;
  let bestPosition = 0;
  let bestCost = Infinity;
  let untilBlink = 0;

  /** How many places are looked at before the next one is overlooked: geometric, one draw a blink instead of one a place. */
  const drawBlink = (rate: number): number =>
    rate > 0 ? Math.floor(Math.log(1 - random()) / Math.log(1 - rate)) : Infinity;

  const consider = (stop: number, route: number, at: number, extra: number): void => {
    const walked = walk[route] ?? 0;
    const served = service[route] ?? 0;
    const added = problem.serviceSeconds[stop] ?? 0;
    // A leg without a way is Infinity, and the difference of two is no number: neither is within the budget.
    if (!(walked + extra + served + added <= (budget[route] ?? 0))) return;
    let cost = extra;
    if (weights.balance !== 0) {
      cost = routeCost(state, route, walked + extra, served + added) - routeCost(state, route, walked, served);
    }
    if (hasBonds) cost += bondOf(stop, route);
    if (cost >= bestCost) return;
    if (climbs[route] !== Infinity && !keepsClimb(stop, route, at)) return;
    bestCost = cost;
    bestRoute = route;
    bestPosition = at;
  };

  const bondOf = (stop: number, route: number): number => {
    if (bondsKnownFor[route] !== stop) {
      bondsKnownFor[route] = stop;
      bonds[route] = bondCost(state, stop, route);
    }
    return bonds[route] ?? 0;
  };

  const keepsClimb = (stop: number, route: number, at: number): boolean =>
    (state.climb[route] ?? 0) + insertionOf(legClimb, state, stop, route, at) <= (climbs[route] ?? Infinity);

  const considerBesideNear = (stop: number, width: number, blinkRate: number): void => {
    const row = stop * stopCount;
    const end = stop * near.width + width;
    for (let index = stop * near.width; index < end; index++) {
      const other = near.list[index] ?? 0;
      const route = routeOf[other] ?? -1;
      if (route < 0 || (!isOpenToAll && !isAllowed(state, stop, route))) continue;
      const table = tables[route];
      const stops = order[route];
      if (table === undefined || stops === undefined) continue;
      const at = position[other] ?? 0;
      const otherRow = other * stopCount;
      if (untilBlink-- > 0) {
        let extra = table[otherRow + stop] ?? 0;
        if (at + 1 < (length[route] ?? 0)) {
          const after = stops[at + 1] ?? 0;
          extra += (table[row + after] ?? 0) - (table[otherRow + after] ?? 0);
        } else {
          const toEnd = ends[route];
          if (toEnd) extra += (toEnd[stop] ?? 0) - (toEnd[other] ?? 0);
        }
        consider(stop, route, at + 1, extra);
      } else untilBlink = drawBlink(blinkRate);
      if (untilBlink-- > 0) {
        let extra = table[row + other] ?? 0;
        if (at > 0) {
          const before = (stops[at - 1] ?? 0) * stopCount;
          extra += (table[before + stop] ?? 0) - (table[before + other] ?? 0);
        } else {
          const fromStart = starts[route];
          if (fromStart) extra += (fromStart[stop] ?? 0) - (fromStart[other] ?? 0);
        }
        consider(stop, route, at, extra);
      } else untilBlink = drawBlink(blinkRate);
    }
  };

  const considerEmpty = (stop: number): void => {
    for (const kind of kinds) {
      const empty = kind.find((route) => length[route] === 0 && isAllowed(state, stop, route));
      if (empty !== undefined) consider(stop, empty, 0, insertionOf(legSeconds, state, stop, empty, 0));
    }
  };

  const considerEverywhere = (stop: number, opensRoutes: boolean): void => {
    const row = stop * stopCount;
    const added = problem.serviceSeconds[stop] ?? 0;
    for (let route = 0; route < problem.routes.length; route++) {
      const last = length[route] ?? 0;
      const table = tables[route];
      const stops = order[route];
      if (table === undefined || stops === undefined || (last === 0 && !opensRoutes)) continue;
      // Going round by another stop takes no less time, so a route that is full without the walk is full.
      if ((walk[route] ?? 0) + (service[route] ?? 0) + added > (budget[route] ?? 0)) continue;
      if (!isOpenToAll && !isAllowed(state, stop, route)) continue;
      const fromStart = starts[route];
      const toEnd = ends[route];
      for (let at = 0; at <= last; at++) {
        const before = at > 0 ? (stops[at - 1] ?? 0) : -1;
        const after = at < last ? (stops[at] ?? 0) : -1;
        let extra = before >= 0 ? (table[before * stopCount + stop] ?? 0) : (fromStart?.[stop] ?? 0);
        extra += after >= 0 ? (table[row + after] ?? 0) : (toEnd?.[stop] ?? 0);
        if (before >= 0) extra -= after >= 0 ? (table[before * stopCount + after] ?? 0) : (toEnd?.[before] ?? 0);
        else if (after >= 0) extra -= fromStart?.[after] ?? 0;
        consider(stop, route, at, extra);
      }
    }
  };

  return {
    insert(stop, { blinkRate, nearWidth, looksEverywhere, opensRoutes = true }) {
      bestRoute = -1;
      bestCost = Infinity;
      if (hasBonds) bondsKnownFor.fill(-1);
      if (blinkRate === 0) untilBlink = Infinity;
      else if (untilBlink === Infinity) untilBlink = drawBlink(blinkRate);
      considerBesideNear(stop, Math.min(nearWidth, near.width), blinkRate);
      if (opensRoutes) considerEmpty(stop);
      if (bestRoute < 0 && looksEverywhere) considerEverywhere(stop, opensRoutes);
      if (bestRoute < 0) return false;
      beforeTouch(bestRoute);
      insertStop(state, stop, bestRoute, bestPosition);
      return true;
    },
  };
}

/** Routes with the same limits, together: of those that are empty, only one needs to be looked at. */
function kindsOfRoutes(routes: readonly RouteLimits[]): number[][] {
  const kinds: number[][] = [];
  routes.forEach((limits, route) => {
    const kind = kinds.find((members) => isAlike(routes[members[0] ?? 0], limits));
    if (kind) kind.push(route);
    else kinds.push([route]);
  });
  return kinds;
}

function isAlike(one: RouteLimits | undefined, other: RouteLimits): boolean {
  return (
    one?.budgetSeconds === other.budgetSeconds &&
    one.fromStart === other.fromStart &&
    one.toEnd === other.toEnd &&
    one.durations === other.durations &&
    one.climb === other.climb
  );
}

import type { NearStops } from "./near-stops.ts";
import type { Random } from "./random.ts";
import { budgetOf, insertStop, legSeconds, routeCost, stopAt, type TourState } from "./tour-state.ts";

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
  /** Returns false, and changes nothing, when there is no place within the budgets. */
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
  const { problem, weights } = state;
  const { stopCount, durations } = problem;
  const partnersOnRoute = new Int32Array(problem.routes.length);
  const emptyRepresentatives = kindsOfRoutes(problem.routes);
  let bestRoute = -1;
  let bestPosition = 0;
  let bestCost = Infinity;

  function consider(stop: number, service: number, route: number, position: number, seams: number): void {
    const before = stopAt(state, route, position - 1);
    const after = stopAt(state, route, position);
    const extra =
      (before >= 0 ? (durations[before * stopCount + stop] ?? 0) : legSeconds(problem, route, before, stop)) +
      (after >= 0 ? (durations[stop * stopCount + after] ?? 0) : legSeconds(problem, route, stop, after)) -
      (before >= 0 && after >= 0
        ? (durations[before * stopCount + after] ?? 0)
        : before < 0 && after < 0
          ? 0
          : legSeconds(problem, route, before, after));
    const walk = state.walk[route] ?? 0;
    const served = state.service[route] ?? 0;
    if (walk + extra + served + service > budgetOf(state, route)) return;
    let cost = weights.walk * extra;
    if (weights.balance !== 0) {
      cost = routeCost(state, route, walk + extra, served + service) - routeCost(state, route, walk, served);
    }
    cost += weights.seam * (seams - (partnersOnRoute[route] ?? 0));
    if (cost < bestCost) {
      bestCost = cost;
      bestRoute = route;
      bestPosition = position;
    }
  }

  function insert(
    stop: number,
    { blinkRate, nearWidth, looksEverywhere, opensRoutes = true }: InsertionOptions,
  ): boolean {
    bestRoute = -1;
    bestCost = Infinity;
    const service = problem.serviceSeconds[stop] ?? 0;
    const seams = weights.seam > 0 ? notePartners(state, stop, partnersOnRoute) : 0;
    const width = Math.min(nearWidth, near.width);
    for (let rank = 0; rank < width; rank++) {
      const other = near.list[stop * near.width + rank] ?? 0;
      const route = state.routeOf[other] ?? -1;
      if (route < 0) continue;
      const position = state.position[other] ?? 0;
      if (random() >= blinkRate) consider(stop, service, route, position + 1, seams);
      if (random() >= blinkRate) consider(stop, service, route, position, seams);
    }
    for (const kind of opensRoutes ? emptyRepresentatives : []) {
      const empty = kind.find((route) => state.length[route] === 0);
      if (empty !== undefined && random() >= blinkRate) consider(stop, service, empty, 0, seams);
    }
    if (bestRoute < 0 && looksEverywhere) {
      for (let route = 0; route < problem.routes.length; route++) {
        if (!opensRoutes && state.length[route] === 0) continue;
        for (let position = 0; position <= (state.length[route] ?? 0); position++) {
          consider(stop, service, route, position, seams);
        }
      }
    }
    if (seams > 0) partnersOnRoute.fill(0);
    if (bestRoute < 0) return false;
    beforeTouch(bestRoute);
    insertStop(state, stop, bestRoute, bestPosition);
    return true;
  }

  return { insert };
}

/** Notes how many partners of a stop each route serves, and returns their number. */
function notePartners(state: TourState, stop: number, partnersOnRoute: Int32Array): number {
  const { pairs } = state;
  let served = 0;
  for (let at = pairs.start[stop] ?? 0; at < (pairs.start[stop + 1] ?? 0); at++) {
    const route = state.routeOf[pairs.partner[at] ?? 0] ?? -1;
    if (route < 0) continue;
    partnersOnRoute[route] = (partnersOnRoute[route] ?? 0) + 1;
    served++;
  }
  return served;
}

/** Routes with the same limits, together: of those that are empty, only one needs to be looked at. */
function kindsOfRoutes(routes: TourState["problem"]["routes"]): number[][] {
  const kinds: number[][] = [];
  routes.forEach((limits, route) => {
    const kind = kinds.find((members) => {
      const first = routes[members[0] ?? 0];
      return (
        first?.budgetSeconds === limits.budgetSeconds &&
        first.fromStart === limits.fromStart &&
        first.toEnd === limits.toEnd
      );
    });
    if (kind) kind.push(route);
    else kinds.push([route]);
  });
  return kinds;
}

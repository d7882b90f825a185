import type { NearStops } from "./near-stops.ts";
import type { RoutingProblem } from "./routing-problem.ts";
import type { TourState } from "./tour-state.ts";

/**
 * Where a plan that is being changed is worth searching: stops on routes that the change does not leave settled, stops
 * that are not on the route they had, and those around a route that is new or gone. `state` holds the routes that the
 * search begins from. Null: everywhere.
 */
export function disturbedStops(state: TourState, near: NearStops): Int32Array | null {
  const { stopCount, settledRoutes, orphanStops = [] } = state.problem;
  if (!settledRoutes) return null;
  const isDisturbed = new Uint8Array(stopCount);
  for (let stop = 0; stop < stopCount; stop++) {
    const route = state.routeOf[stop] ?? -1;
    if (route >= 0 && (!settledRoutes[route] || state.home[stop] !== route)) isDisturbed[stop] = 1;
  }
  const width = Math.min(AROUND, near.width);
  const centres = [...orphanStops];
  for (const route of newRoutes(state.problem)) centres.push(...routeStops(state, route));
  for (const centre of centres) {
    for (let rank = 0; rank < width; rank++) {
      const stop = near.list[centre * near.width + rank] ?? 0;
      if ((state.routeOf[stop] ?? -1) >= 0) isDisturbed[stop] = 1;
    }
  }
  return Int32Array.from(isDisturbed.keys()).filter((stop) => isDisturbed[stop] === 1);
}

/** Routes that nobody walked before. */
export function newRoutes({ firstRoutes = [], settledRoutes }: RoutingProblem): readonly number[] {
  return [...firstRoutes.keys()].filter((route) => firstRoutes[route]?.length === 0 && !settledRoutes?.[route]);
}

function routeStops(state: TourState, route: number): Int32Array {
  return state.order[route]?.subarray(0, state.length[route]) ?? new Int32Array(0);
}

/** The routes that the change or the search has not left as they were, by route. */
export function disturbedRoutes(state: TourState): readonly boolean[] {
  const { settledRoutes } = state.problem;
  return Array.from(state.length, (_, route) => !settledRoutes?.[route] || !isAsItWas(state, route));
}

/** Whether a route has the stops that it began with, in the same order. */
export function isAsItWas({ problem, order, length }: TourState, route: number): boolean {
  const first = problem.firstRoutes?.[route];
  return first?.length === length[route] && first?.every((stop, at) => order[route]?.[at] === stop) === true;
}

/** How many of the nearest stops are around a stop: on streets the nearest dozen are all of one route. */
const AROUND = 40;

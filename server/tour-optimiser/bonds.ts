import type { TourState } from "./tour-state.ts";

/*
 * What ties a stop to a route besides the walk: neighbours on the same route (seams), the route it had in the plan that
 * is being changed (home), and the only route that may serve it (lock).
 */

/** Whether a route may serve a stop. */
export function isAllowed(state: TourState, stop: number, route: number): boolean {
  const only = state.problem.onlyRoute?.[stop] ?? -1;
  return only < 0 || only === route;
}

/** Pairs that a stop has, or would have, with stops of other routes when it is on `route`. */
export function seamsOf(state: TourState, stop: number, route: number): number {
  const { pairs, routeOf } = state;
  const end = pairs.start[stop + 1] ?? 0;
  let seams = 0;
  for (let at = pairs.start[stop] ?? 0; at < end; at++) {
    const other = routeOf[pairs.partner[at] ?? 0] ?? -1;
    if (other >= 0 && other !== route) seams++;
  }
  return seams;
}

/** 1 when serving a stop on this route moves it off the route it had. */
export function isAwayFromHome(state: TourState, stop: number, route: number): number {
  const home = state.home[stop] ?? -1;
  return home >= 0 && home !== route ? 1 : 0;
}

/** What serving an unserved stop on a route costs by its bonds; Infinity where it may not be. */
export function bondCost(state: TourState, stop: number, route: number): number {
  if (!isAllowed(state, stop, route)) return Infinity;
  const { seam, change } = state.weights;
  return (
    (seam > 0 ? seam * seamsOf(state, stop, route) : 0) + (change > 0 ? change * isAwayFromHome(state, stop, route) : 0)
  );
}

/**
 * Fall of the cost by bonds when a stop goes from one route to another, pairs with stops that `isLeftOut` names not
 * counted; -Infinity where it may not go.
 */
export function bondGain(
  state: TourState,
  stop: number,
  from: number,
  to: number,
  isLeftOut: (partner: number) => boolean,
): number {
  if (from === to) return 0;
  if (!isAllowed(state, stop, to)) return -Infinity;
  const { pairs, routeOf, weights } = state;
  let gain =
    weights.change > 0 ? weights.change * (isAwayFromHome(state, stop, from) - isAwayFromHome(state, stop, to)) : 0;
  if (weights.seam === 0) return gain;
  for (let at = pairs.start[stop] ?? 0; at < (pairs.start[stop + 1] ?? 0); at++) {
    const partner = pairs.partner[at] ?? 0;
    const route = routeOf[partner] ?? -1;
    if (route < 0 || isLeftOut(partner)) continue;
    if (route !== from) gain += weights.seam;
    if (route !== to) gain -= weights.seam;
  }
  return gain;
}

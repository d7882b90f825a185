import type { NeighbourPairs } from "./neighbour-pairs.ts";
import type { RoutingProblem } from "./routing-problem.ts";

/** Where a leg begins or ends that is not a stop: the start or the end of its route. */
export const TERMINAL = -1;

/** How the search weighs what it wants; seconds of walking are the measure. */
export interface Weights {
  /** Of a second of walking. */
  readonly walk: number;
  readonly balance: number;
  readonly seam: number;
  /** What leaving out a stop costs, by stop. */
  readonly miss: Float64Array;
}

/**
 * Routes under construction. Invariant: a served stop s lies at `order[routeOf[s]][position[s]]` and nowhere else; an
 * unserved one has routeOf -1 and lies at `unserved[position[s]]`. `walk` and `service` are the sums of their route.
 */
export interface TourState {
  readonly problem: RoutingProblem;
  readonly weights: Weights;
  readonly pairs: NeighbourPairs;
  readonly order: readonly Int32Array[];
  readonly length: Int32Array;
  readonly walk: Float64Array;
  readonly service: Float64Array;
  readonly routeOf: Int32Array;
  readonly position: Int32Array;
  readonly unserved: Int32Array;
  /** One entry: how many stops are unserved. */
  readonly unservedCount: Int32Array;
  /** Two running sums: what the unserved stops cost, and the number of pairs torn between routes. */
  readonly tally: Float64Array;
}

/** A state in which nobody has been served. */
export function createTourState(problem: RoutingProblem, weights: Weights, pairs: NeighbourPairs): TourState {
  const { stopCount, routes } = problem;
  return {
    problem,
    weights,
    pairs,
    order: routes.map(() => new Int32Array(stopCount)),
    length: new Int32Array(routes.length),
    walk: new Float64Array(routes.length),
    service: new Float64Array(routes.length),
    routeOf: new Int32Array(stopCount).fill(-1),
    position: Int32Array.from({ length: stopCount }, (_, stop) => stop),
    unserved: Int32Array.from({ length: stopCount }, (_, stop) => stop),
    unservedCount: Int32Array.of(stopCount),
    tally: Float64Array.of(
      weights.miss.reduce((sum, miss) => sum + miss, 0),
      0,
    ),
  };
}

/** Walking seconds between two stops of a route, or between a stop and TERMINAL. */
export function legSeconds(problem: RoutingProblem, route: number, from: number, to: number): number {
  if (from >= 0) {
    if (to >= 0) return problem.durations[from * problem.stopCount + to] ?? Infinity;
    return problem.routes[route]?.toEnd?.[from] ?? 0;
  }
  return to >= 0 ? (problem.routes[route]?.fromStart?.[to] ?? 0) : 0;
}

/** Stop at a position of a route, TERMINAL before the first and after the last. */
export function stopAt(state: TourState, route: number, position: number): number {
  if (position < 0 || position >= (state.length[route] ?? 0)) return TERMINAL;
  return state.order[route]?.[position] ?? TERMINAL;
}

export function budgetOf(state: TourState, route: number): number {
  return state.problem.routes[route]?.budgetSeconds ?? 0;
}

/** What a route costs the search when it walks and serves that long. Pairs torn apart are counted elsewhere. */
export function routeCost(state: TourState, route: number, walkSeconds: number, serviceSeconds: number): number {
  const total = walkSeconds + serviceSeconds;
  const budget = budgetOf(state, route);
  const uneven = state.weights.balance !== 0 && budget > 0 ? (state.weights.balance * total * total) / budget : 0;
  return state.weights.walk * walkSeconds + uneven;
}

/** Extra walking when a stop is put before `position`. */
export function insertionSeconds(state: TourState, stop: number, route: number, position: number): number {
  const before = stopAt(state, route, position - 1);
  const after = stopAt(state, route, position);
  const { problem } = state;
  const direct = before === TERMINAL && after === TERMINAL ? 0 : legSeconds(problem, route, before, after);
  return legSeconds(problem, route, before, stop) + legSeconds(problem, route, stop, after) - direct;
}

/** Puts an unserved stop before `position` of a route. */
export function insertStop(state: TourState, stop: number, route: number, position: number): void {
  const extra = insertionSeconds(state, stop, route, position);
  const { position: positions } = state;
  const order = state.order[route];
  const length = state.length[route] ?? 0;
  if (!order) return;
  markServed(state, stop, route);
  for (let at = length; at > position; at--) {
    const shifted = order[at - 1] ?? 0;
    order[at] = shifted;
    positions[shifted] = at;
  }
  order[position] = stop;
  positions[stop] = position;
  state.length[route] = length + 1;
  state.walk[route] = (state.walk[route] ?? 0) + extra;
  state.service[route] = (state.service[route] ?? 0) + (state.problem.serviceSeconds[stop] ?? 0);
}

/** Takes a served stop off its route. */
export function removeStop(state: TourState, stop: number): void {
  const route = state.routeOf[stop] ?? -1;
  const order = state.order[route];
  if (!order) return;
  const at = state.position[stop] ?? 0;
  const length = (state.length[route] ?? 0) - 1;
  for (let next = at; next < length; next++) {
    const shifted = order[next + 1] ?? 0;
    order[next] = shifted;
    state.position[shifted] = next;
  }
  state.length[route] = length;
  markUnserved(state, stop);
  state.walk[route] = length === 0 ? 0 : (state.walk[route] ?? 0) - insertionSeconds(state, stop, route, at);
  state.service[route] = length === 0 ? 0 : (state.service[route] ?? 0) - (state.problem.serviceSeconds[stop] ?? 0);
}

/** Gives a route a new order. Stops that leave it become unserved; stops that come must be unserved or on it. */
export function setRoute(state: TourState, route: number, stops: ArrayLike<number>, count: number): void {
  const order = state.order[route];
  if (!order) return;
  const length = state.length[route] ?? 0;
  for (let at = length - 1; at >= 0; at--) {
    markUnserved(state, order[at] ?? 0);
  }
  for (let at = 0; at < count; at++) {
    const stop = stops[at] ?? 0;
    markServed(state, stop, route);
    order[at] = stop;
    state.position[stop] = at;
  }
  state.length[route] = count;
  measureRoute(state, route);
}

function markServed(state: TourState, stop: number, route: number): void {
  const { unserved, unservedCount, position, tally } = state;
  const left = (unservedCount[0] ?? 0) - 1;
  const moved = unserved[left] ?? 0;
  const hole = position[stop] ?? 0;
  unserved[hole] = moved;
  position[moved] = hole;
  unservedCount[0] = left;
  state.routeOf[stop] = route;
  tally[0] = (tally[0] ?? 0) - (state.weights.miss[stop] ?? 0);
  if (state.weights.seam > 0) tally[1] = (tally[1] ?? 0) + seamsOf(state, stop, route);
}

function markUnserved(state: TourState, stop: number): void {
  const { tally, unservedCount } = state;
  if (state.weights.seam > 0) tally[1] = (tally[1] ?? 0) - seamsOf(state, stop, state.routeOf[stop] ?? -1);
  tally[0] = (tally[0] ?? 0) + (state.weights.miss[stop] ?? 0);
  state.routeOf[stop] = -1;
  const count = unservedCount[0] ?? 0;
  state.unserved[count] = stop;
  state.position[stop] = count;
  unservedCount[0] = count + 1;
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

/** The stops of every route, in order. */
export function routesOf(state: TourState): number[][] {
  return state.order.map((order, route) => Array.from(order.subarray(0, state.length[route])));
}

/** Gives every route a new order; stops on none of them become unserved. */
export function setRoutes(state: TourState, routes: readonly (readonly number[])[]): void {
  for (let route = 0; route < state.length.length; route++) setRoute(state, route, [], 0);
  routes.forEach((stops, route) => {
    setRoute(state, route, stops, stops.length);
  });
}

/** Sums a route's legs and services afresh. */
export function measureRoute(state: TourState, route: number): void {
  const length = state.length[route] ?? 0;
  let walk = 0;
  let service = 0;
  for (let at = 0; at < length; at++) {
    walk += legSeconds(state.problem, route, stopAt(state, route, at - 1), stopAt(state, route, at));
    service += state.problem.serviceSeconds[stopAt(state, route, at)] ?? 0;
  }
  if (length > 0) walk += legSeconds(state.problem, route, stopAt(state, route, length - 1), TERMINAL);
  state.walk[route] = walk;
  state.service[route] = service;
}

/** All that the search minimises. */
export function stateCost(state: TourState): number {
  let cost = (state.tally[0] ?? 0) + state.weights.seam * (state.tally[1] ?? 0);
  for (let route = 0; route < state.length.length; route++) {
    cost += routeCost(state, route, state.walk[route] ?? 0, state.service[route] ?? 0);
  }
  return cost;
}

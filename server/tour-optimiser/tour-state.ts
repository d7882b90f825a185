import { isAwayFromHome, seamsOf } from "./bonds.ts";
import { legClimb, legSeconds, TERMINAL } from "./legs.ts";
import type { NeighbourPairs } from "./neighbour-pairs.ts";
import type { RoutingProblem } from "./routing-problem.ts";

/** How the search weighs what it wants; seconds of walking are the measure. */
export interface Weights {
  readonly balance: number;
  readonly seam: number;
  /** Of a stop that is not on the route it had. */
  readonly change: number;
  /** What leaving out a stop costs, by stop. */
  readonly miss: Float64Array;
}

/**
 * Routes under construction. Invariant: a served stop s lies at `order[routeOf[s]][position[s]]` and nowhere else; an
 * unserved one has routeOf -1 and lies at `unserved[position[s]]`. `walk`, `service` and `climb` are the sums of their
 * route.
 */
export interface TourState {
  readonly problem: RoutingProblem;
  readonly weights: Weights;
  readonly pairs: NeighbourPairs;
  readonly order: readonly Int32Array[];
  readonly length: Int32Array;
  readonly walk: Float64Array;
  readonly service: Float64Array;
  /** Metres, on routes with a limit on them; 0 on the others. */
  readonly climb: Float64Array;
  readonly budget: Float64Array;
  readonly routeOf: Int32Array;
  readonly position: Int32Array;
  /** Route of each stop in the plan that is being changed, -1 when it had none. */
  readonly home: Int32Array;
  readonly unserved: Int32Array;
  /** One entry: how many stops are unserved. */
  readonly unservedCount: Int32Array;
  /** Running sums: what the unserved stops cost, pairs torn between routes, stops away from their home. */
  readonly tally: Float64Array;
}

/** A state in which nobody has been served. */
export function createTourState(problem: RoutingProblem, weights: Weights, pairs: NeighbourPairs): TourState {
  const { stopCount, routes } = problem;
  const home = new Int32Array(stopCount).fill(-1);
  problem.firstRoutes?.forEach((stops, route) => {
    for (const stop of stops) home[stop] = route;
  });
  return {
    problem,
    weights,
    pairs,
    order: routes.map(() => new Int32Array(stopCount)),
    length: new Int32Array(routes.length),
    walk: new Float64Array(routes.length),
    service: new Float64Array(routes.length),
    climb: new Float64Array(routes.length),
    budget: Float64Array.from(routes, ({ budgetSeconds }) => budgetSeconds),
    routeOf: new Int32Array(stopCount).fill(-1),
    position: Int32Array.from({ length: stopCount }, (_, stop) => stop),
    home,
    unserved: Int32Array.from({ length: stopCount }, (_, stop) => stop),
    unservedCount: Int32Array.of(stopCount),
    tally: Float64Array.of(
      weights.miss.reduce((sum, miss) => sum + miss, 0),
      0,
      0,
    ),
  };
}

/** Stop at a position of a route, TERMINAL before the first and after the last. */
export function stopAt(state: TourState, route: number, position: number): number {
  if (position < 0 || position >= (state.length[route] ?? 0)) return TERMINAL;
  return state.order[route]?.[position] ?? TERMINAL;
}

/** What a route costs the search when it walks and serves that long. Bonds are counted elsewhere. */
export function routeCost(state: TourState, route: number, walkSeconds: number, serviceSeconds: number): number {
  const { balance } = state.weights;
  if (balance === 0) return walkSeconds;
  const total = walkSeconds + serviceSeconds;
  const budget = state.budget[route] ?? 0;
  return budget > 0 ? walkSeconds + (balance * total * total) / budget : walkSeconds;
}

/** Whether a route keeps to its limits. */
export function isWithinLimits(state: TourState, route: number): boolean {
  const mostClimb = state.problem.routes[route]?.climb?.mostMetres ?? Infinity;
  const total = (state.walk[route] ?? 0) + (state.service[route] ?? 0);
  return total <= (state.budget[route] ?? 0) && (state.climb[route] ?? 0) <= mostClimb;
}

/** What a leg measure grows by when a stop is put before `position`. */
export function insertionOf(
  measure: typeof legSeconds,
  state: TourState,
  stop: number,
  route: number,
  position: number,
): number {
  const { problem } = state;
  const before = stopAt(state, route, position - 1);
  const after = stopAt(state, route, position);
  const direct = measure(problem, route, before, after);
  return measure(problem, route, before, stop) + measure(problem, route, stop, after) - direct;
}

/** Puts an unserved stop before `position` of a route. */
export function insertStop(state: TourState, stop: number, route: number, position: number): void {
  const order = state.order[route];
  const length = state.length[route] ?? 0;
  if (!order) return;
  const { position: positions, walk, climb, service } = state;
  walk[route] = (walk[route] ?? 0) + insertionOf(legSeconds, state, stop, route, position);
  climb[route] = (climb[route] ?? 0) + insertionOf(legClimb, state, stop, route, position);
  service[route] = (service[route] ?? 0) + (state.problem.serviceSeconds[stop] ?? 0);
  markServed(state, stop, route);
  for (let at = length; at > position; at--) {
    const shifted = order[at - 1] ?? 0;
    order[at] = shifted;
    positions[shifted] = at;
  }
  order[position] = stop;
  positions[stop] = position;
  state.length[route] = length + 1;
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
  const { walk, climb, service } = state;
  walk[route] = length === 0 ? 0 : (walk[route] ?? 0) - insertionOf(legSeconds, state, stop, route, at);
  climb[route] = length === 0 ? 0 : (climb[route] ?? 0) - insertionOf(legClimb, state, stop, route, at);
  service[route] = length === 0 ? 0 : (service[route] ?? 0) - (state.problem.serviceSeconds[stop] ?? 0);
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
  const { unserved, unservedCount, position, tally, weights } = state;
  const left = (unservedCount[0] ?? 0) - 1;
  const moved = unserved[left] ?? 0;
  const hole = position[stop] ?? 0;
  unserved[hole] = moved;
  position[moved] = hole;
  unservedCount[0] = left;
  state.routeOf[stop] = route;
  tally[0] = (tally[0] ?? 0) - (weights.miss[stop] ?? 0);
  if (weights.seam > 0) tally[1] = (tally[1] ?? 0) + seamsOf(state, stop, route);
  if (weights.change > 0) tally[2] = (tally[2] ?? 0) + isAwayFromHome(state, stop, route);
}

function markUnserved(state: TourState, stop: number): void {
  const { tally, unservedCount, weights } = state;
  const route = state.routeOf[stop] ?? -1;
  if (weights.seam > 0) tally[1] = (tally[1] ?? 0) - seamsOf(state, stop, route);
  if (weights.change > 0) tally[2] = (tally[2] ?? 0) - isAwayFromHome(state, stop, route);
  tally[0] = (tally[0] ?? 0) + (weights.miss[stop] ?? 0);
  state.routeOf[stop] = -1;
  const count = unservedCount[0] ?? 0;
  state.unserved[count] = stop;
  state.position[stop] = count;
  unservedCount[0] = count + 1;
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
  const { problem, order, length } = state;
  const stops = order[route];
  const count = length[route] ?? 0;
  const isClimbLimited = problem.routes[route]?.climb !== undefined;
  let walk = 0;
  let climb = 0;
  let service = 0;
  let from = TERMINAL;
  for (let at = 0; at <= count; at++) {
    const to = at < count ? (stops?.[at] ?? TERMINAL) : TERMINAL;
    walk += legSeconds(problem, route, from, to);
    if (isClimbLimited) climb += legClimb(problem, route, from, to);
    if (to >= 0) service += problem.serviceSeconds[to] ?? 0;
    from = to;
  }
  state.walk[route] = walk;
  state.climb[route] = climb;
  state.service[route] = service;
}

/** All that the search minimises. */
export function stateCost(state: TourState): number {
  const { tally, weights } = state;
  let cost = (tally[0] ?? 0) + weights.seam * (tally[1] ?? 0) + weights.change * (tally[2] ?? 0);
  for (let route = 0; route < state.length.length; route++) {
    cost += routeCost(state, route, state.walk[route] ?? 0, state.service[route] ?? 0);
  }
  return cost;
}

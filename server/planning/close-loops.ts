import type { RouteLimits, RoutingProblem, RoutingSolution } from "../tour-optimiser/routing-problem.ts";

/**
 * The problem again, with each route that is to come back closed at the first stop that the first search gave it: a
 * walk round takes the same time wherever it is begun.
 */
export function beginLoops(
  problem: RoutingProblem,
  { routes }: RoutingSolution,
  isLoop: readonly boolean[],
): RoutingProblem {
  return {
    ...problem,
    routes: problem.routes.map((limits, route) => {
      const begin = routes[route]?.[0];
      return isLoop[route] && begin !== undefined ? closedAt(begin, limits, problem) : limits;
    }),
    firstRoutes: routes,
  };
}

/** Turns each walk round so that it begins with that stop, when it still serves it. */
export function closeLoops(
  solution: RoutingSolution,
  { routes }: RoutingSolution,
  isLoop: readonly boolean[],
): RoutingSolution {
  return {
    ...solution,
    routes: solution.routes.map((stops, route) => {
      const begin = isLoop[route] ? stops.indexOf(routes[route]?.[0] ?? -1) : -1;
      return begin > 0 ? [...stops.slice(begin), ...stops.slice(0, begin)] : stops;
    }),
  };
}

function closedAt(begin: number, limits: RouteLimits, { durations, stopCount }: RoutingProblem): RouteLimits {
  const out = (table: Float32Array) => table.slice(begin * stopCount, (begin + 1) * stopCount);
  const back = (table: Float32Array) =>
    Float32Array.from({ length: stopCount }, (_, stop) => table[stop * stopCount + begin] ?? Infinity);
  const seconds = limits.durations ?? durations;
  const { climb } = limits;
  return {
    ...limits,
    fromStart: out(seconds),
    toEnd: back(seconds),
    ...(climb ? { climb: { ...climb, fromStart: out(climb.between), toEnd: back(climb.between) } } : {}),
  };
}

import type { RouteLimits, RoutingProblem } from "../../../server/tour-optimiser/routing-problem.ts";
import { seededRandom } from "../../fixtures/grid-town.ts";

export interface ProblemSketch {
  readonly seed: number;
  readonly stopCount: number;
  readonly routeCount: number;
  readonly budgetSeconds: number;
  readonly goal?: RoutingProblem["goal"];
  readonly hasStart?: boolean;
  readonly hasEnd?: boolean;
  readonly seamSeconds?: number;
  readonly balance?: number;
  readonly changeSeconds?: number;
  /** Sides of streets that stops belong to, 0 for none. */
  readonly runs?: number;
  /** Metres that odd routes may climb at most, 0 for no limit; their walkers are slower too. */
  readonly mostClimb?: number;
}

/** Stops on a square of 600 s of walking, up to a third slower one way than the other, as on a slope. */
export function randomProblem(sketch: ProblemSketch): RoutingProblem {
  const { stopCount, routeCount, budgetSeconds } = sketch;
  const random = seededRandom(sketch.seed);
  const places = Array.from({ length: stopCount + 2 }, () => [random() * 600, random() * 600] as const);
  const seconds = (from: number, to: number): number => {
    const [x1, y1] = places[from] ?? [0, 0];
    const [x2, y2] = places[to] ?? [0, 0];
    const slope = y2 > y1 ? 1.3 : 1;
    return Math.hypot(x2 - x1, (y2 - y1) * slope);
  };
  const durations = new Float32Array(stopCount * stopCount);
  for (let from = 0; from < stopCount; from++) {
    for (let to = 0; to < stopCount; to++) durations[from * stopCount + to] = seconds(from, to);
  }
  const stops = Array.from({ length: stopCount }, (_, stop) => stop);
  const limits: RouteLimits = {
    budgetSeconds,
    fromStart: (sketch.hasStart ?? true) ? Float32Array.from(stops, (stop) => seconds(stopCount, stop)) : null,
    toEnd: (sketch.hasEnd ?? false) ? Float32Array.from(stops, (stop) => seconds(stop, stopCount + 1)) : null,
  };
  const mostMetres = sketch.mostClimb ?? 0;
  const climbMetres = (from: number, to: number): number =>
    Math.max(0, (places[to]?.[1] ?? 0) - (places[from]?.[1] ?? 0)) / 10;
  const limited: RouteLimits = {
    ...limits,
    durations: durations.map((duration) => 1.2 * duration),
    climb: {
      mostMetres,
      between: Float32Array.from(durations, (_, cell) => climbMetres(Math.floor(cell / stopCount), cell % stopCount)),
      fromStart: limits.fromStart && Float32Array.from(stops, (stop) => climbMetres(stopCount, stop)),
      toEnd: limits.toEnd && Float32Array.from(stops, (stop) => climbMetres(stop, stopCount + 1)),
    },
  };
  const { runs = 0 } = sketch;
  return {
    stopCount,
    durations,
    serviceSeconds: stops.map(() => Math.round(random() * 300)),
    values: stops.map(() => 1 + Math.floor(random() * 20)),
    routes: Array.from({ length: routeCount }, (_, route) => (mostMetres > 0 && route % 2 === 1 ? limited : limits)),
    ...(runs > 0 ? { runOf: Int32Array.from(stops, () => Math.floor(random() * runs)) } : {}),
    ...((sketch.changeSeconds ?? 0) > 0
      ? {
          changeSeconds: sketch.changeSeconds ?? 0,
          firstRoutes: Array.from({ length: routeCount }, (_, route) =>
            stops.filter((stop) => stop % (routeCount + 1) === route),
          ),
        }
      : {}),
    goal: sketch.goal ?? "cover",
    seamSeconds: sketch.seamSeconds ?? 0,
    balance: sketch.balance ?? 0,
  };
}

/** Walk and total of a route, counted from the problem alone. */
export function measureRoute(problem: RoutingProblem, route: number, stops: readonly number[]) {
  const limits = problem.routes[route];
  const first = stops[0];
  const last = stops.at(-1);
  if (first === undefined || last === undefined) return { walkSeconds: 0, totalSeconds: 0 };
  let walkSeconds = (limits?.fromStart?.[first] ?? 0) + (limits?.toEnd?.[last] ?? 0);
  for (let at = 1; at < stops.length; at++) {
    walkSeconds +=
      (limits?.durations ?? problem.durations)[(stops[at - 1] ?? 0) * problem.stopCount + (stops[at] ?? 0)] ?? Infinity;
  }
  const service = stops.reduce((sum, stop) => sum + (problem.serviceSeconds[stop] ?? 0), 0);
  return { walkSeconds, totalSeconds: walkSeconds + service };
}

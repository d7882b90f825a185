import type { RoutingProblem } from "../../../server/tour-optimiser/routing-problem.ts";
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
  const limits = {
    budgetSeconds,
    fromStart: (sketch.hasStart ?? true) ? Float32Array.from(stops, (stop) => seconds(stopCount, stop)) : null,
    toEnd: (sketch.hasEnd ?? false) ? Float32Array.from(stops, (stop) => seconds(stop, stopCount + 1)) : null,
  };
  return {
    stopCount,
    durations,
    serviceSeconds: stops.map(() => Math.round(random() * 300)),
    values: stops.map(() => 1 + Math.floor(random() * 20)),
    routes: Array.from({ length: routeCount }, () => limits),
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
    walkSeconds += problem.durations[(stops[at - 1] ?? 0) * problem.stopCount + (stops[at] ?? 0)] ?? Infinity;
  }
  const service = stops.reduce((sum, stop) => sum + (problem.serviceSeconds[stop] ?? 0), 0);
  return { walkSeconds, totalSeconds: walkSeconds + service };
}

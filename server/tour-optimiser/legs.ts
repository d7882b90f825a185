import type { RoutingProblem } from "./routing-problem.ts";

/** Where a leg begins or ends that is not a stop: the start or the end of its route. */
export const TERMINAL = -1;

/** What a leg of a route takes, between two stops or between a stop and TERMINAL; nothing from TERMINAL to TERMINAL. */
export type LegMeasure = (problem: RoutingProblem, route: number, from: number, to: number) => number;

/** Walking seconds. */
export const legSeconds: LegMeasure = (problem, route, from, to) => {
  const limits = problem.routes[route];
  if (from >= 0 && to >= 0) {
    return (limits?.durations ?? problem.durations)[from * problem.stopCount + to] ?? Infinity;
  }
  if (from >= 0) return limits?.toEnd?.[from] ?? 0;
  return to >= 0 ? (limits?.fromStart?.[to] ?? 0) : 0;
};

/** Metres climbed; 0 on a route without a limit on its climb. */
export const legClimb: LegMeasure = (problem, route, from, to) => {
  const climb = problem.routes[route]?.climb;
  if (climb === undefined) return 0;
  if (from >= 0 && to >= 0) return climb.between[from * problem.stopCount + to] ?? 0;
  if (from >= 0) return climb.toEnd?.[from] ?? 0;
  return to >= 0 ? (climb.fromStart?.[to] ?? 0) : 0;
};

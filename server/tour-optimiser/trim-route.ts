import { legSeconds } from "./legs.ts";
import { isWithinLimits, removeStop, stopAt, type TourState } from "./tour-state.ts";

/** Takes stops off a route until it keeps to its limits, each time the one that gives back most seconds for what missing it costs. */
export function trimRoute(state: TourState, route: number): void {
  const stops = state.order[route];
  while (stops && (state.length[route] ?? 0) > 0 && !isWithinLimits(state, route)) {
    let worst = stops[0] ?? 0;
    let mostSeconds = -Infinity;
    for (let at = 0; at < (state.length[route] ?? 0); at++) {
      const stop = stops[at] ?? 0;
      const seconds = (secondsOf(state, stop, route, at) + 1) / (1 + (state.weights.miss[stop] ?? 0));
      if (seconds <= mostSeconds) continue;
      mostSeconds = seconds;
      worst = stop;
    }
    removeStop(state, worst);
  }
}

function secondsOf(state: TourState, stop: number, route: number, at: number): number {
  const { problem } = state;
  const [before, after] = [stopAt(state, route, at - 1), stopAt(state, route, at + 1)];
  const walk =
    legSeconds(problem, route, before, stop) +
    legSeconds(problem, route, stop, after) -
    legSeconds(problem, route, before, after);
  return walk + (problem.serviceSeconds[stop] ?? 0);
}

import { insertStop, legSeconds, removeStop, stopAt, type TourState } from "../tour-state.ts";
import { createMove, type Effect, type Move, seamCost } from "./move.ts";

/** A stop that nobody serves takes the place of one that is served. */
export const EJECT: Move = createMove("eject", effectOf, apply);

function effectOf(state: TourState, stop: number, other: number): Effect | null {
  const route = state.routeOf[other] ?? -1;
  if (route < 0 || (state.routeOf[stop] ?? -1) >= 0) return null;
  const { problem, weights } = state;
  const at = state.position[other] ?? 0;
  const before = stopAt(state, route, at - 1);
  const after = stopAt(state, route, at + 1);
  const walkSeconds =
    legSeconds(problem, route, before, stop) +
    legSeconds(problem, route, stop, after) -
    legSeconds(problem, route, before, other) -
    legSeconds(problem, route, other, after);
  const serviceSeconds = (problem.serviceSeconds[stop] ?? 0) - (problem.serviceSeconds[other] ?? 0);
  const otherGain =
    (weights.miss[stop] ?? 0) -
    (weights.miss[other] ?? 0) +
    seamCost(state, other, route) -
    seamCost(state, stop, route);
  return { routes: [{ route, walkSeconds, serviceSeconds }], otherGain };
}

function apply(state: TourState, stop: number, other: number): void {
  const route = state.routeOf[other] ?? 0;
  const at = state.position[other] ?? 0;
  removeStop(state, other);
  insertStop(state, stop, route, at);
}

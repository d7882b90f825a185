import { bondCost } from "../bonds.ts";
import type { LegMeasure } from "../legs.ts";
import { insertStop, removeStop, stopAt, type TourState } from "../tour-state.ts";
import { createMove, type Effect, type Move } from "./move.ts";

/** A stop that nobody serves takes the place of one that is served. */
export const EJECT: Move = createMove("eject", effectOf, apply);

function effectOf(state: TourState, stop: number, other: number, measure: LegMeasure): Effect | null {
  const route = state.routeOf[other] ?? -1;
  if (route < 0 || (state.routeOf[stop] ?? -1) >= 0) return null;
  const { problem, weights } = state;
  const at = state.position[other] ?? 0;
  const before = stopAt(state, route, at - 1);
  const after = stopAt(state, route, at + 1);
  const legs =
    measure(problem, route, before, stop) +
    measure(problem, route, stop, after) -
    measure(problem, route, before, other) -
    measure(problem, route, other, after);
  const serviceSeconds = (problem.serviceSeconds[stop] ?? 0) - (problem.serviceSeconds[other] ?? 0);
  // The two are never served together, so a seam between them counts on neither side.
  const otherGain =
    (weights.miss[stop] ?? 0) -
    (weights.miss[other] ?? 0) +
    bondCost(state, other, route) -
    bondCost(state, stop, route);
  return { routes: [{ route, legs, serviceSeconds }], otherGain };
}

function apply(state: TourState, stop: number, other: number): void {
  const route = state.routeOf[other] ?? 0;
  const at = state.position[other] ?? 0;
  removeStop(state, other);
  insertStop(state, stop, route, at);
}

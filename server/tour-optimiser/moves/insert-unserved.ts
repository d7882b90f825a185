import { bondCost } from "../bonds.ts";
import { insertionOf, insertStop, type TourState } from "../tour-state.ts";
import { createMove, type Effect, type Move } from "./move.ts";

/** Serves a stop that nobody serves, after another or before it. */
export const INSERT_UNSERVED: readonly Move[] = [0, 1].map((shift) =>
  createMove(
    shift === 1 ? "insert after" : "insert before",
    (state, stop, other, measure): Effect | null => {
      const route = state.routeOf[other] ?? -1;
      if (route < 0 || (state.routeOf[stop] ?? -1) >= 0) return null;
      const legs = insertionOf(measure, state, stop, route, positionBeside(state, other, shift));
      const serviceSeconds = state.problem.serviceSeconds[stop] ?? 0;
      const otherGain = (state.weights.miss[stop] ?? 0) - bondCost(state, stop, route);
      return { routes: [{ route, legs, serviceSeconds }], otherGain };
    },
    (state, stop, other) => {
      insertStop(state, stop, state.routeOf[other] ?? 0, positionBeside(state, other, shift));
    },
  ),
);

function positionBeside(state: TourState, other: number, shift: number): number {
  return (state.position[other] ?? 0) + shift;
}

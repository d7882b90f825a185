import { bondGain } from "../bonds.ts";
import type { LegMeasure } from "../legs.ts";
import { setRoute, stopAt, type TourState } from "../tour-state.ts";
import { createMove, type Effect, type Move, stopsOf } from "./move.ts";

/** Two served stops change places. */
export const SWAP: Move = createMove("swap", effectOf, apply);

function effectOf(state: TourState, stop: number, other: number, measure: LegMeasure): Effect | null {
  const one = state.routeOf[stop] ?? -1;
  const two = state.routeOf[other] ?? -1;
  if (one < 0 || two < 0 || stop === other) return null;
  const at = state.position[stop] ?? 0;
  const otherAt = state.position[other] ?? 0;
  // Neighbours that change places are a string turned round: two-opt does it.
  if (one === two && Math.abs(at - otherAt) <= 1) return null;
  const { problem } = state;
  const { serviceSeconds } = problem;
  const exchange = (route: number, position: number, out: number, into: number): number => {
    const before = stopAt(state, route, position - 1);
    const after = stopAt(state, route, position + 1);
    return (
      measure(problem, route, before, into) +
      measure(problem, route, into, after) -
      measure(problem, route, before, out) -
      measure(problem, route, out, after)
    );
  };
  const legsOne = exchange(one, at, stop, other);
  const legsTwo = exchange(two, otherAt, other, stop);
  if (one === two) return { routes: [{ route: one, legs: legsOne + legsTwo, serviceSeconds: 0 }], otherGain: 0 };
  const service = (serviceSeconds[other] ?? 0) - (serviceSeconds[stop] ?? 0);
  const isOther = (partner: number): boolean => partner === stop || partner === other;
  return {
    routes: [
      { route: one, legs: legsOne, serviceSeconds: service },
      { route: two, legs: legsTwo, serviceSeconds: -service },
    ],
    otherGain: bondGain(state, stop, one, two, isOther) + bondGain(state, other, two, one, isOther),
  };
}

function apply(state: TourState, stop: number, other: number): void {
  const one = state.routeOf[stop] ?? -1;
  const two = state.routeOf[other] ?? -1;
  const at = state.position[stop] ?? 0;
  const otherAt = state.position[other] ?? 0;
  const stops = stopsOf(state, one);
  const others = one === two ? stops : stopsOf(state, two);
  stops[at] = other;
  others[otherAt] = stop;
  setRoute(state, one, [], 0);
  if (two !== one) setRoute(state, two, others, others.length);
  setRoute(state, one, stops, stops.length);
}

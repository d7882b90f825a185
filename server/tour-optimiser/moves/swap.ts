import { legSeconds, setRoute, stopAt, type TourState } from "../tour-state.ts";
import { createMove, type Effect, type Move, seamGain, stopsOf } from "./move.ts";

/** Two served stops change places. */
export const SWAP: Move = createMove("swap", effectOf, apply);

function effectOf(state: TourState, stop: number, other: number): Effect | null {
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
      legSeconds(problem, route, before, into) +
      legSeconds(problem, route, into, after) -
      legSeconds(problem, route, before, out) -
      legSeconds(problem, route, out, after)
    );
  };
  const walkOne = exchange(one, at, stop, other);
  const walkTwo = exchange(two, otherAt, other, stop);
  if (one === two) return { routes: [{ route: one, walkSeconds: walkOne + walkTwo, serviceSeconds: 0 }], otherGain: 0 };
  const service = (serviceSeconds[other] ?? 0) - (serviceSeconds[stop] ?? 0);
  const isOther = (partner: number): boolean => partner === stop || partner === other;
  return {
    routes: [
      { route: one, walkSeconds: walkOne, serviceSeconds: service },
      { route: two, walkSeconds: walkTwo, serviceSeconds: -service },
    ],
    otherGain: seamGain(state, stop, one, two, isOther) + seamGain(state, other, two, one, isOther),
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

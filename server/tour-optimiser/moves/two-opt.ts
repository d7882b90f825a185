import type { LegMeasure } from "../legs.ts";
import { setRoute, stopAt, type TourState } from "../tour-state.ts";
import { createMove, type Effect, type Move, stopsOf } from "./move.ts";

/**
 * Turns round a stretch of a route so that two of its stops become neighbours (Croes 1958): the stretch after the
 * earlier stop up to the later one, or from the earlier one up to the stop before the later one. Where streets slope,
 * the turned stretch costs something else: its legs are summed both ways.
 */
export const TWO_OPT: readonly Move[] = [createTwoOpt("two-opt after", 1, 0), createTwoOpt("two-opt before", 0, -1)];

function createTwoOpt(name: string, shiftFirst: number, shiftLast: number): Move {
  return createMove(name, effectOf, apply);

  function stretch(state: TourState, stop: number, other: number): [first: number, last: number] {
    const at = state.position[stop] ?? 0;
    const otherAt = state.position[other] ?? 0;
    return [Math.min(at, otherAt) + shiftFirst, Math.max(at, otherAt) + shiftLast];
  }

  function effectOf(state: TourState, stop: number, other: number, measure: LegMeasure): Effect | null {
    const route = state.routeOf[stop] ?? -1;
    if (route < 0 || route !== state.routeOf[other]) return null;
    const [first, last] = stretch(state, stop, other);
    if (first >= last) return null;
    const { problem } = state;
    const before = stopAt(state, route, first - 1);
    const after = stopAt(state, route, last + 1);
    const head = stopAt(state, route, first);
    const tail = stopAt(state, route, last);
    let legs =
      measure(problem, route, before, tail) +
      measure(problem, route, head, after) -
      measure(problem, route, before, head) -
      measure(problem, route, tail, after);
    for (let at = first; at < last; at++) {
      const here = stopAt(state, route, at);
      const next = stopAt(state, route, at + 1);
      legs += measure(problem, route, next, here) - measure(problem, route, here, next);
    }
    return { routes: [{ route, legs, serviceSeconds: 0 }], otherGain: 0 };
  }

  function apply(state: TourState, stop: number, other: number): void {
    const route = state.routeOf[stop] ?? -1;
    const [first, last] = stretch(state, stop, other);
    const stops = stopsOf(state, route);
    const turned = stops.slice(first, last + 1).reverse();
    stops.splice(first, turned.length, ...turned);
    setRoute(state, route, stops, stops.length);
  }
}

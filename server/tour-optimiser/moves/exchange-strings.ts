import { bondGain } from "../bonds.ts";
import type { LegMeasure } from "../legs.ts";
import { setRoute, stopAt, type TourState } from "../tour-state.ts";
import { createMove, type Effect, type Move, stopsOf } from "./move.ts";
import { insideOf, isInStretch, type Stretch, type StretchRule, serviceOf } from "./stretch.ts";

/** A stretch of one route and a stretch of another change places (Taillard et al. 1997, CROSS-exchange). */
export function createExchange(name: string, stretchOf: StretchRule, otherStretchOf: StretchRule): Move {
  return createMove(name, effectOf, apply);

  function effectOf(state: TourState, stop: number, other: number, measure: LegMeasure): Effect | null {
    const one = stretchOf(state, stop);
    const two = otherStretchOf(state, other);
    if (one === null || two === null || one.route === two.route) return null;
    const service = serviceOf(state, two) - serviceOf(state, one);
    return {
      routes: [
        { route: one.route, legs: replaced(state, one, two, measure), serviceSeconds: service },
        { route: two.route, legs: replaced(state, two, one, measure), serviceSeconds: -service },
      ],
      otherGain: bondsOf(state, one, two) + bondsOf(state, two, one),
    };
  }

  function apply(state: TourState, stop: number, other: number): void {
    const one = stretchOf(state, stop);
    const two = otherStretchOf(state, other);
    if (one === null || two === null) return;
    const stops = stopsOf(state, one.route);
    const others = stopsOf(state, two.route);
    const string = stops.slice(one.first, one.last + 1);
    const otherString = others.splice(two.first, two.last - two.first + 1, ...string);
    stops.splice(one.first, string.length, ...otherString);
    setRoute(state, one.route, [], 0);
    setRoute(state, two.route, others, others.length);
    setRoute(state, one.route, stops, stops.length);
  }
}

/** What the legs of a route grow by when a stretch of it is replaced by one of another route. */
function replaced(state: TourState, out: Stretch, into: Stretch, measure: LegMeasure): number {
  const { problem } = state;
  const { route } = out;
  const before = stopAt(state, route, out.first - 1);
  const after = stopAt(state, route, out.last + 1);
  return (
    measure(problem, route, before, stopAt(state, into.route, into.first)) +
    insideOf(state, into, route, false, measure) +
    measure(problem, route, stopAt(state, into.route, into.last), after) -
    measure(problem, route, before, stopAt(state, route, out.first)) -
    insideOf(state, out, route, false, measure) -
    measure(problem, route, stopAt(state, route, out.last), after)
  );
}

/** What the bonds of one stretch gain when it changes places with another; pairs of two that move stay as they are. */
function bondsOf(state: TourState, moved: Stretch, against: Stretch): number {
  let gain = 0;
  for (let position = moved.first; position <= moved.last; position++) {
    const stop = stopAt(state, moved.route, position);
    gain += bondGain(
      state,
      stop,
      moved.route,
      against.route,
      (partner) => isInStretch(state, moved, partner) || isInStretch(state, against, partner),
    );
  }
  return gain;
}

import { bondGain } from "../bonds.ts";
import type { LegMeasure } from "../legs.ts";
import { setRoute, stopAt, type TourState } from "../tour-state.ts";
import { createMove, type Effect, type Move, stopsOf } from "./move.ts";
import { insideOf, isInStretch, type StretchRule, serviceOf } from "./stretch.ts";

export interface StringMove {
  readonly stretchOf: StretchRule;
  readonly isReversed: boolean;
  /** Whether the stretch is put before `other`, or after it. */
  readonly goesBefore: boolean;
}

/** Moves a stretch of stops of one route beside a stop of the same or another route. */
export function createStringMove(name: string, { stretchOf, isReversed, goesBefore }: StringMove): Move {
  return createMove(name, effectOf, apply);

  function effectOf(state: TourState, stop: number, other: number, measure: LegMeasure): Effect | null {
    const stretch = stretchOf(state, stop);
    const to = state.routeOf[other] ?? -1;
    if (stretch === null || to < 0) return null;
    const { route: from, first, last } = stretch;
    const at = state.position[other] ?? 0;
    // Where it already stands, or beside one of its own stops.
    if (from === to && at >= (goesBefore ? first : first - 1) && at <= (goesBefore ? last + 1 : last)) return null;

    const { problem } = state;
    const before = stopAt(state, from, first - 1);
    const after = stopAt(state, from, last + 1);
    const start = stopAt(state, from, first);
    const end = stopAt(state, from, last);
    const left = goesBefore ? stopAt(state, to, at - 1) : other;
    const right = goesBefore ? other : stopAt(state, to, at + 1);
    const [head, tail] = isReversed ? [end, start] : [start, end];
    const taken =
      measure(problem, from, before, after) -
      measure(problem, from, before, start) -
      measure(problem, from, end, after) -
      insideOf(state, stretch, from, false, measure);
    const given =
      measure(problem, to, left, head) +
      measure(problem, to, tail, right) +
      insideOf(state, stretch, to, isReversed, measure) -
      measure(problem, to, left, right);
    if (from === to) return { routes: [{ route: from, legs: taken + given, serviceSeconds: 0 }], otherGain: 0 };
    let otherGain = 0;
    for (let position = first; position <= last; position++) {
      otherGain += bondGain(state, stopAt(state, from, position), from, to, (partner) =>
        isInStretch(state, stretch, partner),
      );
    }
    const service = serviceOf(state, stretch);
    return {
      routes: [
        { route: from, legs: taken, serviceSeconds: -service },
        { route: to, legs: given, serviceSeconds: service },
      ],
      otherGain,
    };
  }

  function apply(state: TourState, stop: number, other: number): void {
    const stretch = stretchOf(state, stop);
    const to = state.routeOf[other] ?? -1;
    if (stretch === null) return;
    const from = stretch.route;
    const stops = stopsOf(state, from);
    const string = stops.splice(stretch.first, stretch.last - stretch.first + 1);
    if (isReversed) string.reverse();
    const target = from === to ? stops : stopsOf(state, to);
    target.splice(target.indexOf(other) + (goesBefore ? 0 : 1), 0, ...string);
    setRoute(state, from, stops, stops.length);
    if (to !== from) setRoute(state, to, target, target.length);
  }
}

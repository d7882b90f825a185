import type { LegMeasure } from "../legs.ts";
import { stopAt, type TourState } from "../tour-state.ts";

/** Stops of a route from one position to another, both included. */
export interface Stretch {
  readonly route: number;
  readonly first: number;
  readonly last: number;
}

/** How many stops move together, from one on: a fixed number, or all that follow on its side of the street. */
export type StretchRule = (state: TourState, stop: number) => Stretch | null;

/** The stop and those that follow it, `length` together; null where the route is too short. */
export const stretchOfLength =
  (length: number): StretchRule =>
  (state, stop) => {
    const route = state.routeOf[stop] ?? -1;
    const first = state.position[stop] ?? 0;
    const last = first + length - 1;
    return route >= 0 && last < (state.length[route] ?? 0) ? { route, first, last } : null;
  };

/** The neighbours on the route that are of the same run as the stop, the stop included; null where that is it alone. */
export const stretchOfRun: StretchRule = (state, stop) => {
  const route = state.routeOf[stop] ?? -1;
  const run = state.problem.runOf?.[stop] ?? -1;
  if (route < 0 || run < 0) return null;
  let first = state.position[stop] ?? 0;
  let last = first;
  while (runAt(state, route, first - 1) === run) first--;
  while (runAt(state, route, last + 1) === run) last++;
  return last > first ? { route, first, last } : null;
};

/** -1 beyond the ends of the route. */
function runAt(state: TourState, route: number, position: number): number {
  const stop = stopAt(state, route, position);
  return stop < 0 ? -1 : (state.problem.runOf?.[stop] ?? -1);
}

/** What the legs within a stretch take on a route, as it is walked now or turned round. */
export function insideOf(
  state: TourState,
  stretch: Stretch,
  onRoute: number,
  isReversed: boolean,
  measure: LegMeasure,
): number {
  let inside = 0;
  for (let position = stretch.first; position < stretch.last; position++) {
    const here = stopAt(state, stretch.route, position);
    const next = stopAt(state, stretch.route, position + 1);
    inside += isReversed ? measure(state.problem, onRoute, next, here) : measure(state.problem, onRoute, here, next);
  }
  return inside;
}

export function serviceOf(state: TourState, { route, first, last }: Stretch): number {
  let service = 0;
  for (let position = first; position <= last; position++) {
    service += state.problem.serviceSeconds[stopAt(state, route, position)] ?? 0;
  }
  return service;
}

export function isInStretch(state: TourState, { route, first, last }: Stretch, stop: number): boolean {
  const position = state.position[stop] ?? 0;
  return state.routeOf[stop] === route && position >= first && position <= last;
}

import { legSeconds, setRoute, stopAt, TERMINAL, type TourState } from "../tour-state.ts";
import { createMove, type Effect, type Move, seamGain, stopsOf } from "./move.ts";

export interface StringMove {
  /** Stops from `stop` on that move together. */
  readonly length: number;
  readonly isReversed: boolean;
  /** Whether they are put before `other`, or after it. */
  readonly goesBefore: boolean;
}

/** Moves a string of stops of one route beside a stop of the same or another route. */
export function createStringMove(name: string, { length, isReversed, goesBefore }: StringMove): Move {
  return createMove(name, effectOf, apply);

  function effectOf(state: TourState, stop: number, other: number): Effect | null {
    const from = state.routeOf[stop] ?? -1;
    const to = state.routeOf[other] ?? -1;
    const first = state.position[stop] ?? 0;
    const last = first + length - 1;
    if (from < 0 || to < 0 || last >= (state.length[from] ?? 0)) return null;
    const at = state.position[other] ?? 0;
    // Where it already stands, or beside one of its own stops.
    if (from === to && at >= (goesBefore ? first : first - 1) && at <= (goesBefore ? last + 1 : last)) return null;

    const { problem } = state;
    const before = stopAt(state, from, first - 1);
    const after = stopAt(state, from, last + 1);
    const end = stopAt(state, from, last);
    const left = goesBefore ? stopAt(state, to, at - 1) : other;
    const right = goesBefore ? other : stopAt(state, to, at + 1);
    const [head, tail] = isReversed ? [end, stop] : [stop, end];
    let inside = 0;
    let reversed = 0;
    let service = 0;
    for (let position = first; position <= last; position++) {
      const here = stopAt(state, from, position);
      service += problem.serviceSeconds[here] ?? 0;
      if (position === last) break;
      const next = stopAt(state, from, position + 1);
      inside += legSeconds(problem, from, here, next);
      if (isReversed) reversed += legSeconds(problem, from, next, here);
    }
    const closed = before === TERMINAL && after === TERMINAL ? 0 : legSeconds(problem, from, before, after);
    const taken = closed - legSeconds(problem, from, before, stop) - legSeconds(problem, from, end, after) - inside;
    const given =
      legSeconds(problem, to, left, head) +
      legSeconds(problem, to, tail, right) +
      (isReversed ? reversed : inside) -
      legSeconds(problem, to, left, right);
    if (from === to) return { routes: [{ route: from, walkSeconds: taken + given, serviceSeconds: 0 }], otherGain: 0 };
    let otherGain = 0;
    const isInString = (partner: number): boolean => {
      const position = state.position[partner] ?? 0;
      return state.routeOf[partner] === from && position >= first && position <= last;
    };
    for (let position = first; position <= last; position++) {
      otherGain += seamGain(state, stopAt(state, from, position), from, to, isInString);
    }
    return {
      routes: [
        { route: from, walkSeconds: taken, serviceSeconds: -service },
        { route: to, walkSeconds: given, serviceSeconds: service },
      ],
      otherGain,
    };
  }

  function apply(state: TourState, stop: number, other: number): void {
    const from = state.routeOf[stop] ?? -1;
    const to = state.routeOf[other] ?? -1;
    const stops = stopsOf(state, from);
    const string = stops.splice(state.position[stop] ?? 0, length);
    if (isReversed) string.reverse();
    const target = from === to ? stops : stopsOf(state, to);
    target.splice(target.indexOf(other) + (goesBefore ? 0 : 1), 0, ...string);
    setRoute(state, from, stops, stops.length);
    if (to !== from) setRoute(state, to, target, target.length);
  }
}

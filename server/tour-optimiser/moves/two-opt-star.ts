import { legSeconds, setRoute, stopAt, type TourState } from "../tour-state.ts";
import { createMove, type Effect, type Move, seamGain, stopsOf } from "./move.ts";

/** Two routes exchange their ends: `stop` is followed by `other` and what came after it (Potvin & Rousseau 1995). */
export const TWO_OPT_STAR: Move = createMove("two-opt-star", effectOf, apply);

function effectOf(state: TourState, stop: number, other: number): Effect | null {
  const one = state.routeOf[stop] ?? -1;
  const two = state.routeOf[other] ?? -1;
  if (one < 0 || two < 0 || one === two) return null;
  const cutOne = (state.position[stop] ?? 0) + 1;
  const cutTwo = state.position[other] ?? 0;
  const { problem } = state;
  const ownOne = tail(state, one, cutOne, one);
  const ownTwo = tail(state, two, cutTwo, two);
  const movedOne = tail(state, one, cutOne, two);
  const movedTwo = tail(state, two, cutTwo, one);
  const afterStop = stopAt(state, one, cutOne);
  const beforeOther = stopAt(state, two, cutTwo - 1);
  const isWholeMove = cutTwo === 0 && cutOne === state.length[one];
  const walkOne =
    legSeconds(problem, one, stop, other) + movedTwo.walk - legSeconds(problem, one, stop, afterStop) - ownOne.walk;
  const joined = isWholeMove ? 0 : legSeconds(problem, two, beforeOther, afterStop);
  const walkTwo = joined + movedOne.walk - legSeconds(problem, two, beforeOther, other) - ownTwo.walk;
  const service = ownTwo.service - ownOne.service;
  return {
    routes: [
      { route: one, walkSeconds: walkOne, serviceSeconds: service },
      { route: two, walkSeconds: walkTwo, serviceSeconds: -service },
    ],
    otherGain: tailSeams(state, one, cutOne, two, cutTwo),
  };
}

/** Walk and service of a route from a position on, with the end of route `endOf`; the leg that leads there left out. */
function tail(state: TourState, route: number, from: number, endOf: number): { walk: number; service: number } {
  let walk = 0;
  let service = 0;
  const length = state.length[route] ?? 0;
  for (let at = from; at < length; at++) {
    const stop = stopAt(state, route, at);
    service += state.problem.serviceSeconds[stop] ?? 0;
    const next = stopAt(state, route, at + 1);
    walk += legSeconds(state.problem, next < 0 ? endOf : route, stop, next);
  }
  return { walk, service };
}

/** Pairs between the two tails, and within one, stay as they are: only those with all other stops count. */
function tailSeams(state: TourState, one: number, cutOne: number, two: number, cutTwo: number): number {
  if (state.weights.seam === 0) return 0;
  const isMoved = (partner: number): boolean => {
    const route = state.routeOf[partner];
    const position = state.position[partner] ?? 0;
    return (route === one && position >= cutOne) || (route === two && position >= cutTwo);
  };
  let gain = 0;
  for (let at = cutOne; at < (state.length[one] ?? 0); at++) {
    gain += seamGain(state, stopAt(state, one, at), one, two, isMoved);
  }
  for (let at = cutTwo; at < (state.length[two] ?? 0); at++) {
    gain += seamGain(state, stopAt(state, two, at), two, one, isMoved);
  }
  return gain;
}

function apply(state: TourState, stop: number, other: number): void {
  const one = state.routeOf[stop] ?? -1;
  const two = state.routeOf[other] ?? -1;
  const stops = stopsOf(state, one);
  const others = stopsOf(state, two);
  const tailOne = stops.splice((state.position[stop] ?? 0) + 1);
  const tailTwo = others.splice(state.position[other] ?? 0);
  stops.push(...tailTwo);
  others.push(...tailOne);
  setRoute(state, one, [], 0);
  setRoute(state, two, others, others.length);
  setRoute(state, one, stops, stops.length);
}

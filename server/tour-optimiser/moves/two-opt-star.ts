import { bondGain } from "../bonds.ts";
import type { LegMeasure } from "../legs.ts";
import { setRoute, stopAt, type TourState } from "../tour-state.ts";
import { createMove, type Effect, type Move, stopsOf } from "./move.ts";

/** Two routes exchange their ends: `stop` is followed by `other` and what came after it (Potvin & Rousseau 1995). */
export const TWO_OPT_STAR: Move = createMove("two-opt-star", effectOf, apply);

function effectOf(state: TourState, stop: number, other: number, measure: LegMeasure): Effect | null {
  const one = state.routeOf[stop] ?? -1;
  const two = state.routeOf[other] ?? -1;
  if (one < 0 || two < 0 || one === two) return null;
  const cutOne = (state.position[stop] ?? 0) + 1;
  const cutTwo = state.position[other] ?? 0;
  const { problem } = state;
  const ownOne = tail(state, one, cutOne, one, measure);
  const ownTwo = tail(state, two, cutTwo, two, measure);
  const movedOne = tail(state, one, cutOne, two, measure);
  const movedTwo = tail(state, two, cutTwo, one, measure);
  const afterStop = stopAt(state, one, cutOne);
  const beforeOther = stopAt(state, two, cutTwo - 1);
  const legsOne =
    measure(problem, one, stop, other) + movedTwo.legs - measure(problem, one, stop, afterStop) - ownOne.legs;
  const legsTwo =
    measure(problem, two, beforeOther, afterStop) +
    movedOne.legs -
    measure(problem, two, beforeOther, other) -
    ownTwo.legs;
  const service = ownTwo.service - ownOne.service;
  return {
    routes: [
      { route: one, legs: legsOne, serviceSeconds: service },
      { route: two, legs: legsTwo, serviceSeconds: -service },
    ],
    otherGain: tailSeams(state, one, cutOne, two, cutTwo),
  };
}

/** Walk and service of a route from a position on, with the end of route `endOf`; the leg that leads there left out. */
function tail(
  state: TourState,
  route: number,
  from: number,
  endOf: number,
  measure: LegMeasure,
): { legs: number; service: number } {
  let legs = 0;
  let service = 0;
  const length = state.length[route] ?? 0;
  for (let at = from; at < length; at++) {
    const stop = stopAt(state, route, at);
    service += state.problem.serviceSeconds[stop] ?? 0;
    const next = stopAt(state, route, at + 1);
    legs += measure(state.problem, endOf, stop, next);
  }
  return { legs, service };
}

/** Pairs between the two tails, and within one, stay as they are: only those with all other stops count. */
function tailSeams(state: TourState, one: number, cutOne: number, two: number, cutTwo: number): number {
  const isMoved = (partner: number): boolean => {
    const route = state.routeOf[partner];
    const position = state.position[partner] ?? 0;
    return (route === one && position >= cutOne) || (route === two && position >= cutTwo);
  };
  let gain = 0;
  for (let at = cutOne; at < (state.length[one] ?? 0); at++) {
    gain += bondGain(state, stopAt(state, one, at), one, two, isMoved);
  }
  for (let at = cutTwo; at < (state.length[two] ?? 0); at++) {
    gain += bondGain(state, stopAt(state, two, at), two, one, isMoved);
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

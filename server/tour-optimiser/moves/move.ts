import { budgetOf, routeCost, seamsOf, type TourState } from "../tour-state.ts";

/**
 * A small change of a state, named by two stops. `gain` is what the state's cost falls by when the move is applied,
 * exactly, or -Infinity when the two stops do not lend themselves to it; `isValid` says whether budgets still hold.
 * `apply` may be called only where gain is finite and the move valid.
 */
export interface Move {
  readonly name: string;
  gain(state: TourState, stop: number, other: number): number;
  isValid(state: TourState, stop: number, other: number): boolean;
  apply(state: TourState, stop: number, other: number): void;
}

/** What a move does to the routes it touches, in seconds, and to the rest of the cost. */
export interface Effect {
  readonly routes: readonly RouteEffect[];
  /** Fall of the cost by who is served and by pairs kept together. */
  readonly otherGain: number;
}

export interface RouteEffect {
  readonly route: number;
  readonly walkSeconds: number;
  readonly serviceSeconds: number;
}

/** A move from what it does (null when the two stops do not lend themselves to it) and how it is done. */
export function createMove(
  name: string,
  effectOf: (state: TourState, stop: number, other: number) => Effect | null,
  apply: Move["apply"],
): Move {
  return {
    name,
    apply,
    gain(state, stop, other) {
      const effect = effectOf(state, stop, other);
      if (!effect) return -Infinity;
      let gain = effect.otherGain;
      for (const { route, walkSeconds, serviceSeconds } of effect.routes) {
        const walk = state.walk[route] ?? 0;
        const service = state.service[route] ?? 0;
        gain += routeCost(state, route, walk, service);
        gain -= routeCost(state, route, walk + walkSeconds, service + serviceSeconds);
      }
      return Number.isNaN(gain) ? -Infinity : gain;
    },
    isValid(state, stop, other) {
      const effect = effectOf(state, stop, other);
      if (!effect) return false;
      return effect.routes.every(({ route, walkSeconds, serviceSeconds }) => {
        const total = (state.walk[route] ?? 0) + (state.service[route] ?? 0) + walkSeconds + serviceSeconds;
        return total <= budgetOf(state, route);
      });
    },
  };
}

/** Fall of the cost when a stop goes from one route to another, pairs with stops that `isLeftOut` names not counted. */
export function seamGain(
  state: TourState,
  stop: number,
  from: number,
  to: number,
  isLeftOut: (partner: number) => boolean,
): number {
  const { pairs, routeOf, weights } = state;
  if (weights.seam === 0 || from === to) return 0;
  let gain = 0;
  for (let at = pairs.start[stop] ?? 0; at < (pairs.start[stop + 1] ?? 0); at++) {
    const partner = pairs.partner[at] ?? 0;
    const route = routeOf[partner] ?? -1;
    if (route < 0 || isLeftOut(partner)) continue;
    if (route !== from) gain += weights.seam;
    if (route !== to) gain -= weights.seam;
  }
  return gain;
}

/** Cost of the torn pairs of a stop when it is served by a route. */
export function seamCost(state: TourState, stop: number, route: number): number {
  return state.weights.seam === 0 ? 0 : state.weights.seam * seamsOf(state, stop, route);
}

export function stopsOf(state: TourState, route: number): number[] {
  return Array.from(state.order[route]?.subarray(0, state.length[route]) ?? []);
}

import { type LegMeasure, legClimb, legSeconds } from "../legs.ts";
import { routeCost, type TourState } from "../tour-state.ts";

/**
 * A small change of a state, named by two stops. `gain` is what the state's cost falls by when the move is applied,
 * exactly, or -Infinity when the two stops do not lend themselves to it; `isValid` says whether all limits still hold.
 * `apply` may be called only where gain is finite and the move valid.
 */
export interface Move {
  readonly name: string;
  gain(state: TourState, stop: number, other: number): number;
  isValid(state: TourState, stop: number, other: number): boolean;
  apply(state: TourState, stop: number, other: number): void;
}

/** What a move does to the routes it touches, and to the rest of the cost. */
export interface Effect {
  readonly routes: readonly RouteEffect[];
  /** Fall of the cost by who is served and by bonds. */
  readonly otherGain: number;
}

export interface RouteEffect {
  readonly route: number;
  /** What the legs of the route grow by, in the measure asked for. */
  readonly legs: number;
  readonly serviceSeconds: number;
}

/** What a move does when its legs are measured in seconds, or in metres climbed; null when the stops do not lend themselves. */
export type EffectOf = (state: TourState, stop: number, other: number, measure: LegMeasure) => Effect | null;

/** A move from what it does and how it is done. */
export function createMove(name: string, effectOf: EffectOf, apply: Move["apply"]): Move {
  return {
    name,
    apply,
    gain(state, stop, other) {
      const effect = effectOf(state, stop, other, legSeconds);
      if (!effect) return -Infinity;
      let gain = effect.otherGain;
      for (const { route, legs, serviceSeconds } of effect.routes) {
        const walk = state.walk[route] ?? 0;
        const service = state.service[route] ?? 0;
        gain += routeCost(state, route, walk, service);
        gain -= routeCost(state, route, walk + legs, service + serviceSeconds);
      }
      return Number.isNaN(gain) ? -Infinity : gain;
    },
    isValid(state, stop, other) {
      const effect = effectOf(state, stop, other, legSeconds);
      if (!effect) return false;
      const isInTime = effect.routes.every(({ route, legs, serviceSeconds }) => {
        const total = (state.walk[route] ?? 0) + (state.service[route] ?? 0) + legs + serviceSeconds;
        return total <= (state.budget[route] ?? 0);
      });
      return isInTime && isClimbKept(state, effect, () => effectOf(state, stop, other, legClimb));
    },
  };
}

/** Most routes have no limit on their climb: then it is not measured. */
function isClimbKept(state: TourState, { routes }: Effect, measureClimb: () => Effect | null): boolean {
  const most = (route: number): number => state.problem.routes[route]?.climb?.mostMetres ?? Infinity;
  if (routes.every(({ route }) => most(route) === Infinity)) return true;
  const climbed = measureClimb();
  return (climbed?.routes ?? []).every(({ route, legs }) => (state.climb[route] ?? 0) + legs <= most(route));
}

export function stopsOf(state: TourState, route: number): number[] {
  return Array.from(state.order[route]?.subarray(0, state.length[route]) ?? []);
}

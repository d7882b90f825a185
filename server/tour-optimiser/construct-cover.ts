import { isAllowed } from "./bonds.ts";
import type { Inserter } from "./insert-best.ts";
import { listSavings, mergeBySavings } from "./merge-by-savings.ts";
import type { NearStops } from "./near-stops.ts";
import { setRoute, stateCost, type TourState } from "./tour-state.ts";
import { trimRoute } from "./trim-route.ts";

/**
 * First routes for *cover*: routes joined by savings under a cap on their duration, laid onto the routes of the
 * problem, what is left over inserted where it fits. With a weight on balance a lower cap is looked for too, that
 * gives every route a share; the cheaper of the two stands.
 */
export function constructCover(state: TourState, near: NearStops, inserter: Inserter): void {
  const { problem } = state;
  const budget = Math.max(0, ...problem.routes.map(({ budgetSeconds }) => budgetSeconds));
  const savings = listSavings(problem, near, SAVINGS_WIDTH);
  let best: readonly (readonly number[])[] = [];
  let bestCost = Infinity;
  const tryCap = (cap: number): number => {
    const fragments = mergeBySavings(problem, savings, cap);
    layOut(state, fragments, inserter);
    const cost = stateCost(state);
    if (cost < bestCost) {
      bestCost = cost;
      best = problem.routes.map((_, route) => Array.from(state.order[route]?.subarray(0, state.length[route]) ?? []));
    }
    return fragments.length;
  };
  if (tryCap(budget) < problem.routes.length && state.weights.balance > 0) {
    let [low, high] = [0, budget];
    for (let step = 0; step < CAP_STEPS; step++) {
      const cap = (low + high) / 2;
      if (tryCap(cap) > problem.routes.length) low = cap;
      else high = cap;
    }
  }
  clear(state);
  best.forEach((stops, route) => {
    setRoute(state, route, stops, stops.length);
  });
}

/** The fragments worth most become routes, each in its cheaper direction; the other stops are inserted. */
function layOut(state: TourState, fragments: readonly (readonly number[])[], inserter: Inserter): void {
  clear(state);
  const worth = (stops: readonly number[]): number =>
    stops.reduce((sum, stop) => sum + (state.problem.values[stop] ?? 0), 0);
  const ranked = fragments.map((stops) => ({ stops, worth: worth(stops) })).sort((a, b) => b.worth - a.worth);
  const routes = Array.from(state.budget.keys()).sort(
    (a, b) => (state.budget[b] ?? 0) - (state.budget[a] ?? 0) || a - b,
  );
  ranked.slice(0, routes.length).forEach((fragment, rank) => {
    const route = routes[rank] ?? 0;
    const stops = fragment.stops.filter((stop) => isAllowed(state, stop, route));
    setRoute(state, route, stops, stops.length);
    const forward = state.walk[route] ?? 0;
    setRoute(state, route, [...stops].reverse(), stops.length);
    if ((state.walk[route] ?? 0) > forward) setRoute(state, route, stops, stops.length);
    trimRoute(state, route);
  });
  const left = Array.from(state.unserved.subarray(0, state.unservedCount[0]));
  const { serviceSeconds } = state.problem;
  left.sort((a, b) => (serviceSeconds[b] ?? 0) - (serviceSeconds[a] ?? 0) || a - b);
  for (const stop of left)
    inserter.insert(stop, { blinkRate: 0, nearWidth: INSERTION_WIDTH, looksEverywhere: left.length < 500 });
}

function clear(state: TourState): void {
  for (let route = 0; route < state.length.length; route++) setRoute(state, route, [], 0);
}

const SAVINGS_WIDTH = 24;
const INSERTION_WIDTH = 24;
const CAP_STEPS = 7;

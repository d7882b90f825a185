import { isAllowed } from "./bonds.ts";
import { legClimb, legSeconds, TERMINAL } from "./legs.ts";
import { setRoute, type TourState } from "./tour-state.ts";

/**
 * Nearest neighbour: each route goes on to the nearest stop that is left, as long as it can still reach its end in
 * time. The yardstick that the search must never fall behind. O(n²).
 */
export function constructNearest(state: TourState): void {
  const { problem } = state;
  const isServed = new Uint8Array(problem.stopCount);
  for (let route = 0; route < problem.routes.length; route++) setRoute(state, route, [], 0);
  for (let route = 0; route < problem.routes.length; route++) {
    const stops: number[] = [];
    let seconds = 0;
    let climb = 0;
    let at = TERMINAL;
    for (;;) {
      const next = nearestThatFits(state, route, at, { seconds, climb }, isServed);
      if (next < 0) break;
      seconds += legSeconds(problem, route, at, next) + (problem.serviceSeconds[next] ?? 0);
      climb += legClimb(problem, route, at, next);
      isServed[next] = 1;
      stops.push(next);
      at = next;
    }
    setRoute(state, route, stops, stops.length);
  }
}

function nearestThatFits(
  state: TourState,
  route: number,
  from: number,
  spent: { readonly seconds: number; readonly climb: number },
  isServed: Uint8Array,
): number {
  const { problem } = state;
  const budget = state.budget[route] ?? 0;
  let nearest = -1;
  let nearestSeconds = Infinity;
  for (let stop = 0; stop < problem.stopCount; stop++) {
    if (isServed[stop] === 1 || !isAllowed(state, stop, route)) continue;
    const leg = legSeconds(problem, route, from, stop);
    if (leg >= nearestSeconds) continue;
    const total =
      spent.seconds + leg + (problem.serviceSeconds[stop] ?? 0) + legSeconds(problem, route, stop, TERMINAL);
    if (total > budget) continue;
    const climb = spent.climb + legClimb(problem, route, from, stop) + legClimb(problem, route, stop, TERMINAL);
    if (climb > (problem.routes[route]?.climb?.mostMetres ?? Infinity)) continue;
    nearest = stop;
    nearestSeconds = leg;
  }
  return nearest;
}

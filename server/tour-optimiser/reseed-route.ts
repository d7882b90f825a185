import { isAllowed } from "./bonds.ts";
import type { Inserter } from "./insert-best.ts";
import type { NearStops } from "./near-stops.ts";
import type { Random } from "./random.ts";
import { insertStop, isWithinLimits, removeStop, setRoute, type TourState } from "./tour-state.ts";

/**
 * Empties a route and begins it again far from all others, at a stop that nobody serves, then fills it. Strings taken
 * out and put back one stop at a time never bring a route to a group of stops that is worth the walk only as a whole.
 */
export function reseedRoute(state: TourState, near: NearStops, random: Random, inserter: Inserter): void {
  const seed = pickLonely(state, near, random);
  const route = Math.floor(random() * state.length.length);
  const removed = Array.from(state.order[route]?.subarray(0, state.length[route]) ?? []);
  setRoute(state, route, [], 0);
  if ((state.routeOf[seed] ?? -1) < 0 && isAllowed(state, seed, route)) {
    insertStop(state, seed, route, 0);
    if (!isWithinLimits(state, route)) removeStop(state, seed);
  }
  const options = { blinkRate: 0, nearWidth: near.width, looksEverywhere: false };
  for (let rank = 0; rank < near.width; rank++) {
    const stop = near.list[seed * near.width + rank] ?? 0;
    if ((state.routeOf[stop] ?? -1) < 0) inserter.insert(stop, options);
  }
  for (const stop of removed) if ((state.routeOf[stop] ?? -1) < 0) inserter.insert(stop, options);
}

/** Of a few unserved stops drawn at random, the one with most unserved stops around it. */
function pickLonely(state: TourState, near: NearStops, random: Random): number {
  let best = 0;
  let bestUnserved = -1;
  for (let draw = 0; draw < DRAWS; draw++) {
    const stop = state.unserved[Math.floor(random() * (state.unservedCount[0] ?? 0))] ?? 0;
    let unserved = 0;
    for (let rank = 0; rank < near.width; rank++) {
      if ((state.routeOf[near.list[stop * near.width + rank] ?? 0] ?? -1) < 0) unserved++;
    }
    if (unserved > bestUnserved) [best, bestUnserved] = [stop, unserved];
  }
  return best;
}

const DRAWS = 3;

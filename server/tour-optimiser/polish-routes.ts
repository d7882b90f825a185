import { disturbedRoutes } from "./disturbed-stops.ts";
import { createInserter } from "./insert-best.ts";
import { searchLocally } from "./local-search.ts";
import type { NearStops } from "./near-stops.ts";
import { orderRoute } from "./order-route.ts";
import type { Random } from "./random.ts";
import type { TourState } from "./tour-state.ts";
import { walkInSequence } from "./walk-in-sequence.ts";

/**
 * Each route in its best order, and local search until no move helps; then nobody is left out who still fits somewhere.
 * Routes that a change leaves as they were are looked at only together with one that it does not. Walks of equal length
 * end up in the order of house numbers.
 */
export function polishRoutes(state: TourState, near: NearStops, random: Random, shouldStop: () => boolean): void {
  const isChange = state.weights.change > 0;
  // Routes that are being changed were ordered when they were made.
  const kicksPerStop = isChange ? 1 : undefined;
  const disturbed = disturbedRoutes(state);
  disturbed.forEach((isDisturbed, route) => {
    if (isDisturbed) orderRoute(state, route, random, shouldStop, kicksPerStop);
  });
  const isLarge = state.problem.stopCount > LARGE;
  const changedRoutes = searchLocally(state, near, {
    nearWidth: isLarge ? LARGE_POLISH_WIDTH : isChange ? MENDING_WIDTH : POLISH_WIDTH,
    unservedWidth: isLarge ? LARGE_POLISH_WIDTH : POLISH_WIDTH,
    mostPasses: isLarge ? 2 : MOST_PASSES,
    isWaiting: disturbed,
    shouldStop,
  });
  for (let route = 0; route < state.length.length; route++) {
    // An order that nothing has changed since is searched again only while time is not short.
    if (changedRoutes.has(route) || !isChange) orderRoute(state, route, random, shouldStop, kicksPerStop);
  }
  const inserter = createInserter(state, near, random, () => {});
  const { values } = state.problem;
  const left = Array.from(state.unserved.subarray(0, state.unservedCount[0]));
  left.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  for (const stop of left) inserter.insert(stop, { blinkRate: 0, nearWidth: near.width, looksEverywhere: true });
  // Equal walks keep to the lines of doors; a route that a change leaves as it was does so already.
  for (let route = 0; route < state.length.length; route++) {
    if (!isChange || disturbed[route] || changedRoutes.has(route)) walkInSequence(state, route);
  }
}

const POLISH_WIDTH = 24;
/** Enough for stops that were where they are when the plan was made. */
const MENDING_WIDTH = 12;
const MOST_PASSES = 50;
/** Moves between long routes cost as much as the routes are long: beyond this many stops they are tried close by, twice. */
const LARGE = 2500;
const LARGE_POLISH_WIDTH = 8;

import { legSeconds, TERMINAL } from "./legs.ts";
import { findNearStops } from "./near-stops.ts";
import type { Random } from "./random.ts";
import { improveTour } from "./tour/improve-tour.ts";
import { createTourArray } from "./tour/tour-array.ts";
import { isWithinLimits, setRoute, type TourState } from "./tour-state.ts";

/**
 * Orders the stops of a route anew, from its start to its end, by 3-opt with kicks on a closed tour that goes from the
 * end back to the start for less than nothing, so that no search parts them. Keeps the old order unless the new one
 * walks less, uphill and downhill counted, within the limits.
 */
export function orderRoute(
  state: TourState,
  route: number,
  random: Random,
  shouldStop: () => boolean,
  kicksPerStop = KICKS_PER_STOP,
): boolean {
  const count = state.length[route] ?? 0;
  if (count < LEAST_STOPS) return false;
  const before = Array.from(state.order[route]?.subarray(0, count) ?? []);
  const walkBefore = state.walk[route] ?? 0;
  const after = shortestOrder(state, route, before, random, shouldStop, kicksPerStop);
  setRoute(state, route, after, count);
  if ((state.walk[route] ?? 0) < walkBefore - LEAST_SECONDS && isWithinLimits(state, route)) return true;
  setRoute(state, route, before, count);
  return false;
}

function shortestOrder(
  state: TourState,
  route: number,
  stops: readonly number[],
  random: Random,
  shouldStop: () => boolean,
  kicksPerStop: number,
): number[] {
  const start = stops.length;
  const end = start + 1;
  const size = start + 2;
  const costs = new Float32Array(size * size);
  const leg = (from: number, to: number): number => legSeconds(state.problem, route, from, to);
  const set = (one: number, other: number, seconds: number): void => {
    costs[one * size + other] = costs[other * size + one] = Math.min(seconds, NO_WAY_SECONDS);
  };
  stops.forEach((stop, index) => {
    set(start, index, leg(TERMINAL, stop));
    set(index, end, leg(stop, TERMINAL));
    for (let other = 0; other < index; other++) {
      const next = stops[other] ?? 0;
      set(index, other, (leg(stop, next) + leg(next, stop)) / 2);
    }
  });
  set(end, start, -NO_WAY_SECONDS);
  const near = findNearStops(size, costs, NEAR_WIDTH);
  const array = createTourArray(Int32Array.from([start, ...stops.keys(), end]));
  improveTour({ stopCount: size, costs, near, random, kicks: kicksPerStop * stops.length, shouldStop }, array);
  const at = array.tour.indexOf(start);
  const step = array.next(start) === end ? size - 1 : 1;
  return stops.map((_, index) => stops[array.tour[(at + step * (index + 1)) % size] ?? 0] ?? 0);
}

const LEAST_STOPS = 4;
const LEAST_SECONDS = 1e-4;
const NEAR_WIDTH = 16;
const KICKS_PER_STOP = 10;
/** Longer than any walk, and small enough that single precision still tells seconds apart. */
const NO_WAY_SECONDS = 1e5;

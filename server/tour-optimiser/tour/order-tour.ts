import { mulberry32 } from "../../../geodata/numbers/mulberry32.ts";
import { findNearStops } from "../near-stops.ts";
import { improveTour } from "./improve-tour.ts";
import { symmetricCosts } from "./symmetric-costs.ts";
import { createTourArray } from "./tour-array.ts";

export interface TourProblem {
  readonly stopCount: number;
  /** Seconds between stops, `durations[from × n + to]`. Need not be symmetric. */
  readonly durations: Float32Array;
}

export interface TourEffort {
  readonly seed: number;
  /** Disturbances to try; see kicksFor. */
  readonly kicks: number;
  readonly shouldStop?: () => boolean;
}

/**
 * The order in which to visit all stops and come back, walking least: nearest neighbour, then improveTour. Where streets
 * slope, the search looks at the walk there and back, and the better direction round is taken at the end. The same seed
 * and kicks give the same order. Begins at stop 0.
 */
export function orderTour({ stopCount, durations }: TourProblem, effort: TourEffort): Int32Array {
  const costs = symmetricCosts(stopCount, durations);
  const near = findNearStops(stopCount, costs, NEAR_WIDTH);
  const array = createTourArray(nearestOrder(stopCount, costs));
  const random = mulberry32(effort.seed);
  const { kicks, shouldStop = () => false } = effort;
  improveTour({ stopCount, costs, near, random, kicks, shouldStop }, array);
  const ahead = fromStopZero(array.tour);
  const back = Int32Array.from(ahead);
  back.subarray(1).reverse();
  return tourSeconds(stopCount, durations, back) < tourSeconds(stopCount, durations, ahead) ? back : ahead;
}

/**
 * Disturbances that take about the given time on a core of 2023, first answer included: a number, not a clock, so that
 * the same tour is found on every machine. Long tours cost more each, and small ones soon have nothing left to find.
 */
export function kicksFor(seconds: number, stopCount: number): number {
  const firstAnswer = FIRST_SECONDS_PER_PAIR * stopCount * stopCount;
  const affordable = ((seconds - firstAnswer) * KICKS_PER_SECOND) / (1 + stopCount / 2000);
  return Math.max(0, Math.floor(Math.min(affordable, 1000 + 20 * stopCount)));
}

/** Walking seconds round a closed tour. */
export function tourSeconds(stopCount: number, durations: Float32Array, order: Int32Array): number {
  let seconds = 0;
  let from = order.at(-1) ?? 0;
  for (const to of order) {
    seconds += durations[from * stopCount + to] ?? 0;
    from = to;
  }
  return seconds;
}

/** Each stop is followed by the nearest that is left. O(n²). */
function nearestOrder(stopCount: number, costs: Float32Array): Int32Array {
  const order = Int32Array.from({ length: stopCount }, (_, stop) => stop);
  for (let at = 1; at < stopCount; at++) {
    const row = (order[at - 1] ?? 0) * stopCount;
    let best = at;
    for (let other = at + 1; other < stopCount; other++) {
      if ((costs[row + (order[other] ?? 0)] ?? 0) < (costs[row + (order[best] ?? 0)] ?? 0)) best = other;
    }
    const stop = order[best] ?? 0;
    order[best] = order[at] ?? 0;
    order[at] = stop;
  }
  return order;
}

function fromStopZero(tour: Int32Array): Int32Array {
  const start = tour.indexOf(0);
  return Int32Array.from(tour, (_, at) => tour[(start + at) % tour.length] ?? 0);
}

/** On streets the nearest 8 stops are all on the same street: 24 reach round the corner. */
const NEAR_WIDTH = 24;
const KICKS_PER_SECOND = 16_000;
const FIRST_SECONDS_PER_PAIR = 4e-8;

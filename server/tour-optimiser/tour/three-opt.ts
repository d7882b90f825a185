import type { NearStops } from "../near-stops.ts";
import type { TourArray } from "./tour-array.ts";

export interface TourCosts {
  readonly stopCount: number;
  /** Between stops, `costs[from × n + to]`, symmetric. */
  readonly costs: Float32Array;
  readonly near: NearStops;
}

/**
 * Sequential 2-opt and 3-opt moves over neighbour lists that gain at every step (Lin 1965; Lin & Kernighan, Operations
 * Research 21-2, 1973). Returns a function that takes the leg from `t1` to the stop after it (or before it) out of the
 * tour, applies the first move that pays and returns its gain, 0 when there is none. `touch` is told of every stop whose
 * neighbours change.
 *
 * Names follow Lin & Kernighan: legs t1–t2, t3–t4 and t5–t6 go, legs t2–t3, t4–t5 and t6–t1 come. A move is measured
 * before it is made, so the tour is turned only when that pays. Orders in the comments begin with t1 and are read in the
 * direction of the walk.
 */
export function createThreeOpt(
  { stopCount: n, costs, near: { list, width } }: TourCosts,
  array: TourArray,
  touch: (stop: number) => void,
): (t1: number, isForward: boolean) => number {
  const { position, next, previous, turnStretch } = array;
  const cost = (one: number, other: number): number => costs[one * n + other] ?? 0;

  return (t1, isForward) => {
    const t2 = isForward ? next(t1) : previous(t1);
    const opened = cost(t1, t2);
    const start = position[t2] ?? 0;
    for (let index = t2 * width, end = index + width; index < end; index++) {
      const t3 = list[index] ?? 0;
      const first = opened - cost(t2, t3);
      if (first <= LEAST_GAIN) break;
      const place3 = placeOf(t3, start, isForward);
      const gain =
        turnOver(t1, t2, t3, first, place3, start, isForward) || cutLoop(t1, t2, t3, first, place3, start, isForward);
      if (gain > 0) return gain;
    }
    return 0;
  };

  /** t1 [t2 … t4] t3: turning the stretch closes the tour; or it is opened again at t5–t6. */
  function turnOver(
    t1: number,
    t2: number,
    t3: number,
    first: number,
    place3: number,
    start: number,
    isForward: boolean,
  ): number {
    const t4 = isForward ? previous(t3) : next(t3);
    if (t4 === t2) return 0;
    const second = first + cost(t3, t4);
    const closed = second - cost(t4, t1);
    if (closed > LEAST_GAIN) {
      turnStretch(t1, t2, t4);
      touchAll(t1, t2, t3, t4, t3, t4);
      return closed;
    }
    for (let index = t4 * width, end = index + width; index < end; index++) {
      const t5 = list[index] ?? 0;
      const third = second - cost(t4, t5);
      if (third <= LEAST_GAIN) break;
      const place5 = placeOf(t5, start, isForward);
      if (t5 === t3 || t5 === t4) continue;
      const isBeyond = place5 > place3;
      const t6 = isBeyond === isForward ? previous(t5) : next(t5);
      const gain = third + cost(t5, t6) - cost(t6, t1);
      if (gain <= LEAST_GAIN) continue;
      if (isBeyond) {
        // t1 [t2 … t4] [t3 … t6] t5 becomes t1 [t6 … t3] [t2 … t4] t5.
        turnStretch(t1, t2, t6);
        turnStretch(t3, t4, t2);
      } else {
        // t1 [t2 … t5] [t6 … t4] t3 becomes t1 [t6 … t4] [t5 … t2] t3.
        turnStretch(t1, t2, t4);
        turnStretch(t1, t4, t6);
      }
      touchAll(t1, t2, t3, t4, t5, t6);
      return gain;
    }
    return 0;
  }

  /** t1 [t2 … t3] t4: the stretch is a loop of its own until it is opened at t5–t6. */
  function cutLoop(
    t1: number,
    t2: number,
    t3: number,
    first: number,
    place3: number,
    start: number,
    isForward: boolean,
  ): number {
    if (t3 === t1) return 0;
    const t4 = isForward ? next(t3) : previous(t3);
    const second = first + cost(t3, t4);
    for (let index = t4 * width, end = index + width; index < end; index++) {
      const t5 = list[index] ?? 0;
      const third = second - cost(t4, t5);
      if (third <= LEAST_GAIN) break;
      if (placeOf(t5, start, isForward) > place3) continue;
      if (t5 !== t3) {
        const t6 = isForward ? next(t5) : previous(t5);
        const gain = third + cost(t5, t6) - cost(t6, t1);
        if (gain > LEAST_GAIN) {
          // t1 [t2 … t5] [t6 … t3] t4 becomes t1 [t6 … t3] [t2 … t5] t4.
          turnStretch(t1, t2, t3);
          turnStretch(t1, t3, t6);
          turnStretch(t3, t5, t2);
          touchAll(t1, t2, t3, t4, t5, t6);
          return gain;
        }
      }
      if (t5 !== t2) {
        const t6 = isForward ? previous(t5) : next(t5);
        const gain = third + cost(t5, t6) - cost(t6, t1);
        if (gain > LEAST_GAIN) {
          // t1 [t2 … t6] [t5 … t3] t4 becomes t1 [t6 … t2] [t3 … t5] t4.
          turnStretch(t1, t2, t6);
          turnStretch(t2, t5, t3);
          touchAll(t1, t2, t3, t4, t5, t6);
          return gain;
        }
      }
    }
    return 0;
  }

  /** How many stops lie between the one at position `start` and this one, in the direction of the walk. */
  function placeOf(stop: number, start: number, isForward: boolean): number {
    const ahead = isForward ? (position[stop] ?? 0) - start : start - (position[stop] ?? 0);
    return ahead < 0 ? ahead + n : ahead;
  }

  function touchAll(t1: number, t2: number, t3: number, t4: number, t5: number, t6: number): void {
    touch(t1);
    touch(t2);
    touch(t3);
    touch(t4);
    touch(t5);
    touch(t6);
  }
}

/** Below this a gain is rounding, and following it could go round in circles. */
export const LEAST_GAIN = 1e-4;

import type { Random } from "../random.ts";
import { createKick, LEAST_STOPS_TO_KICK } from "./kick-tour.ts";
import { createThreeOpt, LEAST_GAIN, type TourCosts } from "./three-opt.ts";
import type { TourArray } from "./tour-array.ts";
import { createWaitingList } from "./waiting-list.ts";

export interface TourSearch extends TourCosts {
  readonly random: Random;
  /** How many times the tour is disturbed. */
  readonly kicks: number;
  /** Asked now and then; true ends the search. */
  readonly shouldStop: () => boolean;
}

/**
 * Iterated local search on a closed tour with symmetric costs: 3-opt until no move from a stop on the waiting list pays
 * (Bentley, ORSA Journal on Computing 4-4, 1992), then a kick; what does not pay is undone at the cost of what it
 * touched. Returns the kicks done.
 */
export function improveTour(search: TourSearch, array: TourArray): number {
  const { stopCount, costs, random, kicks, shouldStop } = search;
  if (stopCount < 4) return 0;
  const waiting = createWaitingList(stopCount);
  const improveAt = createThreeOpt(search, array, waiting.add);
  const kick = createKick(stopCount, (one, other) => costs[one * stopCount + other] ?? 0, waiting.add);

  const settle = (): number => {
    let gained = 0;
    for (let stop = waiting.take(); stop >= 0; stop = waiting.take()) {
      for (;;) {
        const gain = improveAt(stop, true) || improveAt(stop, false);
        if (gain === 0) break;
        gained += gain;
      }
    }
    return gained;
  };

  for (let at = 0; at < stopCount; at++) waiting.add(array.tour[at] ?? 0);
  settle();
  array.keep();
  if (stopCount < LEAST_STOPS_TO_KICK) return 0;
  for (let done = 0; done < kicks; done++) {
    if (done % CHECK_EVERY === 0 && shouldStop()) return done;
    const added = kick(array, random);
    if (settle() >= added - LEAST_GAIN) array.keep();
    else array.undo();
  }
  return kicks;
}

const CHECK_EVERY = 64;

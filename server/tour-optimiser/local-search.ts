import { CROSS_EXCHANGE, EXCHANGE_RUNS } from "./moves/cross-exchange.ts";
import { EJECT } from "./moves/eject.ts";
import { INSERT_UNSERVED } from "./moves/insert-unserved.ts";
import type { Move } from "./moves/move.ts";
import { OR_OPT } from "./moves/or-opt.ts";
import { RELOCATE } from "./moves/relocate.ts";
import { RELOCATE_RUN } from "./moves/relocate-run.ts";
import { SWAP } from "./moves/swap.ts";
import { TWO_OPT } from "./moves/two-opt.ts";
import { TWO_OPT_STAR } from "./moves/two-opt-star.ts";
import type { NearStops } from "./near-stops.ts";
import type { TourState } from "./tour-state.ts";

/** Every move there is, those that change least first. */
export const MOVES: readonly Move[] = [
  ...INSERT_UNSERVED,
  EJECT,
  ...RELOCATE,
  SWAP,
  ...TWO_OPT,
  ...OR_OPT,
  ...CROSS_EXCHANGE,
  ...RELOCATE_RUN,
  EXCHANGE_RUNS,
  TWO_OPT_STAR,
];

/**
 * Applies moves that lower the cost until none between a stop and one of its near stops does, or `mostPasses` passes
 * over the stops are done. Returns the number of moves applied.
 */
export function searchLocally(
  state: TourState,
  near: NearStops,
  nearWidth: number,
  mostPasses: number,
  shouldStop: () => boolean,
): number {
  const width = Math.min(nearWidth, near.width);
  let applied = 0;
  for (let pass = 0; pass < mostPasses; pass++) {
    const before = applied;
    for (let stop = 0; stop < state.problem.stopCount; stop++) {
      if (shouldStop()) return applied;
      for (let rank = 0; rank < width; rank++) {
        const other = near.list[stop * near.width + rank] ?? 0;
        if ((state.routeOf[other] ?? -1) >= 0 && improve(state, stop, other)) applied++;
      }
    }
    if (applied === before) break;
  }
  return applied;
}

function improve(state: TourState, stop: number, other: number): boolean {
  for (const move of MOVES) {
    if (move.gain(state, stop, other) > LEAST_GAIN && move.isValid(state, stop, other)) {
      move.apply(state, stop, other);
      return true;
    }
  }
  return false;
}

/** Below this a gain is rounding, and following it could go round in circles. */
const LEAST_GAIN = 1e-6;

import type { NearStops } from "./near-stops.ts";
import type { Random } from "./random.ts";
import type { TourState } from "./tour-state.ts";

/**
 * Which stops to try to put back, and in what order: those just taken out and some that nobody serves, near to them.
 * The order is drawn anew each time: at random, dearest first, dearest per second first, or longest service first.
 */
export function orderCandidates(
  state: TourState,
  near: NearStops,
  random: Random,
  removed: readonly number[],
  mostUnserved: number,
): number[] {
  const candidates = [...removed];
  addUnserved(state, near, random, removed, mostUnserved, candidates);
  const { miss } = state.weights;
  const { serviceSeconds } = state.problem;
  const keys = new Float64Array(candidates.length);
  const draw = random();
  candidates.forEach((stop, index) => {
    const noise = 0.5 + random();
    if (draw < 0.3) keys[index] = random();
    else if (draw < 0.55) keys[index] = -(miss[stop] ?? 0) * noise;
    else if (draw < 0.8) keys[index] = (-(miss[stop] ?? 0) / ((serviceSeconds[stop] ?? 0) + 1)) * noise;
    else keys[index] = -(serviceSeconds[stop] ?? 0) * noise;
  });
  const order = Array.from(candidates.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  return order.map((index) => candidates[index] ?? 0);
}

function addUnserved(
  state: TourState,
  near: NearStops,
  random: Random,
  removed: readonly number[],
  most: number,
  candidates: number[],
): void {
  const unservedCount = state.unservedCount[0] ?? 0;
  if (unservedCount <= removed.length) return;
  if (unservedCount <= removed.length + most) {
    for (let at = 0; at < unservedCount; at++) {
      const stop = state.unserved[at] ?? 0;
      if (!removed.includes(stop)) candidates.push(stop);
    }
    return;
  }
  const enough = removed.length + most;
  const width = Math.min(near.width, NEAR_TO_REMOVED);
  for (let attempt = 0; attempt < 3 * most && candidates.length < enough; attempt++) {
    const beside = removed[Math.floor(random() * removed.length)] ?? 0;
    const stop = near.list[beside * near.width + Math.floor(random() * width)] ?? 0;
    if ((state.routeOf[stop] ?? -1) < 0 && !candidates.includes(stop)) candidates.push(stop);
  }
}

/** How far, in ranks of nearness, an unserved stop may be from one that was taken out. */
const NEAR_TO_REMOVED = 40;

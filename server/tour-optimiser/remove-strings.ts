import type { NearStops } from "./near-stops.ts";
import type { Random } from "./random.ts";
import { removeStop, type TourState } from "./tour-state.ts";

export interface RemovalSize {
  /** Stops taken out per call, on average. */
  readonly averageStops: number;
  readonly longestString: number;
}

export interface Removal {
  readonly removal: RemovalSize;
  /** Stops around which strings are taken out; null: all that are served. */
  readonly seeds: Int32Array | null;
}

/**
 * Takes out strings of neighbouring stops from routes that pass near each other (Christiaens & Vanden Berghe 2020,
 * "Slack induction by string removals", 5.2). What is taken out is appended to `removed`; `beforeTouch` is called once
 * per route before it changes. Half of the strings keep a few stops in their middle.
 */
export function removeStrings(
  state: TourState,
  near: NearStops,
  random: Random,
  { removal: { averageStops, longestString }, seeds }: Removal,
  removed: number[],
  beforeTouch: (route: number) => void,
): void {
  const { stopCount } = state.problem;
  const servedCount = stopCount - (state.unservedCount[0] ?? 0);
  if (servedCount === 0) return;
  const used = state.length.reduce((count, length) => count + (length > 0 ? 1 : 0), 0);
  const longest = Math.min(longestString, servedCount / used);
  const mostStrings = Math.max(1, (4 * averageStops) / (1 + longest) - 1);
  const strings = Math.floor(random() * mostStrings + 1);
  const seed = (seeds && pickSeed(state, random, seeds)) ?? pickServed(state, random);
  const ruined: number[] = [];
  for (let rank = -1; rank < near.width && ruined.length < strings; rank++) {
    const stop = rank < 0 ? seed : (near.list[seed * near.width + rank] ?? 0);
    const route = state.routeOf[stop] ?? -1;
    if (route < 0 || ruined.includes(route)) continue;
    beforeTouch(route);
    ruined.push(route);
    const length = state.length[route] ?? 0;
    const most = Math.min(longest, length);
    const count = Math.max(1, Math.floor(random() * most + 1));
    removeString(state, route, state.position[stop] ?? 0, Math.min(count, length), random, removed);
  }
}

/** One of the seeds that is served; null when a few draws found none. */
function pickSeed({ routeOf }: TourState, random: Random, seeds: Int32Array): number | null {
  for (let draw = 0; draw < SEED_DRAWS; draw++) {
    const stop = seeds[Math.floor(random() * seeds.length)] ?? -1;
    if ((routeOf[stop] ?? -1) >= 0) return stop;
  }
  return null;
}

const SEED_DRAWS = 8;

function pickServed(state: TourState, random: Random): number {
  const { stopCount } = state.problem;
  const served = stopCount - (state.unservedCount[0] ?? 0);
  if (served * 2 >= stopCount) {
    for (;;) {
      const stop = Math.floor(random() * stopCount);
      if ((state.routeOf[stop] ?? -1) >= 0) return stop;
    }
  }
  let rank = Math.floor(random() * served);
  for (let route = 0; ; route++) {
    const length = state.length[route] ?? 0;
    if (rank < length) return state.order[route]?.[rank] ?? 0;
    rank -= length;
  }
}

/** Removes `count` stops around a position, in one string or in one that keeps some stops in between. */
function removeString(
  state: TourState,
  route: number,
  around: number,
  count: number,
  random: Random,
  removed: number[],
): void {
  const order = state.order[route];
  const length = state.length[route] ?? 0;
  if (!order) return;
  let kept = 0;
  if (count > 1 && count < length && random() < 0.5) {
    kept = 1;
    while (count + kept < length && random() > 0.01) kept++;
    kept = Math.min(kept, length - count, 1 + Math.floor(random() * count));
  }
  const span = count + kept;
  const lowest = Math.max(0, around - span + 1);
  const highest = Math.min(around, length - span);
  const first = lowest + Math.floor(random() * (highest - lowest + 1));
  const keptFrom = kept > 0 ? first + Math.floor(random() * (count + 1)) : first + span;
  const from = removed.length;
  for (let at = first; at < first + span; at++) {
    if (at < keptFrom || at >= keptFrom + kept) removed.push(order[at] ?? 0);
  }
  for (let at = removed.length - 1; at >= from; at--) removeStop(state, removed[at] ?? 0);
}

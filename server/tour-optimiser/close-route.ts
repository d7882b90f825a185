import type { Random } from "./random.ts";
import { setRoute, type TourState } from "./tour-state.ts";

/**
 * Empties the shorter of two used routes drawn at random, so that the search may find room for its stops on the
 * others. Moves of a few stops never give up a route: until it is empty each of them only adds to the walk.
 */
export function closeRoute(state: TourState, random: Random): void {
  const used = Array.from(state.length.keys()).filter((route) => (state.length[route] ?? 0) > 0);
  if (used.length < 2) return;
  const draw = (): number => used[Math.floor(random() * used.length)] ?? 0;
  const [one, other] = [draw(), draw()];
  setRoute(state, (state.length[one] ?? 0) <= (state.length[other] ?? 0) ? one : other, [], 0);
}

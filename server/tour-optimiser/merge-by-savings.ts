import type { NearStops } from "./near-stops.ts";
import type { RoutingProblem } from "./routing-problem.ts";

/** Joins two routes where one ends and the other begins: what it saves, and which stops become neighbours. */
interface Saving {
  readonly one: number;
  readonly other: number;
  readonly seconds: number;
}

/** Savings of joining near stops, largest first, by the walk there and back. */
export function listSavings(problem: RoutingProblem, near: NearStops, width: number): readonly Saving[] {
  const { stopCount, durations } = problem;
  const limits = problem.routes[0];
  const outside = (stop: number): number => ((limits?.fromStart?.[stop] ?? 0) + (limits?.toEnd?.[stop] ?? 0)) / 2;
  const savings: Saving[] = [];
  for (let one = 0; one < stopCount; one++) {
    for (let rank = 0; rank < Math.min(width, near.width); rank++) {
      const other = near.list[one * near.width + rank] ?? 0;
      const between = halfThereAndBack(durations, stopCount, one, other);
      if (between === Infinity) break;
      const seconds = outside(one) + outside(other) - between;
      savings.push({ one, other, seconds });
    }
  }
  return savings.sort((a, b) => b.seconds - a.seconds || a.one - b.one || a.other - b.other);
}

/**
 * Clarke & Wright (1964): every stop begins as a route of its own; routes whose ends are near are joined, the largest
 * saving first, while the joined route keeps within `capSeconds`. Directions are chosen by the caller.
 */
export function mergeBySavings(
  problem: RoutingProblem,
  savings: readonly Saving[],
  capSeconds: number,
): readonly (readonly number[])[] {
  const { stopCount, durations, serviceSeconds } = problem;
  const limits = problem.routes[0];
  const outside = (stop: number): number => ((limits?.fromStart?.[stop] ?? 0) + (limits?.toEnd?.[stop] ?? 0)) / 2;
  const fragmentOf = Int32Array.from({ length: stopCount }, (_, stop) => stop);
  const fragments: (number[] | null)[] = Array.from({ length: stopCount }, (_, stop) => [stop]);
  const inside = Float64Array.from({ length: stopCount }, (_, stop) => serviceSeconds[stop] ?? 0);

  for (const { one, other } of savings) {
    const first = fragmentOf[one] ?? 0;
    const second = fragmentOf[other] ?? 0;
    const a = fragments[first];
    const b = fragments[second];
    if (first === second || !a || !b || !isEnd(a, one) || !isEnd(b, other)) continue;
    const seconds = (inside[first] ?? 0) + (inside[second] ?? 0) + halfThereAndBack(durations, stopCount, one, other);
    const joined = joinAt(a, one, b, other);
    if (seconds + outside(joined[0] ?? 0) + outside(joined.at(-1) ?? 0) > capSeconds) continue;
    for (const stop of b) fragmentOf[stop] = first;
    fragments[first] = joined;
    fragments[second] = null;
    inside[first] = seconds;
  }
  return fragments.filter((fragment) => fragment !== null);
}

function halfThereAndBack(durations: Float32Array, stopCount: number, one: number, other: number): number {
  return ((durations[one * stopCount + other] ?? 0) + (durations[other * stopCount + one] ?? 0)) / 2;
}

function isEnd(fragment: readonly number[], stop: number): boolean {
  return fragment[0] === stop || fragment.at(-1) === stop;
}

function joinAt(a: readonly number[], one: number, b: readonly number[], other: number): number[] {
  const left = a.at(-1) === one ? a : [...a].reverse();
  const right = b[0] === other ? b : [...b].reverse();
  return [...left, ...right];
}

import type { RoutingProblem } from "./routing-problem.ts";

/**
 * No routes that serve every stop can walk less than this, in seconds; null on problems too large for it to be cheap.
 *
 * Held & Karp (Operations Research 18-6, 1970), for several routes: r routes through n stops are a forest of n - r legs
 * between stops, r legs from the start and r to the end. Each part is as cheap as its cheapest relaxation, over the best
 * r; prices on stops that have too many legs or too few are raised and lowered for some rounds, and the best round counts.
 * Legs cost the cheaper of their two directions, so slopes keep the bound valid. O(rounds × n²).
 */
export function boundWalk(problem: RoutingProblem): number | null {
  const { stopCount: n, routes } = problem;
  if (n < 2 || n > MOST_STOPS) return null;
  const costs = cheaperDirections(problem);
  const starts = cheapestOutside(
    n,
    routes.map(({ fromStart }) => fromStart),
  );
  const ends = cheapestOutside(
    n,
    routes.map(({ toEnd }) => toEnd),
  );
  const prices = new Float64Array(n);
  const legs = new Int32Array(n);
  let best = -Infinity;
  let step = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const bound = relax({ n, costs, starts, ends, prices, mostRoutes: Math.min(n, routes.length) }, legs);
    best = Math.max(best, bound);
    let squared = 0;
    for (const count of legs) squared += (count - 2) ** 2;
    if (squared === 0) break;
    if (round === 0) step = 0.1 * Math.abs(bound);
    for (let stop = 0; stop < n; stop++) {
      prices[stop] = (prices[stop] ?? 0) + (step * ((legs[stop] ?? 0) - 2)) / squared;
    }
    step *= STEP_FALL;
  }
  return Math.max(0, best);
}

interface Relaxation {
  readonly n: number;
  readonly costs: Float32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly prices: Float64Array;
  readonly mostRoutes: number;
}

/** The cheapest relaxation under prices, and how many legs it gives each stop. */
function relax({ n, costs, starts, ends, prices, mostRoutes }: Relaxation, legs: Int32Array): number {
  const parent = new Int32Array(n).fill(-1);
  const key = new Float64Array(n).fill(Infinity);
  const isIn = new Uint8Array(n);
  let at = 0;
  for (let count = 1; count < n; count++) {
    isIn[at] = 1;
    const row = at * n;
    const price = prices[at] ?? 0;
    let next = -1;
    let nextKey = Infinity;
    for (let stop = 0; stop < n; stop++) {
      if (isIn[stop] === 1) continue;
      const cost = (costs[row + stop] ?? 0) + price + (prices[stop] ?? 0);
      if (cost < (key[stop] ?? 0)) {
        key[stop] = cost;
        parent[stop] = at;
      }
      if (next < 0 || (key[stop] ?? 0) < nextKey) {
        next = stop;
        nextKey = key[stop] ?? 0;
      }
    }
    at = next;
  }
  const tree = Array.from({ length: n - 1 }, (_, index) => index + 1).sort((a, b) => (key[a] ?? 0) - (key[b] ?? 0));
  const byStart = cheapestUnder(starts, prices, mostRoutes);
  const byEnd = cheapestUnder(ends, prices, mostRoutes);
  let total = tree.reduce((sum, stop) => sum + (key[stop] ?? 0), 0);
  let bestTotal = Infinity;
  let bestRoutes = 1;
  for (let count = 1; count <= mostRoutes; count++) {
    if (count > 1) total -= key[tree[n - count] ?? 0] ?? 0;
    total += byStart[count - 1]?.cost ?? 0;
    total += byEnd[count - 1]?.cost ?? 0;
    if (total < bestTotal) [bestTotal, bestRoutes] = [total, count];
  }
  legs.fill(0);
  const add = (stop: number): void => {
    legs[stop] = (legs[stop] ?? 0) + 1;
  };
  for (const stop of tree.slice(0, n - bestRoutes)) {
    add(stop);
    add(parent[stop] ?? 0);
  }
  for (const { stop } of [...byStart.slice(0, bestRoutes), ...byEnd.slice(0, bestRoutes)]) add(stop);
  return bestTotal - 2 * prices.reduce((sum, price) => sum + price, 0);
}

function cheapestUnder(outside: Float64Array, prices: Float64Array, count: number) {
  return Array.from(outside, (seconds, stop) => ({ stop, cost: seconds + (prices[stop] ?? 0) }))
    .sort((a, b) => a.cost - b.cost || a.stop - b.stop)
    .slice(0, count);
}

function cheaperDirections({ stopCount: n, durations, routes }: RoutingProblem): Float32Array {
  const tables = [...new Set([durations, ...routes.map((route) => route.durations ?? durations)])];
  const costs = new Float32Array(n * n);
  for (let one = 0; one < n; one++) {
    for (let other = 0; other < one; other++) {
      let cost = Infinity;
      for (const table of tables) {
        cost = Math.min(cost, table[one * n + other] ?? Infinity, table[other * n + one] ?? Infinity);
      }
      costs[one * n + other] = costs[other * n + one] = cost;
    }
  }
  return costs;
}

/** Seconds of the cheapest leg between each stop and where routes begin or end; 0 where one may do so anywhere. */
function cheapestOutside(n: number, outside: readonly (Float32Array | null)[]): Float64Array {
  return Float64Array.from({ length: n }, (_, stop) => Math.min(...outside.map((seconds) => seconds?.[stop] ?? 0)));
}

const MOST_STOPS = 1500;
const ROUNDS = 60;
const STEP_FALL = 0.94;

import type { RoutingProblem } from "./routing-problem.ts";

/**
 * No routes can serve more value than this: stops are taken by value per second, the last in part, until all hours are
 * filled (Dantzig, Operations Research 5-2, 1957), each stop with its own time and its cheapest leg from anywhere. Stops that the search was
 * not given count too, as if no walk led to them. O(n²).
 */
export function boundValue(problem: RoutingProblem, others: OtherStops = NO_OTHERS): number {
  const { stopCount, routes } = problem;
  const cheapest = cheapestLegs(problem);
  let capacity = 0;
  for (const { budgetSeconds, fromStart, toEnd } of routes) {
    // The first leg begins at the start, and the last one ends at the end, whatever the stops.
    let first = fromStart ? Infinity : 0;
    let last = toEnd ? Infinity : 0;
    for (let stop = 0; stop < stopCount; stop++) {
      if (fromStart) first = Math.min(first, (fromStart[stop] ?? 0) - (cheapest[stop] ?? 0));
      if (toEnd) last = Math.min(last, toEnd[stop] ?? 0);
    }
    capacity += Math.max(0, budgetSeconds - Math.max(0, first) - last);
  }
  const own = Array.from({ length: stopCount }, (_, stop) => ({
    seconds: (problem.serviceSeconds[stop] ?? 0) + (cheapest[stop] ?? 0),
    value: problem.values[stop] ?? 0,
  }));
  const more = Array.from({ length: others.values.length }, (_, stop) => ({
    seconds: others.serviceSeconds[stop] ?? 0,
    value: others.values[stop] ?? 0,
  }));
  const ranked = [...own, ...more].sort((a, b) => b.value * a.seconds - a.value * b.seconds);
  let value = 0;
  for (const stop of ranked) {
    const share = stop.seconds > 0 ? Math.min(1, capacity / stop.seconds) : 1;
    value += share * stop.value;
    capacity -= share * stop.seconds;
    if (share < 1) break;
  }
  return value;
}

/** Stops that were left out before the search. */
export type OtherStops = Pick<RoutingProblem, "serviceSeconds" | "values">;

const NO_OTHERS: OtherStops = { serviceSeconds: [], values: [] };

/** Seconds of the cheapest leg that leads to each stop, on any route. */
function cheapestLegs({ stopCount, durations, routes }: RoutingProblem): Float64Array {
  const cheapest = new Float64Array(stopCount).fill(Infinity);
  for (const { fromStart } of routes) {
    for (let stop = 0; stop < stopCount; stop++) {
      cheapest[stop] = Math.min(cheapest[stop] ?? 0, fromStart?.[stop] ?? 0);
    }
  }
  for (const table of new Set([durations, ...routes.map((route) => route.durations ?? durations)])) {
    for (let from = 0; from < stopCount; from++) {
      for (let to = 0; to < stopCount; to++) {
        if (from !== to) cheapest[to] = Math.min(cheapest[to] ?? 0, table[from * stopCount + to] ?? Infinity);
      }
    }
  }
  return cheapest;
}

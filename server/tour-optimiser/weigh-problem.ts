import type { RoutingProblem } from "./routing-problem.ts";
import type { Weights } from "./tour-state.ts";

/**
 * Weights under which no saving of walking is worth leaving out a stop that fits: the cost of missing any stop is over
 * all that its insertion can add.
 */
export function weighServingFirst(problem: RoutingProblem): Weights {
  const balance = problem.goal === "cover" ? (problem.balance ?? 0) : 0;
  const seam = problem.seamSeconds ?? 0;
  let longestLeg = 0;
  const tables = new Set([problem.durations, ...problem.routes.map(({ durations }) => durations ?? problem.durations)]);
  for (const table of tables) {
    longestLeg = longestOf(table, longestLeg);
  }
  for (const { fromStart, toEnd } of problem.routes) {
    for (const leg of [fromStart, toEnd]) if (leg) longestLeg = longestOf(leg, longestLeg);
  }
  let longestService = 0;
  let highestValue = 0;
  for (let stop = 0; stop < problem.stopCount; stop++) {
    longestService = Math.max(longestService, problem.serviceSeconds[stop] ?? 0);
    highestValue = Math.max(highestValue, problem.values[stop] ?? 0);
  }
  const dearest =
    (1 + 2 * balance) * (2 * longestLeg + longestService) + 50 * seam + 2 * (problem.changeSeconds ?? 0) + 1;
  const stayed = stayingFactor(problem);
  const miss = Float64Array.from({ length: problem.stopCount }, (_, stop) => {
    const share = (problem.values[stop] ?? 0) / (highestValue || 1);
    // For value alone the ranking of stops matters, and walking only breaks ties.
    return stayed(stop) * (problem.goal === "value" ? 1000 * dearest * share : dearest * (1 + share));
  });
  return { balance, seam, change: problem.changeSeconds ?? 0, miss };
}

/** The longest walk of a table that is a way at all. Counted by hand: an iterator is ten times as slow over millions. */
function longestOf(table: Float32Array, least: number): number {
  let longest = least;
  for (let cell = 0; cell < table.length; cell++) {
    const seconds = table[cell] ?? 0;
    if (seconds > longest && seconds < Infinity) longest = seconds;
  }
  return longest;
}

/**
 * Weights for choosing which stops to leave out. `servedValue` collected in `usedSeconds` gives the going rate of value
 * in seconds; leaving out a stop costs `rates` times what it would cost at that rate. Low rates let the search give up
 * a stop to walk less, which makes room for others.
 */
export function weighByRate(problem: RoutingProblem, servedValue: number, usedSeconds: number, rates: number): Weights {
  const balance = problem.goal === "cover" ? (problem.balance ?? 0) : 0;
  const secondsPerValue = (usedSeconds || 1) / (servedValue || 1);
  const stayed = stayingFactor(problem);
  const miss = Float64Array.from(
    { length: problem.stopCount },
    (_, stop) => stayed(stop) * rates * secondsPerValue * (problem.values[stop] ?? 0),
  );
  return { balance, seam: problem.seamSeconds ?? 0, change: problem.changeSeconds ?? 0, miss };
}

/**
 * In a plan that is being changed, a stop that somebody was to visit is not given up for one of the same worth; one that
 * is locked to its route only when the route has no time for it alone.
 */
function stayingFactor({ firstRoutes, onlyRoute, changeSeconds = 0 }: RoutingProblem): (stop: number) => number {
  const known = new Set(changeSeconds > 0 ? firstRoutes?.flat() : []);
  return (stop) => ((onlyRoute?.[stop] ?? -1) >= 0 ? LOCKED_FACTOR : known.has(stop) ? STAYING_FACTOR : 1);
}

const STAYING_FACTOR = 3;
/** A stop that is locked to a route goes last. */
const LOCKED_FACTOR = 100;

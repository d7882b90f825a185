import { mulberry32 } from "../../geodata/numbers/mulberry32.ts";
import { anneal } from "./anneal.ts";
import { isAllowed } from "./bonds.ts";
import { constructCover } from "./construct-cover.ts";
import { constructNearest } from "./construct-nearest.ts";
import { contractChains } from "./contract-chains.ts";
import { disturbedStops, newRoutes } from "./disturbed-stops.ts";
import { createInserter } from "./insert-best.ts";
import { findNearStops, type NearStops } from "./near-stops.ts";
import { type NeighbourPairs, pairNeighbours } from "./neighbour-pairs.ts";
import { polishRoutes } from "./polish-routes.ts";
import { assertProblem, type RoutingProblem, type RoutingSolution } from "./routing-problem.ts";
import {
  createTourState,
  routesOf,
  setRoute,
  setRoutes,
  stateCost,
  type TourState,
  type Weights,
} from "./tour-state.ts";
import { trimRoute } from "./trim-route.ts";
import { weighByRate, weighServingFirst } from "./weigh-problem.ts";

export interface OptimiseOptions {
  readonly seed: number;
  /**
   * How long to search, in seconds of the reference machine. Turned into a number of iterations by a fixed rate, never
   * measured: the same seed gives the same routes on a fast machine and on a slow one.
   */
  readonly seconds: number;
  /** Asked now and then; true ends the search with the best routes so far. A guard, not the way to set the time. */
  readonly shouldStop?: () => boolean;
  /** Told now and then how far the search is, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Routes for a problem: joined by savings (or by nearest neighbour where that is cheaper), improved by ruin and
 * recreate under simulated annealing, polished by local search until no move helps. Deterministic for a seed.
 * Throws RangeError on a problem whose parts do not fit together.
 */
export function optimiseRoutes(whole: RoutingProblem, options: OptimiseOptions): RoutingSolution {
  assertProblem(whole);
  const { problem, expand } = contractChains(whole);
  const { routes, ...search } = searchRoutes(problem, options);
  return { ...measureRoutes(whole, routes.map(expand)), ...search };
}

function searchRoutes(
  problem: RoutingProblem,
  options: OptimiseOptions,
): Pick<RoutingSolution, "routes" | "iterations" | "isCutShort"> {
  const { seed, seconds, shouldStop = () => false, onProgress = () => {} } = options;
  const { stopCount } = problem;
  if (stopCount === 0 || problem.routes.length === 0) {
    return { routes: problem.routes.map(() => []), iterations: 0, isCutShort: false };
  }
  const near = findNearStops(
    stopCount,
    problem.durations,
    (problem.changeSeconds ?? 0) > 0 ? MENDING_WIDTH : RUIN_WIDTH,
  );
  const pairs = pairNeighbours(stopCount, near, PAIRS_PER_STOP);
  const random = mulberry32(seed);
  const first = createTourState(problem, weighServingFirst(problem), pairs);
  construct(first, near, random);

  const search = searchState(problem, first, pairs);
  const seeds = disturbedStops(first, near);
  const plan = planSearch(first, search.weights, seconds, seeds);
  // With seams, compactness has a price in stops too; without, nothing counts before serving.
  const judged = (problem.seamSeconds ?? 0) > 0 ? search.weights : first.weights;
  let best = routesOf(first);
  let iterations = 0;
  if (plan.iterations > 0) {
    iterations = anneal(
      search,
      near,
      random,
      { ...plan, nearWidth: INSERTION_WIDTH, shouldStop, onProgress },
      (state) => costUnder(state, judged),
      () => {
        best = routesOf(search);
      },
    );
  }
  const final = createTourState(problem, judged, pairs);
  setRoutes(final, best);
  polishRoutes(final, near, random, shouldStop);
  return { routes: routesOf(final), iterations, isCutShort: iterations < plan.iterations };
}

function construct(state: TourState, near: NearStops, random: () => number): void {
  if (state.problem.firstRoutes) {
    beginFrom(state, near, state.problem.firstRoutes, random);
    return;
  }
  constructNearest(state);
  const nearest = routesOf(state);
  const nearestCost = stateCost(state);
  const inserter = createInserter(state, near, random, () => {});
  constructCover(state, near, inserter);
  if (stateCost(state) > nearestCost) setRoutes(state, nearest);
}

/** The routes of the plan that is being changed, as far as the limits allow, and what is new where it costs least. */
function beginFrom(
  state: TourState,
  near: NearStops,
  routes: readonly (readonly number[])[],
  random: () => number,
): void {
  routes.forEach((stops, route) => {
    const allowed = stops.filter((stop) => isAllowed(state, stop, route));
    setRoute(state, route, allowed, allowed.length);
    trimRoute(state, route);
  });
  const inserter = createInserter(state, near, random, () => {});
  const left = Array.from(state.unserved.subarray(0, state.unservedCount[0])).sort((a, b) => a - b);
  for (const stop of left) inserter.insert(stop, { blinkRate: 0, nearWidth: near.width, looksEverywhere: true });
}

/** Where nearly all fits, serving comes first; where much is left out, the search may trade stops against walking. */
function searchState(problem: RoutingProblem, first: TourState, pairs: NeighbourPairs): TourState {
  const left = first.unservedCount[0] ?? 0;
  const mustChoose = problem.goal === "value" || left > MOSTLY_FITS * problem.stopCount;
  let weights = first.weights;
  if (mustChoose && left > 0) {
    const rates = problem.goal === "value" ? VALUE_RATES : COVER_RATES;
    weights = weighByRate(problem, servedValue(first), usedSeconds(first), rates);
  }
  const search = createTourState(problem, weights, pairs);
  setRoutes(search, routesOf(first));
  return search;
}

function planSearch(first: TourState, weights: Weights, seconds: number, seeds: Int32Array | null) {
  const { problem } = first;
  const served = problem.stopCount - (first.unservedCount[0] ?? 0);
  const meanLeg = sum(first.walk) / Math.max(1, served);
  const chooses = weights !== first.weights;
  let missed = 0;
  for (let stop = 0; stop < problem.stopCount; stop++) missed += weights.miss[stop] ?? 0;
  const meanMiss = missed / problem.stopCount;
  // Routes that people have in their hands are mended, not searched for again.
  const isChange = weights.change > 0;
  const firstTemperature = Math.max(1e-6, isChange ? 0.1 * meanLeg : chooses ? 0.5 * meanMiss : 0.4 * meanLeg);
  // What is left to settle at the end is who walks where: the search must be colder than a leg, and than a seam.
  const coldest = weights.seam > 0 ? Math.min(0.2 * meanLeg, 0.5 * weights.seam) : 0.2 * meanLeg;
  const lastTemperature = Math.max(1e-7, chooses ? Math.min(0.02 * meanMiss, coldest) : 0.005 * meanLeg);
  return {
    iterations: Math.min(
      iterationsFor(seconds, problem.stopCount),
      seeds
        ? MENDING_PER_SEED * seeds.length + MENDING_PER_NEW_ROUTE * newRoutes(problem).length
        : 2000 + 1500 * served,
    ),
    seeds,
    firstTemperature,
    lastTemperature: Math.min(firstTemperature, lastTemperature),
    removal: chooses ? { averageStops: 10, longestString: 10 } : { averageStops: 15, longestString: 40 },
    excursions: !isChange && (chooses || weights.balance === 0) ? EXCURSIONS : 0,
    mostUnserved: chooses ? 40 : 30,
  };
}

/** Iterations that a core of 2023 does in the given time; larger problems miss the cache more often. */
function iterationsFor(seconds: number, stopCount: number): number {
  return Math.floor((seconds * ITERATIONS_PER_SECOND) / (1 + stopCount / 4000));
}

/** Cost of a state under other weights than its own. */
function costUnder(state: TourState, weights: Weights): number {
  if (weights === state.weights) return stateCost(state);
  let missed = 0;
  for (let at = 0; at < (state.unservedCount[0] ?? 0); at++) missed += weights.miss[state.unserved[at] ?? 0] ?? 0;
  return stateCost(state) - (state.tally[0] ?? 0) + missed;
}

function measureRoutes(
  problem: RoutingProblem,
  routes: readonly (readonly number[])[],
): Pick<RoutingSolution, "routes" | "unserved" | "walkSeconds" | "servedValue"> {
  const nothing = { balance: 0, seam: 0, change: 0, miss: new Float64Array(problem.stopCount) };
  const state = createTourState(problem, nothing, pairNeighbours(0, { width: 0, list: EMPTY }, 0));
  setRoutes(state, routes);
  const unserved = Array.from(state.unserved.subarray(0, state.unservedCount[0])).sort((a, b) => a - b);
  return { routes, unserved, walkSeconds: sum(state.walk), servedValue: servedValue(state) };
}

function servedValue(state: TourState): number {
  let value = 0;
  for (let stop = 0; stop < state.problem.stopCount; stop++) {
    if ((state.routeOf[stop] ?? -1) >= 0) value += state.problem.values[stop] ?? 0;
  }
  return value;
}

function usedSeconds(state: TourState): number {
  return sum(state.walk) + sum(state.service);
}

function sum(numbers: Float64Array): number {
  return numbers.reduce((total, number) => total + number, 0);
}

const EMPTY = new Int32Array(0);
/** Nearest stops known to the search: strings are taken out among them. */
const RUIN_WIDTH = 100;
/** A plan in people's hands is mended close by, and at once. */
const MENDING_WIDTH = 40;
/** Iterations for each stop that a change disturbs, and for each route that begins without any. */
const MENDING_PER_SEED = 8;
const MENDING_PER_NEW_ROUTE = 1000;
/** Stops beside which a place is looked for. On streets the nearest 8 are all on the same street: 24 reach round the corner. */
const INSERTION_WIDTH = 24;
const PAIRS_PER_STOP = 3;
const EXCURSIONS = 20;
/** Share of stops left out by the first routes up to which the search may hope to fit them all. */
const MOSTLY_FITS = 0.03;
const VALUE_RATES = 5;
const COVER_RATES = 4;
/** Measured on team-cover-monaco-500 and team-value-monaco-1000, Node 20. */
const ITERATIONS_PER_SECOND = 15_000;

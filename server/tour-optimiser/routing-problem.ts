/**
 * Which stops, in what order, on which route: durations in, routes out. Stops are numbers from 0; the engine knows no
 * streets, no clock and no files.
 */
export interface RoutingProblem {
  readonly stopCount: number;
  /** Walking seconds, `durations[from × stopCount + to]`, Infinity where there is no way. Need not be symmetric. */
  readonly durations: Float32Array;
  /** Seconds spent at each stop. */
  readonly serviceSeconds: ArrayLike<number>;
  /** What serving each stop is worth, over 0. For *cover* the number of doors. */
  readonly values: ArrayLike<number>;
  readonly routes: readonly RouteLimits[];
  /** cover: serve all that fits, in the fewest hours. value: the most value in the budget, walking second. */
  readonly goal: "cover" | "value";
  /**
   * What it costs, in seconds, that two stops that are next door to each other are served by different routes. 0, the
   * default, looks at walking only; a few seconds keep routes compact.
   */
  readonly seamSeconds?: number;
  /**
   * Weight of the squared route durations, over the budget: 0, the default, packs as few routes as walk least; 0.15
   * evens them out where an even split costs little walking.
   */
  readonly balance?: number;
  /** Side of a street that each stop belongs to, as a number; -1 for none. Stops of one run stay together where they can. */
  readonly runOf?: Int32Array;
  /** Where stops have an order of their own: of equally long walks, the one that keeps to it is taken. */
  readonly lines?: StopLines;
  /** Route that alone may serve each stop, -1 for any. What does not fit is unserved. */
  readonly onlyRoute?: Int32Array;
  /** Stops that are walked one right after the other, in this order, by one route. A stop is in one chain at most. */
  readonly chains?: readonly (readonly number[])[];
  /** Routes to begin from, such as those of a plan that is being changed. Stops that no longer fit are taken out. */
  readonly firstRoutes?: readonly (readonly number[])[];
  /** Seconds of walking that moving a stop off its route of `firstRoutes` must save. Default 0. */
  readonly changeSeconds?: number;
  /**
   * Of each route of `firstRoutes`, whether the change leaves it what it had. The search then begins at the others, and
   * comes to a settled one only where it gains by that. Default: none is.
   */
  readonly settledRoutes?: readonly boolean[];
  /** Stops whose route is no longer there: the search begins around them too. */
  readonly orphanStops?: readonly number[];
}

/** Lines along which stops are ranked, such as a side of a street by house number. */
export interface StopLines {
  /** Number of the line that each stop stands on, -1 for none. */
  readonly lineOf: Int32Array;
  readonly rank: Float64Array;
}

export interface RouteLimits {
  /** Walking and service together. */
  readonly budgetSeconds: number;
  /** Seconds from where the route begins to each stop; null: it may begin at any stop. */
  readonly fromStart: Float32Array | null;
  /** Seconds from each stop to where the route ends; null: it may end at any stop. */
  readonly toEnd: Float32Array | null;
  /** Seconds between stops on this route, where its walker is not like the others; laid out as the problem's. */
  readonly durations?: Float32Array;
  /** Most metres climbed over the route. */
  readonly climb?: ClimbLimit;
}

export interface ClimbLimit {
  readonly mostMetres: number;
  /** Metres climbed between stops, from the start to each and from each to the end; laid out as the durations. */
  readonly between: Float32Array;
  readonly fromStart: Float32Array | null;
  readonly toEnd: Float32Array | null;
}

export interface RoutingSolution {
  /** Stops in walking order, one list per route of the problem; empty lists are routes nobody needs. */
  readonly routes: readonly (readonly number[])[];
  readonly unserved: readonly number[];
  readonly walkSeconds: number;
  readonly servedValue: number;
  /** How many times the search took the routes apart and put them together. */
  readonly iterations: number;
  /** Whether shouldStop ended the search before all its effort was spent. */
  readonly isCutShort: boolean;
}

/** Throws RangeError on a problem whose parts do not fit together. */
export function assertProblem(problem: RoutingProblem): void {
  const { stopCount, durations, serviceSeconds, values, routes } = problem;
  const expectLength = (name: string, length: number, expected: number): void => {
    if (length !== expected) throw new RangeError(`${name} has ${length} entries, expected ${expected}`);
  };
  expectLength("durations", durations.length, stopCount * stopCount);
  expectLength("serviceSeconds", serviceSeconds.length, stopCount);
  expectLength("values", values.length, stopCount);
  if (problem.onlyRoute) expectLength("onlyRoute", problem.onlyRoute.length, stopCount);
  if (problem.runOf) expectLength("runOf", problem.runOf.length, stopCount);
  if (problem.lines) {
    expectLength("lineOf", problem.lines.lineOf.length, stopCount);
    expectLength("rank", problem.lines.rank.length, stopCount);
  }
  if (problem.firstRoutes) expectLength("firstRoutes", problem.firstRoutes.length, routes.length);
  if (problem.settledRoutes) expectLength("settledRoutes", problem.settledRoutes.length, routes.length);
  expectOnce("firstRoutes", problem.firstRoutes ?? [], stopCount);
  expectOnce("chains", problem.chains ?? [], stopCount);
  expectOnce("orphanStops", [problem.orphanStops ?? []], stopCount);
  for (const { budgetSeconds, fromStart, toEnd, durations: own, climb } of routes) {
    if (own) expectLength("durations of a route", own.length, stopCount * stopCount);
    if (climb) expectLength("climb of a route", climb.between.length, stopCount * stopCount);
    if (!(budgetSeconds >= 0)) throw new RangeError(`a budget of ${budgetSeconds} s, expected 0 or more`);
    if (fromStart) expectLength("fromStart", fromStart.length, stopCount);
    if (toEnd) expectLength("toEnd", toEnd.length, stopCount);
  }
}

function expectOnce(name: string, lists: readonly (readonly number[])[], stopCount: number): void {
  const seen = new Set<number>();
  for (const stop of lists.flat()) {
    if (!(stop >= 0 && stop < stopCount))
      throw new RangeError(`${name} names stop ${stop}, expected under ${stopCount}`);
    if (seen.has(stop)) throw new RangeError(`${name} names stop ${stop} twice`);
    seen.add(stop);
  }
}

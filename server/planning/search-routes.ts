import type { PlanProgress, PlanRequest } from "../contract/plan.ts";
import type { SearchReport } from "../contract/route-report.ts";
import { optimiseRoutes } from "../tour-optimiser/optimise-routes.ts";
import { proveGap } from "../tour-optimiser/prove-gap.ts";
import type { RouteLimits, RoutingProblem, RoutingSolution } from "../tour-optimiser/routing-problem.ts";
import type { RouteEnds } from "./choose-route-ends.ts";
import { beginLoops, closeLoops } from "./close-loops.ts";
import { houseNumberLines } from "./house-number-lines.ts";
import type { RouteMeasure } from "./measure-team.ts";
import type { PlanningStop } from "./plan-stops.ts";
import type { RouteKind } from "./plan-team.ts";

/** Who walks, from where to where, and what each walk takes. Stops are positions in `stops`. */
export interface TeamWalks {
  readonly stops: readonly PlanningStop[];
  /** One kind for each route. */
  readonly team: readonly RouteKind[];
  readonly ends: ReadonlyMap<RouteKind, RouteEnds>;
  readonly measures: ReadonlyMap<RouteKind, RouteMeasure>;
  /** Stops of the selection that were left out before; null where they are not known, and nothing can be proved. */
  readonly leftOut: readonly PlanningStop[] | null;
}

export interface SearchedRoutes {
  /** Stops in walking order, one list for each route of the team. */
  readonly routes: readonly (readonly number[])[];
  readonly search: SearchReport;
}

/** What a plan that is being changed asks of the search besides the request. */
export type ProblemChanges = Pick<
  RoutingProblem,
  "onlyRoute" | "chains" | "firstRoutes" | "changeSeconds" | "settledRoutes" | "orphanStops"
>;

export interface SearchSurroundings {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PlanProgress) => void;
  /** Whether somebody asks for the best routes found so far. */
  readonly isAskedToFinish?: () => boolean;
}

/** Kept back from each route's time, against rounding between the table of durations and the paths. */
const SLACK_SECONDS = 1;
/** Kept back from each route's climb, for the same reason. */
const SLACK_METRES = 0.1;
/** What it is worth, in seconds of walking, that neighbours are on the same route. */
const SEAM_SECONDS = 10;
/** Weight on even routes: a team finishes together for about 3 % more walking than the fewest routes would take. */
const BALANCE = 0.3;
/** The clock ends a search that takes this many times what was asked: on a machine far slower than that of reference. */
const PATIENCE = 3;
/** A short search is not cut shorter because the machine was busy for a moment. */
const LEAST_PATIENCE_MS = 3000;

/**
 * Which stops on which route, in what order: one list for each route of the team. Routes that come back to their own
 * first stop are searched twice, half as long each: the optimiser knows no such route, so that the first search says
 * where each of them lies, and the second closes it there.
 */
export function searchRoutes(
  walks: TeamWalks,
  request: PlanRequest,
  surroundings: SearchSurroundings,
  changes: ProblemChanges = {},
): SearchedRoutes {
  const problem = { ...problemOf(walks, request), ...changes };
  const isLoop = walks.team.map((kind) => walks.ends.get(kind)?.isLoop ?? false);
  const passes = isLoop.includes(true) ? 2 : 1;
  // The search is as long as `seconds` asks on a machine of reference; far beyond that, something is wrong with this one.
  const deadline = surroundings.now() + Math.max(LEAST_PATIENCE_MS, 1000 * PATIENCE * request.seconds);
  const { isAskedToFinish = () => false } = surroundings;
  const search = (part: RoutingProblem, pass: number): RoutingSolution =>
    optimiseRoutes(part, {
      seed: request.seed,
      seconds: request.seconds / passes,
      shouldStop: () => surroundings.now() > deadline || surroundings.signal.aborted || isAskedToFinish(),
      onProgress: (share) =>
        surroundings.onProgress({
          stage: "routes",
          share: 0.2 + (0.7 * (pass + share)) / passes,
          stops: walks.stops.length,
        }),
    });
  const first = search(problem, 0);
  if (passes === 1)
    return { routes: first.routes, search: reportOf(problem, first, walks, request, isAskedToFinish()) };
  const second = search(beginLoops(problem, first, isLoop), 1);
  return {
    routes: closeLoops(second, first, isLoop).routes,
    search: reportOf(problem, second, walks, request, isAskedToFinish()),
  };
}

/** What is proved of routes without loops: a loop is measured to its last stop only. */
function reportOf(
  problem: RoutingProblem,
  solution: RoutingSolution,
  { leftOut }: TeamWalks,
  { end, goal }: PlanRequest,
  isAsked: boolean,
): SearchReport {
  const isProvable = problem.routes.every(({ toEnd }) => toEnd !== null) || end === "anywhere";
  const others = {
    serviceSeconds: leftOut?.map(({ serviceSeconds }) => serviceSeconds) ?? [],
    values: leftOut?.map(({ value }) => Math.max(0, value)) ?? [],
  };
  const proved = isProvable && leftOut ? proveGap(problem, solution, others) : null;
  return {
    endedBy: !solution.isCutShort ? "effort" : isAsked ? "asked" : "deadline",
    iterations: solution.iterations,
    provedGap: proved?.gap ?? null,
    provedOf: proved && (proved.of === "walk" ? "walk" : goal === "cover" ? "doors" : "votes"),
  };
}

function problemOf({ stops, team, measures }: TeamWalks, request: PlanRequest): RoutingProblem {
  const durations = mostUsedTable(team, measures);
  const limits = new Map([...measures].map(([kind, measure]) => [kind, limitsOf(kind, measure, durations)] as const));
  return {
    stopCount: stops.length,
    durations,
    serviceSeconds: stops.map(({ serviceSeconds }) => serviceSeconds),
    values: stops.map(({ value }) => Math.max(0, value)),
    routes: team.flatMap((kind) => limits.get(kind) ?? []),
    goal: request.goal,
    runOf: Int32Array.from(stops, ({ place }) => (place.side === 0 ? -1 : 2 * place.piece + (place.side > 0 ? 1 : 0))),
    lines: houseNumberLines(stops),
    seamSeconds: SEAM_SECONDS,
    balance: request.goal === "cover" ? BALANCE : 0,
  };
}

function limitsOf(kind: RouteKind, { seconds, climb }: RouteMeasure, durations: Float32Array): RouteLimits {
  const { between, fromStart, toEnd } = seconds;
  return {
    budgetSeconds: Math.max(0, kind.budgetSeconds - SLACK_SECONDS),
    fromStart,
    toEnd,
    ...(between === durations ? {} : { durations: between }),
    ...(climb === null || kind.maxAscentMetres === null
      ? {}
      : { climb: { ...climb, mostMetres: Math.max(0, kind.maxAscentMetres - SLACK_METRES) } }),
  };
}

/** The table by which most routes are walked; the first of them among equals. */
function mostUsedTable(team: readonly RouteKind[], measures: ReadonlyMap<RouteKind, RouteMeasure>): Float32Array {
  const uses = new Map<Float32Array, number>();
  for (const kind of team) {
    const table = measures.get(kind)?.seconds.between;
    if (table) uses.set(table, (uses.get(table) ?? 0) + 1);
  }
  const [most] = [...uses].sort((a, b) => b[1] - a[1]);
  if (!most) throw new RangeError("a team without routes");
  return most[0];
}

import type { ClimbLimit, RouteLimits, RoutingProblem, StopLines } from "./routing-problem.ts";

/** A problem in which every chain is one stop, with the way back to the stops of the whole problem. */
export interface ContractedProblem {
  readonly problem: RoutingProblem;
  /** The stops that a list of contracted stops stands for. */
  expand(stops: readonly number[]): number[];
}

/**
 * Stops that must be walked one right after the other become one: entered at the first, left from the last, with the walk
 * between them counted as time at the door. On routes whose walkers differ, the slowest of them is assumed.
 */
export function contractChains(problem: RoutingProblem): ContractedProblem {
  const chains = (problem.chains ?? []).filter((chain) => chain.length > 1);
  if (chains.length === 0) return { problem, expand: (stops) => [...stops] };
  const inChain = new Set(chains.flat());
  const single = Array.from({ length: problem.stopCount }, (_, stop) => stop).filter((stop) => !inChain.has(stop));
  const groups: readonly (readonly number[])[] = [...single.map((stop) => [stop]), ...chains];
  const entry = groups.map((group) => group[0] ?? 0);
  const exit = groups.map((group) => group.at(-1) ?? 0);
  const tables = [...new Set([problem.durations, ...problem.routes.flatMap(({ durations }) => durations ?? [])])];
  const inside = groups.map((group) => Math.max(...tables.map((table) => insideOf(problem, table, group))));
  const shrink = (table: Float32Array): Float32Array => shrinkTable(problem.stopCount, table, exit, entry);
  const shrunk = new Map(tables.map((table) => [table, shrink(table)] as const));
  const climbs = new Map<ClimbLimit, ClimbLimit>();
  const climbOf = (climb: ClimbLimit): ClimbLimit => {
    const known = climbs.get(climb) ?? shrinkClimb(problem, climb, groups, shrink);
    climbs.set(climb, known);
    return known;
  };
  const contracted = new Map(groups.flatMap((group, index) => group.map((stop) => [stop, index] as const)));
  const sum = (numbers: ArrayLike<number>, group: readonly number[]): number =>
    group.reduce((total, stop) => total + (numbers[stop] ?? 0), 0);
  return {
    problem: {
      ...problem,
      stopCount: groups.length,
      durations: shrunk.get(problem.durations) ?? problem.durations,
      serviceSeconds: groups.map((group, index) => sum(problem.serviceSeconds, group) + (inside[index] ?? 0)),
      values: groups.map((group) => sum(problem.values, group)),
      routes: problem.routes.map(
        (limits): RouteLimits => ({
          budgetSeconds: limits.budgetSeconds,
          fromStart: limits.fromStart && Float32Array.from(entry, (stop) => limits.fromStart?.[stop] ?? 0),
          toEnd: limits.toEnd && Float32Array.from(exit, (stop) => limits.toEnd?.[stop] ?? 0),
          ...(limits.durations ? { durations: shrunk.get(limits.durations) ?? limits.durations } : {}),
          ...(limits.climb ? { climb: climbOf(limits.climb) } : {}),
        }),
      ),
      ...(problem.runOf ? { runOf: Int32Array.from(entry, (stop) => problem.runOf?.[stop] ?? -1) } : {}),
      ...(problem.lines ? { lines: shrinkLines(problem.lines, groups) } : {}),
      ...(problem.onlyRoute ? { onlyRoute: Int32Array.from(entry, (stop) => problem.onlyRoute?.[stop] ?? -1) } : {}),
      ...(problem.firstRoutes
        ? {
            firstRoutes: problem.firstRoutes.map((stops) => [
              ...new Set(stops.map((stop) => contracted.get(stop) ?? 0)),
            ]),
          }
        : {}),
      ...(problem.orphanStops
        ? { orphanStops: [...new Set(problem.orphanStops.map((stop) => contracted.get(stop) ?? 0))] }
        : {}),
      chains: [],
    },
    expand: (stops) => stops.flatMap((index) => groups[index] ?? []),
  };
}

function insideOf({ stopCount }: RoutingProblem, table: Float32Array, group: readonly number[]): number {
  let total = 0;
  for (let at = 1; at < group.length; at++) total += table[(group[at - 1] ?? 0) * stopCount + (group[at] ?? 0)] ?? 0;
  return total;
}

function shrinkTable(
  stopCount: number,
  table: Float32Array,
  exit: readonly number[],
  entry: readonly number[],
): Float32Array {
  const size = exit.length;
  const small = new Float32Array(size * size);
  exit.forEach((from, row) => {
    entry.forEach((to, column) => {
      small[row * size + column] = row === column ? 0 : (table[from * stopCount + to] ?? 0);
    });
  });
  return small;
}

/** A chain has its own order: it stands on no line. */
function shrinkLines({ lineOf, rank }: StopLines, groups: readonly (readonly number[])[]): StopLines {
  return {
    lineOf: Int32Array.from(groups, ([stop = 0, ...others]) => (others.length > 0 ? -1 : (lineOf[stop] ?? -1))),
    rank: Float64Array.from(groups, ([stop = 0]) => rank[stop] ?? 0),
  };
}

/** What a chain climbs within is spread over the legs that lead to it. */
function shrinkClimb(
  problem: RoutingProblem,
  climb: ClimbLimit,
  groups: readonly (readonly number[])[],
  shrink: (table: Float32Array) => Float32Array,
): ClimbLimit {
  const inside = groups.map((group) => insideOf(problem, climb.between, group));
  const between = shrink(climb.between).map((metres, cell) => metres + (inside[cell % groups.length] ?? 0));
  return {
    mostMetres: climb.mostMetres,
    between,
    fromStart: Float32Array.from(
      groups,
      (group, index) => (climb.fromStart?.[group[0] ?? 0] ?? 0) + (inside[index] ?? 0),
    ),
    toEnd: climb.toEnd && Float32Array.from(groups, (group) => climb.toEnd?.[group.at(-1) ?? 0] ?? 0),
  };
}

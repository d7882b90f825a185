import type { StopLines } from "./routing-problem.ts";

/** Stops of one line that a route serves in one go: those from `start` up to `end`. */
export interface LineRun {
  readonly line: number;
  readonly start: number;
  /** One past the last. */
  readonly end: number;
}

/** The goes of a route, as long as they can be, in its order. Stops of no line are in none. */
export function lineRuns(stops: readonly number[], { lineOf }: StopLines): LineRun[] {
  const runs: LineRun[] = [];
  let start = 0;
  for (let at = 1; at <= stops.length; at++) {
    const line = lineOf[stops[start] ?? -1] ?? -1;
    if (at < stops.length && lineOf[stops[at] ?? -1] === line) continue;
    if (line >= 0) runs.push({ line, start, end: at });
    start = at;
  }
  return runs;
}

/** How often the rank turns from rising to falling or back. Equal ranks are no turn. */
export function turnsOf(stops: readonly number[], { rank }: StopLines): number {
  let turns = 0;
  let heading = 0;
  for (let at = 1; at < stops.length; at++) {
    const next = Math.sign((rank[stops[at] ?? 0] ?? 0) - (rank[stops[at - 1] ?? 0] ?? 0));
    if (next === 0) continue;
    if (heading !== 0 && next !== heading) turns++;
    heading = next;
  }
  return turns;
}

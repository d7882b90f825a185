import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { RoutingProblem } from "../../server/tour-optimiser/routing-problem.ts";
import { UnusableInput } from "../unusable-input.ts";
import { readTourInstance } from "./read-tour-instance.ts";

/** A problem for a team, with the factor from its seconds back to the units of its file. */
export interface TeamInstance {
  readonly name: string;
  readonly problem: RoutingProblem;
}

const NAME = /^team-(.+)\.json$/;
const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const Common = { matrix: v.string(), vehicles: v.pipe(Whole, v.minValue(1)), depot: Whole };
const TeamFile = v.variant("goal", [
  v.object({ ...Common, goal: v.literal("cover"), maxTravel: Whole }),
  v.object({ ...Common, goal: v.literal("value"), service: Whole, budget: Whole, values: v.array(v.number()) }),
]);

/** Names of the team instances of a folder. */
export function teamInstanceNames(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((file) => NAME.exec(file)?.[1] ?? [])
    .sort();
}

/**
 * Reads `team-NAME.json` and the table it names: routes begin and end at the depot; *cover* serves every stop with least
 * travel, *value* collects most within the budget. Throws UnusableInput when a part is missing or does not fit.
 */
export function readTeamInstance(folder: string, name: string): TeamInstance {
  const path = join(folder, `team-${name}.json`);
  const parsed = v.safeParse(TeamFile, parse(path));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new UnusableInput(path, `${v.getDotPath(issue) ?? "the file"}: ${issue.message}`);
  }
  const file = parsed.output;
  const table = readTourInstance(folder, file.matrix.replace(/^tour-/, "").replace(/\.i32\.gz$/, ""));
  const { stopCount, costs } = table;
  if (file.depot >= stopCount) throw new UnusableInput(path, `depot ${file.depot}, expected under ${stopCount}`);
  const stops = Array.from({ length: stopCount }, (_, stop) => stop).filter((stop) => stop !== file.depot);
  const row = (from: number): Float32Array => Float32Array.from(stops, (to) => costs[from * stopCount + to] ?? 0);
  const durations = new Float32Array(stops.length * stops.length);
  stops.forEach((from, index) => {
    durations.set(row(from), index * stops.length);
  });
  const limits = {
    budgetSeconds: file.goal === "cover" ? file.maxTravel : file.budget,
    fromStart: row(file.depot),
    toEnd: Float32Array.from(stops, (from) => costs[from * stopCount + file.depot] ?? 0),
  };
  return {
    name,
    problem: {
      stopCount: stops.length,
      durations,
      serviceSeconds: stops.map(() => (file.goal === "value" ? file.service : 0)),
      values: stops.map((stop) => (file.goal === "value" ? (file.values[stop] ?? 0) : 1)),
      routes: Array.from({ length: file.vehicles }, () => limits),
      goal: file.goal,
    },
  };
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UnusableInput(path, `cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
  }
}

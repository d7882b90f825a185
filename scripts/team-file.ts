import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { END_WORDS, type RouteLimits, RouteLimitsSchema, START_WORDS } from "../server/contract/plan.ts";
import { PLAN_BOUNDS } from "../server/contract/plan-bounds.ts";
import { UsageError } from "./command.ts";
import { nearestWords } from "./nearest-words.ts";

/**
 * Limits by volunteer from a JSON file: a list, the first entry for route 1. Throws UsageError that names the file, the
 * entry, the value and what was expected.
 */
export async function readTeam(path: string): Promise<readonly RouteLimits[]> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new UsageError(`--team ${path} cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (!Array.isArray(value)) {
    throw new UsageError(`--team ${path} holds ${shown(value)}: expected a list such as [{"minutes": 60}, {}].`);
  }
  return value.map((entry: unknown, index) => readLimits(entry, `--team ${path}, entry ${index + 1}`));
}

function readLimits(entry: unknown, where: string): RouteLimits {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    throw new UsageError(`${where} is ${shown(entry)}: expected limits such as {"minutes": 60}, or {} for none.`);
  }
  for (const [name, value] of Object.entries(entry)) {
    const limit = LIMITS.find((known) => known === name);
    if (limit === undefined) {
      const [near] = nearestWords(name, LIMITS);
      const hint = near === undefined ? "" : ` Did you mean ${near}?`;
      throw new UsageError(`${where}: "${name}" is no limit; expected ${LIMITS.join(", ")}.${hint}`);
    }
    if (!v.is(RouteLimitsSchema.entries[limit], value)) {
      throw new UsageError(`${where}: ${limit} is ${shown(value)}; expected ${EXPECTED[limit]}.`);
    }
  }
  return v.parse(RouteLimitsSchema, entry);
}

const LIMITS = ["minutes", "start", "end", "maxAscentMetres", "avoidsSteps", "hasBicycle"] as const;

const EXPECTED: Readonly<Record<(typeof LIMITS)[number], string>> = {
  minutes: numberWithin("minutes"),
  start: placeAmong(START_WORDS),
  end: placeAmong(END_WORDS),
  maxAscentMetres: numberWithin("maxAscentMetres"),
  avoidsSteps: "true or false",
  hasBicycle: "true or false",
};

function numberWithin(name: keyof typeof PLAN_BOUNDS): string {
  return `a number from ${PLAN_BOUNDS[name].low} to ${PLAN_BOUNDS[name].high}`;
}

function placeAmong(words: readonly string[]): string {
  return `${words.map((word) => `"${word}"`).join(", ")} or {"position": [LON, LAT]}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

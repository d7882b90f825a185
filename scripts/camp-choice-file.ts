import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { defaultChoice, presets } from "../geodata/scoring/presets.ts";
import type { SuggestingTerritory } from "../geodata/scoring/suggest-families.ts";
import { type CampChoice, CampChoiceSchema } from "../server/contract/scores.ts";
import { UsageError } from "./command.ts";

/**
 * The campaign's choice for a command: `--campaign FILE` (JSON: {"name", "sides": {candidateId: "ours"|"near"|"neutral"|
 * "far"|"hostile"}} and optionally "assumptions" and "mix", see AssumptionsSchema and MixSchema), else `--preset NAME`,
 * else the preset with most votes in the latest first round.
 * Throws UsageError when the file or the preset cannot be used.
 */
export async function readCampChoice(
  territory: SuggestingTerritory,
  given: { readonly campaign: string | undefined; readonly preset: string | undefined },
): Promise<CampChoice> {
  if (given.campaign !== undefined) return readChoiceFile(given.campaign);
  if (given.preset === undefined) return defaultChoice(territory);
  const available = presets(territory);
  const preset = available.find(({ id }) => id === given.preset);
  if (!preset) {
    const known = available.map(({ id }) => id).join(", ") || "none: no candidate here could be classed";
    throw new UsageError(`--preset is "${given.preset}": expected one of ${known}.`);
  }
  return { name: preset.name.en, sides: preset.sides };
}

/** A choice from a file. Throws UsageError. */
export async function readChoiceFile(path: string): Promise<CampChoice> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new UsageError(
      `--campaign ${path} cannot be read as JSON: ${error instanceof Error ? error.message : error}`,
    );
  }
  const parsed = v.safeParse(CampChoiceSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new UsageError(
    `--campaign ${path}: ${v.getDotPath(issue) ?? "the file"} is ${JSON.stringify(issue.input)?.slice(0, 80)}, expected ` +
      `{"name": text, "sides": {candidate id: "ours", "near", "neutral", "far" or "hostile"}}, ` +
      `with "assumptions" and "mix" as in: arpent score --help.`,
  );
}

import * as v from "valibot";
import { choiceAlone } from "../../server/contract/choice-versions.ts";
import { type CampChoice, CampChoiceSchema } from "../../server/contract/scores.ts";

/** The text of a choice as a file, in the form that `--campaign` reads. */
export function writeChoiceFile(choice: CampChoice): string {
  return `${JSON.stringify(choiceAlone(choice), null, 1)}\n`;
}

/** What a file holds, as far as this territory has its candidates; how many it has not. */
export type ChoiceFileReading =
  | { readonly ok: true; readonly choice: CampChoice; readonly known: number; readonly unknown: number }
  | { readonly ok: false; readonly reason: "unreadable" | "other-shape" | "other-territory" };

/** Reads a choice that was exported, here or elsewhere. Candidates that this territory does not have are left out. */
export function readChoiceFile(text: string, candidateIds: ReadonlySet<string>): ChoiceFileReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: "unreadable" };
  }
  const parsed = v.safeParse(CampChoiceSchema, value);
  if (!parsed.success) return { ok: false, reason: "other-shape" };
  const all = Object.entries(parsed.output.sides);
  const here = all.filter(([id]) => candidateIds.has(id));
  if (all.length > 0 && here.length === 0) return { ok: false, reason: "other-territory" };
  return {
    ok: true,
    choice: { ...choiceAlone(parsed.output), sides: Object.fromEntries(here) },
    known: here.length,
    unknown: all.length - here.length,
  };
}

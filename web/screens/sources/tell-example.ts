import { type Example, exampleIn } from "../../../server/contract/example.ts";
import type { Language } from "../../../server/contract/plan.ts";
import type { Translate } from "../../i18n/language.tsx";
import { roundName } from "../import/round-name.ts";

const ROUND = /\b\d{4}_[a-z]+_t\d\b/g;
const SHARE = /(\d+)(?:\.(\d+))? %/g;

/**
 * An example of a finding for people: territories hold it with the ids of rounds and figures as programs write them,
 * e.g. "2007_pres_t1: 57.5 % (2024)".
 */
export function tellExample(t: Translate, language: Language, example: Example): string {
  const words = exampleIn(language, example);
  // Sentences are as their language writes them already.
  if (typeof example !== "string") return words;
  const named = words.replace(ROUND, (id) => roundName(t, id));
  if (language === "en") return named.replace(SHARE, (_, whole, part) => `${whole}${part ? `.${part}` : ""}%`);
  return named
    .replace(SHARE, (_, whole, part) => `${whole}${part ? `,${part}` : ""}\u00a0%`)
    .replace(/(?<=\p{L}|\d): /gu, "\u00a0: ");
}

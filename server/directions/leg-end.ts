import { foldName } from "../../geodata/geometry/fold-name.ts";
import type { Language } from "../contract/plan.ts";
import type { LegEnd } from "./instruct.ts";

/** Whether it is a door, and not a meeting point: those are told by what they are, with an article. */
export function isDoor({ name, number }: LegEnd): boolean {
  return number !== "" || (name !== "" && !ARTICLE.test(name));
}

/** "n° 12", or what a building without a number is. */
export function doorWords({ number }: LegEnd, language: Language): string {
  if (number === "") return NUMBERLESS[language];
  return language === "fr" ? `n° ${number}` : `no. ${number}`;
}

/** "Rue Oberkampf" of "12 bis Rue Oberkampf"; empty for a meeting point. */
export function streetOf(end: LegEnd): string {
  if (!isDoor(end)) return "";
  return end.number !== "" && end.name.startsWith(`${end.number} `) ? end.name.slice(end.number.length + 1) : end.name;
}

/** Address files and maps spell one street in two ways: "Rue de l'Orillon" and "RUE DE L ORILLON" are one. */
export function isSameStreet(one: string, other: string): boolean {
  return one !== "" && foldName(one) === foldName(other);
}

const ARTICLE = /^(?:le|la|les|the) |^l['’]/;
const NUMBERLESS = { fr: "bâtiment sans numéro", en: "the building without a number" } as const;

import type { Language } from "../contract/plan.ts";
import type { StreetKind } from "./street-label.ts";
import { frenchStreet } from "./street-words.ts";

/** What is walked on a step, as far as its words depend on it. */
export interface Way {
  /** The name on the sign, or what it is, with its article; empty when nothing is known. */
  readonly text: string;
  readonly isNamed: boolean;
  readonly kind: StreetKind;
  /** Whether it is clearly walked up or down. */
  readonly climb: "up" | "down" | null;
}

/** "la rue X", "l’escalier", "Rue X", "the steps"; empty when nothing is known. */
export function wayWords({ text, isNamed, kind }: Way, language: Language): string {
  if (text === "") return "";
  const words = isNamed && language === "fr" ? frenchStreet(text) : text;
  if (kind !== "steps" || !isNamed || STAIRS.test(text)) return words;
  return `${words} (${language === "fr" ? "escalier" : "steps"})`;
}

/** Whether French goes "par" it rather than "sur" it. */
export function isGoneBy({ kind }: Way): boolean {
  return kind === "path" || kind === "steps";
}

/** "sur la rue X", "par l’escalier"; empty when nothing is known. */
export function onWay(way: Way): string {
  const words = wayWords(way, "fr");
  if (words === "") return "";
  return `${isGoneBy(way) ? "par" : "sur"} ${words}`;
}

/** "Faire demi-tour sur la rue X", "Faire demi-tour et reprendre le chemin piéton". */
export function turnBack(way: Way): string {
  if (way.text === "") return "Faire demi-tour";
  return isGoneBy(way) ? `Faire demi-tour et reprendre ${wayWords(way, "fr")}` : `Faire demi-tour ${onWay(way)}`;
}

/** "Monter", "Descendre" for steps whose slope is known. */
export function climbVerb({ kind, climb }: Way): string | null {
  if (kind !== "steps" || climb === null) return null;
  return climb === "up" ? "Monter" : "Descendre";
}

/** Names that say by themselves that there are steps. */
const STAIRS = /^(?:Escaliers?|Degrés|Marches|Steps)(?!\p{L})/iu;

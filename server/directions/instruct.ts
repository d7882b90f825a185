import osrmTextInstructions from "osrm-text-instructions";
import type { Language, OsrmStep } from "../contract/plan.ts";
import { englishMove } from "./english-move.ts";
import { frenchMove } from "./french-move.ts";
import { doorWords, isDoor, isSameStreet, streetOf } from "./leg-end.ts";
import { frenchStreet, inFrenchSentence } from "./street-words.ts";
import { type Way, wayWords } from "./way-words.ts";

/** What stands at the end of a leg. */
export interface LegEnd {
  /** "12 bis Rue Oberkampf", "Rue Oberkampf" for a building without a number, "le point de rendez-vous"; may be empty. */
  readonly name: string;
  /** "12 bis"; empty when there is none. */
  readonly number: string;
  /** Side of the piece of street, as in StreetPlace. */
  readonly side: -1 | 0 | 1;
  /** Which house numbers stand on that side. */
  readonly parity: "even" | "odd" | null;
}

type StepToTell = Omit<OsrmStep, "instruction">;

const library = osrmTextInstructions("v5");

/**
 * A step of the walk in words. Without `way`, its name is that of a street, as in the steps of any OSRM server. Types
 * of maneuver that walks of our own do not have are told by osrm-text-instructions.
 */
export function instructMove(step: StepToTell, language: Language, way: Way = namedStreet(step.name)): string {
  if (language === "en") return englishMove(step, way);
  const formatToken = (token: string, value: string): string => (token === "way_name" ? wayWords(way, "fr") : value);
  return frenchMove(step.maneuver, way) ?? library.compile("fr", { ...step, name: way.text }, { formatToken });
}

/**
 * "Arrivée au n° 12, côté pair, sur la droite". The street is told only when the step is on another one. Left and right
 * are the modifier of the step: on a spot they depend on where the walker looks, and are not told.
 */
export function instructArrival(step: StepToTell, end: LegEnd, language: Language): string {
  const side = SIDE[step.maneuver.modifier ?? ""]?.[language];
  if (!isDoor(end)) return joined([destination(end.name, language), end.name === "" ? side : undefined]);
  const street = streetOf(end);
  return joined([
    `${language === "fr" ? "Arrivée au" : "Arrive at"} ${doorWords(end, language)}`,
    isSameStreet(street, step.name) ? undefined : language === "fr" ? inFrenchSentence(street) : street,
    end.parity === null ? undefined : PARITY[end.parity][language],
    side,
  ]);
}

/** For a walk of no length: the door opposite, or another door of the same spot. */
export function instructStay(street: string, crosses: boolean, language: Language): string {
  if (!crosses) return language === "fr" ? "Rester sur place" : "Stay where you are";
  return language === "fr" ? `Traverser ${frenchStreet(street)}` : `Cross ${street}`;
}

/** Tells that the street is crossed at the end of the step. */
export function thenCross(instruction: string, language: Language): string {
  return `${instruction}${language === "fr" ? ", puis traverser" : ", then cross"}`;
}

/** "le point de rendez-vous" → "Arrivée au point de rendez-vous". */
function destination(name: string, language: Language): string {
  if (language === "en") return `Arrive at ${name || "your destination"}`;
  if (name === "") return "Arrivée à destination";
  if (/^les? /.test(name)) return `Arrivée ${name.replace(/^le /, "au ").replace(/^les /, "aux ")}`;
  return `Arrivée à ${name}`;
}

function namedStreet(name: string): Way {
  return { text: name, isNamed: name !== "", kind: "street", climb: null };
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}

const PARITY = {
  even: { fr: "côté pair", en: "even side" },
  odd: { fr: "côté impair", en: "odd side" },
} as const;
const SIDE: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  left: { fr: "sur la gauche", en: "on the left" },
  right: { fr: "sur la droite", en: "on the right" },
};

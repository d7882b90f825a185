import osrmTextInstructions from "osrm-text-instructions";
import type { Language, OsrmStep } from "../contract/plan.ts";
import { inFrenchSentence, withFrenchArticle } from "./street-words.ts";

/** What stands at the end of a leg. */
export interface LegEnd {
  /** "12 bis Rue Oberkampf", or what the place is called; empty when it has no name. */
  readonly name: string;
  /** Side of the piece of street, as in StreetPlace. */
  readonly side: -1 | 0 | 1;
  /** Which house numbers stand on that side. */
  readonly parity: "even" | "odd" | null;
}

type StepToTell = Omit<OsrmStep, "instruction">;

const library = osrmTextInstructions("v5");

/** A step of the walk in words, by osrm-text-instructions. */
export function instructMove(step: StepToTell, language: Language): string {
  return library.compile(language, step, language === "fr" ? FRENCH_NAMES : {});
}

/** "Arrivée au 12, rue Oberkampf, côté pair, sur la gauche". */
export function instructArrival(step: StepToTell, end: LegEnd, language: Language): string {
  // The library tells of the street rather than of the waypoint when the step has a name.
  const waypoint = { ...step, name: "" };
  if (end.name === "") return gentle(library.compile(language, waypoint, { legIndex: 0, legCount: 1 }), language);
  const parity = end.parity === null ? "" : `, ${PARITY[end.parity][language]}`;
  const waypointName = `${waypointWords(end.name, language)}${parity}`;
  return gentle(library.compile(language, waypoint, { waypointName, formatToken: lowerArticle }), language);
}

/** For a walk of no length: the door opposite, or another door of the same spot. */
export function instructStay(street: string, crosses: boolean, language: Language): string {
  if (!crosses) return language === "fr" ? "Rester sur place" : "Stay where you are";
  if (language === "en") return `Cross ${street}`;
  // The library puts the article of a street name; "Continuer tout droit sur " goes before it.
  const step = { name: street, mode: "walking", driving_side: "right", maneuver: STRAIGHT_ON };
  const formatToken = (token: string, value: string): string =>
    token === "way_name" ? withFrenchArticle(value) : value;
  return library.compile("fr", step, { formatToken }).replace(/^Continuer tout droit sur /, "Traverser ");
}

/** Tells that the street is crossed at the end of the step. */
export function thenCross(instruction: string, language: Language): string {
  return `${instruction}${language === "fr" ? ", puis traverser" : ", then cross"}`;
}

/** "Rue de la Paix" → "la rue de la Paix": the library knows the articles, and says them only in a sentence. */
function frenchStreet(name: string): string {
  const step = { name, mode: "walking", driving_side: "right", maneuver: STRAIGHT_ON };
  return library.compile("fr", step, FRENCH_NAMES).replace(/^Continuer tout droit sur /, "");
}

/** A number in a French sentence goes with "au": the library makes it of "Le". */
function waypointWords(name: string, language: Language): string {
  if (language === "en") return name;
  const [, number, street] = /^(\d+(?: ?(?:bis|ter|quater|[A-Z]))?),?\s+(\D.*)$/i.exec(name) ?? [];
  if (number === undefined || street === undefined) return /^\d/.test(name) ? `Le ${name}` : frenchStreet(name);
  return `Le ${number}, ${inFrenchSentence(street)}`;
}

/** The library writes "à La rue"; names that begin with a real capital article are rare among doors. */
function lowerArticle(token: string, value: string): string {
  return token === "waypoint_name" ? value.replace(/^à La /, "à la ") : value;
}

/** The library addresses a man: "Vous êtes arrivé à votre  destination" becomes "Arrivée à destination". */
function gentle(instruction: string, language: Language): string {
  if (language === "en") return instruction;
  return instruction
    .replace(/^Vous êtes arrivé à votre destination/, "Arrivée à destination")
    .replace(/^Vous êtes arrivé/, "Arrivée");
}

const PARITY = {
  even: { fr: "côté pair", en: "even side" },
  odd: { fr: "côté impair", en: "odd side" },
} as const;
const FRENCH_NAMES = {
  formatToken: (token: string, value: string): string => (token === "way_name" ? withFrenchArticle(value) : value),
};
const STRAIGHT_ON = { type: "new name", modifier: "straight", bearing_after: 0 };

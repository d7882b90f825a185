import { englishCount, frenchCount } from "../../geodata/numbers/written-number.ts";
import { floorsToTell } from "../contract/floors-to-tell.ts";
import type { Language, PlanRoute, PlanStop } from "../contract/plan.ts";
import { countCrossings, reportOf } from "../contract/route-report.ts";

interface Words {
  readonly route: string;
  readonly stop: string;
  readonly stops: string;
  readonly door: string;
  readonly doors: string;
  readonly floor: string;
  readonly floors: string;
  readonly neverAsked: (doors: string) => string;
  readonly even: string;
  readonly odd: string;
  readonly start: string;
  readonly end: string;
  readonly noNumber: string;
  readonly climb: string;
  readonly walk: string;
  readonly total: string;
  readonly perDoor: (metres: number) => string;
  readonly crossing: string;
  readonly crossings: string;
  readonly mainRoad: string;
  readonly mainRoads: string;
  readonly ofWhich: string;
  readonly profile: string;
  readonly scan: string;
  readonly scanOrType: (address: string) => string;
  readonly code: string;
  readonly dataFrom: string;
  readonly page: (page: number, pages: number) => string;
  readonly headings: readonly string[];
}

export const SHEET_WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    route: "Tournée",
    stop: "arrêt",
    stops: "arrêts",
    door: "porte",
    doors: "portes",
    floor: "niveau",
    floors: "niveaux",
    neverAsked: (doors) => `ne plus passer : ${doors}`,
    even: "côté pair",
    odd: "côté impair",
    start: "Départ",
    end: "Arrivée",
    noNumber: "sans n°",
    climb: "dénivelé",
    walk: "à pied",
    total: "durée prévue",
    perDoor: (metres) => `${metres} m par porte`,
    crossing: "traversée",
    crossings: "traversées",
    mainRoad: "grand axe",
    mainRoads: "grands axes",
    ofWhich: "dont",
    profile: "Profil du parcours (altitude en mètres)",
    scan: "Cette tournée sur le téléphone",
    scanOrType: (address) => `Scannez avec l’appareil photo, ou tapez ce code sur ${address}`,
    code: "Code",
    dataFrom: "Données",
    page: (page, pages) => `page ${page} sur ${pages}`,
    headings: [
      "tournée",
      "ordre",
      "arrivée (min)",
      "numéro",
      "rue",
      "côté",
      "portes",
      "niveaux (rez-de-chaussée compris)",
      "ne plus passer (portes)",
      "adresse",
      "bureau de vote",
      "longitude",
      "latitude",
    ],
  },
  en: {
    route: "Route",
    stop: "stop",
    stops: "stops",
    door: "door",
    doors: "doors",
    floor: "floor",
    floors: "floors",
    neverAsked: (doors) => `never again: ${doors}`,
    even: "even side",
    odd: "odd side",
    start: "Start",
    end: "End",
    noNumber: "no number",
    climb: "climb",
    walk: "on foot",
    total: "expected time",
    perDoor: (metres) => `${metres} m per door`,
    crossing: "crossing",
    crossings: "crossings",
    mainRoad: "main road",
    mainRoads: "main roads",
    ofWhich: "of which",
    profile: "Profile of the walk (elevation in metres)",
    scan: "This route on a phone",
    scanOrType: (address) => `Scan it with the camera, or type this code at ${address}`,
    code: "Code",
    dataFrom: "Data",
    page: (page, pages) => `page ${page} of ${pages}`,
    headings: [
      "route",
      "order",
      "arrival (min)",
      "number",
      "street",
      "side",
      "doors",
      "floors (ground floor included)",
      "never again (doors)",
      "address",
      "polling station",
      "longitude",
      "latitude",
    ],
  },
};

/** "1,4 km", "380 m" in French; "1.4 km" in English. */
export function distanceWords(metres: number, language: Language): string {
  if (metres < 950) return `${Math.round(metres / 10) * 10} m`;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(metres / 1000)} km`;
}

/** "1 h 52", "48 min". */
export function durationWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
}

export function countWords(count: number, one: string, many: string, language: Language): string {
  return language === "fr" ? frenchCount(count, one, many) : englishCount(count, one, many);
}

/** "12 portes, 5 niveaux"; the floors only of a building with several doors, when they are known. */
export function doorCountWords(stop: Pick<PlanStop, "doors" | "floors">, language: Language): string {
  const words = SHEET_WORDS[language];
  const floors = floorsToTell(stop);
  const doors = countWords(stop.doors, words.door, words.doors, language);
  return floors === null ? doors : `${doors}, ${countWords(floors, words.floor, words.floors, language)}`;
}

/** "ne plus passer : 2"; null where nobody asked for no more visits. */
export function neverAskedWords(
  { neverAskedDoors }: Pick<PlanStop, "neverAskedDoors">,
  language: Language,
): string | null {
  return neverAskedDoors ? SHEET_WORDS[language].neverAsked(String(neverAskedDoors)) : null;
}

/** Both on one line: "12 portes, 5 niveaux, ne plus passer : 2". */
export function doorWords(stop: Pick<PlanStop, "doors" | "floors" | "neverAskedDoors">, language: Language): string {
  return [doorCountWords(stop, language), neverAskedWords(stop, language)].filter((part) => part !== null).join(", ");
}

/** "6 traversées, dont 1 grand axe"; nothing when it is not known. */
export function crossingWords(
  route: Pick<PlanRoute, "report" | "distanceMetres" | "stops">,
  language: Language,
): readonly string[] {
  const report = reportOf(route);
  if (report.crossings === null) return [];
  const words = SHEET_WORDS[language];
  const { all, big } = countCrossings(report.crossings);
  const crossings = countWords(all, words.crossing, words.crossings, language);
  if (big === 0) return [crossings];
  return [`${crossings}, ${words.ofWhich} ${countWords(big, words.mainRoad, words.mainRoads, language)}`];
}

/** "Départ : point central", "Start: central point". With plain spaces: other programs read them too. */
export function labelled(label: string, words: string, language: Language): string {
  return language === "fr" ? `${label} : ${words}` : `${label}: ${words}`;
}

export function sideWords(side: "even" | "odd" | null, language: Language): string {
  return side === null ? "" : SHEET_WORDS[language][side];
}

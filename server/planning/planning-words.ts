import type { Address, TransitKind } from "../../geodata/territory/territory.ts";
import { LEFT_OUT_CODES, type LeftOutCode } from "../contract/left-out.ts";
import type { Language, UnservedReason } from "../contract/plan.ts";
import type { Sentence } from "../contract/refusal.ts";

/** Why a stop is on no route, as a sentence. */
export const unservedSentence = {
  "no-time-left": (language: Language): string =>
    language === "fr" ? "plus de temps : les tournées sont pleines" : "no time left: the routes are full",
  "too-long-alone": (language: Language, doors: number, neededSeconds: number, budgetSeconds: number): string =>
    language === "fr"
      ? `${doors} portes : ${minutes(neededSeconds)} min aller et portes compris, plus que les ${minutes(budgetSeconds)} min d’une tournée`
      : `${doors} doors: ${minutes(neededSeconds)} min with the walk, more than the ${minutes(budgetSeconds)} min of a route`,
  "no-street": (language: Language, streetMetres: number | null): string =>
    language === "fr"
      ? streetMetres === null
        ? "aucune rue praticable à pied aux alentours"
        : `la rue praticable à pied la plus proche est à ${Math.round(streetMetres)} m`
      : streetMetres === null
        ? "no walkable street anywhere near"
        : `the nearest walkable street is ${Math.round(streetMetres)} m away`,
  "not-reachable": (language: Language): string =>
    language === "fr"
      ? "aucun chemin à pied depuis le départ (rue coupée du reste du réseau)"
      : "no way on foot from the start (street cut off from the rest of the network)",
  "steps-only": (language: Language): string =>
    language === "fr"
      ? "on n’y accède que par des escaliers, et chaque tournée les évite"
      : "only steps lead there, and every route avoids them",
  "too-much-climb": (language: Language, neededMetres: number, mostMetres: number): string =>
    language === "fr"
      ? `${Math.ceil(neededMetres)} m de montée avec cette adresse, plus que les ${Math.floor(mostMetres)} m de la tournée`
      : `${Math.ceil(neededMetres)} m of climb with this address, more than the ${Math.floor(mostMetres)} m of the route`,
  done: (language: Language): string => (language === "fr" ? "déjà faite" : "done already"),
  skipped: (language: Language): string =>
    language === "fr" ? "retirée à la main par l’organisateur" : "taken out by hand by the organizer",
  "done-before": (language: Language): string =>
    language === "fr" ? "déjà faite lors d’une sortie précédente" : "done in an earlier outing",
  "never-again": (language: Language): string =>
    language === "fr" ? "a demandé qu’on ne passe plus" : "asked for no more visits",
  "another-time": (language: Language): string =>
    language === "fr"
      ? "absents ou porte close la dernière fois : à revoir un autre jour ou à une autre heure"
      : "nobody home or no way in last time: to be visited on another day or at another hour",
  "no-way-in": (language: Language): string =>
    language === "fr" ? "porte close à trois passages" : "no way in on three visits",
} satisfies Record<UnservedReason, (...args: never[]) => string>;

export const warningSentence = {
  noScores: (language: Language): string =>
    language === "fr"
      ? "Pas de score sur ce territoire : chaque porte compte autant, et l’effet attendu est inconnu (compté zéro)."
      : "No scores in this territory: every door counts the same, and the expected effect is unknown (counted as zero).",
  flat: (language: Language): string =>
    language === "fr"
      ? "Ce territoire n’a pas d’altitude : les temps de marche supposent un terrain plat."
      : "This territory has no elevation: walking times assume flat ground.",
  adverseStations: (language: Language, stations: number): string =>
    language === "fr"
      ? `${stations} bureaux sont laissés de côté : d’après les hypothèses, y frapper aux portes ferait perdre des voix.`
      : `${stations} stations are left out: under the assumptions, knocking there would lose votes.`,
  emptyRoutes: (language: Language, routes: readonly string[]): string =>
    language === "fr"
      ? `Aucune adresse pour ${routes.map((id) => `la tournée ${id}`).join(", ")} : rien ne tient dans ses limites, ou tout est déjà pris.`
      : `No address for ${routes.map((id) => `route ${id}`).join(", ")}: nothing fits its limits, or all is taken.`,
  estimatedDoors: (language: Language, share: number): string =>
    language === "fr"
      ? `${Math.round(share * 100)} % des portes sont estimées ou comptées une par adresse, faute de fichier qui en donne le nombre : prévoyez une marge.`
      : `${Math.round(share * 100)} % of the doors are estimates, or one per address, because no file counts them: allow for it.`,
} as const;

const LEFT_OUT_WORDS: Readonly<Record<LeftOutCode, Readonly<Record<Language, (count: number) => string>>>> = {
  "done-before": { fr: (count) => `${count} déjà faites`, en: (count) => `${count} done before` },
  "never-again": { fr: (count) => `${count} où l’on ne passe plus`, en: (count) => `${count} never again` },
  "another-time": {
    fr: (count) => `${count} à revoir un autre jour ou à une autre heure`,
    en: (count) => `${count} for another day or hour`,
  },
  "no-way-in": { fr: (count) => `${count} sans accès`, en: (count) => `${count} without a way in` },
};

/** How many addresses a plan leaves out because of earlier outings, and why; and whom to leave alone in those it visits. */
export function leftOutSentences(
  codes: readonly LeftOutCode[],
  neverAsked: readonly { readonly doors: number }[],
): readonly Sentence[] {
  const counts = LEFT_OUT_CODES.map((code) => ({ code, count: codes.filter((one) => one === code).length }));
  const reasons = (language: Language) =>
    counts.flatMap(({ code, count }) => (count > 0 ? [LEFT_OUT_WORDS[code][language](count)] : [])).join(", ");
  const doors = neverAsked.reduce((sum, address) => sum + address.doors, 0);
  const left: Sentence = {
    fr: `Adresses laissées de côté d’après les sorties précédentes : ${codes.length} (${reasons("fr")}).`,
    en: `Addresses left out after earlier outings: ${codes.length} (${reasons("en")}).`,
  };
  const never: Sentence = {
    fr: `Portes qui ont demandé qu’on ne passe plus, dans des immeubles où l’on retourne : ${doors} (immeubles : ${neverAsked.length}). Prévenez les bénévoles.`,
    en: `Doors that asked for no more visits, in buildings that are visited again: ${doors} (buildings: ${neverAsked.length}). Tell the volunteers.`,
  };
  return [...(codes.length > 0 ? [left] : []), ...(doors > 0 ? [never] : [])];
}

export const startWords = {
  lowest: (language: Language, elevation: number): string =>
    language === "fr" ? `point le plus bas, ${Math.round(elevation)} m` : `lowest point, ${Math.round(elevation)} m`,
  highest: (language: Language, elevation: number): string =>
    language === "fr" ? `point le plus haut, ${Math.round(elevation)} m` : `highest point, ${Math.round(elevation)} m`,
  central: (language: Language): string => (language === "fr" ? "point central" : "central point"),
  given: (language: Language): string => (language === "fr" ? "lieu choisi" : "chosen place"),
  anywhere: (language: Language): string => (language === "fr" ? "première adresse" : "first address"),
  transit: (language: Language, kind: TransitKind, name: string, metres: number): string => {
    const stop = `${TRANSIT_WORDS[kind][language]} ${name === "" ? NAMELESS_STOP[language] : name}`;
    return language === "fr"
      ? `${stop}, à ${Math.round(metres)} m à pied des portes`
      : `${stop}, ${Math.round(metres)} m on foot from the doors`;
  },
} as const;

const TRANSIT_WORDS: Readonly<Record<TransitKind, Readonly<Record<Language, string>>>> = {
  bus: { fr: "arrêt de bus", en: "bus stop" },
  tram: { fr: "arrêt de tram", en: "tram stop" },
  metro: { fr: "station de métro", en: "metro station" },
  train: { fr: "gare", en: "train station" },
  ferry: { fr: "embarcadère", en: "ferry landing" },
  stop: { fr: "arrêt", en: "stop" },
};
const NAMELESS_STOP: Readonly<Record<Language, string>> = { fr: "sans nom", en: "without a name" };

export const meetingPointName: Readonly<Record<Language, string>> = {
  fr: "le point de rendez-vous",
  en: "the meeting point",
};

const NAMELESS: Readonly<Record<Language, string>> = { fr: "voie sans nom", en: "unnamed street" };

/** The street of an address; OpenStreetMap has streets without a name, and sheets need a word for them. */
export function streetName({ street }: Pick<Address, "street">, language: Language): string {
  return street === "" ? NAMELESS[language] : street;
}

/** "12 bis Rue Oberkampf", or the street alone for a building without a number. */
export function addressName(address: Pick<Address, "street" | "number">, language: Language): string {
  const street = streetName(address, language);
  return address.number === "" ? street : `${address.number} ${street}`;
}

function minutes(seconds: number): number {
  return Math.ceil(seconds / 60);
}

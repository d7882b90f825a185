import {
  PieceFlag,
  type StreetClass,
  type StreetGraph,
  streetClass,
  streetName,
} from "../../geodata/street-graph/street-graph.ts";
import type { Language } from "../contract/plan.ts";

/** What a piece of street is called in directions. */
export interface StreetLabel {
  /** The name on the sign, or what the street is: "l'escalier", "the footpath". */
  readonly text: string;
  readonly isNamed: boolean;
  /** Whether a walker needs to be told of it however short it is. */
  readonly isNotable: boolean;
}

type Words = Readonly<Record<Language, string>>;

/** Names a piece by its sign, and without one by what the walker sees. */
export function streetLabel(graph: StreetGraph, piece: number, language: Language): StreetLabel {
  const name = streetName(graph, piece);
  const isSteps = streetClass(graph, piece) === "steps";
  if (name !== "") return { text: name, isNamed: true, isNotable: true };
  const flags = graph.pieceFlags[piece] ?? 0;
  const feature = isSteps ? STEPS : (FEATURES.find(([flag]) => (flags & flag) !== 0)?.[1] ?? null);
  if (feature !== null) return { text: feature[language], isNamed: false, isNotable: true };
  const words = flags & PieceFlag.area ? SQUARE : BY_CLASS[streetClass(graph, piece)];
  return { text: words[language], isNamed: false, isNotable: false };
}

const STEPS: Words = { fr: "l’escalier", en: "the steps" };
const SQUARE: Words = { fr: "la place", en: "the square" };
const FEATURES: readonly (readonly [flag: number, words: Words])[] = [
  [PieceFlag.passage, { fr: "le passage sous l’immeuble", en: "the passage through the building" }],
  [PieceFlag.bridge, { fr: "le pont", en: "the bridge" }],
  [PieceFlag.tunnel, { fr: "le tunnel", en: "the tunnel" }],
  [PieceFlag.roundabout, { fr: "le rond-point", en: "the roundabout" }],
];
const STREET: Words = { fr: "la rue", en: "the street" };
const BY_CLASS: Readonly<Record<StreetClass, Words>> = {
  primary: STREET,
  secondary: STREET,
  tertiary: STREET,
  residential: STREET,
  service: { fr: "la voie de desserte", en: "the service road" },
  pedestrian: { fr: "la voie piétonne", en: "the pedestrian street" },
  footway: { fr: "le chemin piéton", en: "the footpath" },
  steps: STEPS,
  cycleway: { fr: "la piste cyclable", en: "the cycleway" },
  track: { fr: "le chemin", en: "the track" },
  crossing: { fr: "le passage piéton", en: "the crossing" },
  platform: { fr: "le quai", en: "the platform" },
};

/**
 * French articles for street names that the library leaves bare or gets wrong ("sur Ruelle X", "la ancienne route").
 * Applied to what the library made of the name.
 */
export function withFrenchArticle(name: string): string {
  for (const [pattern, replacement] of FRENCH_ARTICLES) {
    if (pattern.test(name)) return name.replace(pattern, replacement);
  }
  return name;
}

const FRENCH_ARTICLES: readonly (readonly [RegExp, string])[] = [
  [/^la ancienne route\b/i, "l’ancienne route"],
  [/^Anciens? Chemin\b/, "l’ancien chemin"],
  [/^Escaliers\b/, "les escaliers"],
  [/^Escalier\b/, "l’escalier"],
  [/^Arcades\b/, "les arcades"],
  [/^Jardins\b/, "les jardins"],
  [/^Hameau\b/, "le hameau"],
  [/^([DMNC]) ?(\d+\w*)$/, "la $1 $2"],
  [
    /^(Ruelle|Rampe|Porte|Résidence|Venelle|Passerelle|Descente|Côte|Coursive|Contre-allée|Cale|Digue|Levée)\b/,
    "la $1",
  ],
  [
    /^(Petite Rue|Vieille Rue|Grand[’']?[- ]?Rue|Grand[’']?[- ]?Place|Petite Place|Nouvelle Route|Vieille Route)\b/,
    "la $1",
  ],
  [
    /^(Carrefour|Faubourg|Mail|Port|Jardin|Belvédère|Terre-plein|Vieux Chemin|Grand Chemin|Rempart|Pourtour)\b/,
    "le $1",
  ],
];

/** A street name inside a French sentence: "Rue de la Paix" → "rue de la Paix". */
export function inFrenchSentence(name: string): string {
  return KINDS.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

const KINDS =
  /^(Allées?|Avenue|Boulevard|Carrefour|Chemin|Cité|Chaussée|Clos|Cour|Cours|Esplanade|Faubourg|Galerie|Hameau|Impasse|Lotissement|Mail|Montée|Passage|Passerelle|Place|Placette|Pont|Porte|Promenade|Quai|Rampe|Résidence|Rond-point|Route|Rue|Ruelle|Sente|Sentier|Square|Traverse|Venelle|Villa|Voie)\b/;

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
  /** Whether a walker needs to be told of it: named streets, steps, bridges, passages. */
  readonly isNotable: boolean;
  readonly isRoundabout: boolean;
}

type Words = Readonly<Record<Language, string>>;

/** Names a piece by its sign, and without one by what the walker sees. */
export function streetLabel(graph: StreetGraph, piece: number, language: Language): StreetLabel {
  const name = streetName(graph, piece);
  const isSteps = streetClass(graph, piece) === "steps";
  const flags = graph.pieceFlags[piece] ?? 0;
  const isRoundabout = (flags & PieceFlag.roundabout) !== 0;
  if (name !== "") return { text: name, isNamed: true, isNotable: true, isRoundabout };
  const feature = isSteps ? STEPS : (FEATURES.find(([flag]) => (flags & flag) !== 0)?.[1] ?? null);
  if (feature !== null) return { text: feature[language], isNamed: false, isNotable: true, isRoundabout };
  const words = isRoundabout ? ROUNDABOUT : flags & PieceFlag.area ? SQUARE : BY_CLASS[streetClass(graph, piece)];
  return { text: words[language], isNamed: false, isNotable: false, isRoundabout };
}

const STEPS: Words = { fr: "l’escalier", en: "the steps" };
const SQUARE: Words = { fr: "la place", en: "the square" };
const FEATURES: readonly (readonly [flag: number, words: Words])[] = [
  [PieceFlag.passage, { fr: "le passage sous l’immeuble", en: "the passage through the building" }],
  [PieceFlag.bridge, { fr: "le pont", en: "the bridge" }],
  [PieceFlag.tunnel, { fr: "le tunnel", en: "the tunnel" }],
];
const ROUNDABOUT: Words = { fr: "le rond-point", en: "the roundabout" };
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
  if (ROAD_NUMBER.test(name)) return `la ${name}`;
  if (/^la ancienne route\b/i.test(name)) return name.replace(/^la ancienne/i, "l’ancienne");
  for (const [pattern, article] of FRENCH_ARTICLES) {
    if (pattern.test(name))
      return name.replace(pattern, (kind) => article + kind.charAt(0).toLowerCase() + kind.slice(1));
  }
  return name;
}

const ROAD_NUMBER = /^[DMNC] ?\d+(?: ?[A-Z]\d?)?$/;
const FRENCH_ARTICLES: readonly (readonly [RegExp, string])[] = [
  [/^Anciens? Chemin\b/, "l’"],
  [/^Escaliers\b/, "les "],
  [/^Escalier\b/, "l’"],
  [/^(?:Arcades|Jardins|Galeries|Terrasses|Allées)\b/, "les "],
  [
    /^(?:Ruelle|Rampe|Porte|Résidence|Venelle|Passerelle|Descente|Côte|Coursive|Contre-allée|Bretelle|Cale|Digue|Levée)\b/,
    "la ",
  ],
  [/^(?:Petite|Vieille|Grande|Moyenne|Basse|Haute|Nouvelle) (?:Corniche|Allée|Avenue|Place|Route|Rue|Sente)\b/, "la "],
  [/^Grand[’' -]+(?:Rue|Place)\b/, "la "],
  [
    /^(?:Carrefour|Faubourg|Hameau|Mail|Port|Jardin|Belvédère|Terre-plein|Rempart|Pourtour|(?:Vieux|Grand|Petit) Chemin)\b/,
    "le ",
  ],
];

/** A street name inside a French sentence: "Rue de la Paix" → "rue de la Paix". */
export function inFrenchSentence(name: string): string {
  return KINDS.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

const KINDS =
  /^(Allées?|Avenue|Boulevard|Carrefour|Chemin|Cité|Chaussée|Clos|Cour|Cours|Esplanade|Faubourg|Galerie|Hameau|Impasse|Lotissement|Mail|Montée|Passage|Passerelle|Place|Placette|Pont|Porte|Promenade|Quai|Rampe|Résidence|Rond-point|Route|Rue|Ruelle|Sente|Sentier|Square|Traverse|Venelle|Villa|Voie)\b/;

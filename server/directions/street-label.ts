import {
  PieceFlag,
  type StreetClass,
  type StreetGraph,
  streetClass,
  streetName,
} from "../../geodata/street-graph/street-graph.ts";
import type { Language } from "../contract/plan.ts";
import { isLargeRoundabout } from "./roundabouts.ts";

/** How a walker is told of it: "sur la rue X", "par le chemin", "prendre l’escalier", "traverser". */
export type StreetKind = "street" | "path" | "steps" | "crossing" | "roundabout" | "small roundabout";

/** What a piece of street is called in directions. */
export interface StreetLabel {
  /** The name on the sign, or what the street is: "l’escalier", "the footpath". Never empty. */
  readonly text: string;
  readonly isNamed: boolean;
  /** Whether a walker needs to be told of it: named streets, steps, bridges, passages, large roundabouts. */
  readonly isNotable: boolean;
  readonly kind: StreetKind;
}

/** Names a piece by its sign, and without one by what the walker sees. */
export function streetLabel(graph: StreetGraph, piece: number, language: Language): StreetLabel {
  const name = streetName(graph, piece);
  const flags = graph.pieceFlags[piece] ?? 0;
  if (flags & PieceFlag.roundabout) {
    const isLarge = isLargeRoundabout(graph, piece);
    return {
      text: name || ROUNDABOUT[language],
      isNamed: name !== "",
      isNotable: isLarge,
      kind: isLarge ? "roundabout" : "small roundabout",
    };
  }
  const kindOfWay = streetClass(graph, piece);
  if (name !== "")
    return { text: name, isNamed: true, isNotable: true, kind: kindOfWay === "steps" ? "steps" : "street" };
  if (kindOfWay === "steps") return { text: STEPS[language], isNamed: false, isNotable: true, kind: "steps" };
  const feature = FEATURES.find(({ flag }) => (flags & flag) !== 0);
  if (feature) return { text: feature.words[language], isNamed: false, isNotable: true, kind: feature.kind };
  if (flags & PieceFlag.area) return { text: SQUARE[language], isNamed: false, isNotable: false, kind: "street" };
  const { words, kind } = BY_CLASS[kindOfWay];
  return { text: words[language], isNamed: false, isNotable: false, kind };
}

type Words = Readonly<Record<Language, string>>;

const STEPS: Words = { fr: "l’escalier", en: "the steps" };
const SQUARE: Words = { fr: "la place", en: "the square" };
const ROUNDABOUT: Words = { fr: "le rond-point", en: "the roundabout" };
const FEATURES = [
  {
    flag: PieceFlag.passage,
    kind: "path",
    words: { fr: "le passage sous l’immeuble", en: "the passage through the building" },
  },
  { flag: PieceFlag.bridge, kind: "street", words: { fr: "le pont", en: "the bridge" } },
  { flag: PieceFlag.tunnel, kind: "path", words: { fr: "le tunnel", en: "the tunnel" } },
] as const;
const STREET = { kind: "street", words: { fr: "la rue sans nom", en: "the unnamed street" } } as const;
const BY_CLASS: Readonly<Record<StreetClass, { readonly kind: StreetKind; readonly words: Words }>> = {
  primary: STREET,
  secondary: STREET,
  tertiary: STREET,
  residential: STREET,
  service: { kind: "street", words: { fr: "la voie d’accès", en: "the access road" } },
  pedestrian: { kind: "street", words: { fr: "la voie piétonne", en: "the pedestrian street" } },
  footway: { kind: "path", words: { fr: "le chemin piéton", en: "the footpath" } },
  steps: { kind: "steps", words: STEPS },
  cycleway: { kind: "street", words: { fr: "la piste cyclable", en: "the cycleway" } },
  track: { kind: "path", words: { fr: "le chemin", en: "the track" } },
  crossing: { kind: "crossing", words: { fr: "le passage piéton", en: "the crossing" } },
  platform: { kind: "street", words: { fr: "le quai", en: "the platform" } },
};

import { foldName } from "../geometry/fold-name.ts";
import type { Position } from "../geometry/position.ts";
import { createSegmentIndex, type SegmentHit, type SegmentIndex } from "./segment-index.ts";
import { PieceFlag, type StreetClass, type StreetGraph, type StreetPlace, streetClass } from "./street-graph.ts";

export interface PlaceToAttach {
  readonly position: Position;
  /** Name of the street in the address; empty when it has none. */
  readonly street: string;
}

export type Attachment =
  | { readonly place: StreetPlace; readonly streetMetres: number; readonly isSameStreet: boolean }
  /** No street within reach: `streetMetres` says how far the nearest is, null when there is no street at all. */
  | { readonly place: null; readonly streetMetres: number | null; readonly isSameStreet: false };

/**
 * What a less fitting street costs, in metres: it must be nearer by this much to be chosen. An address belongs to the
 * street it is named after even when a yard behind is nearer; a street that leads nowhere is worth a detour.
 */
const OTHER_NAME_METRES = 60;
const ISLAND_METRES = 50;
const TUNNEL_METRES = 120;
const BRIDGE_METRES = 20;
const CLASS_METRES: Readonly<Record<StreetClass, number>> = {
  primary: 0,
  secondary: 0,
  tertiary: 0,
  residential: 0,
  pedestrian: 0,
  service: 4,
  footway: 6,
  track: 6,
  cycleway: 20,
  steps: 25,
  crossing: 60,
  platform: 80,
};

/** Components with less than this share of the longest one's streets are islands. */
const ISLAND_SHARE = 0.1;

/** Most addresses lie this near to their street: looking no farther first saves most of the work. */
const FIRST_LOOK_METRES = 60;

/**
 * Hangs each place on the street where its door is, on the side where it stands: the nearest street of the same name
 * first (names folded, articles left out), then the nearest; tunnels, steps, platforms and islands of the network
 * only where nothing else is near. Results are in the order of `places`.
 */
export function attachToStreets(
  graph: StreetGraph,
  places: readonly PlaceToAttach[],
  options: { readonly reachMetres?: number } = {},
): Attachment[] {
  const reachMetres = options.reachMetres ?? 150;
  const index = createSegmentIndex(graph);
  const chooser = createStreetChooser(graph);
  const nameIds = new Map<string, number>();
  return places.map(({ position, street }) => {
    let nameId = nameIds.get(street);
    if (nameId === undefined) {
      nameId = chooser.nameId(street);
      nameIds.set(street, nameId);
    }
    const choice = chooser.choose(index, position, nameId, reachMetres);
    if (choice === null) {
      return { place: null, streetMetres: index.nearest(position)?.distanceMetres ?? null, isSameStreet: false };
    }
    const { piece, offsetMetres, side } = choice;
    return {
      place: { piece, offsetMetres, side },
      streetMetres: choice.distanceMetres,
      isSameStreet: chooser.isNamed(piece, nameId),
    };
  });
}

export interface StreetChooser {
  /** Number of a street name in this graph, -1 when no street has it. */
  nameId(street: string): number;
  isNamed(piece: number, nameId: number): boolean;
  /** The most fitting segment within reach, null when there is none. */
  choose(index: SegmentIndex, position: Position, nameId: number, reachMetres: number): SegmentHit | null;
}

/** Weighs streets against each other by distance, name, class and component. */
export function createStreetChooser(graph: StreetGraph): StreetChooser {
  const ids = new Map<string, number>();
  const idOfName = graph.names.map((name) => {
    const key = streetKey(name);
    if (key === "") return -1;
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  });
  const penalty = piecePenalties(graph);
  const isNamed = (piece: number, nameId: number): boolean =>
    nameId >= 0 && idOfName[graph.pieceName[piece] ?? 0] === nameId;

  const best = (hits: readonly SegmentHit[], nameId: number): { hit: SegmentHit; cost: number } | null => {
    let found: { hit: SegmentHit; cost: number } | null = null;
    for (const hit of hits) {
      const naming = nameId < 0 || isNamed(hit.piece, nameId) ? 0 : OTHER_NAME_METRES;
      const cost = hit.distanceMetres + (penalty[hit.piece] ?? 0) + naming;
      if (found === null || cost < found.cost) found = { hit, cost };
    }
    return found;
  };

  return {
    nameId: (street) => ids.get(streetKey(street)) ?? -1,
    isNamed,
    choose(index, position, nameId, reachMetres) {
      const look = Math.min(FIRST_LOOK_METRES, reachMetres);
      const near = best(index.within(position, look), nameId);
      // A segment beyond the first look costs at least its distance.
      if (near !== null && near.cost <= look) return near.hit;
      return best(index.within(position, reachMetres), nameId)?.hit ?? null;
    },
  };
}

function piecePenalties(graph: StreetGraph): Float32Array {
  const metresOfComponent = new Map<number, number>();
  const componentOf = (piece: number): number => graph.nodeComponent[graph.pieceFrom[piece] ?? 0] ?? 0;
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    const component = componentOf(piece);
    const metres = metresOfComponent.get(component) ?? 0;
    metresOfComponent.set(component, metres + (graph.pieceLengthMetres[piece] ?? 0));
  }
  const islandUnder = (metresOfComponent.get(0) ?? 0) * ISLAND_SHARE;
  const penalty = new Float32Array(graph.pieceCount);
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    const flags = graph.pieceFlags[piece] ?? 0;
    let metres = CLASS_METRES[streetClass(graph, piece)];
    if (flags & PieceFlag.tunnel) metres += TUNNEL_METRES;
    if (flags & PieceFlag.bridge) metres += BRIDGE_METRES;
    if ((metresOfComponent.get(componentOf(piece)) ?? 0) < islandUnder) metres += ISLAND_METRES;
    penalty[piece] = metres;
  }
  return penalty;
}

/** Name of a street without its small words: "Rue de la Roquette" and "Rue la Roquette" are one street. */
function streetKey(name: string): string {
  return foldName(name)
    .split(" ")
    .filter((word) => !SMALL_WORDS.has(word))
    .join(" ");
}

const SMALL_WORDS = new Set(["de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "et"]);

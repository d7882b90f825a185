import type { Sentence } from "../../server/contract/refusal.ts";
import type { OsmTags } from "./osm-extract.ts";

/** Which elements one pass over a file hands on. */
export interface OsmPass {
  readonly nodes: boolean;
  readonly ways: boolean;
  readonly relations: boolean;
}

export interface OsmMember {
  readonly wayId: number;
  readonly role: string;
}

export interface OsmRelation {
  readonly id: number;
  readonly tags: OsmTags;
  /** Members that are ways; nodes and relations draw no border. */
  readonly members: readonly OsmMember[];
}

/** Where a pass hands its elements. Tags are null for an element without a tag of interest. */
export interface OsmSink {
  node(id: number, longitude: number, latitude: number, tags: OsmTags | null): void;
  /** `refs` is valid until the call returns. */
  way(id: number, refs: readonly number[], tags: OsmTags | null): void;
  relation(relation: OsmRelation): void;
  /** An element that cannot be read at all, told in the passes that ask for its kind. */
  broken(kind: ElementKind, reason: string, sentence: Sentence): void;
}

export type ElementKind = "node" | "way" | "relation";

/** An element as OpenStreetMap names it; French puts its word first and keeps the tag of the file. */
export function elementName(kind: ElementKind, id: number): Sentence {
  return { fr: `${FRENCH_KINDS[kind]} ${id}`, en: `${kind} ${id}` };
}

const FRENCH_KINDS: Readonly<Record<ElementKind, string>> = {
  node: "le nœud (node)",
  way: "la ligne (way)",
  relation: "la relation",
};

/** An element that the file itself says is gone. */
export function isDeleted(kind: ElementKind, id: number): Sentence {
  const { fr, en } = elementName(kind, id);
  return { fr: `${fr} porte une marque de suppression`, en: `${en} is marked as deleted` };
}

/** Reads one OSM file as often as needed; every pass goes over the whole file. */
export interface OsmScanner {
  readonly format: "osm-pbf" | "osm-xml";
  /** `onBytes` gets the bytes on disk read in this pass. Throws UnusableFile, or Cancelled. */
  scan(
    pass: OsmPass,
    sink: OsmSink,
    onBytes: (bytesRead: number, bytesTotal: number) => void,
  ): Promise<{ readonly bytes: number; readonly sha256: string }>;
}

/** Whether a relation draws areas: the other types (routes, restrictions, associated streets) are not read. */
export function isAreaRelation(type: string | undefined): boolean {
  return type === "multipolygon" || type === "boundary";
}

/**
 * Makes tags that are equal one object: most buildings of a country say the same few things, so that millions of
 * ways share some thousands of sets. Unshared sets beyond the first SHARED_SETS are simply not remembered.
 */
export function createTagSharer(): (tags: OsmTags) => OsmTags {
  const known = new Map<string, OsmTags>();
  return (tags) => {
    let text = "";
    for (const key in tags) text += `${key}\u0000${tags[key]}\u0000`;
    const same = known.get(text);
    if (same !== undefined) return same;
    if (known.size < SHARED_SETS) known.set(text, tags);
    return tags;
  };
}

const SHARED_SETS = 200_000;

import type { MultiPolygon, Polygon } from "geojson";
import type { BoundingBox, Position } from "../geometry/position.ts";
import type { ReadFacts } from "./read-facts.ts";

export type OsmTags = Readonly<Record<string, string>>;

/**
 * A way with a tag of interest and at least two positions. Where the file does not hold all of its nodes (an extract
 * cut at a box), each known stretch is a way of its own with the same id and tags, so that no line jumps over a gap.
 * `nodeIds` and `positions` are made when they are asked for: take them once, then loop.
 */
export interface OsmWay {
  readonly id: number;
  readonly tags: OsmTags;
  readonly nodeIds: readonly number[];
  /** Degrees, WGS 84. A closed way ends with the position it began with. */
  readonly positions: readonly Position[];
}

/** A node with a tag of interest: an address, a crossing, a barrier, an entrance, a place… */
export interface OsmPoint {
  readonly id: number;
  readonly tags: OsmTags;
  readonly position: Position;
}

/** A closed way or a relation that covers ground. Outer rings run counter-clockwise, holes clockwise (RFC 7946). */
export interface OsmArea {
  readonly id: number;
  readonly kind: "way" | "relation";
  readonly tags: OsmTags;
  /** Made when it is asked for, when it comes from a way. */
  readonly geometry: Polygon | MultiPolygon;
}

/**
 * The parts of an OpenStreetMap file that a territory is made of. Counts are of elements of interest: ways, points
 * and relations with tags of interest, and nodes whose position is nonsense; accepted + rejected + outside = read.
 */
export interface OsmExtract extends ReadFacts {
  readonly format: "osm-pbf" | "osm-xml";
  readonly ways: readonly OsmWay[];
  readonly points: readonly OsmPoint[];
  /** Buildings, water, parks, communes…: a closed way with such tags is found here and among the ways. */
  readonly areas: readonly OsmArea[];
  /** Around all positions of ways and points; null when there are none. */
  readonly box: BoundingBox | null;
}

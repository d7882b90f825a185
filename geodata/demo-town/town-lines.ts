import type { Line } from "./plane.ts";

/** OSM values of the key highway that the town uses. */
export type RoadKind =
  | "trunk"
  | "trunk_link"
  | "primary"
  | "secondary"
  | "tertiary"
  | "unclassified"
  | "residential"
  | "living_street"
  | "pedestrian"
  | "service"
  | "footway"
  | "path"
  | "steps"
  | "track";

/** A line of the street plan before it is cut at its crossings. */
export interface PlanLine {
  readonly points: Line;
  readonly kind: RoadKind;
  /** Null until streets are named. */
  readonly name: string | null;
  readonly ref: string | null;
  readonly structure: "bridge" | "tunnel" | null;
  readonly isRoundabout: boolean;
  /** Lines with the same number are one street as first traced; null for lines that are a street of their own. */
  readonly street: number | null;
  /** Main roads keep their place; local streets give way to them. */
  readonly isMain: boolean;
}

/** A local street, not yet named. */
export function localLine(points: Line, kind: RoadKind, street: number | null = null): PlanLine {
  return { points, kind, name: null, ref: null, structure: null, isRoundabout: false, isMain: false, street };
}

export type BarrierKind = "river" | "brook" | "railway" | "bypass" | "boundary";

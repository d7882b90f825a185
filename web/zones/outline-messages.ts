import type { MultiPolygon, Polygon } from "geojson";
import type { Position } from "../../geodata/geometry/position.ts";

/** What the thread that draws outlines is told: the ground once, then which zone every address has. */
export type OutlineQuestion =
  | { readonly kind: "ground"; readonly longitudes: Float64Array; readonly latitudes: Float64Array }
  | {
      readonly kind: "zones";
      readonly number: number;
      /** By place on the ground: a number below `zoneCount`, or -1. */
      readonly zones: Int16Array;
      readonly zoneCount: number;
    };

export interface OutlineAnswer {
  /** Of the question. */
  readonly number: number;
  readonly outlines: readonly (Polygon | MultiPolygon | null)[];
  /** Where a name stands well. */
  readonly labels: readonly (Position | null)[];
  /** Pairs of zones that touch, the smaller number first. */
  readonly neighbours: readonly (readonly [number, number])[];
}

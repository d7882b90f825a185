import type { StreetClass } from "../street-graph/street-graph.ts";

/** The source layers of a base-map tile, from the ground up. */
export const BASE_MAP_LAYERS = [
  "urban",
  "green",
  "water",
  "waterway",
  "building",
  "rail",
  "street",
  "boundary",
  "place",
] as const;
export type BaseMapLayer = (typeof BASE_MAP_LAYERS)[number];

/** How a thing is drawn: its layer, the zoom from which it is, and what the style may ask for. */
export interface Drawing {
  readonly layer: BaseMapLayer;
  readonly minZoom: number;
  readonly properties: Readonly<Record<string, string | number>>;
}

export const MIN_ZOOM = 9;
/** Beyond this zoom the map shows the tiles of this one, enlarged. */
export const MAX_ZOOM = 15;

/** Wide streets are seen from afar; paths only where one could walk by the map. */
export const STREET_MIN_ZOOM: Readonly<Record<StreetClass | "motorway", number>> = {
  motorway: 9,
  primary: 9,
  secondary: 10,
  tertiary: 11,
  residential: 12,
  pedestrian: 13,
  service: 14,
  track: 13,
  cycleway: 14,
  footway: 14,
  steps: 14,
  crossing: 15,
  platform: 15,
};

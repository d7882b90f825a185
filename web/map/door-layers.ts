import type {
  ExpressionSpecification,
  LayerSpecification,
  Map as MapLibreMap,
  VectorSourceSpecification,
} from "maplibre-gl";
import { DOOR_TILE_ZOOM } from "../../geodata/geometry/door-zoom.ts";
import { doorTilesAddress } from "../api/client.ts";
import { TEXT } from "./map-fonts.ts";
import type { Palette } from "./palette.ts";

/**
 * The doors of every address, once streets are seen: a dot whose area follows their number and, closer, the number of
 * the house with its doors, where there are several, in brackets. Hidden while routes or zones show addresses of their own.
 */
export const DOORS = "doors";
export const DOOR_DOT = "door-dot";
/** Dots from here on. */
export const DOORS_FROM_ZOOM = 15.5;
const NUMBERS_FROM_ZOOM = 17.3;

export function doorSource(territoryName: string): VectorSourceSpecification {
  return {
    type: "vector",
    tiles: [doorTilesAddress(territoryName)],
    minzoom: DOOR_TILE_ZOOM,
    maxzoom: DOOR_TILE_ZOOM,
  };
}

export function doorLayers(palette: Palette, isShown: boolean): LayerSpecification[] {
  const visibility = isShown ? "visible" : "none";
  return [
    {
      id: DOOR_DOT,
      type: "circle",
      source: DOORS,
      "source-layer": "doors",
      minzoom: DOORS_FROM_ZOOM,
      layout: { visibility, "circle-sort-key": ["-", ["get", "doors"]] },
      paint: {
        // Dots grow with the map, but not as fast as its streets.
        "circle-radius": ["interpolate", ["exponential", 1.6], ["zoom"], DOORS_FROM_ZOOM, radius(0.5), 19, radius(2.4)],
        "circle-color": palette.label,
        "circle-opacity": 0.85,
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], DOORS_FROM_ZOOM, 0.5, 18, 1.2],
      },
    },
    {
      id: "door-number",
      type: "symbol",
      source: DOORS,
      "source-layer": "doors",
      minzoom: NUMBERS_FROM_ZOOM,
      layout: {
        visibility,
        "text-field": [
          "case",
          [">", ["get", "doors"], 1],
          ["concat", ["get", "number"], " (", ["to-string", ["get", "doors"]], ")"],
          ["get", "number"],
        ],
        "text-font": TEXT,
        "text-size": ["interpolate", ["linear"], ["zoom"], NUMBERS_FROM_ZOOM, 11, 19, 14],
        "text-variable-anchor": ["top", "bottom", "left", "right"],
        "text-radial-offset": 0.75,
        "text-padding": 1,
        "symbol-sort-key": ["-", ["get", "doors"]],
      },
      paint: { "text-color": palette.label, "text-halo-color": palette.halo, "text-halo-width": 1.2 },
    },
  ];
}

/** One door is as small as can be seen, a tower of hundreds does not cover its neighbours. */
function radius(pixels: number): ExpressionSpecification {
  return ["*", pixels, ["min", 7, ["+", 1.6, ["*", 0.55, ["sqrt", ["get", "doors"]]]]]];
}

export function showDoors(map: MapLibreMap, isShown: boolean): void {
  for (const id of [DOOR_DOT, "door-number"]) {
    if (map.getLayer(id) !== undefined) map.setLayoutProperty(id, "visibility", isShown ? "visible" : "none");
  }
}

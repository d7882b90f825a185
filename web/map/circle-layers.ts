import type { LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { Palette } from "./palette.ts";
import { showFeatures } from "./show-features.ts";

/** A count at a station. */
export interface CountCircle {
  readonly position: readonly [number, number];
  readonly radiusPixels: number;
  /** The count is little sure. */
  readonly isFaded: boolean;
}

/** Counts as circles, the small ones over the large ones. */
export function circleLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "count-circle",
      type: "circle",
      source: "count-circles",
      layout: { "circle-sort-key": ["-", ["get", "radius"]] },
      paint: {
        "circle-radius": ["get", "radius"],
        "circle-color": palette.circle,
        "circle-opacity": ["case", ["get", "isFaded"], 0.3, 0.72],
        "circle-stroke-color": palette.circleLine,
        "circle-stroke-width": 1.2,
      },
    },
  ];
}

export function showCircles(map: MapLibreMap, circles: readonly CountCircle[]): void {
  showFeatures(
    map,
    "count-circles",
    circles.map(({ position, radiusPixels, isFaded }) => ({
      type: "Feature",
      properties: { radius: radiusPixels, isFaded },
      geometry: { type: "Point", coordinates: [...position] },
    })),
  );
}

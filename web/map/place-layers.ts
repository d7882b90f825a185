import type { LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { Palette } from "./palette.ts";
import { showFeatures } from "./show-features.ts";

/** One place that the reader asked for: a search result, a chosen start. */
export function placeLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "place-ring",
      type: "circle",
      source: "pointed-place",
      paint: {
        "circle-radius": 9,
        "circle-color": palette.marker,
        "circle-stroke-color": palette.routeCasing,
        "circle-stroke-width": 3,
      },
    },
    {
      id: "place-dot",
      type: "circle",
      source: "pointed-place",
      paint: { "circle-radius": 3, "circle-color": palette.routeCasing },
    },
  ];
}

export function showPlace(map: MapLibreMap, position: readonly [number, number] | null): void {
  showFeatures(
    map,
    "pointed-place",
    position === null
      ? []
      : [{ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [...position] } }],
  );
}

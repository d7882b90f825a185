import type { LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { Palette } from "./palette.ts";
import { showFeatures } from "./show-features.ts";

type Ring = readonly (readonly [number, number])[];

/** The drawn zone: everything outside stays visible, the edge says what is in. */
export function zoneLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: "zone-fill", type: "fill", source: "zone", paint: { "fill-color": palette.zone, "fill-opacity": 0.1 } },
    {
      id: "zone-casing",
      type: "line",
      source: "zone",
      layout: { "line-join": "round" },
      paint: { "line-color": palette.selectedCasing, "line-width": 6, "line-opacity": 0.85 },
    },
    {
      id: "zone-line",
      type: "line",
      source: "zone",
      layout: { "line-join": "round" },
      paint: { "line-color": palette.zone, "line-width": 2.5, "line-dasharray": [3, 1.5] },
    },
  ];
}

export function showZone(map: MapLibreMap, ring: Ring | null): void {
  const corners = (ring ?? []).map(([longitude, latitude]) => [longitude, latitude]);
  const first = corners[0];
  showFeatures(
    map,
    "zone",
    first === undefined
      ? []
      : [{ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [[...corners, first]] } }],
  );
}

import type { LayerSpecification } from "maplibre-gl";
import { TEXT, TEXT_ITALIC } from "./map-fonts.ts";
import type { Palette } from "./palette.ts";

/** Names of streets and places, above every colour. */
export function labelLayers(palette: Palette): LayerSpecification[] {
  const halo = { "text-halo-color": palette.halo, "text-halo-width": 1.4, "text-halo-blur": 0.4 } as const;
  return [
    {
      id: "street-name",
      type: "symbol",
      source: "base",
      "source-layer": "street",
      minzoom: 14,
      filter: ["has", "name"],
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 320,
        "text-field": ["get", "name"],
        "text-font": TEXT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 14, 10.5, 18, 14],
        "text-max-angle": 32,
        "text-padding": 6,
        "text-letter-spacing": 0.01,
        "symbol-sort-key": ["match", ["get", "class"], "primary", 0, "secondary", 1, "tertiary", 2, 3],
      },
      paint: { "text-color": palette.labelSoft, ...halo },
    },
    {
      id: "water-name",
      type: "symbol",
      source: "base",
      "source-layer": "waterway",
      minzoom: 12,
      filter: ["has", "name"],
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 400,
        "text-field": ["get", "name"],
        "text-font": TEXT_ITALIC,
        "text-size": 12,
      },
      paint: { "text-color": palette.labelWater, ...halo },
    },
    {
      id: "place-name",
      type: "symbol",
      source: "base",
      "source-layer": "place",
      layout: {
        "text-field": ["get", "name"],
        "text-font": TEXT,
        "text-size": ["match", ["get", "kind"], ["city", "town"], 17, ["village", "suburb"], 13.5, 12],
        "text-max-width": 8,
        "text-padding": 8,
        "symbol-sort-key": ["match", ["get", "kind"], "city", 0, "town", 1, "village", 2, "suburb", 3, 4],
      },
      paint: {
        "text-color": palette.label,
        ...halo,
        "text-opacity": ["interpolate", ["linear"], ["zoom"], 15, 1, 16.5, 0],
      },
    },
  ];
}

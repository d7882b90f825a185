import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "./palette.ts";

const KIND: ExpressionSpecification = ["get", "kind"];
const HAS_OWN_COLOUR: ExpressionSpecification = ["in", KIND, ["literal", ["cemetery", "farmland"]]];

/** What lies on the ground: built-up land, parks, water, buildings. */
export function groundLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: "ground", type: "background", paint: { "background-color": palette.ground } },
    { id: "urban", type: "fill", source: "base", "source-layer": "urban", paint: { "fill-color": palette.urban } },
    green("green", palette.green, ["!", HAS_OWN_COLOUR]),
    green("cemetery", palette.cemetery, ["==", KIND, "cemetery"]),
    green("farmland", palette.urban, ["==", KIND, "farmland"]),
    { id: "water", type: "fill", source: "base", "source-layer": "water", paint: { "fill-color": palette.water } },
    {
      id: "waterway",
      type: "line",
      source: "base",
      "source-layer": "waterway",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": palette.water,
        "line-width": ["interpolate", ["exponential", 1.6], ["zoom"], 10, 0.6, 14, 2, 18, 9],
      },
    },
    {
      id: "building",
      type: "fill",
      source: "base",
      "source-layer": "building",
      minzoom: 13.5,
      paint: {
        "fill-color": palette.building,
        "fill-outline-color": palette.buildingLine,
        "fill-opacity": ["interpolate", ["linear"], ["zoom"], 13.5, 0, 15, 1],
      },
    },
  ];
}

/** A layer for each colour: one whose colours differ within it needs a program of its own, built before it is seen. */
function green(id: string, colour: string, filter: ExpressionSpecification): LayerSpecification {
  return { id, type: "fill", source: "base", "source-layer": "green", filter, paint: { "fill-color": colour } };
}

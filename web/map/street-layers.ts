import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "./palette.ts";

const IS_TUNNEL: ExpressionSpecification = ["==", ["get", "tunnel"], 1];
const IS_WALK: ExpressionSpecification = [
  "in",
  ["get", "class"],
  ["literal", ["footway", "track", "cycleway", "crossing", "platform"]],
];
const IS_STEPS: ExpressionSpecification = ["==", ["get", "class"], "steps"];
const IS_ROAD: ExpressionSpecification = ["all", ["!", IS_WALK], ["!", IS_STEPS]];

/** Streets by importance, over the stations' colour so that the town stays readable through it. */
export function streetLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "street-casing",
      type: "line",
      source: "base",
      "source-layer": "street",
      filter: IS_ROAD,
      minzoom: 12,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": palette.streetCasing,
        "line-width": roadWidth(1.4),
        "line-opacity": ["interpolate", ["linear"], ["zoom"], 12, 0, 14, 0.8],
      },
    },
    road("street-tunnel", palette, ["all", IS_ROAD, IS_TUNNEL], 0.4),
    road("street", palette, ["all", IS_ROAD, ["!", IS_TUNNEL]], 0.92),
    {
      id: "path",
      type: "line",
      source: "base",
      "source-layer": "street",
      filter: IS_WALK,
      minzoom: 14.5,
      paint: {
        "line-color": palette.path,
        "line-width": ["interpolate", ["linear"], ["zoom"], 14.5, 0.6, 18, 2],
        "line-dasharray": [2.5, 1.5],
        "line-opacity": ["interpolate", ["linear"], ["zoom"], 14.5, 0, 15.5, 0.8],
      },
    },
    {
      id: "steps",
      type: "line",
      source: "base",
      "source-layer": "street",
      filter: IS_STEPS,
      minzoom: 14,
      paint: {
        "line-color": palette.steps,
        "line-width": ["interpolate", ["linear"], ["zoom"], 14, 1.5, 18, 6],
        "line-dasharray": [0.35, 0.35],
      },
    },
    {
      id: "rail",
      type: "line",
      source: "base",
      "source-layer": "rail",
      minzoom: 11,
      paint: {
        "line-color": palette.rail,
        "line-width": ["interpolate", ["linear"], ["zoom"], 11, 0.6, 16, 2.2],
      },
    },
    {
      id: "rail-ties",
      type: "line",
      source: "base",
      "source-layer": "rail",
      minzoom: 14,
      paint: {
        "line-color": palette.rail,
        "line-width": ["interpolate", ["linear"], ["zoom"], 14, 3, 18, 8],
        "line-dasharray": [0.15, 1.6],
      },
    },
    {
      id: "boundary",
      type: "line",
      source: "base",
      "source-layer": "boundary",
      paint: { "line-color": palette.boundary, "line-width": 1.2, "line-dasharray": [4, 2, 1, 2], "line-opacity": 0.7 },
    },
  ];
}

/** A layer for each opacity, so that the casing and all roads are drawn by one program. */
function road(id: string, palette: Palette, filter: ExpressionSpecification, opacity: number): LayerSpecification {
  return {
    id,
    type: "line",
    source: "base",
    "source-layer": "street",
    filter,
    layout: { "line-cap": "round", "line-join": "round" },
    paint: { "line-color": palette.street, "line-width": roadWidth(0), "line-opacity": opacity },
  };
}

/** Width in pixels by class and zoom, `extra` wider for the casing. */
function roadWidth(extra: number): DataDrivenPropertyValueSpecification<number> {
  const at = (motorway: number, main: number, middle: number, small: number): ExpressionSpecification => [
    "match",
    ["get", "class"],
    ["motorway"],
    motorway + extra,
    ["primary"],
    main + extra,
    ["secondary", "tertiary"],
    middle + extra,
    ["service"],
    small * 0.6 + extra,
    small + extra,
  ];
  return [
    "interpolate",
    ["exponential", 1.5],
    ["zoom"],
    10,
    at(1.6, 1.2, 0.7, 0.2),
    13,
    at(3, 2.6, 1.6, 0.8),
    15,
    at(6, 5.4, 4, 2.6),
    18,
    at(22, 20, 16, 12),
  ];
}

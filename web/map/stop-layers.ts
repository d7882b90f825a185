import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { PlanRoute } from "../../server/contract/plan.ts";
import { TEXT_BOLD } from "./map-fonts.ts";
import { colourByPosition, type Palette } from "./palette.ts";
import { showFeatures } from "./show-features.ts";

/** Numbered stops of the open route. Feature id = place of the stop on its route. */
export const STOP_CIRCLE = "stop-circle";

const isHovered: ExpressionSpecification = ["boolean", ["feature-state", "hovered"], false];

export function stopLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: STOP_CIRCLE,
      type: "circle",
      source: "stops",
      paint: {
        "circle-radius": [
          "interpolate",
          ["linear"],
          ["zoom"],
          13,
          ["case", isHovered, 8, 3],
          15.5,
          ["case", isHovered, 11, 6],
          18,
          ["case", isHovered, 15, 11],
        ],
        "circle-color": colourByPosition(palette),
        "circle-stroke-color": palette.routeCasing,
        "circle-stroke-width": ["case", isHovered, 2.5, 1.5],
      },
    },
    {
      id: "stop-number",
      type: "symbol",
      source: "stops",
      minzoom: 15.2,
      layout: {
        "text-field": ["get", "number"],
        "text-font": TEXT_BOLD,
        "text-size": ["interpolate", ["linear"], ["zoom"], 15.2, 8.5, 18, 12.5],
        "text-padding": 0,
        "symbol-sort-key": ["get", "place"],
      },
      paint: { "text-color": palette.routeCasing },
    },
  ];
}

export function showStops(map: MapLibreMap, route: PlanRoute | null, routePosition: number): void {
  showFeatures(
    map,
    "stops",
    (route?.stops ?? []).map((stop, place) => ({
      type: "Feature",
      id: place,
      properties: { stopId: stop.id, number: String(place + 1), place, position: routePosition },
      geometry: { type: "Point", coordinates: [...stop.position] },
    })),
  );
}

export function markStop(map: MapLibreMap, route: PlanRoute | null, hoveredStopId: string | null): void {
  route?.stops.forEach((stop, place) => {
    map.setFeatureState({ source: "stops", id: place }, { hovered: stop.id === hoveredStopId });
  });
}

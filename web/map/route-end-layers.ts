import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { PlanRoute } from "../../server/contract/plan.ts";
import type { Palette } from "./palette.ts";
import { colourByPosition } from "./palette.ts";
import { showFeatures } from "./show-features.ts";

/** Where the open route begins and, while it is edited, where it ends: rings that a hand can take hold of. */
export const ROUTE_END = "route-end-ring";

/** A ring around a stop leaves its number to be read. */
const isAround: ExpressionSpecification = ["boolean", ["get", "isAround"], false];

export function routeEndLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: ROUTE_END,
      type: "circle",
      source: "route-ends",
      paint: {
        "circle-radius": ["case", isAround, 18, 9],
        "circle-color": palette.routeCasing,
        "circle-opacity": ["case", isAround, 0, 1],
        "circle-stroke-color": colourByPosition(palette),
        "circle-stroke-width": ["case", isAround, 3, 4],
      },
    },
    {
      id: "route-start-dot",
      type: "circle",
      source: "route-ends",
      filter: ["all", ["==", ["get", "end"], "start"], ["!", isAround]],
      paint: { "circle-radius": 4, "circle-color": colourByPosition(palette) },
    },
  ];
}

export function showRouteEnds(
  map: MapLibreMap,
  route: PlanRoute | null,
  routePosition: number,
  isEditing: boolean,
): void {
  const features = (route === null ? [] : endsOf(route, isEditing)).map(({ end, position, isAround }) => ({
    type: "Feature" as const,
    properties: { end, isAround, position: routePosition },
    geometry: { type: "Point" as const, coordinates: [...position] },
  }));
  showFeatures(map, "route-ends", features);
}

function endsOf(route: PlanRoute, isEditing: boolean) {
  const isAtStop = (place: readonly [number, number], stop: PlanRoute["stops"][number] | undefined): boolean =>
    stop !== undefined && place[0] === stop.position[0] && place[1] === stop.position[1];
  const start = {
    end: "start",
    position: route.start,
    isAround: isEditing && isAtStop(route.start, route.stops[0]),
  };
  if (!isEditing) return [start];
  return [start, { end: "end", position: route.end, isAround: isAtStop(route.end, route.stops.at(-1)) }];
}

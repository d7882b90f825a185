import type { ExpressionSpecification, FilterSpecification, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { PlanRoute } from "../../server/contract/plan.ts";
import { TEXT_BOLD } from "./map-fonts.ts";
import { colourByPosition, type Palette } from "./palette.ts";
import { showFeatures } from "./show-features.ts";

/** Lines of the routes, and a numbered mark where each starts. Feature id = place of the route in the plan. */
export const ROUTE_LINE = "route-line";
export const ROUTE_START = "route-start";
export const ARROW = "arrow";

/** The route that stands out is drawn once more, above the others: their order cannot follow a feature-state. */
const ACTIVE_LAYERS = ["route-active-casing", "route-active", "route-direction"];
const NO_ROUTE: FilterSpecification = ["==", ["get", "routeId"], ""];

const isActive: ExpressionSpecification = ["boolean", ["feature-state", "active"], false];
const isOpened: ExpressionSpecification = ["boolean", ["feature-state", "opened"], false];
const isFaded: ExpressionSpecification = ["boolean", ["feature-state", "faded"], false];

export function routeLayers(palette: Palette): LayerSpecification[] {
  const layout = { "line-cap": "round", "line-join": "round" } as const;
  return [
    {
      id: "route-casing",
      type: "line",
      source: "routes",
      layout,
      paint: {
        "line-color": palette.routeCasing,
        "line-width": ["interpolate", ["linear"], ["zoom"], 12, 3, 17, 8],
        "line-opacity": ["case", isFaded, 0.1, 0.9],
      },
    },
    {
      id: ROUTE_LINE,
      type: "line",
      source: "routes",
      layout,
      paint: {
        "line-color": colourByPosition(palette),
        "line-width": ["interpolate", ["linear"], ["zoom"], 12, 1.8, 17, 4.5],
        "line-opacity": ["case", isFaded, 0.28, 1],
      },
    },
    {
      id: "route-active-casing",
      type: "line",
      source: "routes",
      filter: NO_ROUTE,
      layout,
      paint: {
        "line-color": palette.routeCasing,
        "line-width": ["interpolate", ["linear"], ["zoom"], 12, 5.5, 17, 12],
      },
    },
    {
      id: "route-active",
      type: "line",
      source: "routes",
      filter: NO_ROUTE,
      layout,
      paint: {
        "line-color": colourByPosition(palette),
        "line-width": ["interpolate", ["linear"], ["zoom"], 12, 3.2, 17, 7.5],
      },
    },
    {
      id: "route-direction",
      type: "symbol",
      source: "routes",
      filter: NO_ROUTE,
      minzoom: 14.5,
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 90,
        "icon-image": ARROW,
        "icon-size": ["interpolate", ["linear"], ["zoom"], 14.5, 0.45, 17, 0.8],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "icon-padding": 0,
      },
    },
  ];
}

export function routeStartLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: ROUTE_START,
      type: "circle",
      source: "route-starts",
      paint: {
        "circle-radius": ["case", isActive, 13, 11],
        "circle-color": palette.routeCasing,
        "circle-stroke-color": colourByPosition(palette),
        "circle-stroke-width": 3.5,
        "circle-opacity": ["case", isOpened, 0, isFaded, 0.4, 1],
        "circle-stroke-opacity": ["case", isOpened, 0, isFaded, 0.4, 1],
      },
    },
    {
      id: "route-start-number",
      type: "symbol",
      source: "route-starts",
      layout: {
        "text-field": ["get", "name"],
        "text-font": TEXT_BOLD,
        "text-size": 12,
        "text-allow-overlap": true,
        "text-ignore-placement": true,
      },
      paint: { "text-color": palette.label, "text-opacity": ["case", isOpened, 0, isFaded, 0.4, 1] },
    },
  ];
}

export function showRoutes(map: MapLibreMap, routes: readonly PlanRoute[]): void {
  showFeatures(
    map,
    "routes",
    routes.map((route, position) => ({
      type: "Feature",
      id: position,
      properties: { position, routeId: route.id },
      geometry: {
        type: "LineString",
        coordinates: route.osrm.geometry.coordinates.map(([longitude, latitude]) => [longitude, latitude]),
      },
    })),
  );
  showFeatures(
    map,
    "route-starts",
    routes.map((route, position) => ({
      type: "Feature",
      id: position,
      properties: { position, routeId: route.id, name: route.id },
      geometry: { type: "Point", coordinates: [...startMark(routes, position)] },
    })),
  );
}

/** The route that is pointed at, else the open one, stands out and the others step back. An open route shows its stops instead of its number. */
export function markRoutes(
  map: MapLibreMap,
  routes: readonly PlanRoute[],
  opened: string | null,
  hovered: string | null,
): void {
  const emphasised = hovered ?? opened;
  for (const layer of ACTIVE_LAYERS) map.setFilter(layer, ["==", ["get", "routeId"], emphasised ?? ""]);
  routes.forEach((route, position) => {
    const state = {
      active: route.id === emphasised,
      faded: emphasised !== null && route.id !== emphasised,
      opened: route.id === opened,
    };
    map.setFeatureState({ source: "routes", id: position }, state);
    map.setFeatureState({ source: "route-starts", id: position }, state);
  });
}

/** Routes that share a start would hide one another's number: each is then marked at its first stop. */
function startMark(routes: readonly PlanRoute[], position: number): readonly [number, number] {
  const route = routes[position];
  if (route === undefined) return [0, 0];
  const isShared = routes.some(
    (other) => other !== route && other.start[0] === route.start[0] && other.start[1] === route.start[1],
  );
  return isShared ? (route.stops[0]?.position ?? route.start) : route.start;
}

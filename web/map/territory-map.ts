import "maplibre-gl/dist/maplibre-gl.css";
import "./map-worker.ts";
import { Map as MapLibreMap, type MapMouseEvent, ScaleControl } from "maplibre-gl";
import { stationZooms } from "../../geodata/geometry/station-zooms.ts";
import { prefersStillness } from "../design/prefers-stillness.ts";
import { DOOR_DOT, DOORS_FROM_ZOOM } from "./door-layers.ts";
import { isUnderHand } from "./edge-pan.ts";
import { isFarFrom } from "./is-far-from.ts";
import { addImages, applyLook, type Look, mapStyle } from "./map-style.ts";
import { ROUTE_LINE, ROUTE_START } from "./route-layers.ts";
import { showWhenWhole, UNSEEN_PIXEL_RATIO } from "./show-when-whole.ts";
import type { StationColumns } from "./station-columns.ts";
import { STATION_FILL, showEmphasis } from "./station-layers.ts";
import { STOP_CIRCLE } from "./stop-layers.ts";

type Box = readonly [number, number, number, number];

export interface MapCamera {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
}

/** Room in pixels that panels take from the map, so that what is shown is shown beside them. */
export interface MapPadding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** An address of the station that is pointed at. */
export interface PointedDoor {
  readonly number: string;
  readonly street: string;
  readonly doors: number;
}

/** What the pointer is on, topmost first. */
export type MapTarget =
  | { readonly kind: "stop"; readonly stopId: string }
  | { readonly kind: "route"; readonly routeId: string }
  | { readonly kind: "station"; readonly index: number; readonly door: PointedDoor | null }
  | { readonly kind: "ground" };

export interface MapEvents {
  onReady(): void;
  onClick(target: MapTarget, position: readonly [number, number], isAdding: boolean): void;
  /** Point in pixels of the map's container; null when the pointer left. */
  onHover(target: MapTarget | null, point: readonly [number, number]): void;
  onCamera(camera: MapCamera): void;
  /** Nothing is left to draw, for now. */
  onIdle(): void;
}

export interface MapOptions {
  readonly container: HTMLElement;
  readonly territoryName: string;
  readonly box: Box;
  readonly camera: MapCamera | null;
  readonly padding: MapPadding;
  readonly look: Look;
  readonly title: string;
  /** Whether the stations have their colours, or need none: the map is not shown before. */
  readonly hasColours: () => boolean;
}

/**
 * Makes the one MapLibre map of a screen and says what happens on it. Sets `data-map-idle` on the page when nothing
 * is left to draw. Tests reach the map as the container's `arpentMap` property.
 */
export function createTerritoryMap(options: MapOptions, events: MapEvents) {
  const map = new MapLibreMap({
    container: options.container,
    style: mapStyle(options.territoryName, options.box, options.look),
    // It is our own: tests see that it is right, and nobody waits for it to be looked through.
    validateStyle: import.meta.env.DEV,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 20,
    minZoom: stationZooms(options.box).least,
    // Labels that fade in keep a map busy that has everything it needs.
    fadeDuration: 0,
    pixelRatio: UNSEEN_PIXEL_RATIO,
    locale: { "Map.Title": options.title },
    ...startingView(options),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 110, unit: "metric" }), "bottom-left");
  Object.assign(options.container, { arpentMap: map });

  map.on("style.load", () => {
    addImages(map, options.look.palette);
    events.onReady();
  });
  map.on("moveend", (event) => {
    if (!isUnderHand(event)) events.onCamera(cameraOf(map));
  });
  map.on("click", (event) => {
    const isAdding = event.originalEvent.shiftKey || event.originalEvent.ctrlKey || event.originalEvent.metaKey;
    events.onClick(targetAt(map, event), [event.lngLat.lng, event.lngLat.lat], isAdding);
  });
  map.on("mousemove", (event) => events.onHover(targetAt(map, event), [event.point.x, event.point.y]));
  map.on("mouseout", () => events.onHover(null, [0, 0]));
  const { isShown } = showWhenWhole(map, options.hasColours);
  map.on("idle", () => {
    if (!isShown()) return;
    showEmphasis(map);
    events.onIdle();
  });
  trackIdle(map, isShown);

  return {
    map,
    fit: (box: Box, padding: MapPadding, maxZoom = 17) =>
      map.fitBounds([...box], { padding: { ...padding }, maxZoom, duration: prefersStillness() ? 0 : 600 }),
    flyTo: (position: readonly [number, number], padding: MapPadding, zoom = 16.5) =>
      map.easeTo({
        center: [...position],
        zoom: Math.max(zoom, map.getZoom()),
        // Padding would stay with the map: what it fits later would be fitted beside it twice.
        offset: [(padding.left - padding.right) / 2, (padding.top - padding.bottom) / 2],
        duration: prefersStillness() ? 0 : 600,
      }),
    jumpTo: (camera: MapCamera) => map.jumpTo({ center: [camera.longitude, camera.latitude], zoom: camera.zoom }),
    camera: (): MapCamera => cameraOf(map),
    /** What is seen beside what covers the map. */
    boxBeside: (padding: MapPadding): Box => {
      const { clientWidth, clientHeight } = map.getContainer();
      const southWest = map.unproject([padding.left, clientHeight - padding.bottom]);
      const northEast = map.unproject([clientWidth - padding.right, padding.top]);
      return [southWest.lng, southWest.lat, northEast.lng, northEast.lat];
    },
    zoomBy: (step: number) => map.easeTo({ zoom: map.getZoom() + step, duration: prefersStillness() ? 0 : 250 }),
    applyLook: (look: Look, columns: StationColumns) => applyLook(map, look, columns),
    setTitle: (title: string) => map.getCanvas().setAttribute("aria-label", title),
    setCursor: (cursor: string) => map.getCanvas().style.setProperty("cursor", cursor),
    remove: () => {
      document.documentElement.dataset.mapIdle = "false";
      map.remove();
    },
  };
}

export type TerritoryMap = ReturnType<typeof createTerritoryMap>;

function cameraOf(map: MapLibreMap): MapCamera {
  const centre = map.getCenter();
  return { longitude: centre.lng, latitude: centre.lat, zoom: map.getZoom() };
}

function targetAt(map: MapLibreMap, event: MapMouseEvent): MapTarget {
  const { x, y } = event.point;
  const layers = [STOP_CIRCLE, ROUTE_START, ROUTE_LINE].filter((id) => map.getLayer(id) !== undefined);
  const near = map.queryRenderedFeatures(
    [
      [x - 4, y - 4],
      [x + 4, y + 4],
    ],
    { layers },
  )[0];
  const stopId: unknown = near?.properties.stopId;
  if (typeof stopId === "string") return { kind: "stop", stopId };
  const routeId: unknown = near?.properties.routeId;
  if (typeof routeId === "string") return { kind: "route", routeId };
  if (map.getLayer(STATION_FILL) === undefined) return { kind: "ground" };
  const under = map.queryRenderedFeatures([x, y], { layers: [STATION_FILL] })[0];
  return typeof under?.id === "number"
    ? { kind: "station", index: under.id, door: doorAt(map, x, y) }
    : { kind: "ground" };
}

/** Dots are small: what lies within four pixels is meant, the one on top first. */
function doorAt(map: MapLibreMap, x: number, y: number): PointedDoor | null {
  if (map.getZoom() < DOORS_FROM_ZOOM || map.getLayer(DOOR_DOT) === undefined) return null;
  const [near] = map.queryRenderedFeatures(
    [
      [x - 4, y - 4],
      [x + 4, y + 4],
    ],
    { layers: [DOOR_DOT] },
  );
  const { number, street, doors }: Readonly<Record<string, unknown>> = near?.properties ?? {};
  const isKnown = typeof number === "string" && typeof street === "string" && typeof doors === "number";
  return isKnown ? { number, street, doors } : null;
}

function startingView(options: MapOptions) {
  if (options.camera === null || isFarFrom(options.box, options.camera)) {
    return {
      bounds: [...options.box] as [number, number, number, number],
      fitBoundsOptions: { padding: { ...options.padding } },
    };
  }
  return {
    center: [options.camera.longitude, options.camera.latitude] as [number, number],
    zoom: options.camera.zoom,
  };
}

function trackIdle(map: MapLibreMap, isShown: () => boolean): void {
  const root = document.documentElement;
  const isBusy = () => {
    root.dataset.mapIdle = "false";
  };
  isBusy();
  map.on("movestart", isBusy);
  map.on("dataloading", isBusy);
  map.on("idle", () => {
    if (isShown()) root.dataset.mapIdle = "true";
  });
}

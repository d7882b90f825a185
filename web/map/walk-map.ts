import "maplibre-gl/dist/maplibre-gl.css";
import {
  addProtocol,
  type GeoJSONSource,
  type GeoJSONSourceSpecification,
  type LayerSpecification,
  Map as MapLibreMap,
  type StyleSpecification,
  setWorkerUrl,
} from "maplibre-gl";
import workerAddress from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { PlanRoute } from "../../server/contract/plan.ts";
import { prefersStillness } from "../design/prefers-stillness.ts";
import { groundLayers } from "./ground-layers.ts";
import { labelLayers } from "./label-layers.ts";
import { drawArrow } from "./map-images.ts";
import { LETTERS } from "./map-letters.ts";
import type { Palette } from "./palette.ts";
import { ARROW, markRoutes, routeLayers, showRoutes } from "./route-layers.ts";
import { setPaint } from "./set-paint.ts";
import { markStop, STOP_CIRCLE, showStops, stopLayers } from "./stop-layers.ts";
import { streetLayers } from "./street-layers.ts";

const EMPTY: GeoJSONSourceSpecification = { type: "geojson", data: { type: "FeatureCollection", features: [] } };
const PADDING_PIXELS = 44;

/** Where the volunteer is, and where the phone points: degrees clockwise from north, null when it does not say. */
export interface Whereabouts {
  readonly position: readonly [number, number];
  readonly heading: number | null;
}

interface WalkMapOptions {
  readonly container: HTMLElement;
  /** As MapLibre writes addresses of tiles. */
  readonly tilesAddress: string;
  readonly box: readonly [number, number, number, number];
  readonly palette: Palette;
  readonly title: string;
}

/** Tiles that the page fetches, not MapLibre's worker: see below. */
const PAGE_PROTOCOL = "page";

/**
 * Lets the map work from what the page keeps. A service worker serves a page and not the worker that the page starts from
 * a file, whose address is outside its reach: so the worker is started from a copy in memory, and the page fetches the
 * tiles for it.
 */
export async function prepareWalkMap(): Promise<void> {
  const script = await (await fetch(workerAddress)).blob();
  setWorkerUrl(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  addProtocol(PAGE_PROTOCOL, async ({ url }, { signal }) => {
    const answer = await fetch(url.slice(PAGE_PROTOCOL.length + "://".length), { signal });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return { data: await answer.arrayBuffer() };
  });
}

/** The map of one route on a phone: base map, way, stops, and the volunteer. Tests reach it as the container's `arpentMap`. */
export function createWalkMap(
  options: WalkMapOptions,
  events: { onReady(): void; onStop(stopId: string): void; onIdle(): void },
) {
  const map = new MapLibreMap({
    container: options.container,
    style: styleOf(options.tilesAddress, options.palette),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 19,
    minZoom: 9,
    fadeDuration: prefersStillness() ? 0 : 200,
    locale: { "Map.Title": options.title },
    bounds: [...options.box],
    fitBoundsOptions: { padding: PADDING_PIXELS },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  Object.assign(options.container, { arpentMap: map });
  const look = (palette: Palette) => {
    for (const layer of layersOf(palette)) setPaint(map, layer);
    addArrows(map, palette);
  };
  map.on("style.load", () => {
    addArrows(map, options.palette);
    events.onReady();
  });
  map.on("idle", () => events.onIdle());
  // Tiles beyond those that are kept do not come without network: the ground stays plain there.
  map.on("error", () => undefined);
  map.on("click", ({ point }) => {
    const reach = 14;
    const found = map.queryRenderedFeatures(
      [
        [point.x - reach, point.y - reach],
        [point.x + reach, point.y + reach],
      ],
      { layers: [STOP_CIRCLE] },
    )[0];
    const stopId: unknown = found?.properties.stopId;
    if (typeof stopId === "string") events.onStop(stopId);
  });
  return {
    look,
    showRoute(route: PlanRoute): void {
      showRoutes(map, [route]);
      markRoutes(map, [route], route.id, null);
      showStops(map, route, 0);
    },
    markStop: (route: PlanRoute, stopId: string | null) => markStop(map, route, stopId),
    showMe(me: Whereabouts | null): void {
      map.getSource<GeoJSONSource>("me")?.setData({
        type: "FeatureCollection",
        features:
          me === null
            ? []
            : [
                {
                  type: "Feature",
                  properties: me.heading === null ? {} : { heading: me.heading },
                  geometry: { type: "Point", coordinates: [...me.position] },
                },
              ],
      });
    },
    fit: (box: readonly [number, number, number, number]) =>
      map.fitBounds([...box], { padding: PADDING_PIXELS, maxZoom: 17, duration: prefersStillness() ? 0 : 500 }),
    goTo: (position: readonly [number, number]) =>
      map.easeTo({
        center: [...position],
        zoom: Math.max(16.5, map.getZoom()),
        duration: prefersStillness() ? 0 : 500,
      }),
    zoomBy: (step: number) => map.easeTo({ zoom: map.getZoom() + step, duration: prefersStillness() ? 0 : 250 }),
    setTitle: (title: string) => map.getCanvas().setAttribute("aria-label", title),
    remove: () => map.remove(),
  };
}

export type WalkMapView = ReturnType<typeof createWalkMap>;

function styleOf(tilesAddress: string, palette: Palette): StyleSpecification {
  return {
    version: 8,
    glyphs: LETTERS,
    sources: {
      base: { type: "vector", tiles: [`${PAGE_PROTOCOL}://${tilesAddress}`], minzoom: 9, maxzoom: 15 },
      routes: EMPTY,
      "route-starts": EMPTY,
      stops: EMPTY,
      me: EMPTY,
    },
    layers: layersOf(palette),
  };
}

/** Lowest first. */
function layersOf(palette: Palette): LayerSpecification[] {
  return [
    ...groundLayers(palette),
    ...streetLayers(palette),
    ...labelLayers(palette),
    ...routeLayers(palette),
    ...stopLayers(palette),
    ...meLayers(palette),
  ];
}

function meLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "me-dot",
      type: "circle",
      source: "me",
      paint: {
        "circle-radius": 10,
        "circle-color": palette.marker,
        "circle-stroke-color": palette.routeCasing,
        "circle-stroke-width": 3,
      },
    },
    {
      id: "me-heading",
      type: "symbol",
      source: "me",
      filter: ["has", "heading"],
      layout: {
        "icon-image": ARROW,
        "icon-size": 1.2,
        // The arrow of the ways points east.
        "icon-rotate": ["-", ["get", "heading"], 90],
        "icon-rotation-alignment": "map",
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
  ];
}

function addArrows(map: MapLibreMap, palette: Palette): void {
  const image = drawArrow(palette.routeCasing);
  if (image === null) return;
  if (map.hasImage(ARROW)) map.updateImage(ARROW, image);
  else map.addImage(ARROW, image, { pixelRatio: 2 });
}

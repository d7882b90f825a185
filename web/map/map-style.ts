import type {
  GeoJSONSourceSpecification,
  LayerSpecification,
  Map as MapLibreMap,
  StyleSpecification,
} from "maplibre-gl";
import { tilesAddress } from "../api/client.ts";
import { circleLayers } from "./circle-layers.ts";
import { doneStopLayers } from "./done-stop-layers.ts";
import { DOORS, doorLayers, doorSource, showDoors } from "./door-layers.ts";
import { drawnZoneFillLayers, drawnZoneLabelLayers, drawnZoneLineLayers } from "./drawn-zone-layers.ts";
import { strokeLayers } from "./freehand.ts";
import { groundLayers } from "./ground-layers.ts";
import { labelLayers } from "./label-layers.ts";
import { drawArrow, drawHatch } from "./map-images.ts";
import { LETTERS } from "./map-letters.ts";
import type { Palette } from "./palette.ts";
import { placeLayers } from "./place-layers.ts";
import { routeEndLayers } from "./route-end-layers.ts";
import { ARROW, routeLayers, routeStartLayers } from "./route-layers.ts";
import { setPaint } from "./set-paint.ts";
import { hideEmpty } from "./show-features.ts";
import { NO_COLUMNS, type StationColumns } from "./station-columns.ts";
import {
  HATCH,
  MISSING_HATCH,
  stationFillLayers,
  stationLabelLayers,
  stationLineLayers,
  stationSource,
} from "./station-layers.ts";
import { stopLayers } from "./stop-layers.ts";
import { streetLayers } from "./street-layers.ts";
import { FREE_DOORS, zoneDoorLayers } from "./zone-door-layers.ts";
import { zoneLayers } from "./zone-layers.ts";

export interface Look {
  readonly palette: Palette;
  readonly areStationsShown: boolean;
  /** Stations step back while routes or drawn zones are shown. */
  readonly areStationsDimmed: boolean;
}

const EMPTY: GeoJSONSourceSpecification = { type: "geojson", data: { type: "FeatureCollection", features: [] } };
/**
 * Routes are cut into tiles of a kilometre and a half, not of what is seen from close by: few hold what is in sight, and
 * an edited route is drawn sooner. They are exact to 0.2 metres, half a pixel at zoom 18.
 */
const ROUTES: GeoJSONSourceSpecification = { ...EMPTY, maxzoom: 14 };
/** Sources that the page fills when there is something to show. */
const OWN_SOURCES: Readonly<Record<string, GeoJSONSourceSpecification>> = {
  "count-circles": EMPTY,
  zone: EMPTY,
  "drawn-zones": EMPTY,
  "drawn-zone-labels": EMPTY,
  "zone-doors": EMPTY,
  "zone-stroke": EMPTY,
  routes: ROUTES,
  "route-starts": ROUTES,
  stops: ROUTES,
  "done-stops": EMPTY,
  "route-ends": ROUTES,
  "pointed-place": EMPTY,
};
const OWN_SOURCE_IDS = new Set(Object.keys(OWN_SOURCES));

/** @param box of the territory, which its tiles cover */
export function mapStyle(
  territoryName: string,
  box: readonly [number, number, number, number],
  look: Look,
): StyleSpecification {
  return {
    version: 8,
    glyphs: LETTERS,
    state: { [FREE_DOORS]: { default: false } },
    sources: {
      base: { type: "vector", tiles: [tilesAddress(territoryName)], minzoom: 9, maxzoom: 15 },
      ...(look.areStationsShown
        ? { stations: stationSource(territoryName, box), [DOORS]: doorSource(territoryName) }
        : {}),
      ...OWN_SOURCES,
    },
    // What is shown is shown at once: every step of a change of colour would be a whole frame of the map.
    transition: { duration: 0, delay: 0 },
    layers: layersInOrder(look, NO_COLUMNS).map((layer) => hideEmpty(layer, OWN_SOURCE_IDS)),
  };
}

/** Lowest first. */
function layersInOrder(look: Look, columns: StationColumns): LayerSpecification[] {
  const { palette } = look;
  const layers: readonly LayerSpecification[] = [
    ...groundLayers(palette),
    ...stationFillLayers(palette, look.areStationsDimmed, columns),
    ...drawnZoneFillLayers(palette),
    ...streetLayers(palette),
    ...stationLineLayers(palette, look.areStationsDimmed, columns),
    ...doorLayers(palette, areDoorsShown(look)),
    ...circleLayers(palette),
    ...zoneLayers(palette),
    ...drawnZoneLineLayers(palette),
    ...zoneDoorLayers(palette),
    ...labelLayers(palette),
    ...stationLabelLayers(palette, look.areStationsDimmed),
    ...drawnZoneLabelLayers(palette),
    ...strokeLayers(palette),
    ...routeLayers(palette),
    ...routeStartLayers(palette),
    ...doneStopLayers(palette),
    ...stopLayers(palette),
    ...routeEndLayers(palette),
    ...placeLayers(palette),
  ];
  return layers.filter((layer) => look.areStationsShown || !("source" in layer) || !OF_STATIONS.has(layer.source));
}

const OF_STATIONS: ReadonlySet<string> = new Set(["stations", DOORS]);

/** Routes and zones show addresses of their own. */
export function areDoorsShown({ areStationsShown, areStationsDimmed }: Omit<Look, "palette">): boolean {
  return areStationsShown && !areStationsDimmed;
}

/** Repaints every layer in place. Setting a new style instead would drop the data, the states and a zone half drawn. */
export function applyLook(map: MapLibreMap, look: Look, columns: StationColumns): void {
  for (const layer of layersInOrder(look, columns)) setPaint(map, layer);
  showDoors(map, areDoorsShown(look));
  addImages(map, look.palette);
}

export function addImages(map: MapLibreMap, palette: Palette): void {
  const images = {
    [HATCH]: drawHatch(palette.selectedLine, "rising"),
    [MISSING_HATCH]: drawHatch(palette.labelSoft, "falling"),
    [ARROW]: drawArrow(palette.routeCasing),
  };
  for (const [name, image] of Object.entries(images)) {
    if (image === null) continue;
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio: 2 });
  }
}

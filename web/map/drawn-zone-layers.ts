import type { Feature, MultiPolygon, Point, Polygon } from "geojson";
import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { TEXT_BOLD } from "./map-fonts.ts";
import type { Palette } from "./palette.ts";
import { showFeatures } from "./show-features.ts";

/** Zones that people draw: coloured ground, a crisp border, their names. What is dashed is locked. */
export const DRAWN_ZONE_FILL = "drawn-zone-fill";

export interface DrawnZone {
  readonly zoneId: string;
  /** With what belongs to it, as it is to be read on the map. */
  readonly label: string;
  readonly colour: number;
  readonly isLocked: boolean;
  readonly isOpened: boolean;
  readonly outline: Polygon | MultiPolygon;
  readonly labelPosition: readonly [number, number];
}

const LONGEST_LINE = 18;
const LONGEST_NAME = 48;

/** A name that keeps to its zone: the map breaks lines between words only, and one long word would lie across all of it. */
export function nameOnMap(name: string): string {
  const letters = [...name];
  const short =
    letters.length <= LONGEST_NAME
      ? name
      : `${letters
          .slice(0, LONGEST_NAME - 1)
          .join("")
          .trimEnd()}…`;
  return short.replace(new RegExp(`\\S{${LONGEST_LINE}}(?=\\S)`, "gu"), "$&\n");
}

export function drawnZoneFillLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: DRAWN_ZONE_FILL,
      type: "fill",
      source: "drawn-zones",
      paint: {
        "fill-color": ofZone(palette),
        "fill-opacity": ["case", ["get", "isOpened"], 0.5, 0.34],
      },
    },
  ];
}

export function drawnZoneLineLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "drawn-zone-casing",
      type: "line",
      source: "drawn-zones",
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.selectedCasing,
        "line-width": ["case", ["get", "isOpened"], 7, 4.5],
        "line-opacity": 0.9,
      },
    },
    {
      id: "drawn-zone-line",
      type: "line",
      source: "drawn-zones",
      layout: { "line-join": "round" },
      paint: {
        "line-color": ["case", ["get", "isOpened"], palette.selectedLine, ofZone(palette)],
        "line-width": ["case", ["get", "isOpened"], 3, 2],
      },
    },
    {
      id: "drawn-zone-locked",
      type: "line",
      source: "drawn-zones",
      filter: ["==", ["get", "isLocked"], true],
      layout: { "line-join": "round" },
      paint: { "line-color": palette.selectedCasing, "line-width": 2, "line-dasharray": [2, 2] },
    },
  ];
}

export function drawnZoneLabelLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "drawn-zone-label",
      type: "symbol",
      source: "drawn-zone-labels",
      layout: {
        "text-field": ["get", "label"],
        "text-font": TEXT_BOLD,
        "text-size": ["interpolate", ["linear"], ["zoom"], 11, 11, 16, 15],
        "text-padding": 2,
        "text-max-width": 9,
        "symbol-sort-key": ["case", ["get", "isOpened"], 0, 1],
      },
      paint: { "text-color": palette.label, "text-halo-color": palette.halo, "text-halo-width": 2 },
    },
  ];
}

function ofZone(palette: Palette): ExpressionSpecification {
  const colours = palette.zones.flatMap((colour, place) => [place, colour]);
  return ["match", ["get", "colour"], ...colours, palette.noClass] as unknown as ExpressionSpecification;
}

export function showDrawnZones(map: MapLibreMap, zones: readonly DrawnZone[]): void {
  const properties = ({ zoneId, label, colour, isLocked, isOpened }: DrawnZone) => ({
    zoneId,
    label,
    colour,
    isLocked,
    isOpened,
  });
  showFeatures(
    map,
    "drawn-zones",
    zones.map(
      (zone): Feature<Polygon | MultiPolygon> => ({
        type: "Feature",
        properties: properties(zone),
        geometry: zone.outline,
      }),
    ),
  );
  showFeatures(
    map,
    "drawn-zone-labels",
    zones.map(
      (zone): Feature<Point> => ({
        type: "Feature",
        properties: properties(zone),
        geometry: { type: "Point", coordinates: [...zone.labelPosition] },
      }),
    ),
  );
}

export interface DrawnZoneEvents {
  /** `isPicking` with Alt, when a click opens a zone whatever the tool is. */
  onClick(zoneId: string | null, isPicking: boolean): void;
  /** Point in pixels of the map's container; no zone where there is none, and when the pointer has left. */
  onHover(zoneId: string | null, point: readonly [number, number]): void;
}

/** Says which zone the pointer is on and which is clicked, until it is stopped. */
export function watchDrawnZones(map: MapLibreMap, events: DrawnZoneEvents): () => void {
  const zoneAt = ({ point }: MapMouseEvent): string | null => {
    const [under] = map.queryRenderedFeatures(point, { layers: [DRAWN_ZONE_FILL] });
    const zoneId: unknown = under?.properties.zoneId;
    return typeof zoneId === "string" ? zoneId : null;
  };
  const onClick = (event: MapMouseEvent) => events.onClick(zoneAt(event), event.originalEvent.altKey);
  const onMove = (event: MapMouseEvent) => events.onHover(zoneAt(event), [event.point.x, event.point.y]);
  const onOut = () => events.onHover(null, [0, 0]);
  map.on("click", onClick);
  map.on("mousemove", onMove);
  map.on("mouseout", onOut);
  return () => {
    map.off("click", onClick);
    map.off("mousemove", onMove);
    map.off("mouseout", onOut);
  };
}

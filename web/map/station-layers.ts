import type { ExpressionSpecification, GeoJSONSource, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { StationCollection } from "../../server/contract/territories.ts";
import { TEXT_BOLD } from "./map-fonts.ts";
import { CLASS_STRENGTH, type Palette, stationColours } from "./palette.ts";

/**
 * Colour, outline and number of each station. Colours and choices are feature-state: the contours are sent once. What
 * depends on the state does so dimmed or not, because MapLibre fails on a state that arrives while a paint property
 * goes from an expression to a plain number.
 */
export const STATION_FILL = "station-fill";
export const HATCH = "hatch";
/** For stations without a value. */
export const MISSING_HATCH = "missing-hatch";

/** What is left of the colour of a station whose value is little sure, and of one that steps back. */
const FADED = 0.4;
const BEHIND = 0.15;

const state = (key: string): ExpressionSpecification => ["boolean", ["feature-state", key], false];

export function stationFillLayers(palette: Palette, isDimmed: boolean): LayerSpecification[] {
  const colours = stationColours(palette).flatMap((colour, index) => [index, colour]);
  const strength = isDimmed ? 0.2 : CLASS_STRENGTH;
  const closer = isDimmed ? 0.1 : CLASS_STRENGTH * 0.6;
  return [
    {
      id: STATION_FILL,
      type: "fill",
      source: "stations",
      paint: {
        "fill-color": [
          "match",
          ["coalesce", ["feature-state", "class"], -1],
          ...colours,
          palette.noClass,
        ] as unknown as ExpressionSpecification,
        "fill-opacity": [
          "interpolate",
          ["linear"],
          ["zoom"],
          14.5,
          strengthOf(Math.min(1, strength + 0.18), strength),
          16.5,
          strengthOf(closer + 0.18, closer),
        ],
      },
    },
    {
      id: "station-missing",
      type: "fill",
      source: "stations",
      paint: {
        "fill-pattern": MISSING_HATCH,
        "fill-opacity": ["case", ["all", state("missing"), ["!", state("behind")]], isDimmed ? 0 : 0.55, 0],
      },
    },
    {
      id: "station-hatch",
      type: "fill",
      source: "stations",
      paint: {
        "fill-pattern": HATCH,
        // Close up, the outline says enough and the hatch would hide the streets.
        "fill-opacity": [
          "interpolate",
          ["linear"],
          ["zoom"],
          14,
          ["case", state("selected"), isDimmed ? 0 : 0.5, 0],
          16,
          ["case", state("selected"), isDimmed ? 0 : 0.08, 0],
        ],
      },
    },
  ];
}

/** Paler where the value is little sure, palest behind the stations that the legend holds up. */
function strengthOf(hovered: number, normal: number): ExpressionSpecification {
  return ["case", state("hovered"), hovered, state("behind"), normal * BEHIND, state("faded"), normal * FADED, normal];
}

export function stationLineLayers(palette: Palette, isDimmed: boolean): LayerSpecification[] {
  const wide = (pixels: number) => (isDimmed ? 1.5 : pixels);
  return [
    {
      id: "station-line",
      type: "line",
      source: "stations",
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.stationLine,
        "line-width": ["interpolate", ["linear"], ["zoom"], 10, 0.4, 15, 1.2],
        "line-opacity": 0.6,
      },
    },
    {
      id: "station-emphasis-casing",
      type: "line",
      source: "stations",
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.selectedCasing,
        "line-width": 6,
        "line-opacity": ["case", ["any", state("selected"), state("opened")], isDimmed ? 0 : 0.85, 0],
      },
    },
    {
      id: "station-emphasis",
      type: "line",
      source: "stations",
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.selectedLine,
        "line-width": ["case", state("opened"), wide(3.5), state("selected"), wide(2.5), wide(2)],
        "line-opacity": ["case", ["any", state("selected"), state("opened"), state("hovered")], isDimmed ? 0.35 : 1, 0],
      },
    },
  ];
}

export function stationLabelLayers(palette: Palette, isDimmed: boolean): LayerSpecification[] {
  return [
    {
      id: "station-label",
      type: "symbol",
      source: "station-labels",
      minzoom: 12,
      layout: {
        "text-field": ["get", "label"],
        "text-font": TEXT_BOLD,
        "text-size": ["interpolate", ["linear"], ["zoom"], 12, 10.5, 16, 15],
        "text-padding": 3,
      },
      paint: {
        "text-color": palette.label,
        "text-halo-color": palette.halo,
        "text-halo-width": 1.8,
        "text-opacity": isDimmed ? 0.5 : 0.95,
      },
    },
  ];
}

/** Label sources take the position chosen inside each area: a contour's middle may lie outside it. */
export function showStations(map: MapLibreMap, stations: StationCollection): void {
  map.getSource<GeoJSONSource>("stations")?.setData(stations);
  map.getSource<GeoJSONSource>("station-labels")?.setData({
    type: "FeatureCollection",
    features: stations.features.map((feature) => ({
      type: "Feature",
      properties: { label: feature.properties.number.replace(/^0+(?=.)/, "") },
      geometry: { type: "Point", coordinates: [...feature.properties.labelPosition] },
    })),
  });
}

export interface StationMarks {
  /** Class of each station by index; null has no colour. */
  readonly classes: ReadonlyMap<number, number | null>;
  /** Without a value, for a reason that is known. */
  readonly missing: ReadonlySet<number>;
  /** With a value that is little sure. */
  readonly faded: ReadonlySet<number>;
  /** Behind those that the legend holds up. */
  readonly behind: ReadonlySet<number>;
  readonly selected: ReadonlySet<number>;
  readonly opened: number | null;
  readonly hovered: number | null;
}

const SETS = ["missing", "faded", "behind", "selected"] as const;

/** Sets what changed between two sets of marks and nothing else. */
export function markStations(map: MapLibreMap, before: StationMarks | null, after: StationMarks): void {
  for (const [index, classNumber] of after.classes) {
    const changed: Record<string, unknown> = {};
    if (before === null || before.classes.get(index) !== classNumber) changed.class = classNumber ?? -1;
    for (const name of SETS) {
      if (before === null || before[name].has(index) !== after[name].has(index)) changed[name] = after[name].has(index);
    }
    if (before === null || (before.opened === index) !== (after.opened === index))
      changed.opened = after.opened === index;
    if (before === null || (before.hovered === index) !== (after.hovered === index))
      changed.hovered = after.hovered === index;
    if (Object.keys(changed).length > 0) map.setFeatureState({ source: "stations", id: index }, changed);
  }
}

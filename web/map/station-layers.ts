import type {
  ExpressionFilterSpecification,
  ExpressionSpecification,
  LayerSpecification,
  Map as MapLibreMap,
  VectorSourceSpecification,
} from "maplibre-gl";
import { stationZooms } from "../../geodata/geometry/station-zooms.ts";
import { stationTilesAddress } from "../api/client.ts";
import { TEXT_BOLD } from "./map-fonts.ts";
import { CLASS_STRENGTH, type Palette, stationColours } from "./palette.ts";
import { setPaint } from "./set-paint.ts";
import {
  FLAGS,
  letter,
  letterOf,
  lettersWith,
  NO_COLUMNS,
  type StationColumns,
  type StationMarks,
  stationColumns,
} from "./station-columns.ts";

/**
 * Colour, outline and number of each station, from tiles. What is said of all stations comes in columns (see
 * station-columns.ts), what is said of the one that is pointed at or opened is feature-state. What depends on the state
 * does so dimmed or not, because MapLibre fails on a state that arrives while a paint property goes from an expression
 * to a plain number.
 */
export const STATION_FILL = "station-fill";
export const HATCH = "hatch";
/** Outlines of stations that are selected, opened or pointed at. */
const EMPHASIS = ["station-emphasis-casing", "station-emphasis"];
/** For stations without a value. */
export const MISSING_HATCH = "missing-hatch";

/** What is left of the colour of a station whose value is little sure, and of one that steps back. */
const FADED = 0.4;
const BEHIND = 0.15;

const state = (key: string): ExpressionSpecification => ["boolean", ["feature-state", key], false];

const STATIONS = { source: "stations", sourceLayer: "stations" } as const;
const AREAS = { source: "stations", "source-layer": "stations" } as const;

/** Areas and numbers of the stations of a territory. */
export function stationSource(
  territoryName: string,
  box: readonly [number, number, number, number],
): VectorSourceSpecification {
  const { least, most } = stationZooms(box);
  return { type: "vector", tiles: [stationTilesAddress(territoryName)], minzoom: least, maxzoom: most };
}

export function stationFillLayers(
  palette: Palette,
  isDimmed: boolean,
  { classes, flags, selected }: StationColumns = NO_COLUMNS,
): LayerSpecification[] {
  const colours = stationColours(palette).flatMap((colour, index) => [letter(index + 1), colour]);
  const strength = isDimmed ? 0.2 : CLASS_STRENGTH;
  const closer = isDimmed ? 0.1 : CLASS_STRENGTH * 0.6;
  return [
    {
      id: STATION_FILL,
      type: "fill",
      ...AREAS,
      paint: {
        // The outlines lie on the edges: smooth ones would be drawn a second time, by a second program.
        "fill-antialias": false,
        "fill-color": ["match", letterOf(classes), ...colours, palette.noClass] as unknown as ExpressionSpecification,
        "fill-opacity": [
          "let",
          "flags",
          letterOf(flags),
          [
            "interpolate",
            ["linear"],
            ["zoom"],
            14.5,
            strengthOf(Math.min(1, strength + 0.18), strength),
            16.5,
            strengthOf(closer + 0.18, closer),
          ],
        ],
      },
    },
    {
      id: "station-missing",
      type: "fill",
      ...AREAS,
      // A filter and not an opacity: what is invisible would be painted all the same.
      filter: ["match", letterOf(flags), lettersWith(FLAGS.missing, FLAGS.behind), true, false],
      paint: { "fill-pattern": MISSING_HATCH, "fill-opacity": isDimmed ? 0 : 0.55 },
    },
    {
      id: "station-hatch",
      type: "fill",
      ...AREAS,
      filter: isSelected(selected),
      paint: {
        "fill-pattern": HATCH,
        // Close up, the outline says enough and the hatch would hide the streets.
        "fill-opacity": isDimmed ? 0 : ["interpolate", ["linear"], ["zoom"], 14, 0.5, 16, 0.08],
      },
    },
  ];
}

function isSelected(column: StationColumns["selected"]): ExpressionFilterSpecification {
  return ["==", letterOf(column), letter(1)];
}

/** Paler where the value is little sure, palest behind the stations that the legend holds up. */
function strengthOf(hovered: number, normal: number): ExpressionSpecification {
  const own = ["match", ["var", "flags"], lettersWith(FLAGS.behind), normal * BEHIND];
  return [
    "case",
    state("hovered"),
    hovered,
    [...own, lettersWith(FLAGS.faded, FLAGS.behind), normal * FADED, normal],
  ] as unknown as ExpressionSpecification;
}

export function stationLineLayers(
  palette: Palette,
  isDimmed: boolean,
  { selected }: StationColumns = NO_COLUMNS,
): LayerSpecification[] {
  const wide = (pixels: number) => (isDimmed ? 1.5 : pixels);
  return [
    {
      id: "station-line",
      type: "line",
      ...AREAS,
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.stationLine,
        // From afar there would be nothing but outlines.
        "line-width": ["interpolate", ["linear"], ["zoom"], 7, 0.15, 10, 0.4, 15, 1.2],
        "line-opacity": ["interpolate", ["linear"], ["zoom"], 6.5, 0, 8, 0.35, 10, 0.6],
      },
    },
    {
      id: "station-emphasis-casing",
      type: "line",
      ...AREAS,
      layout: { "line-join": "round", visibility: "none" },
      paint: {
        "line-color": palette.selectedCasing,
        // By state as that of the outline itself: one program draws both.
        "line-width": ["case", state("opened"), 6.5, 6],
        "line-opacity": ["case", ["any", isSelected(selected), state("opened")], isDimmed ? 0 : 0.85, 0],
      },
    },
    {
      id: "station-emphasis",
      type: "line",
      ...AREAS,
      layout: { "line-join": "round", visibility: "none" },
      paint: {
        "line-color": palette.selectedLine,
        "line-width": ["case", state("opened"), wide(3.5), isSelected(selected), wide(2.5), wide(2)],
        "line-opacity": [
          "case",
          ["any", isSelected(selected), state("opened"), state("hovered")],
          isDimmed ? 0.35 : 1,
          0,
        ],
      },
    },
  ];
}

export function stationLabelLayers(palette: Palette, isDimmed: boolean): LayerSpecification[] {
  return [
    {
      id: "station-label",
      type: "symbol",
      source: "stations",
      "source-layer": "station-labels",
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

/**
 * Lets stations be outlined. Where none is, the outlines of all are drawn unseen, over the whole map and by a program of
 * their own: they are left out until it has been seen.
 */
export function showEmphasis(map: MapLibreMap): void {
  for (const id of EMPHASIS) {
    if (map.getLayer(id) === undefined || map.getLayoutProperty(id, "visibility") !== "none") continue;
    map.setLayoutProperty(id, "visibility", "visible");
  }
}

const PAINTS_OF: Readonly<Record<keyof StationColumns, readonly string[]>> = {
  classes: [STATION_FILL],
  flags: [STATION_FILL, "station-missing"],
  selected: ["station-hatch", "station-emphasis-casing", "station-emphasis"],
};

/** The marks that a map shows. */
export interface ShownMarks {
  readonly marks: StationMarks;
  readonly columns: StationColumns;
}

/** Shows what changed between two sets of marks and nothing else. */
export function markStations(
  map: MapLibreMap,
  { palette, areStationsDimmed }: StationLook,
  before: ShownMarks | null,
  after: StationMarks,
): ShownMarks {
  const columns = stationColumns(after, before);
  const changed = new Set(
    COLUMN_NAMES.filter((name) => columns[name] !== (before?.columns ?? NO_COLUMNS)[name]).flatMap(
      (name) => PAINTS_OF[name],
    ),
  );
  if (changed.size > 0) {
    for (const layer of stationPaint(palette, areStationsDimmed, columns)) {
      if (!changed.has(layer.id)) continue;
      setPaint(map, layer);
      if ("filter" in layer) map.setFilter(layer.id, layer.filter, { validate: false });
    }
  }
  if (after.selected.size > 0 || after.opened !== null || after.hovered !== null) showEmphasis(map);
  for (const name of ["opened", "hovered"] as const) {
    const [old, now] = [before?.marks[name] ?? null, after[name]];
    if (old === now) continue;
    if (old !== null) map.setFeatureState({ ...STATIONS, id: old }, { [name]: false });
    if (now !== null) map.setFeatureState({ ...STATIONS, id: now }, { [name]: true });
  }
  return { marks: after, columns };
}

const COLUMN_NAMES = ["classes", "flags", "selected"] as const;

interface StationLook {
  readonly palette: Palette;
  readonly areStationsDimmed: boolean;
}

function stationPaint(palette: Palette, isDimmed: boolean, columns: StationColumns): LayerSpecification[] {
  return [...stationFillLayers(palette, isDimmed, columns), ...stationLineLayers(palette, isDimmed, columns)];
}

import type { Feature, Point } from "geojson";
import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { Palette } from "./palette.ts";
import { showFeatures } from "./show-features.ts";

/**
 * The addresses that zones are made of. They are sent once; what they belong to and whether a stroke has chosen them is
 * feature-state, so that a brush colours hundreds of them between two frames.
 */
const SOURCE = "zone-doors";
const FREE = -1;

const state = (key: string): ExpressionSpecification => ["boolean", ["feature-state", key], false];

/**
 * Whether addresses in no zone stand out: a value of the whole style and not a mark of each address, since all of a
 * large town may be free.
 */
export const FREE_DOORS = "free-doors";

export function zoneDoorLayers(palette: Palette): LayerSpecification[] {
  const colours = palette.zones.flatMap((colour, place) => [place, colour]);
  const zone: ExpressionSpecification = ["coalesce", ["feature-state", "zone"], FREE];
  const isShown: ExpressionSpecification = ["all", ["global-state", FREE_DOORS], ["==", zone, FREE]];
  return [
    {
      id: "zone-door",
      type: "circle",
      source: SOURCE,
      minzoom: 12,
      paint: {
        "circle-radius": [
          "interpolate",
          ["linear"],
          ["zoom"],
          12,
          ["case", state("chosen"), 2.5, isShown, 2.5, 0.8],
          15,
          ["case", state("chosen"), 5, isShown, 5, 2.2],
          18,
          ["case", state("chosen"), 9, isShown, 8, 6],
        ],
        "circle-color": [
          "case",
          state("chosen"),
          palette.selectedLine,
          isShown,
          palette.marker,
          ["match", zone, ...colours, palette.noClass],
        ] as unknown as ExpressionSpecification,
        "circle-stroke-color": ["case", ["==", zone, FREE], palette.labelSoft, palette.selectedCasing],
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 13.5, 0, 15, 1],
        "circle-opacity": ["case", state("chosen"), 1, isShown, 1, 0.9],
      },
    },
  ];
}

/** Lets the addresses in no zone stand out, or step back again. */
export function showFreeDoors(map: MapLibreMap, isShown: boolean): void {
  map.setGlobalStateProperty(FREE_DOORS, isShown);
}

/** Positions in the order of their numbers, which the marks go by. */
export function showZoneDoors(map: MapLibreMap, positions: readonly (readonly [number, number])[]): void {
  map.removeFeatureState({ source: SOURCE });
  showFeatures(
    map,
    SOURCE,
    positions.map(
      ([longitude, latitude], id): Feature<Point> => ({
        type: "Feature",
        id,
        properties: {},
        geometry: { type: "Point", coordinates: [longitude, latitude] },
      }),
    ),
  );
}

/** Sets the zone colours that changed, -1 for an address in no zone. */
export function markDoorZones(map: MapLibreMap, before: Int8Array | null, after: Int8Array): void {
  after.forEach((zone, id) => {
    if ((before === null ? FREE : before[id]) !== zone) map.setFeatureState({ source: SOURCE, id }, { zone });
  });
}

/** Marks what the stroke that is being drawn has met. */
export function markChosenDoors(map: MapLibreMap, ids: Iterable<number>, isOn: boolean): void {
  for (const id of ids) map.setFeatureState({ source: SOURCE, id }, { chosen: isOn });
}

import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { StopState } from "../../server/contract/progress.ts";
import type { Palette } from "./palette.ts";
import { showFeatures } from "./show-features.ts";

export interface DoneStop {
  readonly position: readonly [number, number];
  readonly state: StopState;
}

const SOURCE = "done-stops";

const byState = (done: unknown, begun: unknown, untouched: unknown) =>
  ["match", ["get", "state"], "done", done, "begun", begun, untouched] as unknown as ExpressionSpecification;

/** How far addresses are, told by shape as by colour: a full disc is done, a ring with a core is begun, an empty ring is untouched. */
export function doneStopLayers(palette: Palette): LayerSpecification[] {
  const radius = (scale: number): ExpressionSpecification => [
    "interpolate",
    ["linear"],
    ["zoom"],
    12,
    2 * scale,
    15,
    4.5 * scale,
    18,
    9 * scale,
  ];
  return [
    {
      id: "done-stop",
      type: "circle",
      source: SOURCE,
      layout: { "circle-sort-key": byState(2, 3, 1) },
      paint: {
        "circle-radius": radius(1),
        "circle-color": byState(palette.circle, palette.halo, palette.halo),
        "circle-stroke-color": byState(palette.circleLine, palette.marker, palette.labelSoft),
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 12, 0.8, 15, 1.75],
      },
    },
    {
      id: "done-stop-core",
      type: "circle",
      source: SOURCE,
      filter: ["==", ["get", "state"], "begun"],
      paint: { "circle-radius": radius(0.5), "circle-color": palette.marker },
    },
  ];
}

export function showDoneStops(map: MapLibreMap, stops: readonly DoneStop[]): void {
  showFeatures(
    map,
    SOURCE,
    stops.map(({ position, state }) => ({
      type: "Feature",
      properties: { state },
      geometry: { type: "Point", coordinates: [...position] },
    })),
  );
}

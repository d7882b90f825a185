import type { Territory } from "../../geodata/territory/territory.ts";
import type { LayerRequest, LayerValues } from "../contract/layers.ts";
import { censusLayer } from "./census-layer.ts";
import { groundLayer } from "./ground-layer.ts";
import { sideChangeLayer, sideLayer, turnoutChangeLayer, turnoutLayer } from "./vote-layers.ts";

export type LayeredTerritory = Pick<
  Territory,
  | "summary"
  | "stations"
  | "elections"
  | "candidates"
  | "results"
  | "indicators"
  | "stationIndicators"
  | "addressesOfStations"
  | "streetGraph"
>;

/** One value for every station. Throws Refusal "nothing-found" or "invalid" for what the territory does not hold. */
export function stationLayer(territory: LayeredTerritory, { layer, sides }: LayerRequest): LayerValues {
  switch (layer.kind) {
    case "census":
      return censusLayer(territory, layer);
    case "turnout":
      return turnoutLayer(territory, layer);
    case "side":
      return sideLayer(territory, layer, sides);
    case "turnoutChange":
      return turnoutChangeLayer(territory, layer);
    case "sideChange":
      return sideChangeLayer(territory, layer, sides);
    case "ground":
      return groundLayer(territory, layer);
  }
}

import type { Layer, LayerUnit, LayerValue, LayerValues } from "../contract/layers.ts";
import { stationWalks } from "../planning/station-walks.ts";
import { groundMethod } from "./layer-words.ts";
import type { LayeredTerritory } from "./station-layer.ts";

type GroundTerritory = Pick<LayeredTerritory, "summary" | "stations" | "addressesOfStations" | "streetGraph">;
type GroundLayer = Extract<Layer, { kind: "ground" }>;

/** What a visit to each station means: its doors, doors behind one address, or seconds on foot from door to door. */
export function groundLayer(territory: GroundTerritory, layer: GroundLayer): LayerValues {
  const values = FIGURES[layer.figure](territory);
  return {
    layer,
    unit: UNITS[layer.figure],
    stations: territory
      .stations()
      .map(({ id }, place) => ({ stationId: id, ...layerValue(layer, values[place] ?? null) })),
    method: groundMethod(layer, territory.summary),
  };
}

const UNITS: Readonly<Record<GroundLayer["figure"], LayerUnit>> = {
  registered: "count",
  doors: "count",
  doorsPerAddress: "number",
  walkPerDoor: "seconds",
};

/** A value for each station in index order; null without an address to go to, or a result that counts its voters. */
const FIGURES: Readonly<Record<GroundLayer["figure"], (territory: GroundTerritory) => readonly (number | null)[]>> = {
  registered: (territory) => territory.stations().map(({ registered }) => registered),
  doors: (territory) => territory.stations().map(({ addresses, doors }) => (addresses > 0 ? doors : null)),
  doorsPerAddress: (territory) =>
    territory.stations().map(({ addresses, doors }) => (addresses > 0 ? doors / addresses : null)),
  walkPerDoor: (territory) =>
    stationWalks(territory).stations.map(({ walkSeconds, doors }) => (doors > 0 ? walkSeconds / doors : null)),
};

function layerValue({ figure }: GroundLayer, value: number | null): LayerValue {
  const reason = figure === "registered" ? "noResult" : "noAddress";
  return value === null ? { value, reason, coveredShare: 0 } : { value, reason: null, coveredShare: 1 };
}

import type { Indicator } from "../../geodata/territory/territory.ts";
import type { Layer, LayerUnit, LayerValue, LayerValues } from "../contract/layers.ts";
import { Refusal } from "../contract/refusal.ts";
import { censusMethod } from "./layer-words.ts";
import type { LayeredTerritory } from "./station-layer.ts";

/** A census indicator as it was carried to stations. Percentages of the tables become shares, 0 to 1. */
export function censusLayer(
  territory: Pick<LayeredTerritory, "summary" | "stations" | "indicators" | "stationIndicators">,
  layer: Extract<Layer, { kind: "census" }>,
): LayerValues {
  const indicator = territory.indicators().find(({ id }) => id === layer.indicator);
  if (indicator === undefined) {
    throw new Refusal(
      "nothing-found",
      {
        fr: `Il n’y a pas d’indicateur « ${layer.indicator} » dans ce territoire.`,
        en: `There is no indicator “${layer.indicator}” in this territory.`,
      },
      404,
    );
  }
  const unit = unitOf(indicator);
  const scale = unit === "share" ? 0.01 : 1;
  const known = new Map(
    territory
      .stationIndicators()
      .filter(({ indicatorId }) => indicatorId === indicator.id)
      .map((row) => [row.stationIndex, row] as const),
  );
  const valueAt = (index: number): LayerValue => {
    const row = known.get(index);
    if (row === undefined) return { value: null, reason: "noCensus", coveredShare: 0 };
    const { value, coveredShare } = row;
    if (value === null) return { value, reason: "suppressed", coveredShare };
    return { value: value * scale, reason: null, coveredShare };
  };
  const stations = territory.stations().map(({ id, index }) => ({ stationId: id, ...valueAt(index) }));
  return { layer, unit, stations, method: censusMethod(indicator, territory.summary) };
}

/** Insee's labels end in the unit: "(%)" or "(€)". A share without one, such as the Gini index, is a plain number. */
function unitOf({ kind, label }: Indicator): LayerUnit {
  if (label.fr.endsWith("(%)")) return "share";
  if (label.fr.endsWith("(€)")) return "euros";
  return kind === "count" ? "count" : "number";
}

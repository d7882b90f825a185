import { arealOverlaps } from "../crosswalk/areal-weights.ts";
import { indexAreas } from "../geometry/area-index.ts";
import { groupBy } from "../geometry/group-by.ts";
import type { Area } from "../geometry/polygon.ts";
import type { Position } from "../geometry/position.ts";
import type { CensusValue } from "../readers/census-table-reader.ts";
import type { Indicator, StationIndicator } from "../territory/territory.ts";

/** An address with its doors: where the people of a census area live. */
export interface WeightedPlace {
  readonly position: Position;
  readonly doors: number;
  readonly stationIndex: number | null;
}

interface Weight {
  readonly area: number;
  readonly station: number;
  /** Of the census area that lies in the station, 0 to 1. */
  readonly shareOfArea: number;
  /** Of the station that lies in the census area, 0 to 1. */
  readonly shareOfStation: number;
}

/**
 * Carries census indicators from their areas to stations. A count is divided by the doors of its area that lie in the
 * station; a median or share is averaged over the station's areas by doors (an average of medians is not a median,
 * but stays between them). By ground where a station or an area has no address. Suppressed and missing values are left
 * out, never taken for zero: `coveredShare` says how much of the station is known.
 *
 * @param valuesOf values of each area, in the order of `indicators`; undefined for an area without a row
 */
export function carryCensus(
  areas: readonly Area[],
  valuesOf: readonly (readonly CensusValue[] | undefined)[],
  indicators: readonly Indicator[],
  stations: readonly Area[],
  places: readonly WeightedPlace[],
): StationIndicator[] {
  const weights = groupBy(weighAreas(areas, stations, places), ({ station }) => station);
  return stations.flatMap((_, stationIndex) =>
    indicators.map((indicator, column) => {
      const parts = weights.get(stationIndex) ?? [];
      let total = 0;
      let covered = 0;
      let sum = 0;
      for (const { area, shareOfArea, shareOfStation } of parts) {
        total += shareOfStation;
        const value = valuesOf[area]?.[column];
        if (typeof value !== "number") continue;
        covered += shareOfStation;
        sum += value * (indicator.kind === "count" ? shareOfArea : shareOfStation);
      }
      const value = covered === 0 ? null : indicator.kind === "count" ? sum : sum / covered;
      return { stationIndex, indicatorId: indicator.id, value, coveredShare: total === 0 ? 0 : covered / total };
    }),
  );
}

function weighAreas(areas: readonly Area[], stations: readonly Area[], places: readonly WeightedPlace[]): Weight[] {
  const index = indexAreas(areas);
  const doorsOfArea = new Map<number, number>();
  const doorsOfStation = new Map<number, number>();
  const doorsOfBoth = new Map<string, number>();
  for (const { position, doors, stationIndex } of places) {
    const area = index.areaAt(position);
    if (area !== null) add(doorsOfArea, area, doors);
    if (stationIndex !== null && area !== null) {
      add(doorsOfStation, stationIndex, doors);
      add(doorsOfBoth, `${area}/${stationIndex}`, doors);
    }
  }
  return arealOverlaps(areas, stations).flatMap(({ source, target, shareOfSource, shareOfTarget }) => {
    const both = doorsOfBoth.get(`${source}/${target}`) ?? 0;
    const ofArea = doorsOfArea.get(source) ?? 0;
    const ofStation = doorsOfStation.get(target) ?? 0;
    const weight = {
      area: source,
      station: target,
      shareOfArea: ofArea > 0 ? both / ofArea : shareOfSource,
      shareOfStation: ofStation > 0 ? both / ofStation : shareOfTarget,
    };
    return weight.shareOfArea > 0 || weight.shareOfStation > 0 ? weight : [];
  });
}

function add<Key>(sums: Map<Key, number>, key: Key, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

import type { Station, Territory } from "../../geodata/territory/territory.ts";
import type { StationList } from "../contract/station-list.ts";

/** About a tenth of a metre: boxes and labels are looked at, not measured. */
const STEPS_PER_DEGREE = 1e6;

/** Everything but the areas of the stations, in columns: a country is a third of what it is as objects. */
export function stationList(territory: Pick<Territory, "stations">): StationList {
  const stations = territory.stations();
  const placeOf = new Map<string, number>();
  const communeOf = stations.map(({ communeName }) => {
    const place = placeOf.get(communeName) ?? placeOf.size;
    placeOf.set(communeName, place);
    return place;
  });
  return {
    stationIds: stations.map(({ id }) => id),
    numbers: stations.map(({ number }) => number),
    names: stations.map(({ name }) => name),
    communes: [...placeOf.keys()],
    communeOf,
    registered: stations.map(({ registered }) => registered),
    addresses: stations.map(({ addresses }) => addresses),
    doors: stations.map(({ doors }) => doors),
    order: readingOrder(stations),
    labelPositions: stations.flatMap(({ labelPosition }) => labelPosition.map(round)),
    boxes: stations.flatMap(({ box }) => box.map(round)),
  };
}

function round(degrees: number): number {
  return Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
}

/** Sorted here, once for all: a browser would take a second for a country. */
function readingOrder(stations: readonly Station[]): number[] {
  const { compare } = new Intl.Collator("fr", { numeric: true });
  const communes = [...new Set(stations.map(({ communeName }) => communeName))].sort(compare);
  const placeOf = new Map(communes.map((name, place) => [name, place]));
  const communePlace = stations.map(({ communeName }) => placeOf.get(communeName) ?? 0);
  const sorted = stations
    .map(({ index }) => index)
    .sort(
      (a, b) =>
        (communePlace[a] ?? 0) - (communePlace[b] ?? 0) ||
        compare(stations[a]?.name ?? "", stations[b]?.name ?? "") ||
        a - b,
    );
  const order = new Array<number>(stations.length).fill(0);
  for (const [place, index] of sorted.entries()) order[index] = place;
  return order;
}

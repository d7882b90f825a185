import { type DoorClues, estimateDoors } from "../doors/estimate-doors.ts";
import { type BuildingClues, buildingFinder } from "../doors/find-building.ts";
import type { ElevationModel } from "../elevation/elevation-model.ts";
import { indexAreas } from "../geometry/area-index.ts";
import type { Area } from "../geometry/polygon.ts";
import type { Position } from "../geometry/position.ts";
import type { OsmArea } from "../readers/osm-extract.ts";
import { attachToStreets } from "../street-graph/attach-to-streets.ts";
import type { StreetGraph } from "../street-graph/street-graph.ts";
import type { Address } from "../territory/territory.ts";
import { streetNamer } from "./street-namer.ts";

/** An address from any source, in the territory. */
export interface FoundAddress {
  readonly id: string;
  readonly number: string;
  readonly houseNumber: number | null;
  /** Empty when the source does not say: the street it hangs on gives its name. */
  readonly street: string;
  readonly postcode: string;
  readonly communeCode: string;
  readonly communeName: string;
  readonly position: Position;
  readonly rollCount: number | null;
  /** Its polling station by the electoral roll; null where the source does not say, so that its position does. */
  readonly stationKey: string | null;
}

export interface Surroundings {
  readonly stations: readonly Area[];
  readonly stationKeys: readonly string[];
  /** Of each station, for addresses whose source names no commune. */
  readonly communes: readonly { readonly code: string; readonly name: string }[];
  readonly registeredOfStation: readonly (number | null)[];
  readonly buildings: readonly OsmArea[];
  readonly censusAreas: readonly Area[];
  readonly dwellingsOfArea: readonly (number | null)[];
  readonly graph: StreetGraph;
  readonly elevation: ElevationModel | null;
}

/** Gives every address its station, census area, street, height, doors and floors. The order is by commune, street and number. */
export function placeAddresses(found: readonly FoundAddress[], around: Surroundings): Address[] {
  const sorted = found.toSorted(byStreetAndNumber);
  const stations = indexAreas(around.stations);
  const buildingAt = buildingFinder(around.buildings);
  const stationOfKey = new Map(around.stationKeys.map((key, index) => [key, index]));
  const stationOf = sorted.map(
    ({ position, stationKey }) => stationOfKey.get(stationKey ?? "") ?? stations.areaAt(position),
  );
  const areas = indexAreas(around.censusAreas);
  const areaOf = sorted.map(({ position }) => areas.areaAt(position));
  const buildings = sorted.map(({ position }) => buildingAt(position));
  const doors = estimateDoors(
    doorClues(sorted, stationOf, areaOf, buildings),
    around.dwellingsOfArea,
    around.registeredOfStation,
  );
  const streets = attachToStreets(around.graph, sorted);
  const streetNameNear = streetNamer(around.graph);
  return sorted.map((address, index) => {
    const attachment = streets[index];
    const place = attachment?.place ?? null;
    const commune = around.communes[stationOf[index] ?? -1];
    const { doors: count, origin } = doors[index] ?? { doors: 1, origin: "single" };
    return {
      index,
      id: address.id,
      number: address.number,
      houseNumber: address.houseNumber,
      street: address.street === "" && place !== null ? streetNameNear(address.position, place) : address.street,
      postcode: address.postcode,
      communeCode: address.communeCode || (commune?.code ?? ""),
      communeName: address.communeName || (commune?.name ?? ""),
      position: address.position,
      doors: count,
      doorsOrigin: origin,
      floors: buildings[index]?.floors ?? null,
      stationIndex: stationOf[index] ?? null,
      censusAreaIndex: areaOf[index] ?? null,
      place,
      streetMetres: attachment?.streetMetres ?? null,
      elevationMetres: around.elevation?.elevationAt(address.position) ?? null,
    };
  });
}

function doorClues(
  addresses: readonly FoundAddress[],
  stationOf: readonly (number | null)[],
  areaOf: readonly (number | null)[],
  buildings: readonly BuildingClues[],
): DoorClues[] {
  return addresses.map(({ rollCount }, index) => ({
    building: buildings[index]?.dwellings ?? null,
    rollCount,
    censusArea: areaOf[index] ?? null,
    station: stationOf[index] ?? null,
  }));
}

function byStreetAndNumber(a: FoundAddress, b: FoundAddress): number {
  return (
    compare(a.communeCode, b.communeCode) ||
    compare(a.street, b.street) ||
    (a.houseNumber ?? 0) - (b.houseNumber ?? 0) ||
    compare(a.number, b.number) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

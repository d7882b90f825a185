import { buildingDwellings } from "../doors/building-dwellings.ts";
import { type DoorClues, estimateDoors } from "../doors/estimate-doors.ts";
import type { ElevationModel } from "../elevation/elevation-model.ts";
import { indexAreas } from "../geometry/area-index.ts";
import { growBox } from "../geometry/box.ts";
import { distanceToAreaMetres } from "../geometry/distance-to-area.ts";
import { type Area, areaSquareMetres } from "../geometry/polygon.ts";
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

/** A building this near holds an address whose point stands before its door. */
const AT_THE_DOOR_METRES = 8;

/** Gives every address its station, street, height and doors. The order is by commune, street and number. */
export function placeAddresses(found: readonly FoundAddress[], around: Surroundings): Address[] {
  const sorted = found.toSorted(byStreetAndNumber);
  const stations = indexAreas(around.stations);
  const stationOfKey = new Map(around.stationKeys.map((key, index) => [key, index]));
  const stationOf = sorted.map(
    ({ position, stationKey }) => stationOfKey.get(stationKey ?? "") ?? stations.areaAt(position),
  );
  const doors = estimateDoors(doorClues(sorted, stationOf, around), around.dwellingsOfArea, around.registeredOfStation);
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
      stationIndex: stationOf[index] ?? null,
      place,
      streetMetres: attachment?.streetMetres ?? null,
      elevationMetres: around.elevation?.elevationAt(address.position) ?? null,
    };
  });
}

function doorClues(
  addresses: readonly FoundAddress[],
  stationOf: readonly (number | null)[],
  around: Surroundings,
): DoorClues[] {
  const buildingAt = buildingFinder(around.buildings);
  const census = indexAreas(around.dwellingsOfArea.some((dwellings) => dwellings !== null) ? around.censusAreas : []);
  return addresses.map(({ position, rollCount }, index) => ({
    building: buildingAt(position),
    rollCount,
    censusArea: census.areaAt(position),
    station: stationOf[index] ?? null,
  }));
}

/** Only buildings that say how many live in them are of use. */
function buildingFinder(buildings: readonly OsmArea[]): (position: Position) => DoorClues["building"] {
  const telling = buildings.flatMap(({ tags, geometry }, key) => {
    if (tags.building === undefined) return [];
    const dwellings = buildingDwellings(tags, areaSquareMetres(geometry));
    return dwellings === null ? [] : [{ geometry, clue: { ...dwellings, key } }];
  });
  const index = indexAreas(telling.map(({ geometry }) => geometry));
  return (position) => {
    let nearest: DoorClues["building"] = null;
    let least = AT_THE_DOOR_METRES;
    for (const candidate of index.areasNear(growBox([...position, ...position], AT_THE_DOOR_METRES))) {
      const building = telling[candidate];
      const metres = building === undefined ? Infinity : distanceToAreaMetres(position, building.geometry);
      if (building !== undefined && metres < least) [least, nearest] = [metres, building.clue];
    }
    return nearest;
  };
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

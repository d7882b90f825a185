import { unionOfBoxes } from "../geometry/box.ts";
import { foldName } from "../geometry/fold-name.ts";
import { groupBy } from "../geometry/group-by.ts";
import { type Area, boxOfArea, labelPosition } from "../geometry/polygon.ts";
import { type BoundingBox, boxAround, type Position } from "../geometry/position.ts";
import { communeKey } from "../readers/station-key.ts";
import type { Address, SearchHit, Station } from "./territory.ts";

/** A name that people may look for: what is shown, where it is, and the folded words that find it. */
export interface SearchableName {
  readonly kind: SearchHit["kind"];
  readonly id: string;
  readonly label: string;
  readonly folded: string;
  readonly position: Position;
  readonly box: BoundingBox | null;
  readonly stationIndex: number | null;
}

/** A census area (IRIS) by name. */
export interface NamedArea {
  /** Nine characters, the first five of which are its commune's code. */
  readonly id: string;
  readonly name: string;
  readonly communeCode: string;
  readonly geometry: Area;
}

interface Named {
  readonly stations: readonly Station[];
  readonly censusAreas: readonly NamedArea[];
  readonly addresses: readonly Address[];
}

/** Every name of a territory, most general first: communes, stations, census areas, streets, addresses by street and number. */
export function searchableNames({ stations, censusAreas, addresses }: Named): SearchableName[] {
  return [
    ...communeNames(stations, addresses),
    ...stations.map(stationName),
    ...areaNames(censusAreas, stations, addresses),
    ...streetNames(addresses),
    ...addressNames(addresses),
  ];
}

/**
 * A commune, or an arrondissement where stations name it, is as large as its stations: no more of it is in the territory.
 * It is found by its postcodes too, and has them behind its name where they are few enough to be read.
 */
function communeNames(stations: readonly Station[], addresses: readonly Address[]): SearchableName[] {
  const postcodes = postcodesByCommune(addresses);
  const communes = groupBy(stations, ({ communeCode, communeName }) => `${communeCode}/${foldName(communeName)}`);
  return [...communes.entries()].sort(byKey).map(([key, own]) => {
    const { communeCode: code, communeName: name } = own[0] ?? { communeCode: key, communeName: key };
    const box = unionOfBoxes(own.map((station) => station.box)) ?? boxAround(own.map((one) => one.labelPosition));
    const middle: Position = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const codes = postcodes.get(`${communeKey(code)}/${foldName(name)}`) ?? [];
    return {
      kind: "commune",
      id: `commune/${key}`,
      label: codes.length > 0 && codes.length <= MOST_POSTCODES ? `${name}, ${codes.join(" ")}` : name,
      folded: foldName(`commune ${code} ${name} ${codes.join(" ")}`),
      position: nearestTo(
        middle,
        own.map((station) => station.labelPosition),
      ),
      box,
      stationIndex: null,
    };
  });
}

const MOST_POSTCODES = 6;

function postcodesByCommune(addresses: readonly Address[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { communeCode, communeName, postcode } of addresses) {
    if (postcode === "") continue;
    const key = `${communeKey(communeCode)}/${foldName(communeName)}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, new Set([postcode]));
    else known.add(postcode);
  }
  return new Map([...found].map(([key, codes]) => [key, [...codes].sort()]));
}

function areaNames(
  areas: readonly NamedArea[],
  stations: readonly Station[],
  addresses: readonly Address[],
): SearchableName[] {
  // Addresses tell arrondissements apart where the codes of stations have the whole town.
  const communeOf = new Map([
    ...stations.map(({ communeCode, communeName }) => [communeKey(communeCode), communeName] as const),
    ...addresses.map(({ communeCode, communeName }) => [communeCode, communeName] as const),
  ]);
  return areas.toSorted(byId).map(({ id, name, communeCode, geometry }) => {
    const commune = communeOf.get(communeCode) ?? communeOf.get(communeKey(communeCode));
    return {
      kind: "area",
      id,
      label: commune === undefined ? name : `${name}, ${commune}`,
      folded: foldName(`iris ${id} ${name} ${commune ?? ""}`),
      position: labelPosition(geometry),
      box: boxOfArea(geometry),
      stationIndex: null,
    };
  });
}

function stationName(station: Station): SearchableName {
  const bareNumber = station.number.replace(/^0+(?=.)/, "");
  return {
    kind: "station",
    id: station.id,
    label: `${station.name}, ${station.communeName}`,
    folded: foldName(`bureau ${bareNumber} ${station.number} ${station.id} ${station.name} ${station.communeName}`),
    position: station.labelPosition,
    box: station.box,
    stationIndex: station.index,
  };
}

function streetNames(addresses: readonly Address[]): SearchableName[] {
  const streets = new Map<string, Address[]>();
  for (const address of addresses) {
    if (address.street === "") continue;
    const key = `${address.communeCode}/${foldName(address.street)}`;
    const street = streets.get(key);
    if (street === undefined) streets.set(key, [address]);
    else street.push(address);
  }
  return [...streets.entries()].sort(byKey).map(([key, along]) => streetName(key, along));
}

function streetName(key: string, along: readonly Address[]): SearchableName {
  const first = along[0];
  if (first === undefined) throw new RangeError("a street without an address has no place");
  const box = boxAround(along.map((address) => address.position));
  const place = [first.postcode, first.communeName].filter((word) => word !== "").join(" ");
  const middle: Position = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return {
    kind: "street",
    id: `street/${key}`,
    label: place === "" ? first.street : `${first.street}, ${place}`,
    folded: foldName(`${first.street} ${place}`),
    position: nearestTo(
      middle,
      along.map((address) => address.position),
    ),
    box,
    stationIndex: null,
  };
}

/** An address without a number is found by its street. */
function addressNames(addresses: readonly Address[]): SearchableName[] {
  return addresses
    .filter((address) => address.number !== "")
    .toSorted(
      (a, b) =>
        compare(a.street, b.street) || (a.houseNumber ?? 0) - (b.houseNumber ?? 0) || compare(a.number, b.number),
    )
    .map((address) => {
      const place = [address.postcode, address.communeName].filter((word) => word !== "").join(" ");
      const line = `${address.number} ${address.street}`.trim();
      return {
        kind: "address",
        id: address.id,
        label: place === "" ? line : `${line}, ${place}`,
        folded: foldName(`${address.number} ${address.street} ${place}`),
        position: address.position,
        box: null,
        stationIndex: address.stationIndex,
      };
    });
}

/** The middle of a street's box may lie off a bent street: its nearest address never does. */
function nearestTo(middle: Position, places: readonly Position[]): Position {
  let nearest = middle;
  let least = Infinity;
  for (const position of places) {
    const distance = Math.hypot(position[0] - middle[0], position[1] - middle[1]);
    if (distance < least) [least, nearest] = [distance, position];
  }
  return nearest;
}

function byId(a: NamedArea, b: NamedArea): number {
  return compare(a.id, b.id);
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return compare(a[0], b[0]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

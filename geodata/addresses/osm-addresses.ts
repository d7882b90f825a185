import { isDwelling } from "../doors/building-dwellings.ts";
import { indexAreas } from "../geometry/area-index.ts";
import { foldName } from "../geometry/fold-name.ts";
import { areaSquareMetres, labelPosition } from "../geometry/polygon.ts";
import type { Position } from "../geometry/position.ts";
import type { OsmArea, OsmPoint, OsmTags } from "../readers/osm-extract.ts";

/** A place to visit that OpenStreetMap knows. */
export interface OsmAddress {
  /** "osm-n123", "osm-w123" or "osm-r123": node, way or relation. */
  readonly id: string;
  readonly number: string;
  readonly houseNumber: number | null;
  /** Empty when OpenStreetMap does not say: the street it hangs on gives its name. */
  readonly street: string;
  readonly postcode: string;
  readonly communeName: string;
  readonly position: Position;
}

/** Where fewer than this part of the dwellings have an address, dwellings without one are stops as well. */
const FEW_ADDRESSES = 0.25;
/** Smaller outlines are garages, sheds and parts of buildings. */
const LEAST_DWELLING_SQUARE_METRES = 30;

/**
 * The stops of a territory that has no address file: `addr:*` of points and areas, a point inside an area of the same
 * number counted once. Where they are few, each building that people may live in is a stop too, without number.
 */
export function osmAddresses(points: readonly OsmPoint[], areas: readonly OsmArea[]): OsmAddress[] {
  const numberedAreas = areas.filter((area) => isNumbered(area.tags));
  const index = indexAreas(numberedAreas.map((area) => area.geometry));
  const numberedPoints = points.filter((point) => isNumbered(point.tags));
  const fromPoints = numberedPoints.map(({ id, tags, position }) => toAddress(`osm-n${id}`, tags, position));
  const pointsInArea = new Map<number, OsmAddress[]>();
  for (const address of fromPoints) {
    const area = index.areaAt(address.position);
    if (area !== null) pointsInArea.set(area, [...(pointsInArea.get(area) ?? []), address]);
  }
  const fromAreas = numberedAreas.flatMap((area, position) => {
    const address = toAddress(idOf(area), area.tags, labelPosition(area.geometry));
    const isTwice = (pointsInArea.get(position) ?? []).some((point) => isSame(point, address));
    return isTwice ? [] : [address];
  });
  const numbered = [...fromPoints, ...fromAreas];
  const bare = dwellingsWithoutAddress(areas, numbered);
  const isEnough = numbered.length >= FEW_ADDRESSES * (numbered.length + bare.length);
  return isEnough ? numbered : [...numbered, ...bare];
}

function dwellingsWithoutAddress(areas: readonly OsmArea[], numbered: readonly OsmAddress[]): OsmAddress[] {
  const dwellings = areas.filter(
    ({ tags, geometry }) =>
      isDwelling(tags) && !isNumbered(tags) && areaSquareMetres(geometry) >= LEAST_DWELLING_SQUARE_METRES,
  );
  const index = indexAreas(dwellings.map((dwelling) => dwelling.geometry));
  const numberedInside = new Set(numbered.map(({ position }) => index.areaAt(position)));
  return dwellings.flatMap((dwelling, position) =>
    numberedInside.has(position) ? [] : [toAddress(idOf(dwelling), dwelling.tags, labelPosition(dwelling.geometry))],
  );
}

function toAddress(id: string, tags: OsmTags, position: Position): OsmAddress {
  const number = (tags["addr:housenumber"] ?? "").trim();
  const digits = /^\d{1,5}/.exec(number)?.[0];
  return {
    id,
    number,
    houseNumber: digits === undefined ? null : Number(digits),
    street: (tags["addr:street"] ?? tags["addr:place"] ?? "").trim(),
    postcode: (tags["addr:postcode"] ?? "").trim(),
    communeName: (tags["addr:city"] ?? "").trim(),
    position,
  };
}

function isNumbered(tags: OsmTags): boolean {
  return (tags["addr:housenumber"] ?? "").trim() !== "";
}

function isSame(a: OsmAddress, b: OsmAddress): boolean {
  const sameStreet = a.street === "" || b.street === "" || foldName(a.street) === foldName(b.street);
  return foldName(a.number) === foldName(b.number) && sameStreet;
}

function idOf(area: OsmArea): string {
  return `osm-${area.kind === "way" ? "w" : "r"}${area.id}`;
}

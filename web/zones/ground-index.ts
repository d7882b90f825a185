import { foldName } from "../../geodata/geometry/fold-name.ts";
import { groupBy } from "../../geodata/geometry/group-by.ts";
import { type BoundingBox, METRES_PER_DEGREE, type Position } from "../../geodata/geometry/position.ts";
import type { ZoneGround } from "../../server/contract/drawn-zones.ts";
import { indexSides } from "./ground-sides.ts";

const SQUARE_METRES = 60;

/** What is chosen with an address: itself, its side of the street between two junctions, both sides, its station or census area. */
export const BRUSH_UNITS = ["door", "side", "piece", "station", "area"] as const;
export type BrushUnit = (typeof BRUSH_UNITS)[number];

/** What places belong to: streets, stations and the like, by their numbers. */
interface Unit {
  /** Below zero for a place that belongs to none. */
  of(place: number): number;
  places(number: number): readonly number[];
}

/** The addresses of a territory, found by place, by street, by station and by census area. A *place* is a position in the columns. */
export function indexGround(ground: ZoneGround) {
  const count = ground.addressIds.length;
  const latitude = ground.latitudes[0] ?? 0;
  const high = SQUARE_METRES / METRES_PER_DEGREE;
  const wide = high / Math.cos((latitude * Math.PI) / 180);
  const squareOf = (longitude: number, atLatitude: number): [number, number] => [
    Math.floor(longitude / wide),
    Math.floor(atLatitude / high),
  ];
  const everyPlace = Array.from({ length: count }, (_, place) => place);
  const squares = groupBy(everyPlace, (place) => {
    const [x, y] = squareOf(ground.longitudes[place] ?? 0, ground.latitudes[place] ?? 0);
    return `${x}/${y}`;
  });
  const numbered = (numberOf: (place: number) => number | undefined): Unit => {
    const of = (place: number) => numberOf(place) ?? -1;
    const groups = groupBy(everyPlace, of);
    return { of, places: (number) => groups.get(number) ?? [] };
  };
  const sides = indexSides(ground);
  const streets = numbered((place) => ground.streets[place]);
  const units: Readonly<Record<Exclude<BrushUnit, "door">, Unit>> = {
    side: { of: (place) => sides.of[place] ?? -1, places: (side) => sides.places[side] ?? [] },
    piece: numbered((place) => ground.pieces[place]),
    station: numbered((place) => ground.stations[place]),
    area: numbered((place) => ground.censusAreas?.of[place]),
  };

  let streetWords: readonly (readonly string[])[] | null = null;

  const positionOf = (place: number): Position => [ground.longitudes[place] ?? 0, ground.latitudes[place] ?? 0];
  const inBox = ([west, south, east, north]: BoundingBox): number[] => {
    const [left, bottom] = squareOf(west, south);
    const [right, top] = squareOf(east, north);
    const found: number[] = [];
    for (let x = left; x <= right; x++) {
      for (let y = bottom; y <= top; y++) {
        for (const place of squares.get(`${x}/${y}`) ?? []) {
          const [longitude, ownLatitude] = positionOf(place);
          if (longitude >= west && longitude <= east && ownLatitude >= south && ownLatitude <= north) found.push(place);
        }
      }
    }
    return found;
  };
  const metresBetween = (a: Position, b: Position) =>
    Math.hypot(((a[0] - b[0]) / wide) * SQUARE_METRES, ((a[1] - b[1]) / high) * SQUARE_METRES);
  const within = (centre: Position, metres: number): number[] => {
    const [east, north] = [(metres / SQUARE_METRES) * wide, (metres / SQUARE_METRES) * high];
    const box: BoundingBox = [centre[0] - east, centre[1] - north, centre[0] + east, centre[1] + north];
    return inBox(box).filter((place) => metresBetween(positionOf(place), centre) <= metres);
  };

  const placeOf = new Map(ground.addressIds.map((addressId, place) => [addressId, place]));
  return {
    ground,
    count,
    placeOf,
    positionOf,
    doorsOf: (places: Iterable<number>) => {
      let doors = 0;
      for (const place of places) doors += ground.doors[place] ?? 0;
      return doors;
    },
    addressIdsOf: (places: Iterable<number>) => [...places].map((place) => ground.addressIds[place] ?? ""),
    /** Of addresses that are here: others have no place. */
    placesOf: (addressIds: readonly string[]) => addressIds.flatMap((id) => placeOf.get(id) ?? []),
    inBox,
    /** The square of about 60 m that a place is in. */
    squareOf: (place: number) => squareOf(...positionOf(place)),
    metresBetween,
    /** Places at most so many metres away. */
    within,
    /** The place that is nearest to a position, up to so many metres. */
    nearest: (centre: Position, metres: number): number | null => {
      const found = within(centre, metres).map((place) => ({ place, far: metresBetween(positionOf(place), centre) }));
      return found.sort((a, b) => a.far - b.far || a.place - b.place)[0]?.place ?? null;
    },
    /** Null outside all census areas. */
    areaNameOf: (place: number): string | null => ground.censusAreas?.names[units.area.of(place)] ?? null,
    ofStation: units.station.places,
    ofArea: units.area.places,
    sides,
    /** The words of every street's name, folded when somebody first looks for one. */
    streetWords: () => {
      streetWords ??= ground.streetNames.map(foldedWords);
      return streetWords;
    },
    ofStreet: streets.places,
    /** The place with all that belongs to it; alone where there is no such piece, station or census area. */
    unitOf: (place: number, unit: BrushUnit): readonly number[] => {
      const number = unit === "door" ? -1 : units[unit].of(place);
      return unit === "door" || number < 0 ? [place] : units[unit].places(number);
    },
  };
}

/** Why nothing can be chosen by census area on this ground; null where it can. */
export function whyNoAreas({ censusAreas }: ZoneGround): "older-file" | "not-given" | null {
  if (censusAreas === null) return "older-file";
  return censusAreas.ids.length === 0 ? "not-given" : null;
}

export type GroundIndex = ReturnType<typeof indexGround>;

/** The words of a name as names are compared. */
export function foldedWords(name: string): readonly string[] {
  return foldName(name).split(" ").filter(Boolean);
}

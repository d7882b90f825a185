import type { ZoneGround } from "../../../server/contract/drawn-zones.ts";
import { indexGround } from "../../../web/zones/ground-index.ts";

/**
 * Two streets that run east, 300 m apart, each of three pieces with five addresses on both sides: two doors each. The
 * station in the north has the first street, that in the south the second.
 */
export function smallTown() {
  const made: { longitude: number; latitude: number; street: number; piece: number; side: number; number: string }[] =
    [];
  for (const street of [0, 1]) {
    for (let house = 0; house < 15; house++) {
      for (const side of [-1, 1]) {
        made.push({
          longitude: 2.35 + house * 0.0003,
          latitude: 48.86 - street * 0.0027 - side * 0.0001,
          street,
          piece: street * 3 + Math.floor(house / 5),
          side,
          number: String(2 * house + (side === 1 ? 1 : 2)),
        });
      }
    }
  }
  const ground: ZoneGround = {
    territoryVersion: "1",
    addressIds: made.map(({ street, number }) => `${street === 0 ? "north" : "south"}-${number}`),
    longitudes: made.map(({ longitude }) => longitude),
    latitudes: made.map(({ latitude }) => latitude),
    doors: made.map(() => 2),
    stations: made.map(({ street }) => street),
    stationIds: ["n1", "s1"],
    numbers: made.map(({ number }) => number),
    streets: made.map(({ street }) => street),
    streetNames: ["Rue du Nord", "Rue du Sud"],
    pieces: made.map(({ piece }) => piece),
    sides: made.map(({ side }) => side),
  };
  return indexGround(ground);
}

export function idsOf(index: ReturnType<typeof smallTown>, places: Iterable<number>): string[] {
  return index.addressIdsOf(places).toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

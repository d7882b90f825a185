import type { ZoneGround } from "../../../server/contract/drawn-zones.ts";
import { indexGround } from "../../../web/zones/ground-index.ts";

/**
 * Two streets that run east, 300 m apart, each of three pieces with five addresses on both sides: two doors each. The
 * station in the north has the first street, that in the south the second; nobody can walk from one to the other. Of the
 * first street the census area "Le Nord Ouest" has two pieces and "Le Nord Est" the third; the second is in none.
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
    censusAreas: {
      of: made.map(({ piece }) => (piece < 2 ? 0 : piece === 2 ? 1 : -1)),
      ids: ["990010101", "990010102"],
      names: ["Le Nord Ouest", "Le Nord Est"],
    },
    links: linksOfStreets(),
  };
  return indexGround(ground);
}

/** Both sides of a piece face each other, and go on along the next piece. */
function linksOfStreets(): ZoneGround["links"] {
  const firstOf = (piece: number, side: 0 | 1) => piece * 10 + side;
  const pairs = [0, 1, 2, 3, 4, 5].flatMap((piece) => {
    const across = [[firstOf(piece, 0), firstOf(piece, 1)]];
    if (piece % 3 === 2) return across;
    return [...across, ...([0, 1] as const).map((side) => [firstOf(piece, side), firstOf(piece + 1, side)])];
  });
  return { from: pairs.map(([from]) => from ?? 0), to: pairs.map(([, to]) => to ?? 0) };
}

export function idsOf(index: ReturnType<typeof smallTown>, places: Iterable<number>): string[] {
  return index.addressIdsOf(places).toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

import type { ZoneGround } from "../../server/contract/drawn-zones.ts";

/** The sides of pieces of street, numbered, and which of them are next to one another. */
export interface GroundSides {
  /** By place: the number of its side. A place away from all streets is a side of its own, next to none. */
  readonly of: Int32Array;
  /** By side: its places. */
  readonly places: readonly (readonly number[])[];
  /** By side: the sides that are next to it on foot, with no barrier on the way. */
  readonly beside: readonly (readonly number[])[];
}

export function indexSides({ addressIds, pieces, sides, links }: ZoneGround): GroundSides {
  const of = new Int32Array(addressIds.length);
  const numbers = new Map<string, number>();
  const places: number[][] = [];
  addressIds.forEach((_, place) => {
    const piece = pieces[place] ?? -1;
    const key = piece < 0 ? `alone/${place}` : `${piece}/${sides[place]}`;
    const number = numbers.get(key) ?? places.length;
    if (number === places.length) {
      numbers.set(key, number);
      places.push([]);
    }
    of[place] = number;
    places[number]?.push(place);
  });
  const beside = places.map((): number[] => []);
  links.from.forEach((from, link) => {
    const [one, other] = [of[from] ?? -1, of[links.to[link] ?? -1] ?? -1];
    if (one === other) return;
    beside[one]?.push(other);
    beside[other]?.push(one);
  });
  return { of, places, beside };
}

/** The sides that places are on. */
export function sidesOf({ of }: GroundSides, places: Iterable<number>): Set<number> {
  const found = new Set<number>();
  for (const place of places) found.add(of[place] ?? -1);
  return found;
}

/**
 * Sides that can be reached from one of these on foot with no barrier on the way, past at most one other side: what a
 * stroke has left out between two streets does not part them. Those that are given are not among them, unless they are
 * so near to one another.
 */
export function reachableSides({ beside }: GroundSides, from: Iterable<number>): Set<number> {
  const found = new Set<number>();
  for (const side of from) {
    for (const next of beside[side] ?? []) {
      found.add(next);
      for (const second of beside[next] ?? []) if (second !== side) found.add(second);
    }
  }
  return found;
}

import { groupBy } from "../../geodata/geometry/group-by.ts";
import type { GroundIndex } from "./ground-index.ts";
import { reachableSides, sidesOf } from "./ground-sides.ts";

/** An address away from all streets goes with the nearest one of the choice, up to here. */
const ALONE_METRES = 75;

/**
 * Places in parts that hang together on foot, most doors first: from one side of a street to the next that is among the
 * places, with no primary road, river, railway or motorway to cross on the way, and past at most one side that is not.
 */
export function linkedParts(index: GroundIndex, places: readonly number[]): number[][] {
  const { of } = index.sides;
  const onStreet = places.filter((place) => (index.ground.pieces[place] ?? -1) >= 0);
  const partOfSide = numberParts(index, sidesOf(index.sides, onStreet));
  const parts: number[][] = [];
  const add = (part: number, place: number) => {
    const list = parts[part];
    if (list === undefined) parts[part] = [place];
    else list.push(place);
  };
  for (const place of onStreet) add(partOfSide.get(of[place] ?? -1) ?? 0, place);
  for (const place of places) {
    if ((index.ground.pieces[place] ?? -1) < 0) add(nearestPart(index, place, partOfSide) ?? parts.length, place);
  }
  return parts.sort((a, b) => index.doorsOf(b) - index.doorsOf(a));
}

function numberParts(index: GroundIndex, sides: ReadonlySet<number>): Map<number, number> {
  const partOf = new Map<number, number>();
  let count = 0;
  for (const start of sides) {
    if (partOf.has(start)) continue;
    const part = count++;
    partOf.set(start, part);
    const queue = [start];
    for (const side of queue) {
      for (const next of reachableSides(index.sides, [side])) {
        if (!sides.has(next) || partOf.has(next)) continue;
        partOf.set(next, part);
        queue.push(next);
      }
    }
  }
  return partOf;
}

function nearestPart(index: GroundIndex, place: number, partOfSide: ReadonlyMap<number, number>): number | null {
  const own = index.positionOf(place);
  let nearest = Infinity;
  let part: number | null = null;
  for (const other of index.within(own, ALONE_METRES)) {
    const known = partOfSide.get(index.sides.of[other] ?? -1);
    const metres = index.metresBetween(own, index.positionOf(other));
    if (known === undefined || metres >= nearest) continue;
    nearest = metres;
    part = known;
  }
  return part;
}

/** Places in parts of neighbouring squares, fewest doors first: for many places at once, where metres do not matter. */
export function roughParts(index: GroundIndex, places: readonly number[]): number[][] {
  const squares = groupBy(places, (place) => index.squareOf(place).join("/"));
  const left = new Set(squares.keys());
  const parts: number[][] = [];
  for (const start of squares.keys()) {
    if (!left.delete(start)) continue;
    const keys = [start];
    for (const key of keys) {
      const [x = 0, y = 0] = key.split("/").map(Number);
      for (let step = 0; step < 9; step++) {
        const beside = `${x - 1 + (step % 3)}/${y - 1 + Math.floor(step / 3)}`;
        if (left.delete(beside)) keys.push(beside);
      }
    }
    parts.push(keys.flatMap((key) => squares.get(key) ?? []));
  }
  return parts.sort((a, b) => index.doorsOf(a) - index.doorsOf(b));
}

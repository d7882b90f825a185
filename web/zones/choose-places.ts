import { isInArea } from "../../geodata/geometry/polygon.ts";
import { boxAround, type Position } from "../../geodata/geometry/position.ts";
import type { BrushUnit, GroundIndex } from "./ground-index.ts";

/** Places inside a ring, which need not be closed. A ring that crosses itself holds what lies in an odd number of turns. */
export function placesInRing(index: GroundIndex, ring: readonly Position[]): number[] {
  if (ring.length < 3) return [];
  const area = { type: "Polygon" as const, coordinates: [[...ring, ring[0] ?? [0, 0]].map(([x, y]) => [x, y])] };
  return index.inBox(boxAround(ring)).filter((place) => isInArea(index.positionOf(place), area));
}

/** Places that a brush of this radius meets on its way from one position to the next. */
export function placesUnderBrush(index: GroundIndex, from: Position, to: Position, radiusMetres: number): Set<number> {
  const found = new Set<number>();
  for (const centre of stepsAlong(index, from, to, Math.max(1, radiusMetres / 2))) {
    for (const place of index.within(centre, radiusMetres)) found.add(place);
  }
  return found;
}

/** The places with all that belongs to them: the rest of their sides, pieces of street, stations or census areas. */
export function widenPlaces(index: GroundIndex, places: Iterable<number>, unit: BrushUnit): Set<number> {
  const wide = new Set<number>();
  for (const place of places) {
    // What is there has come with all that belongs to it.
    if (!wide.has(place)) for (const one of index.unitOf(place, unit)) wide.add(one);
  }
  return wide;
}

/** Places on the right of a line that is followed from its first corner; its ends go on straight. */
export function placesRightOfLine(index: GroundIndex, places: readonly number[], line: readonly Position[]): number[] {
  if (line.length < 2) return [];
  return places.filter((place) => isRightOf(index.positionOf(place), line));
}

/** Doors this near a line are what it runs along; it is followed in steps of half of that. */
const ALONG_METRES = 60;

/** The zone that most of a line runs through, by the door nearest to each step. Null when it runs through none. */
export function zoneAlongLine(
  index: GroundIndex,
  zoneOf: ReadonlyMap<string, string>,
  line: readonly Position[],
): string | null {
  const counts = new Map<string, number>();
  line.slice(1).forEach((to, corner) => {
    for (const at of stepsAlong(index, line[corner] ?? to, to, ALONG_METRES / 2)) {
      const place = index.nearest(at, ALONG_METRES);
      const zoneId = place === null ? undefined : zoneOf.get(index.ground.addressIds[place] ?? "");
      if (zoneId !== undefined) counts.set(zoneId, (counts.get(zoneId) ?? 0) + 1);
    }
  });
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

/** Positions from one to another, both included, no further apart than so many metres. */
function stepsAlong(index: GroundIndex, from: Position, to: Position, metres: number): Position[] {
  const steps = Math.max(1, Math.ceil(index.metresBetween(from, to) / metres));
  return Array.from({ length: steps + 1 }, (_, step): Position => {
    const share = step / steps;
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  });
}

/** The side of the nearest stretch says it; at a corner, that of the two stretches which turn around the place. */
function isRightOf(position: Position, line: readonly Position[]): boolean {
  const eastScale = Math.cos((position[1] * Math.PI) / 180);
  let nearest = Infinity;
  let turn = 0;
  for (let to = 1; to < line.length; to++) {
    const [ax, ay] = local(line[to - 1] ?? position, position, eastScale);
    const [bx, by] = local(line[to] ?? position, position, eastScale);
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) continue;
    const share = -(ax * (bx - ax) + ay * (by - ay)) / length ** 2;
    const low = to === 1 ? -Infinity : 0;
    const high = to === line.length - 1 ? Infinity : 1;
    const at = Math.min(high, Math.max(low, share));
    const distance = Math.hypot(ax + (bx - ax) * at, ay + (by - ay) * at);
    const across = (ax * (by - ay) - ay * (bx - ax)) / length;
    // Two stretches that meet are as near as one another: the one that the place is most beside decides.
    if (distance < nearest - 1e-12 || (distance < nearest + 1e-12 && Math.abs(across) > Math.abs(turn))) {
      nearest = Math.min(nearest, distance);
      turn = across;
    }
  }
  return turn < 0;
}

function local(corner: Position, origin: Position, eastScale: number): [number, number] {
  return [(corner[0] - origin[0]) * eastScale, corner[1] - origin[1]];
}

/** The half with the fewer doors to the south, or to the east: never none and never all of two places or more. */
export function placesOfHalf(index: GroundIndex, places: readonly number[], side: "south" | "east"): number[] {
  const along = (place: number) => {
    const [longitude, latitude] = index.positionOf(place);
    return side === "south" ? latitude : -longitude;
  };
  const sorted = [...places].sort((a, b) => along(a) - along(b) || a - b);
  const half = index.doorsOf(sorted) / 2;
  const chosen: number[] = [];
  let doors = 0;
  for (const place of sorted.slice(0, -1)) {
    const more = index.doorsOf([place]);
    if (chosen.length > 0 && doors + more / 2 > half) break;
    chosen.push(place);
    doors += more;
  }
  return chosen;
}

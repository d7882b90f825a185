import type { MultiPolygon, Polygon } from "geojson";
import { type BoundingBox, boxAround, type Position } from "../geometry/position.ts";

/** A closed ring with what its relation says it is; "any" where it says nothing. */
export interface PlacedRing {
  readonly positions: readonly Position[];
  readonly side: "outer" | "inner" | "any";
}

export interface NestedRings {
  /** Null when no ring is an outer one. */
  readonly geometry: Polygon | MultiPolygon | null;
  /** Rings said to be holes that lie in no outer ring. */
  readonly strayHoles: number;
}

/**
 * Sorts rings into polygons and their holes by where they lie: a ring inside an odd number of others is a hole of the
 * smallest of them. An outer ring directly inside another one adds no ground and is left out. Rings must not cross.
 */
export function nestRings(rings: readonly PlacedRing[]): NestedRings {
  const bySize = rings
    .map(({ positions, side }) => ({
      positions,
      side,
      box: boxAround(positions),
      area: Math.abs(signedArea(positions)),
    }))
    .filter(({ area }) => area > 0)
    .sort((a, b) => b.area - a.area);
  const polygons: { readonly depth: number; readonly ring: SizedRing; readonly holes: SizedRing[] }[] = [];
  let strayHoles = 0;
  for (const ring of bySize) {
    // Larger rings come first, so that the last one around this ring is the smallest.
    const around = polygons.filter((polygon) => contains(polygon.ring, ring));
    const parent = around.at(-1);
    const isInHole = parent?.holes.some((hole) => contains(hole, ring)) ?? false;
    const isOnGround = parent !== undefined && !isInHole;
    if (!isOnGround) {
      if (ring.side === "inner") strayHoles++;
      else polygons.push({ depth: around.length, ring, holes: [] });
    } else if (ring.side !== "outer") parent.holes.push(ring);
  }
  const coordinates = polygons.map(({ ring, holes }) => [
    asCoordinates(ring, "counter-clockwise"),
    ...holes.map((hole) => asCoordinates(hole, "clockwise")),
  ]);
  const [only] = coordinates;
  if (only === undefined) return { geometry: null, strayHoles };
  if (coordinates.length === 1) return { geometry: { type: "Polygon", coordinates: only }, strayHoles };
  return { geometry: { type: "MultiPolygon", coordinates }, strayHoles };
}

/** The ring in the wanted direction, seen with north up. */
export function orientRing(
  ring: readonly Position[],
  direction: "clockwise" | "counter-clockwise",
): readonly Position[] {
  return signedArea(ring) > 0 === (direction === "counter-clockwise") ? ring : ring.toReversed();
}

/** In square degrees; positive when the ring runs counter-clockwise. */
export function signedArea(ring: readonly Position[]): number {
  let twice = 0;
  let previous = ring[ring.length - 1];
  const origin = ring[0];
  if (previous === undefined || origin === undefined) return 0;
  for (const position of ring) {
    twice +=
      (previous[0] - origin[0]) * (position[1] - origin[1]) - (position[0] - origin[0]) * (previous[1] - origin[1]);
    previous = position;
  }
  return twice / 2;
}

interface SizedRing {
  readonly positions: readonly Position[];
  readonly side: PlacedRing["side"];
  readonly box: BoundingBox;
  readonly area: number;
}

/** Whether the inner ring lies inside the outer one. They may touch in nodes, so several points are asked. */
function contains(outer: SizedRing, inner: SizedRing): boolean {
  const [west, south, east, north] = outer.box;
  if (inner.box[0] < west || inner.box[1] < south || inner.box[2] > east || inner.box[3] > north) return false;
  let previous = inner.positions[0];
  for (const position of inner.positions.slice(1)) {
    if (previous === undefined) return false;
    for (const point of [position, middle(previous, position)]) {
      const side = sideOf(outer.positions, point);
      if (side !== "border") return side === "inside";
    }
    previous = position;
  }
  return true;
}

function middle(a: Position, b: Position): Position {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** Ray towards the east (Sunday 2001 calls it the crossing test); points on the border are told apart. */
function sideOf(ring: readonly Position[], [x, y]: Position): "inside" | "outside" | "border" {
  let isInside = false;
  let previous = ring[ring.length - 1];
  for (const position of ring) {
    if (previous !== undefined) {
      const [x1, y1] = previous;
      const [x2, y2] = position;
      const cross = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
      const isWithin = x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2);
      if (cross === 0 && isWithin) return "border";
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
    }
    previous = position;
  }
  return isInside ? "inside" : "outside";
}

function asCoordinates(ring: SizedRing, direction: "clockwise" | "counter-clockwise"): number[][] {
  return orientRing(ring.positions, direction).map(([longitude, latitude]) => [longitude, latitude]);
}

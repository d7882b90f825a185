import type { MultiPolygon, Polygon } from "geojson";
import { nextSides, sidePoints } from "./faces.ts";
import type { Ground } from "./ground.ts";
import { isInside, type Line, type Point, pointAt, signedArea } from "./plane.ts";
import { toPosition } from "./town-frame.ts";

/**
 * Outline of each part: the blocks' borders that have another part on the other side. Neighbours share the very
 * same points, so that parts leave no gap and never overlap.
 */
export function partOutlines(
  ground: Ground,
  partOfBlock: readonly number[],
  count: number,
): readonly (Polygon | MultiPolygon)[] {
  const partOfSide = new Map<number, number>();
  for (const block of ground.blocks) {
    for (const { edge, isForward } of block.face.sides) {
      partOfSide.set(2 * edge + (isForward ? 0 : 1), partOfBlock[block.index] ?? -1);
    }
  }
  const next = nextSides(ground.network);
  const isBorder = (side: number) => partOfSide.has(side) && partOfSide.get(side) !== partOfSide.get(side ^ 1);
  const rings: Line[][] = Array.from({ length: count }, () => []);
  const visited = new Set<number>();
  for (const [start, part] of partOfSide) {
    if (visited.has(start) || !isBorder(start)) continue;
    const ring: Point[] = [];
    for (let side = start; !visited.has(side); ) {
      visited.add(side);
      ring.push(...sidePoints(ground.network, { edge: side >> 1, isForward: side % 2 === 0 }).slice(0, -1));
      side = next[side] ?? start;
      while (!isBorder(side)) side = next[side ^ 1] ?? start;
    }
    rings[part]?.push(...simpleRings(ring));
  }
  return rings.map(toGeometry);
}

/** Cuts a ring that passes twice through one point into rings that do not. */
function simpleRings(ring: Line): Line[] {
  const found: Line[] = [];
  const path: Point[] = [];
  const at = new Map<Point, number>();
  for (const point of ring) {
    const before = at.get(point);
    if (before !== undefined) {
      const loop = path.splice(before);
      for (const each of loop) at.delete(each);
      if (loop.length >= 3) found.push(loop);
    }
    at.set(point, path.length);
    path.push(point);
  }
  if (path.length >= 3) found.push(path);
  return found;
}

function toGeometry(rings: readonly Line[]): Polygon | MultiPolygon {
  const outers = rings.filter((ring) => signedArea(ring) > 1);
  const holes = rings.filter((ring) => signedArea(ring) < -1);
  const polygons = outers.map((outer) => [
    toRing(outer),
    ...holes.filter((hole) => isInside(pointAt(hole, 0), outer) || isInside(pointAt(hole, 1), outer)).map(toRing),
  ]);
  const [only] = polygons;
  return polygons.length === 1 && only
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons };
}

const toRing = (ring: Line) => [...ring, pointAt(ring, 0)].map((point) => [...toPosition(point)]);

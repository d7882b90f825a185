import { Delaunay } from "d3-delaunay";
import type { MultiPolygon } from "geojson";
import { isInArea } from "./polygon.ts";
import { boxAround, type Position } from "./position.ts";

/** Places whose regions can be drawn again and again as their keys change. */
export interface RegionGround {
  /**
   * @param keyOf of the point at a position of the list
   */
  regionsOf(keyOf: (point: number) => string): Map<string, MultiPolygon>;
  /** Pairs of points whose cells touch; each pair may come in both orders. */
  forEachBorder(visit: (point: number, other: number) => void): void;
}

/**
 * For each key, the ground that is nearer to one of its points than to any point of another key: the union of their
 * Voronoi cells.
 */
export function nearestRegions(
  points: readonly { readonly position: Position; readonly key: string }[],
): Map<string, MultiPolygon> {
  const keyOf = (point: number) => points[point]?.key ?? "";
  return prepareRegions(points.map(({ position }) => position)).regionsOf(keyOf);
}

/**
 * The triangulation of points, O(n log n), from which regions follow in O(n).
 *
 * No cell is ever merged with another. The border of a region is made of the Voronoi edges between points of different
 * keys, each running from the centre of one Delaunay triangle to that of the next. In a triangle a key has one or two
 * of the three corners, if it is there at all, so exactly two of the triangle's edges are on its border: its edges
 * join end to end into simple rings, by the numbers of triangles and without comparing coordinates.
 *
 * Points far away on all sides close the outer regions, which reach many times the extent of the points.
 */
export function prepareRegions(positions: readonly Position[]): RegionGround {
  if (positions.length === 0) return { regionsOf: () => new Map(), forEachBorder: () => undefined };
  const box = boxAround(positions);
  // Degrees of longitude are shorter than those of latitude: nearest must mean nearest on the ground.
  const eastScale = Math.cos((((box[1] + box[3]) / 2) * Math.PI) / 180);
  const inner = positions.map((position): [number, number] => [position[0] * eastScale, position[1]]);
  const delaunay = Delaunay.from([...inner, ...farRing(inner)]);
  const centres = delaunay.voronoi().circumcenters;
  const { triangles, halfedges } = delaunay;
  const endOf = (edge: number) => triangles[edge % 3 === 2 ? edge - 2 : edge + 1] ?? -1;
  const positionOf = (triangle: number): Position => [
    (centres[2 * triangle] ?? 0) / eastScale,
    centres[2 * triangle + 1] ?? 0,
  ];

  const regionsOf = (keyOf: (point: number) => string) => {
    const keyAt = (point: number) => (point >= 0 && point < positions.length ? keyOf(point) : null);
    const nextOf = new Map<string, Map<number, number>>();
    for (let edge = 0; edge < halfedges.length; edge++) {
      const opposite = halfedges[edge] ?? -1;
      const key = keyAt(triangles[edge] ?? -1);
      const other = keyAt(endOf(edge));
      if (opposite === -1 || key === null || key === other) continue;
      const next = nextOf.get(key) ?? new Map<number, number>();
      next.set(Math.floor(edge / 3), Math.floor(opposite / 3));
      nextOf.set(key, next);
    }
    return new Map(
      [...nextOf].map(([key, next]) => [key, toMultiPolygon(followRings(next).map((r) => r.map(positionOf)))]),
    );
  };
  const forEachBorder = (visit: (point: number, other: number) => void) => {
    for (let edge = 0; edge < halfedges.length; edge++) {
      const point = triangles[edge] ?? -1;
      const other = endOf(edge);
      if (point < positions.length && other < positions.length) visit(point, other);
    }
  };
  return { regionsOf, forEachBorder };
}

const FAR_POINTS = 16;
const FAR_TIMES = 20;

function farRing(inner: readonly (readonly [number, number])[]): [number, number][] {
  const [west, south, east, north] = boxAround(inner);
  // A lone point has no extent, and its region must still reach over the largest commune: a tenth of a degree is 11 km.
  const radius = FAR_TIMES * Math.max(east - west, north - south, 0.1);
  return Array.from({ length: FAR_POINTS }, (_, point) => {
    const angle = (2 * Math.PI * (point + 0.5)) / FAR_POINTS;
    return [(west + east) / 2 + radius * Math.cos(angle), (south + north) / 2 + radius * Math.sin(angle)];
  });
}

/** Closed rings of triangle numbers; uses up `next`. */
function followRings(next: Map<number, number>): number[][] {
  const rings: number[][] = [];
  for (const [start] of next) {
    const ring = [start];
    let at = next.get(start);
    next.delete(start);
    while (at !== undefined) {
      ring.push(at);
      const following = next.get(at);
      next.delete(at);
      at = following;
    }
    if (ring.length >= 4) rings.push(ring);
  }
  return rings;
}

/** All borders run with their region on the same hand, so that the way a ring turns tells holes from outer rings. */
function toMultiPolygon(rings: readonly (readonly Position[])[]): MultiPolygon {
  const outer = rings.filter((ring) => turn(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => turn(ring) < 0)) {
    const holder = outer
      .filter(([edge]) => edge !== undefined && isInArea(hole[0] ?? [0, 0], asPolygon(edge)))
      .sort((a, b) => turn(a[0] ?? []) - turn(b[0] ?? []))[0];
    holder?.push(hole);
  }
  return {
    type: "MultiPolygon",
    coordinates: outer.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y]))),
  };
}

function asPolygon(ring: readonly Position[]) {
  return { type: "Polygon" as const, coordinates: [ring.map(([x, y]) => [x, y])] };
}

/** Twice the signed area: positive where the ring runs counter-clockwise. */
function turn(ring: readonly Position[]): number {
  let doubled = 0;
  for (let to = 0, from = ring.length - 1; to < ring.length; from = to++) {
    const [x1, y1] = ring[from] ?? [0, 0];
    const [x2, y2] = ring[to] ?? [0, 0];
    doubled += x1 * y2 - x2 * y1;
  }
  return doubled;
}

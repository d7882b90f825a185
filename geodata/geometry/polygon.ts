import type { MultiPolygon, Polygon } from "geojson";
import { type BoundingBox, boxAround, METRES_PER_DEGREE, type Position } from "./position.ts";

export type Area = Polygon | MultiPolygon;

const RADIANS = Math.PI / 180;
const EARTH_RADIUS_METRES = METRES_PER_DEGREE / RADIANS;

/** Every ring of an area, outer and inner alike: a place is inside where it lies in an odd number of them. */
export function ringsOf(area: Area): readonly (readonly Position[])[] {
  const polygons = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  return polygons.flat().map((ring) => ring.map(toPosition));
}

export function boxOfArea(area: Area): BoundingBox {
  return boxAround(ringsOf(area).flat());
}

/**
 * Whether a position lies inside, by the even-odd rule. A position on an edge falls on one side or the other, the
 * same one for both areas that share the edge: areas that tile the plane hold it once.
 */
export function isInArea([longitude, latitude]: Position, area: Area): boolean {
  const polygons = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  let isInside = false;
  for (const rings of polygons) {
    for (const ring of rings) {
      for (let to = 0, from = ring.length - 1; to < ring.length; from = to++) {
        const [x1 = 0, y1 = 0] = ring[from] ?? [];
        const [x2 = 0, y2 = 0] = ring[to] ?? [];
        if (y1 > latitude === y2 > latitude) continue;
        if (longitude < x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
      }
    }
  }
  return isInside;
}

/** Area in square metres on the sphere. Holes are taken off. */
export function areaSquareMetres(area: Area): number {
  const polygons = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  let total = 0;
  for (const [outer, ...holes] of polygons) {
    total += ringSquareMetres(outer ?? []);
    for (const hole of holes) total -= ringSquareMetres(hole);
  }
  return total;
}

/**
 * A position well inside an area, for a label: the middle of the longest stretch inside along a few parallels, those
 * near the middle preferred.
 */
export function labelPosition(area: Area): Position {
  const rings = ringsOf(area);
  const [west, south, east, north] = boxAround(rings.flat());
  let best: Position = [(west + east) / 2, (south + north) / 2];
  let bestWidth = -1;
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]) {
    // Off the round fraction, so that no parallel runs along an edge.
    const latitude = south + (share + 1e-4) * (north - south);
    const crossings = rings.flatMap((ring) => crossingsAt(ring, latitude)).sort((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const from = crossings[index] ?? 0;
      const to = crossings[index + 1] ?? 0;
      const width = (to - from) * (1 - Math.abs(share - 0.5));
      if (width > bestWidth) [bestWidth, best] = [width, [(from + to) / 2, latitude]];
    }
  }
  return best;
}

function crossingsAt(ring: readonly Position[], latitude: number): number[] {
  const crossings: number[] = [];
  for (let to = 0, from = ring.length - 1; to < ring.length; from = to++) {
    const [x1, y1] = ring[from] ?? [0, 0];
    const [x2, y2] = ring[to] ?? [0, 0];
    if (y1 > latitude !== y2 > latitude) crossings.push(x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1));
  }
  return crossings;
}

/** Along each edge the sine of the latitude is taken as linear, which a city's edges make exact to the square metre. */
function ringSquareMetres(ring: readonly (readonly number[])[]): number {
  let doubled = 0;
  for (let to = 0, from = ring.length - 1; to < ring.length; from = to++) {
    const [x1 = 0, y1 = 0] = ring[from] ?? [];
    const [x2 = 0, y2 = 0] = ring[to] ?? [];
    doubled += (x2 - x1) * (Math.sin(y1 * RADIANS) + Math.sin(y2 * RADIANS));
  }
  return (Math.abs(doubled) / 2) * RADIANS * EARTH_RADIUS_METRES ** 2;
}

function toPosition([longitude = 0, latitude = 0]: readonly number[]): Position {
  return [longitude, latitude];
}

import type { MultiPolygon, Polygon } from "geojson";
import { prepareRegions } from "./nearest-regions.ts";
import { METRES_PER_DEGREE, type Position } from "./position.ts";

/** How far a zone reaches beyond its doors where nothing else is. */
const REACH_METRES = 45;
/** Side of the squares in which the ground outside is looked at. */
const SQUARE_METRES = 30;

/**
 * The ground of each zone, to be drawn: every place that is nearer to one of its doors than to another zone's, to an
 * address outside, or to empty ground. Outlines do not overlap, being regions of one Voronoi diagram. Null for a zone
 * whose every door stands exactly on a door of another zone.
 *
 * Empty ground is a ring of points around all doors, one in each square that is near a door but not too near.
 */
export function zoneOutlines(
  positions: readonly Position[],
  zoneOf: ArrayLike<number>,
  zoneCount: number,
  outside: readonly Position[],
): readonly (Polygon | MultiPolygon | null)[] {
  return prepareOutlines([...positions, ...outside]).outlinesOf(
    (place) => (place < positions.length ? (zoneOf[place] ?? 0) : -1),
    zoneCount,
  );
}

/** Doors whose zones can be outlined again and again as they change. */
export interface OutlineGround {
  /**
   * @param zoneOf of the door at a place of the list, negative for none
   */
  outlinesOf(zoneOf: (place: number) => number, zoneCount: number): readonly (Polygon | MultiPolygon | null)[];
  /** Pairs of zones that have a border in common, the smaller number first. */
  neighboursOf(zoneOf: (place: number) => number): readonly (readonly [number, number])[];
}

/** What `zoneOutlines` needs of the doors alone: nearly all of its work. */
export function prepareOutlines(positions: readonly Position[]): OutlineGround {
  const ground = prepareRegions([...positions, ...emptyGround(positions)]);
  const zoneAt = (zoneOf: (place: number) => number, place: number) => (place < positions.length ? zoneOf(place) : -1);
  return {
    outlinesOf: (zoneOf, zoneCount) => {
      const regions = ground.regionsOf((place) => String(zoneAt(zoneOf, place)));
      return Array.from({ length: zoneCount }, (_, zone) => toOutline(regions.get(String(zone))));
    },
    neighboursOf: (zoneOf) => {
      const pairs = new Map<string, readonly [number, number]>();
      ground.forEachBorder((point, other) => {
        const [one, two] = [zoneAt(zoneOf, point), zoneAt(zoneOf, other)];
        if (one >= 0 && one < two) pairs.set(`${one}/${two}`, [one, two]);
      });
      return [...pairs.values()];
    },
  };
}

function toOutline(region: MultiPolygon | undefined): Polygon | MultiPolygon | null {
  if (!region || region.coordinates.length === 0) return null;
  const coordinates = region.coordinates.map((polygon) => polygon.map((ring) => ring.map(rounded)));
  const [only] = coordinates;
  return coordinates.length === 1 && only
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates };
}

/** Seven decimals, a centimetre, as OpenStreetMap has them. Shared corners round to the same. */
function rounded(position: readonly number[]): number[] {
  return position.map((degrees) => Math.round(degrees * 1e7) / 1e7);
}

/** Points at least REACH_METRES and at most three squares more from every door. */
function emptyGround(doors: readonly Position[]): readonly Position[] {
  const latitude = doors[0]?.[1] ?? 0;
  const high = SQUARE_METRES / METRES_PER_DEGREE;
  const wide = high / Math.cos((latitude * Math.PI) / 180);
  const squares = new Map<string, Position[]>();
  for (const door of doors) {
    const key = `${Math.floor(door[0] / wide)}/${Math.floor(door[1] / high)}`;
    const list = squares.get(key);
    if (list) list.push(door);
    else squares.set(key, [door]);
  }
  const rings = Math.ceil((2 * REACH_METRES) / SQUARE_METRES) + 2;
  const looked = new Set<string>();
  const empty: Position[] = [];
  for (const key of squares.keys()) {
    const [column = 0, row = 0] = key.split("/").map(Number);
    for (let x = column - rings; x <= column + rings; x++) {
      for (let y = row - rings; y <= row + rings; y++) {
        if (looked.has(`${x}/${y}`)) continue;
        looked.add(`${x}/${y}`);
        // Every other row is shifted by half a square: equilateral triangles leave rounder borders than squares.
        const point: Position = [(x + (y % 2 === 0 ? 0.25 : 0.75)) * wide, (y + 0.5) * high];
        if (nearestMetres(point, x, y, squares, wide, high) >= 2 * REACH_METRES) empty.push(point);
      }
    }
  }
  return empty;
}

function nearestMetres(
  point: Position,
  column: number,
  row: number,
  squares: ReadonlyMap<string, readonly Position[]>,
  wide: number,
  high: number,
): number {
  let nearest = Infinity;
  const around = Math.ceil((2 * REACH_METRES) / SQUARE_METRES);
  for (let x = column - around; x <= column + around; x++) {
    for (let y = row - around; y <= row + around; y++) {
      for (const door of squares.get(`${x}/${y}`) ?? []) {
        const metres = Math.hypot(
          ((door[0] - point[0]) / wide) * SQUARE_METRES,
          ((door[1] - point[1]) / high) * SQUARE_METRES,
        );
        nearest = Math.min(nearest, metres);
      }
    }
  }
  return nearest;
}

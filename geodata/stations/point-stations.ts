import type { Polygon } from "geojson";
import { fromLambertEurope } from "../geometry/lambert-europe.ts";
import { nearestRegions } from "../geometry/nearest-regions.ts";
import type { StationPoint } from "../readers/point-table-reader.ts";
import { stationKey } from "../readers/station-key.ts";
import type { StationDraft } from "./station-draft.ts";

/** An area goes no further from its point: half of what lies between villages of the emptiest departments. */
export const REACH_METRES = 5_000;
const REACH_CORNERS = 24;
/** Nearest is nearest on the ground only where the regions are made in a plane: about its middle, in this unit. */
const UNIT_METRES = 100_000;

/**
 * Areas of stations of which only a point is known: all ground that is nearer to it than to any other point, as far as
 * REACH_METRES. At the coast and on the border they reach beyond the land. Of points in one place the first has it.
 */
export function pointStations(points: readonly StationPoint[]): StationDraft[] {
  const [first] = points;
  if (first === undefined) return [];
  const middle = middleOf(points);
  const regions = nearestRegions(
    points.map(({ planePosition: [x, y] }, index) => ({
      position: [(x - middle[0]) / UNIT_METRES, (y - middle[1]) / UNIT_METRES],
      key: String(index),
    })),
  );
  const ofCommune = new Map<string, number>();
  for (const { communeCode } of points) ofCommune.set(communeCode, (ofCommune.get(communeCode) ?? 0) + 1);
  return points.flatMap((point, index) => {
    const ring = regions.get(String(index))?.coordinates[0]?.[0];
    if (ring === undefined) return [];
    const outline = ring.map(
      ([x = 0, y = 0]): PlanePoint => [middle[0] + x * UNIT_METRES, middle[1] + y * UNIT_METRES],
    );
    const { communeCode, communeName, number } = point;
    return {
      id: `${communeCode}_${number}`,
      number,
      name: (ofCommune.get(communeCode) ?? 0) > 1 ? `${communeName} ${number}` : communeName,
      communeCode,
      communeName,
      key: stationKey(communeCode, number),
      geometry: toPolygon(withinReach(outline, point.planePosition)),
    };
  });
}

type PlanePoint = readonly [number, number];

function middleOf(points: readonly StationPoint[]): PlanePoint {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {
    planePosition: [x, y],
  } of points) {
    [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
  }
  return [(west + east) / 2, (south + north) / 2];
}

/**
 * The part of a convex ring inside a regular polygon about its point: cut by one side after the other
 * (Sutherland and Hodgman 1974). Borders that two stations share are cut alike where both reach.
 */
function withinReach(ring: readonly PlanePoint[], [x, y]: PlanePoint): readonly PlanePoint[] {
  if (ring.every((corner) => Math.hypot(corner[0] - x, corner[1] - y) <= REACH_METRES)) return ring;
  const inner = REACH_METRES * Math.cos(Math.PI / REACH_CORNERS);
  let kept = isClosed(ring) ? ring.slice(0, -1) : ring;
  for (let side = 0; side < REACH_CORNERS; side++) {
    const angle = (2 * Math.PI * (side + 0.5)) / REACH_CORNERS;
    const [east, north] = [Math.cos(angle), Math.sin(angle)];
    const beyond = ([px, py]: PlanePoint) => (px - x) * east + (py - y) * north - inner;
    kept = kept.flatMap((corner, index) => {
      const before = kept.at(index - 1) ?? corner;
      const [from, to] = [beyond(before), beyond(corner)];
      const own = to <= 0 ? [corner] : [];
      if (from > 0 === to > 0) return own;
      const share = from / (from - to);
      const crossing: PlanePoint = [
        before[0] + share * (corner[0] - before[0]),
        before[1] + share * (corner[1] - before[1]),
      ];
      return [crossing, ...own];
    });
  }
  return kept;
}

function isClosed(ring: readonly PlanePoint[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

/** Millionths of a degree are a tenth of a metre: the points themselves are known to a hundred. */
const STEPS_PER_DEGREE = 1e6;

function toPolygon(ring: readonly PlanePoint[]): Polygon {
  const corners = (isClosed(ring) ? ring.slice(0, -1) : ring).map((corner) => {
    const [longitude, latitude] = fromLambertEurope(corner);
    return [round(longitude), round(latitude)];
  });
  const [first] = corners;
  return { type: "Polygon", coordinates: [first === undefined ? corners : [...corners, first]] };
}

function round(degrees: number): number {
  return Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
}

import type { District } from "./districts.ts";
import { createNoise } from "./noise.ts";
import { angleOf, type Point } from "./plane.ts";
import type { SegmentIndex } from "./segment-index.ts";
import type { Terrain } from "./terrain.ts";
import { EXTENT } from "./town-frame.ts";

/** Direction, in radians, in which a street that follows slope, roads and banks would run here. */
export type DirectionField = (point: Point) => number;

interface FieldParts {
  readonly seed: number;
  readonly terrain: Terrain;
  readonly districtAt: (point: Point) => District | null;
  /** Main roads, river and railway: streets run beside them or square to them. */
  readonly guides: SegmentIndex<unknown>;
}

const CELL_METRES = 30;
const GUIDE_REACH_METRES = 240;

/**
 * A field of crossed directions: contour lines, guides nearby and planned grids are added as double-angle vectors,
 * so that opposite directions reinforce each other, then turned a little by noise.
 * Idea: Chen, Esch, Wonka, Müller & Zhang 2008, "Interactive procedural street modeling".
 */
export function createDirectionField(parts: FieldParts): DirectionField {
  const columns = Math.ceil((2 * EXTENT.east) / CELL_METRES) + 1;
  const rows = Math.ceil((2 * EXTENT.north) / CELL_METRES) + 1;
  const cosines = new Float32Array(columns * rows);
  const sines = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const point: Point = [column * CELL_METRES - EXTENT.east, row * CELL_METRES - EXTENT.north];
      const district = parts.districtAt(point);
      if (!district) continue;
      const [x, y] = pull(parts, point, district);
      cosines[row * columns + column] = x;
      sines[row * columns + column] = y;
    }
  }
  const wander = createNoise(parts.seed + 61, 170);
  return (point) => {
    const column = Math.min(columns - 2, Math.max(0, (point[0] + EXTENT.east) / CELL_METRES));
    const row = Math.min(rows - 2, Math.max(0, (point[1] + EXTENT.north) / CELL_METRES));
    const corner = Math.floor(row) * columns + Math.floor(column);
    const right = column - Math.floor(column);
    const up = row - Math.floor(row);
    const mix = (field: Float32Array) =>
      ((field[corner] ?? 0) * (1 - right) + (field[corner + 1] ?? 0) * right) * (1 - up) +
      ((field[corner + columns] ?? 0) * (1 - right) + (field[corner + columns + 1] ?? 0) * right) * up;
    const stray = parts.districtAt(point)?.irregularity ?? 0;
    return Math.atan2(mix(sines), mix(cosines)) / 2 + stray * 0.75 * wander(point);
  };
}

function pull({ terrain, guides }: FieldParts, point: Point, district: District): readonly [number, number] {
  let x = 0;
  let y = 0;
  const add = (angle: number, weight: number) => {
    x += weight * Math.cos(2 * angle);
    y += weight * Math.sin(2 * angle);
  };
  if (district.gridDegrees !== null) add((district.gridDegrees * Math.PI) / 180, 2.5);
  const [east, north] = terrain.slopeAt(point);
  add(Math.atan2(north, east) + Math.PI / 2, Math.min(1.4, Math.hypot(east, north) / 0.09));
  const guide = guides.nearest(point, GUIDE_REACH_METRES);
  if (guide) add(angleOf(guide.segment.from, guide.segment.to), 2.2 * Math.exp(-((guide.metres / 110) ** 2)) + 0.15);
  return [x, y];
}

import { createLayeredNoise } from "./noise.ts";
import { distance, type Point } from "./plane.ts";
import type { River } from "./river.ts";
import { EXTENT } from "./town-frame.ts";
import type { Warp } from "./warp.ts";

export interface Terrain {
  /** Metres above sea level, bilinear between the cells. */
  elevationAt(point: Point): number;
  /** Rise in metres per metre, east and north, over some sixty metres. */
  slopeAt(point: Point): readonly [east: number, north: number];
}

const CELL_METRES = 25;
const MARGIN_METRES = 500;
const WATER_LEVEL = 184;
const FALL_METRES = 9;
const CASTLE_HILL: Point = [-40, 30];
const CASTLE_HEIGHT = 46;

/**
 * A river valley: flat floor, slopes broken by side valleys, a plateau on the north higher than on the south, and a
 * spur with a castle inside the river's bend.
 */
export function createTerrain(seed: number, river: River, warp: Warp): Terrain {
  const columns = Math.ceil((2 * (EXTENT.east + MARGIN_METRES)) / CELL_METRES) + 1;
  const rows = Math.ceil((2 * (EXTENT.north + MARGIN_METRES)) / CELL_METRES) + 1;
  const west = -EXTENT.east - MARGIN_METRES;
  const south = -EXTENT.north - MARGIN_METRES;
  const shape = valleyShape(seed, river, warp);
  const heights = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      heights[row * columns + column] = shape([west + column * CELL_METRES, south + row * CELL_METRES]);
    }
  }
  const elevationAt = ([x, y]: Point) => {
    const column = Math.min(columns - 1.001, Math.max(0, (x - west) / CELL_METRES));
    const row = Math.min(rows - 1.001, Math.max(0, (y - south) / CELL_METRES));
    const left = Math.floor(column);
    const low = Math.floor(row);
    const height = (i: number, j: number) => heights[(low + j) * columns + left + i] ?? 0;
    const bottom = height(0, 0) + (height(1, 0) - height(0, 0)) * (column - left);
    const top = height(0, 1) + (height(1, 1) - height(0, 1)) * (column - left);
    return bottom + (top - bottom) * (row - low);
  };
  return {
    elevationAt,
    slopeAt: ([x, y]) => [
      (elevationAt([x + 30, y]) - elevationAt([x - 30, y])) / 60,
      (elevationAt([x, y + 30]) - elevationAt([x, y - 30])) / 60,
    ],
  };
}

function valleyShape(seed: number, river: River, warp: Warp): (point: Point) => number {
  const sideValleys = createLayeredNoise(seed + 41, 900, 3);
  const roughness = createLayeredNoise(seed + 53, 260, 2);
  const castle = warp.apply(CASTLE_HILL);
  return (point) => {
    const { metres, share, isNorth } = river.nearest(point);
    const water = WATER_LEVEL - FALL_METRES * share;
    const bank = Math.min(5, Math.max(0, metres - 14) * 0.12);
    const start = 135 + 70 * sideValleys(point);
    const climb = smoothStep((metres - start) / (isNorth ? 1080 : 920));
    const plateau = (isNorth ? 112 : 84) * climb * (1 + 0.22 * sideValleys([point[0] + 5000, point[1]]));
    const rolling = (16 * sideValleys([point[0], point[1] + 5000]) + 3 * roughness(point)) * smoothStep(metres / 700);
    const fromCastle = distance(point, castle) / 225;
    const spur = CASTLE_HEIGHT / (1 + fromCastle ** 4);
    return water + bank + plateau + rolling + spur * smoothStep((metres - 20) / 160);
  };
}

function smoothStep(t: number): number {
  const clamped = Math.min(1, Math.max(0, t));
  return clamped * clamped * (3 - 2 * clamped);
}

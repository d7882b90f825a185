import type { BoundingBox, Position } from "../geometry/position.ts";
import type { ElevationModel } from "./elevation-model.ts";
import { fromLambert93, toLambert93 } from "./lambert-93.ts";

/** A grid of heights, rows from north to south, columns from west to east. */
export interface ElevationGrid {
  readonly columns: number;
  readonly rows: number;
  /** Metres, row after row; `voidValue` or NaN where nothing is known. */
  readonly values: Int16Array | Float32Array;
  readonly voidValue: number;
  /** Where the middle of the north-west cell lies: degrees, or metres in Lambert-93 (x, y). */
  readonly west: number;
  readonly north: number;
  /** Distance between the middles of neighbouring cells, in the same unit; both above zero. */
  readonly columnStep: number;
  readonly rowStep: number;
  readonly system: "degrees" | "lambert-93";
}

/** Share of the four cells' weight that must be known. */
const MIN_KNOWN_WEIGHT = 0.5;

/** The model of a grid. Cells reach half a step beyond their middle; between middles, heights are bilinear. */
export function gridElevation(grid: ElevationGrid): ElevationModel {
  const { columns, rows } = grid;
  const project = grid.system === "lambert-93" ? toLambert93 : (position: Position) => position;
  return {
    elevationAt: (position) => {
      const [x, y] = project(position);
      const column = (x - grid.west) / grid.columnStep;
      const row = (grid.north - y) / grid.rowStep;
      if (!(column >= -0.5 && row >= -0.5 && column <= columns - 0.5 && row <= rows - 0.5)) return null;
      const insideColumn = Math.min(Math.max(column, 0), columns - 1);
      const insideRow = Math.min(Math.max(row, 0), rows - 1);
      const left = Math.min(Math.floor(insideColumn), Math.max(0, columns - 2));
      const top = Math.min(Math.floor(insideRow), Math.max(0, rows - 2));
      const east = insideColumn - left;
      const south = insideRow - top;
      let sum = 0;
      let weight = 0;
      for (let corner = 0; corner < 4; corner++) {
        const isEast = corner & 1;
        const isSouth = corner >> 1;
        const share = (isEast ? east : 1 - east) * (isSouth ? south : 1 - south);
        if (share === 0) continue;
        const value = grid.values[(top + isSouth) * columns + left + isEast];
        if (value === undefined || value === grid.voidValue || Number.isNaN(value)) continue;
        sum += share * value;
        weight += share;
      }
      return weight < MIN_KNOWN_WEIGHT ? null : sum / weight;
    },
  };
}

/** Around the middles of all cells, in degrees. */
export function gridBox(grid: ElevationGrid): BoundingBox {
  const east = grid.west + (grid.columns - 1) * grid.columnStep;
  const south = grid.north - (grid.rows - 1) * grid.rowStep;
  if (grid.system === "degrees") return [grid.west, south, east, grid.north];
  const corners = [
    fromLambert93([grid.west, south]),
    fromLambert93([grid.west, grid.north]),
    fromLambert93([east, south]),
    fromLambert93([east, grid.north]),
  ];
  const longitudes = corners.map(([longitude]) => longitude);
  const latitudes = corners.map(([, latitude]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

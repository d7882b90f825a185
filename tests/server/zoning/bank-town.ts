import type { Position } from "../../../geodata/geometry/position.ts";
import { PieceFlag, type StreetClass, type StreetGraph } from "../../../geodata/street-graph/street-graph.ts";
import type { ZoneStop } from "../../../server/zoning/zone-stop.ts";
import { type StreetToDraw, townOf } from "../../fixtures/grid-town.ts";

export interface GridPlan {
  readonly columns: number;
  readonly rows: number;
  /** Streets between this row and the next are left out, but for one bridge. */
  readonly riverAfterRow?: number;
  /** The street along this row is a primary road. */
  readonly primaryRow?: number;
}

/** A regular grid of blocks of 80 m by 78 m, with a door on both sides of the middle of every street but the bridge. */
export function bankTown({ columns, rows, riverAfterRow, primaryRow }: GridPlan): {
  readonly graph: StreetGraph;
  readonly stops: readonly ZoneStop[];
} {
  const nodes: Position[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) nodes.push([2.35 + column * 0.0011, 48.86 + row * 0.0007]);
  }
  const streets: StreetToDraw[] = [];
  const bridgeColumn = Math.floor(columns / 2);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const node = row * columns + column;
      const streetClass: StreetClass = row === primaryRow ? "primary" : "residential";
      if (column < columns - 1) streets.push({ from: node, to: node + 1, streetClass });
      if (row === rows - 1) continue;
      if (row !== riverAfterRow) streets.push({ from: node, to: node + columns });
      else if (column === bridgeColumn) {
        streets.push({ from: node, to: node + columns, flags: PieceFlag.bridge, name: "Pont Neuf" });
      }
    }
  }
  const graph = townOf(nodes, streets);
  const stops: ZoneStop[] = [];
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    if (((graph.pieceFlags[piece] ?? 0) & PieceFlag.bridge) !== 0) continue;
    const [from, to] = [nodes[graph.pieceFrom[piece] ?? 0], nodes[graph.pieceTo[piece] ?? 0]];
    if (!from || !to) continue;
    for (const side of [-1, 1] as const) {
      stops.push({
        place: { piece, offsetMetres: (graph.pieceLengthMetres[piece] ?? 0) / 2, side },
        position: [(from[0] + to[0]) / 2 + side * 1e-5, (from[1] + to[1]) / 2 - side * 1e-5],
        doors: 4,
        doorSeconds: 360,
      });
    }
  }
  return { graph, stops };
}

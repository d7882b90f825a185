import { distanceMetres } from "../../../geodata/geometry/position.ts";
import { type StreetGraph, streetClass } from "../../../geodata/street-graph/street-graph.ts";
import type { WalkingPath } from "../../../server/walking-router/walking-path.ts";

export const PLACES = ["mapped crossing", "junction", "end of the big road", "elsewhere"] as const;
export type CrossingPlace = (typeof PLACES)[number];

/** How near a node a crossing is drawn to be at it. */
const AT_METRES = 0.5;

/** Where a walk crosses primary roads to change sides, one entry each: told from the drawn walk and the graph alone. */
export function whereBigRoadsAreCrossed(graph: StreetGraph, { crossings }: WalkingPath): CrossingPlace[] {
  return crossings
    .filter(({ piece }) => streetClass(graph, piece) === "primary")
    .map(({ piece, position }) => {
      const node = [graph.pieceFrom[piece] ?? 0, graph.pieceTo[piece] ?? 0].find(
        (end) => distanceMetres(position, [graph.nodeLongitude[end] ?? 0, graph.nodeLatitude[end] ?? 0]) < AT_METRES,
      );
      return node === undefined ? "elsewhere" : kindOf(graph, node);
    });
}

/** A node between two pieces that are alike is there because a crossing is mapped on it. */
function kindOf(graph: StreetGraph, node: number): CrossingPlace {
  const arcs = graph.arcPiece.subarray(graph.arcStart[node], graph.arcStart[node + 1]);
  const pieces = Array.from(arcs, (arc) => arc >> 1);
  const classes = pieces.map((piece) => streetClass(graph, piece));
  if (classes.includes("crossing")) return "mapped crossing";
  if (pieces.length > 2) return "junction";
  if (pieces.length < 2 || classes.some((name) => name !== "primary")) return "end of the big road";
  const [one = -1, other = -1] = pieces;
  const isAlike = [graph.pieceFlags, graph.pieceName].every((column) => column[one] === column[other]);
  return isAlike ? "mapped crossing" : "elsewhere";
}

import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import { isCrossedAtEndsOnly } from "./crossing-costs.ts";

/**
 * Nodes of big roads, which are crossed at junctions and mapped crossings only, that are neither: where the road merely
 * changes its name, or goes onto a bridge. Nobody crosses at a seam. Where a big road becomes a smaller street is none:
 * beyond, it may be crossed anywhere.
 */
export interface RoadSeams {
  isSeam(node: number): boolean;
  /** Number of the stretch of big road between two crossable nodes that a piece is part of; -1 for a piece without a seam. */
  roadOf(piece: number): number;
}

/**
 * A junction has three arms. Of the nodes with two, a mapped crossing joins pieces that are alike: without it they would
 * be one piece. O(nodes), and next to nothing for each seam (union-find).
 */
export function findRoadSeams(graph: StreetGraph): RoadSeams {
  const seams = new Set<number>();
  const joined = new Map<number, number>();
  for (let node = 0; node < graph.nodeCount; node++) {
    const first = graph.arcStart[node] ?? 0;
    if ((graph.arcStart[node + 1] ?? 0) !== first + 2) continue;
    const [one, other] = [(graph.arcPiece[first] ?? 0) >> 1, (graph.arcPiece[first + 1] ?? 0) >> 1];
    if (one === other || !isBig(graph, one) || !isBig(graph, other) || isAlike(graph, one, other)) continue;
    seams.add(node);
    joined.set(roadOf(joined, one), roadOf(joined, other));
  }
  const roads = new Map([...joined.keys()].map((piece) => [piece, roadOf(joined, piece)]));
  return { isSeam: (node) => seams.has(node), roadOf: (piece) => roads.get(piece) ?? -1 };
}

function isBig({ pieceClass }: StreetGraph, piece: number): boolean {
  return isCrossedAtEndsOnly(pieceClass[piece] ?? -1);
}

function isAlike({ pieceClass, pieceFlags, pieceName }: StreetGraph, one: number, other: number): boolean {
  return [pieceClass, pieceFlags, pieceName].every((column) => column[one] === column[other]);
}

/**
 * The piece that stands for all that were found to be one road with this one. `joined` leads from each piece towards it,
 * and is shortened on the way.
 */
function roadOf(joined: Map<number, number>, piece: number): number {
  let road = piece;
  let next = joined.get(road) ?? road;
  while (next !== road) {
    const beyond = joined.get(next) ?? next;
    joined.set(road, beyond);
    road = next;
    next = beyond;
  }
  joined.set(road, road);
  return road;
}

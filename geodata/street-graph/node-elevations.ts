import type { ElevationModel } from "../elevation/elevation-model.ts";
import { pathLengthMetres } from "../geometry/path.ts";
import type { Position } from "../geometry/position.ts";
import type { DraftPiece } from "./cut-pieces.ts";
import { groundElevation } from "./ground-elevation.ts";
import { PieceFlag } from "./street-graph.ts";

const ROUNDS = 200;

/**
 * Elevation of the nodes in metres, by key; nodes where the model has no value are left out. A node in the middle of
 * a bridge or tunnel is not on the ground: it takes the mean of its neighbours weighted by nearness, repeated until
 * it settles, which gives an even slope from one end of the bridge to the other.
 */
export function nodeElevations(pieces: readonly DraftPiece[], model: ElevationModel): Map<number, number> {
  const positions = new Map<number, Position>();
  const onGround = new Set<number>();
  for (const piece of pieces) {
    const [first, last] = [piece.positions[0], piece.positions.at(-1)];
    if (first !== undefined) positions.set(piece.from, first);
    if (last !== undefined) positions.set(piece.to, last);
    if (!leavesGround(piece)) onGround.add(piece.from).add(piece.to);
  }
  const elevations = new Map<number, number>();
  for (const [node, position] of positions) {
    const elevation = groundElevation(model, position);
    if (elevation !== null) elevations.set(node, elevation);
  }
  settleNodesInTheAir(pieces, onGround, elevations);
  return elevations;
}

/** Whether the piece is a bridge or a tunnel, so that the ground says nothing of its height. */
export function leavesGround(piece: DraftPiece): boolean {
  return (piece.flags & (PieceFlag.bridge | PieceFlag.tunnel)) !== 0;
}

function settleNodesInTheAir(
  pieces: readonly DraftPiece[],
  onGround: ReadonlySet<number>,
  elevations: Map<number, number>,
): void {
  const neighbours = new Map<number, { node: number; weight: number }[]>();
  const link = (node: number, other: number, weight: number): void => {
    if (onGround.has(node)) return;
    const links = neighbours.get(node) ?? [];
    links.push({ node: other, weight });
    neighbours.set(node, links);
  };
  for (const piece of pieces) {
    if (!leavesGround(piece)) continue;
    const weight = 1 / Math.max(0.1, pathLengthMetres(piece.positions));
    link(piece.from, piece.to, weight);
    link(piece.to, piece.from, weight);
  }
  for (let round = 0; round < ROUNDS; round++) {
    let largestChange = 0;
    for (const [node, links] of neighbours) {
      let sum = 0;
      let weights = 0;
      for (const { node: other, weight } of links) {
        const elevation = elevations.get(other);
        // A piece that ends in the air, cut by the edge of the extract, says nothing of the height of its bridge.
        if (elevation === undefined || (!onGround.has(other) && neighbours.get(other)?.length === 1)) continue;
        sum += elevation * weight;
        weights += weight;
      }
      if (weights === 0) continue;
      largestChange = Math.max(largestChange, Math.abs(sum / weights - (elevations.get(node) ?? Infinity)));
      elevations.set(node, sum / weights);
    }
    if (largestChange < 0.01) break;
  }
}

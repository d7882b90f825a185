import {
  PieceFlag,
  type StreetClass,
  type StreetGraph,
  streetClass,
  streetName,
} from "../../geodata/street-graph/street-graph.ts";
import type { WalkStretch } from "../walking-router/walking-path.ts";

/**
 * Round of a roundabout up to which a walker sees a junction: OSRM turns those of a radius of 15 metres or less into
 * "roundabout turn" (guidance/roundabout_handler.cpp) and counts the exits of the others.
 */
const SMALL_ROUND_METRES = 2 * Math.PI * 15;

/** Whether a piece of a roundabout belongs to one that is too large to be told as one junction. */
export function isLargeRoundabout(graph: StreetGraph, piece: number): boolean {
  const seen = new Set([piece]);
  let metres = 0;
  // A set hands out what is added to it while it is being walked through.
  for (const part of seen) {
    metres += graph.pieceLengthMetres[part] ?? 0;
    if (metres > SMALL_ROUND_METRES) return true;
    for (const node of [graph.pieceFrom[part] ?? 0, graph.pieceTo[part] ?? 0]) {
      for (const next of piecesAt(graph, node)) if (isRoundabout(graph, next)) seen.add(next);
    }
  }
  return false;
}

/**
 * Which exit of a roundabout a walk takes, from 1: the streets that leave at the ends of its stretches, in walking
 * order. The two carriageways of one street count once, and paths do not count unless the walk takes one.
 *
 * @param before the stretch that leads to the roundabout, null when the walk begins on it
 */
export function exitNumber(graph: StreetGraph, around: readonly WalkStretch[], before: WalkStretch | null): number {
  let exits = 0;
  let lastName = before === null ? "" : streetName(graph, before.piece);
  around.forEach((stretch, index) => {
    const node = (stretch.forward ? graph.pieceTo[stretch.piece] : graph.pieceFrom[stretch.piece]) ?? 0;
    const exit = piecesAt(graph, node).find(
      (piece) => !isRoundabout(graph, piece) && EXITS.has(streetClass(graph, piece)),
    );
    const isTaken = index === around.length - 1;
    if (exit === undefined && !isTaken) return;
    const name = exit === undefined ? "" : streetName(graph, exit);
    if (name === "" || name !== lastName) exits++;
    lastName = name;
  });
  return Math.max(1, exits);
}

export function isRoundabout(graph: StreetGraph, piece: number): boolean {
  return ((graph.pieceFlags[piece] ?? 0) & PieceFlag.roundabout) !== 0;
}

function piecesAt(graph: StreetGraph, node: number): number[] {
  const pieces: number[] = [];
  for (let index = graph.arcStart[node] ?? 0; index < (graph.arcStart[node + 1] ?? 0); index++) {
    pieces.push((graph.arcPiece[index] ?? 0) >> 1);
  }
  return pieces;
}

const EXITS: ReadonlySet<StreetClass> = new Set([
  "primary",
  "secondary",
  "tertiary",
  "residential",
  "service",
  "pedestrian",
]);

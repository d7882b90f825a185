import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { WalkStretch } from "../walking-router/walking-path.ts";

/** Elevation tiles are told in cells of 30 metres: a flight lower than this may go either way. */
const SURE_METRES = 3;

/** Metres gained from one end of some stretches to the other; NaN without elevation. */
export function climbMetres(graph: StreetGraph, stretches: readonly WalkStretch[]): number {
  const first = stretches[0];
  const last = stretches.at(-1);
  if (first === undefined || last === undefined) return 0;
  return elevationOn(graph, last.piece, last.toMetres) - elevationOn(graph, first.piece, first.fromMetres);
}

/** Whether some steps go up or down; null when the elevation does not say. */
export function climbOf(graph: StreetGraph, stretches: readonly WalkStretch[]): "up" | "down" | null {
  const rise = climbMetres(graph, stretches);
  if (!(Math.abs(rise) >= SURE_METRES)) return null;
  return rise > 0 ? "up" : "down";
}

function elevationOn(graph: StreetGraph, piece: number, offsetMetres: number): number {
  const from = graph.nodeElevation[graph.pieceFrom[piece] ?? 0] ?? Number.NaN;
  const to = graph.nodeElevation[graph.pieceTo[piece] ?? 0] ?? Number.NaN;
  const length = graph.pieceLengthMetres[piece] ?? 0;
  return length > 0 ? from + ((to - from) * offsetMetres) / length : from;
}

import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";

/** Effort metres between the four nodes at the ends of two pieces, as searches find them. */
export interface EndDistances {
  readonly fromToFrom: number;
  readonly fromToTo: number;
  readonly toToFrom: number;
  readonly toToTo: number;
}

/**
 * Bars walks between two pieces that begin by walking back over the first piece or end by coming back over the
 * second: leaving by the other end is shorter then, and only a walker cheating at crossings would turn round at the
 * end of the street. A barred link is Infinity; the shortest of the four is never barred.
 *
 * A search does not tell which way it went, but a shortest walk from `pieceFrom` goes back over the piece exactly
 * when it is as long as the piece plus the shortest walk from `pieceTo`.
 */
export function barWalksBack(
  graph: StreetGraph,
  source: number,
  target: number,
  distances: EndDistances,
  links: Float64Array,
  at: number,
): void {
  const { fromToFrom, fromToTo, toToFrom, toToTo } = distances;
  const sourceForward = (graph.pieceEffortForward[source] ?? 0) - TIE_METRES;
  const sourceBackward = (graph.pieceEffortBackward[source] ?? 0) - TIE_METRES;
  const targetForward = (graph.pieceEffortForward[target] ?? 0) - TIE_METRES;
  const targetBackward = (graph.pieceEffortBackward[target] ?? 0) - TIE_METRES;
  links[at] = fromToFrom >= sourceForward + toToFrom || fromToFrom >= fromToTo + targetBackward ? Infinity : fromToFrom;
  links[at + 1] = fromToTo >= sourceForward + toToTo || fromToTo >= fromToFrom + targetForward ? Infinity : fromToTo;
  links[at + 2] = toToFrom >= sourceBackward + fromToFrom || toToFrom >= toToTo + targetBackward ? Infinity : toToFrom;
  links[at + 3] = toToTo >= sourceBackward + fromToTo || toToTo >= toToFrom + targetForward ? Infinity : toToTo;
}

/** Sums of many efforts differ in their last digits by the order of adding. */
const TIE_METRES = 1e-7;

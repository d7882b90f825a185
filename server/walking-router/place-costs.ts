import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";

/**
 * A place on a street with its effort in metres to and from the ends of its piece: end 0 is `pieceFrom`, end 1
 * `pieceTo`. Effort is spread evenly along a piece.
 */
export interface PlaceCosts {
  readonly leaveFrom: number;
  readonly leaveTo: number;
  readonly arriveFrom: number;
  readonly arriveTo: number;
}

/** Throws RangeError when the place is not on the graph: a place of another territory or version. */
export function placeCosts(graph: StreetGraph, place: StreetPlace): PlaceCosts {
  const { piece, offsetMetres } = place;
  const length = graph.pieceLengthMetres[piece];
  if (length === undefined || !(offsetMetres >= 0 && offsetMetres <= length + 0.01)) {
    throw new RangeError(`no place on this graph: piece ${piece}, ${offsetMetres} m along its ${length ?? 0} m`);
  }
  const share = length > 0 ? Math.min(1, offsetMetres / length) : 0;
  const forward = graph.pieceEffortForward[piece] ?? 0;
  const backward = graph.pieceEffortBackward[piece] ?? 0;
  return {
    leaveFrom: backward * share,
    leaveTo: forward * (1 - share),
    arriveFrom: forward * share,
    arriveTo: backward * (1 - share),
  };
}

import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";

/** The places of a table that hang on one piece. */
export interface PieceGroup {
  readonly piece: number;
  readonly fromNode: number;
  readonly toNode: number;
  /** Index of the class of the piece. */
  readonly streetClass: number;
  /** Its places by side, as ranges of the order of all places. */
  readonly runs: readonly SideRun[];
}

export interface SideRun {
  readonly side: number;
  readonly start: number;
  /** One past the last. */
  readonly end: number;
}

/**
 * Sorts places by piece and side, pieces in the order of their first nodes so that neighbours share searches.
 * `order` holds the indices of the places, `groups` the ranges of it.
 */
export function groupByPiece(
  graph: StreetGraph,
  places: readonly StreetPlace[],
): { order: Int32Array; groups: PieceGroup[] } {
  const order = Int32Array.from(places, (_, index) => index);
  const sortKeys = places.map(({ piece, side }) => [graph.pieceFrom[piece] ?? 0, piece, side] as const);
  order.sort((a, b) => {
    const [one, other] = [sortKeys[a] ?? NO_KEY, sortKeys[b] ?? NO_KEY];
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || a - b;
  });
  const groups: (Omit<PieceGroup, "runs"> & { readonly runs: { side: number; start: number; end: number }[] })[] = [];
  order.forEach((index, at) => {
    const place = places[index];
    if (place === undefined) return;
    const { piece, side } = place;
    let group = groups.at(-1);
    if (group?.piece !== piece) {
      const fromNode = graph.pieceFrom[piece] ?? 0;
      const toNode = graph.pieceTo[piece] ?? 0;
      group = { piece, fromNode, toNode, streetClass: graph.pieceClass[piece] ?? 0, runs: [] };
      groups.push(group);
    }
    const run = group.runs.at(-1);
    if (run?.side === side) run.end = at + 1;
    else group.runs.push({ side, start: at, end: at + 1 });
  });
  return { order, groups };
}

const NO_KEY = [0, 0, 0] as const;

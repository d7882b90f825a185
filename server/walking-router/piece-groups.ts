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
  /** All of its places. */
  readonly start: number;
  readonly end: number;
}

export interface SideRun {
  readonly side: number;
  readonly start: number;
  /** One past the last. */
  readonly end: number;
}

/** All runs of all groups, one after the other, as columns of numbers. */
export interface SideRuns {
  readonly group: Int32Array;
  readonly side: Int32Array;
  readonly end: Int32Array;
}

export interface GroupedPlaces {
  readonly places: readonly StreetPlace[];
  /** Indices of places by piece and side; pieces in the order of their first nodes, so that neighbours stay near. */
  readonly order: Int32Array;
  readonly groups: readonly PieceGroup[];
  readonly runs: SideRuns;
}

/** Sorts places by piece and side. */
export function groupByPiece(graph: StreetGraph, places: readonly StreetPlace[]): GroupedPlaces {
  const order = orderOfPlaces(graph, places);
  const groups: (Omit<PieceGroup, "end" | "runs"> & { end: number; readonly runs: Writable<SideRun>[] })[] = [];
  order.forEach((index, at) => {
    const place = places[index];
    if (place === undefined) return;
    const { piece, side } = place;
    let group = groups.at(-1);
    if (group?.piece !== piece) {
      const fromNode = graph.pieceFrom[piece] ?? 0;
      const toNode = graph.pieceTo[piece] ?? 0;
      group = { piece, fromNode, toNode, streetClass: graph.pieceClass[piece] ?? 0, runs: [], start: at, end: at };
      groups.push(group);
    }
    group.end = at + 1;
    const run = group.runs.at(-1);
    if (run?.side === side) run.end = at + 1;
    else group.runs.push({ side, start: at, end: at + 1 });
  });
  const runs = groups.flatMap((group, index) => group.runs.map((run) => ({ ...run, group: index })));
  return {
    places,
    order,
    groups,
    runs: {
      group: Int32Array.from(runs, (run) => run.group),
      side: Int32Array.from(runs, (run) => run.side),
      end: Int32Array.from(runs, (run) => run.end),
    },
  };
}

type Writable<Thing> = { -readonly [Key in keyof Thing]: Thing[Key] };

/** Both ends of the piece of each group, one after the other. */
export function endsOfGroups(groups: readonly PieceGroup[]): Int32Array {
  return Int32Array.from(groups.flatMap(({ fromNode, toNode }) => [fromNode, toNode]));
}

function orderOfPlaces(graph: StreetGraph, places: readonly StreetPlace[]): Int32Array {
  const order = Int32Array.from(places, (_, index) => index);
  const sortKeys = places.map(({ piece, side }) => [graph.pieceFrom[piece] ?? 0, piece, side] as const);
  return order.sort((a, b) => {
    const [one, other] = [sortKeys[a] ?? NO_KEY, sortKeys[b] ?? NO_KEY];
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || a - b;
  });
}

const NO_KEY = [0, 0, 0] as const;

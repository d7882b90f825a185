import type { Position } from "../geometry/position.ts";

/**
 * The walkable streets of a territory, as flat typed arrays over one buffer.
 *
 * A *node* is a junction or the end of a way; a *piece* is the stretch of street between two nodes, undirected,
 * stored once, with its shape. An *arc* is one of the two directions in which a piece can be walked; arcs are
 * laid out node by node (compressed sparse rows). Everything is derived from the buffer without parsing, so that
 * worker threads share one copy (SharedArrayBuffer).
 *
 * Effort is the length in metres of the flat walk that takes the same time: seconds = effort ÷ speed. It holds
 * slope (Tobler 1993) and steps, and differs by direction. Elevations are NaN where the territory has none.
 */
export interface StreetGraph {
  readonly nodeCount: number;
  readonly pieceCount: number;

  /** Degrees, one per node. */
  readonly nodeLongitude: Float64Array;
  readonly nodeLatitude: Float64Array;
  /** Metres above sea level, NaN when unknown. */
  readonly nodeElevation: Float32Array;
  /** Number of the connected component of each node; component 0 is the largest. */
  readonly nodeComponent: Uint32Array;

  /** Node at each end of a piece. */
  readonly pieceFrom: Uint32Array;
  readonly pieceTo: Uint32Array;
  readonly pieceLengthMetres: Float64Array;
  /** Flat-walk metres from `pieceFrom` to `pieceTo`, and back. */
  readonly pieceEffortForward: Float64Array;
  readonly pieceEffortBackward: Float64Array;
  /** One of STREET_CLASSES by index. */
  readonly pieceClass: Uint8Array;
  /** Sum of PieceFlag values. */
  readonly pieceFlags: Uint8Array;
  /** Index into `names`; 0 is the empty name. */
  readonly pieceName: Uint32Array;
  /** OSM id of the way the piece was cut from. */
  readonly pieceWayId: Float64Array;

  /** Shape points of piece p, both ends included: indices shapeStart[p] to shapeStart[p + 1] - 1. */
  readonly shapeStart: Uint32Array;
  readonly shapeLongitude: Float64Array;
  readonly shapeLatitude: Float64Array;

  /** Arcs leaving node n: indices arcStart[n] to arcStart[n + 1] - 1. */
  readonly arcStart: Uint32Array;
  /** Piece × 2, plus 1 when the arc walks the piece from `pieceTo` to `pieceFrom`. */
  readonly arcPiece: Uint32Array;
  readonly arcTarget: Uint32Array;

  readonly names: readonly string[];
}

/** Kinds of street that change how it is walked, crossed and named. The order is the stored number: only append. */
export const STREET_CLASSES = [
  "primary", // also trunk: cross only at junctions and mapped crossings
  "secondary",
  "tertiary",
  "residential", // also unclassified, living_street
  "service",
  "pedestrian",
  "footway", // also path, bridleway
  "steps",
  "cycleway",
  "track",
  "crossing", // footway=crossing
  "platform",
] as const;
export type StreetClass = (typeof STREET_CLASSES)[number];

export const PieceFlag = { bridge: 1, tunnel: 2, passage: 4, roundabout: 8, area: 16, sidewalkMapped: 32 } as const;

/** A point on a piece of street, and the side of it (seen from `pieceFrom` to `pieceTo`) where the door is. */
export interface StreetPlace {
  readonly piece: number;
  /** Along the piece from `pieceFrom`, 0 to pieceLengthMetres. */
  readonly offsetMetres: number;
  /** -1 left, 1 right, 0 on the street itself. */
  readonly side: -1 | 0 | 1;
}

/** Shape of a piece from `pieceFrom` to `pieceTo`. */
export function pieceShape(graph: StreetGraph, piece: number): Position[] {
  const shape: Position[] = [];
  const end = graph.shapeStart[piece + 1] ?? 0;
  for (let point = graph.shapeStart[piece] ?? 0; point < end; point++) {
    shape.push([graph.shapeLongitude[point] ?? 0, graph.shapeLatitude[point] ?? 0]);
  }
  return shape;
}

export function streetName(graph: StreetGraph, piece: number): string {
  return graph.names[graph.pieceName[piece] ?? 0] ?? "";
}

export function streetClass(graph: StreetGraph, piece: number): StreetClass {
  return STREET_CLASSES[graph.pieceClass[piece] ?? 0] ?? "footway";
}

import { PieceFlag, STREET_CLASSES, type StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import { BARRIER } from "./zone-stop.ts";

/**
 * The street graph as its pavements: a primary road has two, joined by crossings, so that walks tell on which side of it
 * they are and what crossing it costs. Other streets stay one line.
 *
 * Idea: the primary pieces at a junction cut the ground around it into sectors, one *corner* of the pavement graph
 * each. A primary piece runs twice, between the corners on its left and those on its right; another piece runs between
 * the corners into whose sectors its ends point; neighbouring corners of a junction are joined by a crossing. Where a
 * primary road ends there is one sector, and its two pavements meet freely. O(pieces).
 */
export interface PavementGraph {
  readonly cornerCount: number;
  /** The corner where one side of a piece begins (`end` 0) or ends (`end` 1). */
  cornerOf(piece: number, end: 0 | 1, side: -1 | 0 | 1): number;
  /** Edges leaving corner c: indices edgeStart[c] to edgeStart[c + 1] - 1. */
  readonly edgeStart: Uint32Array;
  readonly edgeTarget: Uint32Array;
  readonly edgeMetres: Float64Array;
  /** One of BARRIER. */
  readonly edgeBarrier: Uint8Array;
  /** The piece that the edge walks along, or crosses. */
  readonly edgePiece: Uint32Array;
}

const PRIMARY = STREET_CLASSES.indexOf("primary");
/** A pavement to the other: the width of a big road. */
const CROSSING_METRES = 15;
/** A culvert is no barrier. */
const SHORTEST_BRIDGE_METRES = 15;

export function createPavementGraph(graph: StreetGraph): PavementGraph {
  const { nodeCount, pieceCount, pieceClass, pieceFrom, pieceTo, pieceLengthMetres } = graph;
  const armsOf = primaryArms(graph);
  const firstCorner = new Uint32Array(nodeCount + 1);
  for (let node = 0; node < nodeCount; node++) {
    firstCorner[node + 1] = (firstCorner[node] ?? 0) + Math.max(1, armsOf.get(node)?.length ?? 0);
  }

  function cornerOf(piece: number, end: 0 | 1, side: -1 | 0 | 1): number {
    const node = (end === 0 ? pieceFrom[piece] : pieceTo[piece]) ?? 0;
    const first = firstCorner[node] ?? 0;
    const arms = armsOf.get(node);
    if (!arms || arms.length < 2) return first;
    const sectors = arms.length;
    if (pieceClass[piece] === PRIMARY) {
      const arm = arms.findIndex((candidate) => candidate.piece === piece && candidate.end === end);
      // Sector i lies clockwise of arm i: on the right of who walks away from the junction.
      const isOnRight = (side === 1) === (end === 0);
      return first + (isOnRight ? arm : (arm + sectors - 1) % sectors);
    }
    const bearing = bearingFrom(graph, piece, end);
    const after = arms.findIndex((arm) => arm.bearing > bearing);
    return first + (((after === -1 ? sectors : after) + sectors - 1) % sectors);
  }

  const edges: Edge[] = [];
  for (let piece = 0; piece < pieceCount; piece++) {
    const metres = pieceLengthMetres[piece] ?? 0;
    const barrier = isBridge(graph, piece) ? BARRIER.bridge : BARRIER.none;
    const sides: readonly (-1 | 1)[] = pieceClass[piece] === PRIMARY ? [-1, 1] : [1];
    for (const side of sides) {
      edges.push({ from: cornerOf(piece, 0, side), to: cornerOf(piece, 1, side), metres, barrier, piece });
    }
  }
  for (const [node, arms] of armsOf) {
    if (arms.length < 2) continue;
    const first = firstCorner[node] ?? 0;
    arms.forEach(({ piece }, index) => {
      const before = (index + arms.length - 1) % arms.length;
      edges.push({
        from: first + before,
        to: first + index,
        metres: CROSSING_METRES,
        barrier: BARRIER.road,
        piece,
      });
    });
  }
  const cornerCount = firstCorner[nodeCount] ?? 0;
  return { cornerCount, cornerOf, ...layOut(edges, cornerCount) };
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly metres: number;
  readonly barrier: number;
  readonly piece: number;
}

interface Arm {
  readonly piece: number;
  readonly end: 0 | 1;
  readonly bearing: number;
}

/** The ends of primary pieces at each junction, clockwise. */
function primaryArms(graph: StreetGraph): ReadonlyMap<number, readonly Arm[]> {
  const armsOf = new Map<number, Arm[]>();
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    if (graph.pieceClass[piece] !== PRIMARY) continue;
    for (const end of [0, 1] as const) {
      const node = (end === 0 ? graph.pieceFrom[piece] : graph.pieceTo[piece]) ?? 0;
      const arms = armsOf.get(node) ?? [];
      arms.push({ piece, end, bearing: bearingFrom(graph, piece, end) });
      armsOf.set(node, arms);
    }
  }
  for (const arms of armsOf.values()) arms.sort((a, b) => a.bearing - b.bearing || a.piece - b.piece || a.end - b.end);
  return armsOf;
}

/** Clockwise from north, in radians, of the first stretch of a piece away from one of its ends. */
function bearingFrom(graph: StreetGraph, piece: number, end: 0 | 1): number {
  const first = graph.shapeStart[piece] ?? 0;
  const last = (graph.shapeStart[piece + 1] ?? 0) - 1;
  const [at, next] = end === 0 ? [first, first + 1] : [last, last - 1];
  const latitude = graph.shapeLatitude[at] ?? 0;
  const east =
    ((graph.shapeLongitude[next] ?? 0) - (graph.shapeLongitude[at] ?? 0)) * Math.cos((latitude * Math.PI) / 180);
  const bearing = Math.atan2(east, (graph.shapeLatitude[next] ?? 0) - latitude);
  return bearing < 0 ? bearing + 2 * Math.PI : bearing;
}

/** A bridge or tunnel: what it crosses is a river, a railway or a motorway. */
export function isBridge({ pieceFlags, pieceLengthMetres }: StreetGraph, piece: number): boolean {
  const flags = pieceFlags[piece] ?? 0;
  return (
    (flags & (PieceFlag.bridge | PieceFlag.tunnel)) !== 0 && (pieceLengthMetres[piece] ?? 0) >= SHORTEST_BRIDGE_METRES
  );
}

function layOut(edges: readonly Edge[], cornerCount: number) {
  const edgeStart = new Uint32Array(cornerCount + 1);
  for (const { from, to } of edges) {
    edgeStart[from + 1] = (edgeStart[from + 1] ?? 0) + 1;
    edgeStart[to + 1] = (edgeStart[to + 1] ?? 0) + 1;
  }
  for (let corner = 0; corner < cornerCount; corner++) {
    edgeStart[corner + 1] = (edgeStart[corner + 1] ?? 0) + (edgeStart[corner] ?? 0);
  }
  const next = edgeStart.slice();
  const edgeTarget = new Uint32Array(2 * edges.length);
  const edgeMetres = new Float64Array(2 * edges.length);
  const edgeBarrier = new Uint8Array(2 * edges.length);
  const edgePiece = new Uint32Array(2 * edges.length);
  const add = (from: number, to: number, { metres, barrier, piece }: Edge): void => {
    const at = next[from] ?? 0;
    next[from] = at + 1;
    edgeTarget[at] = to;
    edgeMetres[at] = metres;
    edgeBarrier[at] = barrier;
    edgePiece[at] = piece;
  };
  for (const edge of edges) {
    add(edge.from, edge.to, edge);
    add(edge.to, edge.from, edge);
  }
  return { edgeStart, edgeTarget, edgeMetres, edgeBarrier, edgePiece };
}

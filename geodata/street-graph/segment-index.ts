import { distanceMetres, METRES_PER_DEGREE, type Position } from "../geometry/position.ts";
import { createSegmentGrid } from "./segment-grid.ts";
import type { StreetGraph } from "./street-graph.ts";

/** Where a position falls on a straight segment of a piece of street. */
export interface SegmentHit {
  readonly piece: number;
  /** Along the piece from its `pieceFrom`. */
  readonly offsetMetres: number;
  /** Which side of the piece the position lies on, -1 left, 1 right, 0 within 30 cm of its line. */
  readonly side: -1 | 0 | 1;
  readonly distanceMetres: number;
}

export interface SegmentIndex {
  /** Every segment within `reachMetres` of the position, in the order of pieces and shapes. */
  within(position: Position, reachMetres: number): SegmentHit[];
  /** The nearest segment at any distance, null when the graph has no street. */
  nearest(position: Position): SegmentHit | null;
}

const ON_THE_LINE_METRES = 0.3;

/**
 * An index of the straight segments of all streets by the squares that they pass through, in metres on a plane around
 * the middle of the graph. Building takes O(n), a search O(hits).
 */
export function createSegmentIndex(graph: StreetGraph): SegmentIndex {
  const [eastScale, northScale] = planeAround(graph);
  const x = scaled(graph.shapeLongitude, eastScale);
  const y = scaled(graph.shapeLatitude, northScale);
  const segmentCount = Math.max(0, x.length - graph.pieceCount);
  const segmentPoint = new Uint32Array(segmentCount);
  const segmentPiece = new Uint32Array(segmentCount);
  let segment = 0;
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    const end = (graph.shapeStart[piece + 1] ?? 0) - 1;
    for (let point = graph.shapeStart[piece] ?? 0; point < end; point++) {
      segmentPoint[segment] = point;
      segmentPiece[segment] = piece;
      segment++;
    }
  }
  const ends = (of: Float64Array, step: number): Float64Array => {
    const values = new Float64Array(segmentCount);
    for (let index = 0; index < segmentCount; index++) values[index] = of[(segmentPoint[index] ?? 0) + step] ?? 0;
    return values;
  };
  const grid = createSegmentGrid({ ax: ends(x, 0), ay: ends(y, 0), bx: ends(x, 1), by: ends(y, 1) });

  /** Metres from the beginning of the piece. Summed when asked for: of a city, few pieces ever are. */
  const offsetOf = (piece: number, point: number): number => {
    let metres = 0;
    for (let at = (graph.shapeStart[piece] ?? 0) + 1; at <= point; at++) {
      metres += distanceMetres(pointPosition(graph, at - 1), pointPosition(graph, at));
    }
    return metres;
  };

  /** Null beyond reach. */
  const hit = (index: number, px: number, py: number, reachMetres: number): SegmentHit | null => {
    const point = segmentPoint[index] ?? 0;
    const piece = segmentPiece[index] ?? 0;
    const [ax, ay] = [x[point] ?? 0, y[point] ?? 0];
    const [dx, dy] = [(x[point + 1] ?? 0) - ax, (y[point + 1] ?? 0) - ay];
    const share = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
    const [gapX, gapY] = [px - (ax + share * dx), py - (ay + share * dy)];
    const distance = Math.hypot(gapX, gapY);
    if (distance > reachMetres) return null;
    const from = offsetOf(piece, point);
    const along = from + share * (offsetOf(piece, point + 1) - from);
    const [directionX, directionY] = directionAt(point, share, piece);
    const cross = directionX * gapY - directionY * gapX;
    const side = distance < ON_THE_LINE_METRES || cross === 0 ? 0 : cross > 0 ? -1 : 1;
    const length = graph.pieceLengthMetres[piece] ?? along;
    return { piece, offsetMetres: Math.min(along, length), side, distanceMetres: distance };
  };

  /** At a bend, the direction is the mean of both segments, so that inside and outside are told apart. */
  const directionAt = (point: number, share: number, piece: number): readonly [number, number] => {
    const here = unit(point);
    const first = graph.shapeStart[piece] ?? 0;
    const last = (graph.shapeStart[piece + 1] ?? 1) - 1;
    const neighbour = share === 1 && point + 1 < last ? point + 1 : share === 0 && point > first ? point - 1 : -1;
    if (neighbour < 0) return here;
    const there = unit(neighbour);
    return [here[0] + there[0], here[1] + there[1]];
  };
  const unit = (point: number): readonly [number, number] => {
    const [dx, dy] = [(x[point + 1] ?? 0) - (x[point] ?? 0), (y[point + 1] ?? 0) - (y[point] ?? 0)];
    const length = Math.hypot(dx, dy) || 1;
    return [dx / length, dy / length];
  };

  const within = (position: Position, reachMetres: number): SegmentHit[] => {
    const [px, py] = [position[0] * eastScale, position[1] * northScale];
    const found = grid.search(px - reachMetres, py - reachMetres, px + reachMetres, py + reachMetres);
    return found.flatMap((index) => hit(index, px, py, reachMetres) ?? []);
  };

  const nearest = (position: Position): SegmentHit | null => {
    const [px, py] = [position[0] * eastScale, position[1] * northScale];
    const first = grid.someNear(px, py);
    if (first < 0) return null;
    // It need not be the nearest, but no segment beyond it can be nearer.
    const reach = (hit(first, px, py, Infinity)?.distanceMetres ?? 0) + 1e-6;
    let best: SegmentHit | null = null;
    for (const candidate of within(position, reach)) {
      if (best === null || candidate.distanceMetres < best.distanceMetres) best = candidate;
    }
    return best;
  };

  return { within, nearest };
}

function pointPosition(graph: StreetGraph, point: number): Position {
  return [graph.shapeLongitude[point] ?? 0, graph.shapeLatitude[point] ?? 0];
}

function scaled(values: Float64Array, scale: number): Float64Array {
  const metres = new Float64Array(values.length);
  for (let index = 0; index < metres.length; index++) metres[index] = (values[index] ?? 0) * scale;
  return metres;
}

/** Metres per degree on an equirectangular plane, true at the mean latitude of the nodes: within 0.2 % over a department. */
function planeAround(graph: StreetGraph): readonly [east: number, north: number] {
  let sum = 0;
  for (const latitude of graph.nodeLatitude) sum += latitude;
  const middle = graph.nodeCount === 0 ? 0 : sum / graph.nodeCount;
  return [Math.cos((middle * Math.PI) / 180) * METRES_PER_DEGREE, METRES_PER_DEGREE];
}

import Flatbush from "flatbush";
import { distanceMetres, METRES_PER_DEGREE, type Position } from "../geometry/position.ts";
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
 * An index of the straight segments of all streets: a packed Hilbert R-tree over their boxes (flatbush), in metres on
 * a plane around the middle of the graph. Building takes O(n log n), a search O(log n + hits).
 */
export function createSegmentIndex(graph: StreetGraph): SegmentIndex {
  const plane = planeAround(graph);
  const points = graph.shapeLongitude.length;
  const x = new Float64Array(points);
  const y = new Float64Array(points);
  const offset = new Float64Array(points);
  const segmentCount = Math.max(0, points - graph.pieceCount);
  const segmentPoint = new Uint32Array(segmentCount);
  const segmentPiece = new Uint32Array(segmentCount);
  let segment = 0;
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    const first = graph.shapeStart[piece] ?? 0;
    const end = graph.shapeStart[piece + 1] ?? first;
    for (let point = first; point < end; point++) {
      const position = pointPosition(graph, point);
      [x[point], y[point]] = plane(position);
      if (point === first) continue;
      offset[point] = (offset[point - 1] ?? 0) + distanceMetres(pointPosition(graph, point - 1), position);
      segmentPoint[segment] = point - 1;
      segmentPiece[segment] = piece;
      segment++;
    }
  }
  // Flatbush refuses an empty index.
  const tree = segmentCount === 0 ? null : new Flatbush(segmentCount);
  for (const point of segmentPoint) {
    const [ax, ay, bx, by] = [x[point] ?? 0, y[point] ?? 0, x[point + 1] ?? 0, y[point + 1] ?? 0];
    tree?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  tree?.finish();

  const hit = (index: number, px: number, py: number): SegmentHit => {
    const point = segmentPoint[index] ?? 0;
    const piece = segmentPiece[index] ?? 0;
    const [ax, ay] = [x[point] ?? 0, y[point] ?? 0];
    const [dx, dy] = [(x[point + 1] ?? 0) - ax, (y[point + 1] ?? 0) - ay];
    const share = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
    const [gapX, gapY] = [px - (ax + share * dx), py - (ay + share * dy)];
    const distance = Math.hypot(gapX, gapY);
    const from = offset[point] ?? 0;
    const along = from + share * ((offset[point + 1] ?? from) - from);
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
    if (tree === null) return [];
    const [px, py] = plane(position);
    const found = tree.search(px - reachMetres, py - reachMetres, px + reachMetres, py + reachMetres);
    found.sort((a, b) => a - b);
    return found.map((index) => hit(index, px, py)).filter((candidate) => candidate.distanceMetres <= reachMetres);
  };

  const nearest = (position: Position): SegmentHit | null => {
    const [px, py] = plane(position);
    const first = tree?.neighbors(px, py, 1)[0];
    if (first === undefined) return null;
    // The nearest box is not always the nearest segment, but no segment beyond this one can be nearer.
    const reach = hit(first, px, py).distanceMetres + 1e-6;
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

/** Equirectangular plane in metres, true at the mean latitude of the nodes: within 0.2 % over a department. */
function planeAround(graph: StreetGraph): (position: Position) => readonly [x: number, y: number] {
  let sum = 0;
  for (const latitude of graph.nodeLatitude) sum += latitude;
  const middle = graph.nodeCount === 0 ? 0 : sum / graph.nodeCount;
  const eastScale = Math.cos((middle * Math.PI) / 180) * METRES_PER_DEGREE;
  return ([longitude, latitude]) => [longitude * eastScale, latitude * METRES_PER_DEGREE];
}

import type { SlopedPiece } from "./measure-slopes.ts";
import { STREET_CLASSES, type StreetGraph } from "./street-graph.ts";

/**
 * Lays pieces out in the flat arrays of a street graph. Nodes are numbered in order of appearance, components by the
 * metres of street they hold, 0 the longest. The same pieces always give the same graph.
 */
export function layOutGraph(pieces: readonly SlopedPiece[], elevations: ReadonlyMap<number, number>): StreetGraph {
  const nodeByKey = numberNodes(pieces);
  const nodeCount = nodeByKey.size;
  const pieceCount = pieces.length;
  const names = [""];
  const nameIndex = new Map([["", 0]]);
  const shapeLength = pieces.reduce((sum, piece) => sum + piece.positions.length, 0);

  const graph = {
    nodeCount,
    pieceCount,
    nodeLongitude: new Float64Array(nodeCount),
    nodeLatitude: new Float64Array(nodeCount),
    nodeElevation: new Float32Array(nodeCount).fill(Number.NaN),
    nodeComponent: new Uint32Array(nodeCount),
    pieceFrom: new Uint32Array(pieceCount),
    pieceTo: new Uint32Array(pieceCount),
    pieceLengthMetres: new Float64Array(pieceCount),
    pieceEffortForward: new Float64Array(pieceCount),
    pieceEffortBackward: new Float64Array(pieceCount),
    pieceClass: new Uint8Array(pieceCount),
    pieceFlags: new Uint8Array(pieceCount),
    pieceName: new Uint32Array(pieceCount),
    pieceWayId: new Float64Array(pieceCount),
    shapeStart: new Uint32Array(pieceCount + 1),
    shapeLongitude: new Float64Array(shapeLength),
    shapeLatitude: new Float64Array(shapeLength),
    arcStart: new Uint32Array(nodeCount + 1),
    arcPiece: new Uint32Array(2 * pieceCount),
    arcTarget: new Uint32Array(2 * pieceCount),
    names,
  };

  let point = 0;
  pieces.forEach((piece, index) => {
    const from = nodeByKey.get(piece.from) ?? 0;
    const to = nodeByKey.get(piece.to) ?? 0;
    graph.pieceFrom[index] = from;
    graph.pieceTo[index] = to;
    graph.pieceLengthMetres[index] = piece.lengthMetres;
    graph.pieceEffortForward[index] = piece.effortForward;
    graph.pieceEffortBackward[index] = piece.effortBackward;
    graph.pieceClass[index] = STREET_CLASSES.indexOf(piece.streetClass);
    graph.pieceFlags[index] = piece.flags;
    graph.pieceWayId[index] = piece.wayId;
    let name = nameIndex.get(piece.name);
    if (name === undefined) {
      name = names.push(piece.name) - 1;
      nameIndex.set(piece.name, name);
    }
    graph.pieceName[index] = name;
    graph.shapeStart[index] = point;
    for (const [longitude, latitude] of piece.positions) {
      graph.shapeLongitude[point] = longitude;
      graph.shapeLatitude[point] = latitude;
      point++;
    }
    placeNode(graph, from, graph.shapeStart[index] ?? 0);
    placeNode(graph, to, point - 1);
  });
  graph.shapeStart[pieceCount] = point;
  for (const [key, node] of nodeByKey) {
    const elevation = elevations.get(key);
    if (elevation !== undefined) graph.nodeElevation[node] = elevation;
  }
  layOutArcs(graph);
  numberComponents(graph);
  return graph;
}

function numberNodes(pieces: readonly SlopedPiece[]): Map<number, number> {
  const nodeByKey = new Map<number, number>();
  for (const piece of pieces) {
    for (const key of [piece.from, piece.to]) if (!nodeByKey.has(key)) nodeByKey.set(key, nodeByKey.size);
  }
  return nodeByKey;
}

function placeNode(graph: StreetGraph, node: number, point: number): void {
  graph.nodeLongitude[node] = graph.shapeLongitude[point] ?? 0;
  graph.nodeLatitude[node] = graph.shapeLatitude[point] ?? 0;
}

/** Compressed sparse rows: counts per node, running sums, then each arc in the next free place of its node. */
function layOutArcs(graph: StreetGraph): void {
  const { nodeCount, pieceCount, pieceFrom, pieceTo, arcStart, arcPiece, arcTarget } = graph;
  for (let piece = 0; piece < pieceCount; piece++) {
    for (const node of [pieceFrom[piece] ?? 0, pieceTo[piece] ?? 0]) arcStart[node + 1] = (arcStart[node + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodeCount; node++) arcStart[node + 1] = (arcStart[node + 1] ?? 0) + (arcStart[node] ?? 0);
  const next = arcStart.slice(0, nodeCount);
  const add = (node: number, arc: number, target: number): void => {
    const place = next[node] ?? 0;
    next[node] = place + 1;
    arcPiece[place] = arc;
    arcTarget[place] = target;
  };
  for (let piece = 0; piece < pieceCount; piece++) {
    const [from, to] = [pieceFrom[piece] ?? 0, pieceTo[piece] ?? 0];
    add(from, piece * 2, to);
    add(to, piece * 2 + 1, from);
  }
}

function numberComponents(graph: StreetGraph): void {
  const { nodeCount, arcStart, arcTarget, nodeComponent } = graph;
  const found = new Int32Array(nodeCount).fill(-1);
  const metres: number[] = [];
  for (let seed = 0; seed < nodeCount; seed++) {
    if (found[seed] !== -1) continue;
    const component = metres.push(0) - 1;
    const queue = [seed];
    found[seed] = component;
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      for (let arc = arcStart[node] ?? 0; arc < (arcStart[node + 1] ?? 0); arc++) {
        const target = arcTarget[arc] ?? 0;
        if (found[target] !== -1) continue;
        found[target] = component;
        queue.push(target);
      }
    }
  }
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    const component = found[graph.pieceFrom[piece] ?? 0] ?? 0;
    metres[component] = (metres[component] ?? 0) + (graph.pieceLengthMetres[piece] ?? 0);
  }
  const bySize = metres.map((_, component) => component).sort((a, b) => (metres[b] ?? 0) - (metres[a] ?? 0) || a - b);
  const rank = new Uint32Array(metres.length);
  bySize.forEach((component, index) => {
    rank[component] = index;
  });
  for (let node = 0; node < nodeCount; node++) nodeComponent[node] = rank[found[node] ?? 0] ?? 0;
}

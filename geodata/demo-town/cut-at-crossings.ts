import type { Edge, Network } from "./network.ts";
import {
  between,
  crossing,
  distance,
  firstPoint,
  type Line,
  lastPoint,
  nearestShare,
  type Point,
  pointAt,
} from "./plane.ts";
import { SegmentIndex } from "./segment-index.ts";

interface Owner {
  readonly line: number;
  readonly segment: number;
}
interface Cut {
  readonly share: number;
  readonly point: Point;
}

/** An end that lies this near to another line stands on it. */
const TOUCH_METRES = 0.6;
const SAME_POINT_METRES = 0.3;

/** Cuts lines wherever they cross or end on one another. Every crossing and every free end becomes a node. */
export function cutAtCrossings(lines: readonly Line[]): Network {
  const cuts = findCuts(lines);
  const vertices = new VertexTable();
  const paths = lines.map((line, index) => vertexPath(line, cuts[index] ?? new Map(), vertices));
  return chainEdges(paths, vertices.points);
}

function findCuts(lines: readonly Line[]): Map<number, Cut[]>[] {
  const index = new SegmentIndex<Owner>();
  const cuts = lines.map(() => new Map<number, Cut[]>());
  const cut = ({ line, segment }: Owner, share: number, point: Point) => {
    const ofLine = cuts[line];
    const list = ofLine?.get(segment);
    if (list) list.push({ share, point });
    else ofLine?.set(segment, [{ share, point }]);
  };
  lines.forEach((points, line) => {
    for (let segment = 0; segment + 1 < points.length; segment++) {
      const from = pointAt(points, segment);
      const to = pointAt(points, segment + 1);
      for (const other of index.around(from, to, 1)) {
        if (other.owner.line === line && other.owner.segment >= segment - 1) continue;
        const hit = crossing(from, to, other.from, other.to);
        if (!hit) continue;
        const point = between(from, to, hit.t);
        cut({ line, segment }, hit.t, point);
        cut(other.owner, hit.u, point);
      }
      index.add(from, to, { line, segment });
    }
  });
  lines.forEach((points, line) => {
    for (const end of [firstPoint(points), lastPoint(points)]) {
      for (const { owner, from, to } of index.around(end, end, TOUCH_METRES)) {
        if (owner.line === line) continue;
        const share = nearestShare(end, from, to);
        if (distance(end, between(from, to, share)) < TOUCH_METRES) cut(owner, share, end);
      }
    }
  });
  return cuts;
}

/** Vertex numbers along a line, cuts included, points that coincide taken once. */
function vertexPath(line: Line, cuts: ReadonlyMap<number, Cut[]>, vertices: VertexTable): number[] {
  const path: number[] = [];
  const add = (point: Point) => {
    const vertex = vertices.numberOf(point);
    if (path.at(-1) !== vertex) path.push(vertex);
  };
  line.forEach((point, segment) => {
    add(point);
    const here = [...(cuts.get(segment) ?? [])].sort((a, b) => a.share - b.share);
    for (const cut of here) add(cut.point);
  });
  return path;
}

class VertexTable {
  readonly points: Point[] = [];
  readonly #cells = new Map<string, number[]>();

  numberOf(point: Point): number {
    const column = Math.round(point[0] / SAME_POINT_METRES);
    const row = Math.round(point[1] / SAME_POINT_METRES);
    for (let east = -1; east <= 1; east++) {
      for (let north = -1; north <= 1; north++) {
        for (const vertex of this.#cells.get(`${column + east}/${row + north}`) ?? []) {
          if (distance(pointAt(this.points, vertex), point) < SAME_POINT_METRES) return vertex;
        }
      }
    }
    const key = `${column}/${row}`;
    this.#cells.set(key, [...(this.#cells.get(key) ?? []), this.points.length]);
    return this.points.push(point) - 1;
  }
}

/** Joins vertex steps into edges that run from node to node; a node is where lines meet, cross or end. */
function chainEdges(paths: readonly (readonly number[])[], points: readonly Point[]): Network {
  const seen = new Set<string>();
  const degree = new Map<number, number>();
  const linesAt = new Map<number, number>();
  const isNode = new Set<number>();
  const uniquePaths = paths.map((path, line) => {
    const runs: number[][] = [];
    let run: number[] = [];
    path.forEach((vertex, i) => {
      const before = path[i - 1];
      if (before !== undefined) {
        const key = before < vertex ? `${before}/${vertex}` : `${vertex}/${before}`;
        if (seen.has(key)) {
          if (run.length > 1) runs.push(run);
          run = [];
        } else {
          seen.add(key);
          for (const end of [before, vertex]) degree.set(end, (degree.get(end) ?? 0) + 1);
        }
      }
      if (linesAt.get(vertex) !== undefined && linesAt.get(vertex) !== line) isNode.add(vertex);
      linesAt.set(vertex, line);
      run.push(vertex);
    });
    if (run.length > 1) runs.push(run);
    return runs;
  });
  for (const [vertex, count] of degree) if (count !== 2) isNode.add(vertex);
  const nodeNumber = new Map<number, number>();
  const nodes: Point[] = [];
  const nodeOf = (vertex: number) => {
    const known = nodeNumber.get(vertex);
    if (known !== undefined) return known;
    nodeNumber.set(vertex, nodes.length);
    return nodes.push(pointAt(points, vertex)) - 1;
  };
  const edges: Edge[] = [];
  uniquePaths.forEach((runs, line) => {
    for (const run of runs) {
      let start = 0;
      for (let i = 1; i < run.length; i++) {
        const vertex = run[i] ?? 0;
        if (i < run.length - 1 && !isNode.has(vertex)) continue;
        const chain = run.slice(start, i + 1).map((each) => pointAt(points, each));
        edges.push({ from: nodeOf(run[start] ?? 0), to: nodeOf(vertex), points: chain, line });
        start = i;
      }
    }
  });
  return { nodes, edges };
}

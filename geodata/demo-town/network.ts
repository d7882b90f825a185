import { distance, firstPoint, type Line, lastPoint, lineLength, type Point } from "./plane.ts";

/** A stretch of line between two nodes. `line` is the index of the line it was cut from. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly points: Line;
  readonly line: number;
}

/** Lines cut at all their crossings. Node positions are shared exactly by the ends of their edges. */
export interface Network {
  readonly nodes: readonly Point[];
  readonly edges: readonly Edge[];
}

/** Edges at each node, as indices of `edges`; a loop counts twice. */
export function edgesAtNodes(network: Network): readonly (readonly number[])[] {
  const lists: number[][] = network.nodes.map(() => []);
  network.edges.forEach((edge, index) => {
    lists[edge.from]?.push(index);
    lists[edge.to]?.push(index);
  });
  return lists;
}

/**
 * Joins nodes that are less than `metres` apart along an edge into one; the node that `isFixed` wins. Leaves no edge
 * from a node to itself shorter than 30 m and no two edges between the same nodes that are almost as long.
 */
export function withoutShortEdges(network: Network, metres: number, isFixed: (edge: Edge) => boolean): Network {
  const target = network.nodes.map((_, index) => index);
  const find = (node: number): number => {
    let root = node;
    while ((target[root] ?? root) !== root) root = target[root] ?? root;
    return root;
  };
  const fixedNodes = new Set(network.edges.filter(isFixed).flatMap(({ from, to }) => [from, to]));
  for (const edge of network.edges) {
    if (isFixed(edge) || lineLength(edge.points) >= metres) continue;
    const [a, b] = [find(edge.from), find(edge.to)];
    if (a === b || (fixedNodes.has(a) && fixedNodes.has(b))) continue;
    if (fixedNodes.has(b)) target[a] = b;
    else target[b] = a;
  }
  const edges = network.edges.flatMap((edge) => {
    const from = find(edge.from);
    const to = find(edge.to);
    const start = network.nodes[from];
    const end = network.nodes[to];
    if (!start || !end || (from === to && lineLength(edge.points) < 30)) return [];
    if (from === edge.from && to === edge.to) return [edge];
    const inner = edge.points
      .slice(1, -1)
      .filter((point) => distance(point, start) > metres && distance(point, end) > metres);
    return [{ ...edge, from, to, points: [start, ...inner, end] }];
  });
  return { nodes: network.nodes, edges: withoutTwins(edges, isFixed) };
}

function withoutTwins(edges: readonly Edge[], isFixed: (edge: Edge) => boolean): Edge[] {
  const byEnds = new Map<string, Edge[]>();
  const kept: Edge[] = [];
  for (const edge of [...edges].sort((a, b) => Number(isFixed(b)) - Number(isFixed(a)))) {
    const key = edge.from < edge.to ? `${edge.from}/${edge.to}` : `${edge.to}/${edge.from}`;
    const twins = byEnds.get(key) ?? [];
    const isTwin = twins.some((twin) => Math.abs(lineLength(twin.points) - lineLength(edge.points)) < 40);
    if (isTwin && !isFixed(edge)) continue;
    byEnds.set(key, [...twins, edge]);
    kept.push(edge);
  }
  return kept;
}

/** Takes away edges that end nowhere and that `isUnwanted`, again and again until none is left. */
export function withoutDeadEnds(network: Network, isUnwanted: (edge: Edge, freeEnd: Point) => boolean): Network {
  let edges = network.edges;
  for (;;) {
    const degree = new Int32Array(network.nodes.length);
    for (const { from, to } of edges) {
      degree[from] = (degree[from] ?? 0) + 1;
      degree[to] = (degree[to] ?? 0) + 1;
    }
    const kept = edges.filter((edge) => {
      if (degree[edge.to] === 1) return !isUnwanted(edge, lastPoint(edge.points));
      if (degree[edge.from] === 1) return !isUnwanted(edge, firstPoint(edge.points));
      return true;
    });
    if (kept.length === edges.length) return { nodes: network.nodes, edges };
    edges = kept;
  }
}

/** The part of the network that hangs together and has most nodes. */
export function largestPart(network: Network): Network {
  const atNodes = edgesAtNodes(network);
  const part = new Int32Array(network.nodes.length).fill(-1);
  let best = -1;
  let bestSize = 0;
  for (let start = 0; start < network.nodes.length; start++) {
    if (part[start] !== -1) continue;
    const stack = [start];
    part[start] = start;
    let size = 0;
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      size++;
      for (const index of atNodes[node] ?? []) {
        const edge = network.edges[index];
        if (!edge) continue;
        const other = edge.from === node ? edge.to : edge.from;
        if (part[other] !== -1) continue;
        part[other] = start;
        stack.push(other);
      }
    }
    if (size > bestSize) {
      best = start;
      bestSize = size;
    }
  }
  return { nodes: network.nodes, edges: network.edges.filter((edge) => part[edge.from] === best) };
}

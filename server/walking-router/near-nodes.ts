import type { ModeNetwork } from "./mode-network.ts";
import { createNodeHeap } from "./node-heap.ts";

/**
 * The nodes that shortest walks between the given nodes may pass, and some more: of a city, the part around a
 * neighbourhood. Sorted.
 *
 * From a node c in the middle, let least(v) be the effort to v when every street is taken in its easier direction, and
 * most(v) in its harder one; both are the same there and back. A shortest walk from a to b over v has
 * least(a, v) + least(v, b) ≤ most(a) + most(b), since a walk by c would not be longer than that. So
 * least(v) ≤ the greatest least(t) + most(t) among the given nodes t. O(n log n) in the nodes found.
 */
export function nearNodes(network: ModeNetwork, ends: readonly number[]): Int32Array {
  const endsByPart = new Map<number, number[]>();
  for (const end of new Set(ends)) {
    const part = network.component[end] ?? 0;
    const known = endsByPart.get(part);
    if (known === undefined) endsByPart.set(part, [end]);
    else known.push(end);
  }
  const found: number[] = [];
  for (const part of endsByPart.values()) {
    const middle = middleOf(network, part);
    const most = spread(network, Math.max, middle, part, () => 0);
    const least = spread(network, Math.min, middle, part, (distance) =>
      part.reduce((radius, end) => Math.max(radius, (distance[end] ?? 0) + (most.distance[end] ?? 0)), 0),
    );
    // One by one: a whole city is too many arguments for one call.
    for (const node of least.settled) found.push(node);
  }
  return Int32Array.from(found).sort();
}

/** The given node that is nearest to the mean of all. */
function middleOf(network: ModeNetwork, nodes: readonly number[]): number {
  const { nodeLongitude, nodeLatitude } = network.graph;
  const [east, north] = network.plane;
  const x = nodes.reduce((sum, node) => sum + (nodeLongitude[node] ?? 0), 0) / nodes.length;
  const y = nodes.reduce((sum, node) => sum + (nodeLatitude[node] ?? 0), 0) / nodes.length;
  const distanceOf = (node: number): number =>
    Math.hypot(((nodeLongitude[node] ?? 0) - x) * east, ((nodeLatitude[node] ?? 0) - y) * north);
  return nodes.reduce((best, node) => (distanceOf(node) < distanceOf(best) ? node : best), nodes[0] ?? 0);
}

/** Dijkstra's algorithm until all `ends` are settled, then on to the radius that `radiusOf` makes of their distances. */
function spread(
  network: ModeNetwork,
  effortOf: (forward: number, backward: number) => number,
  source: number,
  ends: readonly number[],
  radiusOf: (distance: Float64Array) => number,
): { distance: Float64Array; settled: number[] } {
  const { graph, pieceForward, pieceBackward } = network;
  const { nodeCount, arcStart, arcPiece, arcTarget } = graph;
  const distance = new Float64Array(nodeCount).fill(Infinity);
  const isEnd = new Set(ends);
  const heap = createNodeHeap(nodeCount);
  const settled: number[] = [];
  let left = isEnd.size;
  let radius = Infinity;
  distance[source] = 0;
  heap.put(source, 0);
  for (let node = heap.take(); node >= 0; node = heap.take()) {
    const reached = distance[node] ?? 0;
    if (reached > radius) break;
    settled.push(node);
    if (isEnd.has(node) && --left === 0) radius = radiusOf(distance);
    for (let arc = arcStart[node] ?? 0; arc < (arcStart[node + 1] ?? 0); arc++) {
      const piece = (arcPiece[arc] ?? 0) >> 1;
      const target = arcTarget[arc] ?? 0;
      const effort = reached + effortOf(pieceForward[piece] ?? Infinity, pieceBackward[piece] ?? Infinity);
      if (effort >= (distance[target] ?? 0)) continue;
      distance[target] = effort;
      heap.put(target, effort);
    }
  }
  return { distance, settled };
}

import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";

/**
 * Shortest walks from one node to others: Dijkstra's algorithm on the arcs of the street graph, stopped as soon as
 * every target is settled. Costs are effort metres (flat-walk metres), so one search serves every walking speed.
 *
 * The queue is a 4-ary heap of nodes with decrease-key, in typed arrays made once and reused: a search touches only
 * what it settles. Invariant: `distance[node]` is final once the node has left the heap. Ties are settled in the
 * order of the heap, which depends on the graph alone, so that the same graph gives the same walks.
 */
export interface NodeSearch {
  /** Sets the nodes that the next runs look for. */
  aimAt(targets: Iterable<number>): void;
  /** Searches from `source` until every target that can be reached is settled. */
  run(source: number): void;
  /** Effort metres from the source of the last run; Infinity for a node that it did not settle. */
  distanceTo(node: number): number;
  /** Arcs walked from the source of the last run to a settled node, as `piece × 2 + direction`, in order. */
  arcsTo(node: number): number[];
}

const UNSEEN = -1;
const SETTLED = -2;

export function createNodeSearch(graph: StreetGraph): NodeSearch {
  const { nodeCount, nodeComponent, arcStart, arcPiece, arcTarget, pieceFrom, pieceTo } = graph;
  const arcEffort = effortOfArcs(graph);
  const distance = new Float64Array(nodeCount).fill(Infinity);
  const place = new Int32Array(nodeCount).fill(UNSEEN);
  const lastArc = new Int32Array(nodeCount).fill(-1);
  const heap = new Int32Array(nodeCount);
  const touched = new Int32Array(nodeCount);
  const isTarget = new Uint8Array(nodeCount);
  const targetsByComponent = new Map<number, number>();
  let aimed: number[] = [];
  let heapSize = 0;
  let touchedCount = 0;

  const raise = (start: number, node: number): void => {
    const cost = distance[node] ?? 0;
    let at = start;
    while (at > 0) {
      const parentAt = (at - 1) >> 2;
      const parent = heap[parentAt] ?? 0;
      if ((distance[parent] ?? 0) <= cost) break;
      heap[at] = parent;
      place[parent] = at;
      at = parentAt;
    }
    heap[at] = node;
    place[node] = at;
  };

  const takeFirst = (): number => {
    const first = heap[0] ?? 0;
    place[first] = SETTLED;
    heapSize--;
    if (heapSize === 0) return first;
    const node = heap[heapSize] ?? 0;
    const cost = distance[node] ?? 0;
    let at = 0;
    for (let child = 1; child < heapSize; child = 4 * at + 1) {
      let best = child;
      let bestCost = distance[heap[child] ?? 0] ?? 0;
      const end = Math.min(child + 4, heapSize);
      for (let sibling = child + 1; sibling < end; sibling++) {
        const siblingCost = distance[heap[sibling] ?? 0] ?? 0;
        if (siblingCost < bestCost) {
          best = sibling;
          bestCost = siblingCost;
        }
      }
      if (bestCost >= cost) break;
      const moved = heap[best] ?? 0;
      heap[at] = moved;
      place[moved] = at;
      at = best;
    }
    heap[at] = node;
    place[node] = at;
    return first;
  };

  const forget = (): void => {
    for (let index = 0; index < touchedCount; index++) {
      const node = touched[index] ?? 0;
      distance[node] = Infinity;
      place[node] = UNSEEN;
      lastArc[node] = -1;
    }
    touchedCount = 0;
    heapSize = 0;
  };

  const aimAt = (targets: Iterable<number>): void => {
    for (const node of aimed) isTarget[node] = 0;
    targetsByComponent.clear();
    aimed = [];
    for (const node of targets) {
      if (isTarget[node] === 1) continue;
      isTarget[node] = 1;
      aimed.push(node);
      const component = nodeComponent[node] ?? 0;
      targetsByComponent.set(component, (targetsByComponent.get(component) ?? 0) + 1);
    }
  };

  const run = (source: number): void => {
    forget();
    distance[source] = 0;
    touched[touchedCount++] = source;
    raise(heapSize++, source);
    let left = targetsByComponent.get(nodeComponent[source] ?? 0) ?? 0;
    while (heapSize > 0 && left > 0) {
      const node = takeFirst();
      if (isTarget[node] === 1) left--;
      const cost = distance[node] ?? 0;
      const end = arcStart[node + 1] ?? 0;
      for (let arc = arcStart[node] ?? 0; arc < end; arc++) {
        const target = arcTarget[arc] ?? 0;
        const state = place[target] ?? 0;
        if (state === SETTLED) continue;
        const reached = cost + (arcEffort[arc] ?? 0);
        if (reached >= (distance[target] ?? 0)) continue;
        distance[target] = reached;
        lastArc[target] = arcPiece[arc] ?? 0;
        if (state === UNSEEN) {
          touched[touchedCount++] = target;
          raise(heapSize++, target);
        } else {
          raise(state, target);
        }
      }
    }
  };

  return {
    aimAt,
    run,
    distanceTo: (node) => (place[node] === SETTLED ? (distance[node] ?? Infinity) : Infinity),
    arcsTo: (node) => {
      const arcs: number[] = [];
      for (let at = node, arc = lastArc[at] ?? -1; arc >= 0; arc = lastArc[at] ?? -1) {
        arcs.push(arc);
        at = (arc & 1 ? pieceTo[arc >> 1] : pieceFrom[arc >> 1]) ?? 0;
      }
      return arcs.reverse();
    },
  };
}

function effortOfArcs(graph: StreetGraph): Float64Array {
  return Float64Array.from(graph.arcPiece, (arc) => {
    const piece = arc >> 1;
    return (arc & 1 ? graph.pieceEffortBackward[piece] : graph.pieceEffortForward[piece]) ?? Infinity;
  });
}

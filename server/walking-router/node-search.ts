import { effortBound } from "./effort-bound.ts";
import { type ModeNetwork, metresBetween, riseMetres } from "./mode-network.ts";
import { createNodeHeap } from "./node-heap.ts";

/**
 * Shortest walks from one node to others: Dijkstra's algorithm, stopped as soon as every target is settled; with one
 * or two targets directed at them (A*: Hart, Nilsson and Raphael 1968) by a bound that no walk can beat, see effortBound.
 * Costs are effort metres, so one search serves every walking speed. Of walks with equal effort, the one that climbs
 * least.
 *
 * Arrays are made once and reused: a search touches only what it reaches. Invariant: `distance[node]` is final once the
 * node has left the heap. Ties depend on the network alone, so that the same graph gives the same walks.
 */
export interface NodeSearch {
  /** Sets the nodes that the next runs look for. */
  aimAt(targets: Iterable<number>): void;
  /** Searches from `source` until every target that can be reached is settled. */
  run(source: number): void;
  /** Effort metres from the source of the last run; Infinity for a node that it did not settle. */
  distanceTo(node: number): number;
  /** Metres climbed on that walk; Infinity when it passes where elevation is not known. */
  riseTo(node: number): number;
  /** Arcs walked from the source of the last run to a settled node, as `piece × 2 + direction`, in order. */
  arcsTo(node: number): number[];
  /** Nodes settled since the search was made. */
  readonly settledCount: number;
}

const DIRECTED_AT_MOST = 2;

export function createNodeSearch(network: ModeNetwork): NodeSearch {
  const { graph, arcEffort, component } = network;
  const { nodeCount, arcStart, arcPiece, arcTarget, pieceFrom, pieceTo } = graph;
  const { perMetre, perMetreClimbed, height } = effortBound(network);
  const distance = new Float64Array(nodeCount).fill(Infinity);
  const rise = new Float64Array(nodeCount);
  /** Effort that is left at least, of nodes that were reached. */
  const ahead = new Float64Array(nodeCount);
  const isSettled = new Uint8Array(nodeCount);
  const lastArc = new Int32Array(nodeCount).fill(-1);
  const heap = createNodeHeap(nodeCount);
  const touched = new Int32Array(nodeCount);
  const isTarget = new Uint8Array(nodeCount);
  const targetsByComponent = new Map<number, number>();
  let aimed: number[] = [];
  let touchedCount = 0;
  let settledCount = 0;

  const forget = (): void => {
    for (let index = 0; index < touchedCount; index++) {
      const node = touched[index] ?? 0;
      distance[node] = Infinity;
      isSettled[node] = 0;
      lastArc[node] = -1;
    }
    touchedCount = 0;
    heap.clear();
  };

  const aimAt = (targets: Iterable<number>): void => {
    for (const node of aimed) isTarget[node] = 0;
    targetsByComponent.clear();
    aimed = [];
    for (const node of targets) {
      if (isTarget[node] === 1) continue;
      isTarget[node] = 1;
      aimed.push(node);
      const part = component[node] ?? 0;
      targetsByComponent.set(part, (targetsByComponent.get(part) ?? 0) + 1);
    }
  };

  const effortAhead = (node: number): number => {
    if (aimed.length > DIRECTED_AT_MOST) return 0;
    let least = Infinity;
    for (const target of aimed) {
      const rise = (height[target] ?? 0) - (height[node] ?? 0);
      least = Math.min(least, metresBetween(network, node, target) * perMetre + rise * perMetreClimbed);
    }
    return least === Infinity ? 0 : Math.max(0, least);
  };

  const run = (source: number): void => {
    forget();
    distance[source] = 0;
    rise[source] = 0;
    touched[touchedCount++] = source;
    heap.put(source, 0);
    let left = targetsByComponent.get(component[source] ?? 0) ?? 0;
    for (let node = left > 0 ? heap.take() : -1; node >= 0; node = heap.take()) {
      isSettled[node] = 1;
      settledCount++;
      if (isTarget[node] === 1 && --left === 0) break;
      const cost = distance[node] ?? 0;
      const end = arcStart[node + 1] ?? 0;
      for (let arc = arcStart[node] ?? 0; arc < end; arc++) {
        const target = arcTarget[arc] ?? 0;
        const reached = cost + (arcEffort[arc] ?? Infinity);
        const known = distance[target] ?? Infinity;
        if (reached > known || isSettled[target] === 1 || reached === Infinity) continue;
        const climbed = (rise[node] ?? 0) + riseMetres(graph, node, target);
        if (reached === known && climbed >= (rise[target] ?? 0)) continue;
        if (known === Infinity) {
          touched[touchedCount++] = target;
          ahead[target] = effortAhead(target);
        }
        distance[target] = reached;
        rise[target] = climbed;
        lastArc[target] = arcPiece[arc] ?? 0;
        if (reached < known) heap.put(target, reached + (ahead[target] ?? 0));
      }
    }
  };

  return {
    aimAt,
    run,
    distanceTo: (node) => (isSettled[node] === 1 ? (distance[node] ?? Infinity) : Infinity),
    riseTo: (node) => (isSettled[node] === 1 ? (rise[node] ?? Infinity) : Infinity),
    arcsTo: (node) => {
      const arcs: number[] = [];
      for (let at = node, arc = lastArc[at] ?? -1; arc >= 0; arc = lastArc[at] ?? -1) {
        arcs.push(arc);
        at = (arc & 1 ? pieceTo[arc >> 1] : pieceFrom[arc >> 1]) ?? 0;
      }
      return arcs.reverse();
    },
    get settledCount() {
      return settledCount;
    },
  };
}

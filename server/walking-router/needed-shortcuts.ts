import type { Shortcuts } from "./eliminate-nodes.ts";

/**
 * The shortcuts of nodes above targets, then those above sources only; within both, later nodes first. So every node
 * comes after those that its shortcuts lead to, and the first of its later nodes to leave has the greatest index.
 */
export function copyNeeded(
  shortcuts: Shortcuts,
  sourceNodes: Iterable<number>,
  targetEnds: Int32Array,
): NeededShortcuts {
  const size = shortcuts.start.length - 1;
  const need = new Uint8Array(size);
  for (const node of sourceNodes) need[rankOf(shortcuts, node)] = FOR_SOURCES;
  for (const node of targetEnds) need[rankOf(shortcuts, node)] = FOR_TARGETS;
  let count = 0;
  let sweptCount = 0;
  let arcs = 0;
  for (let rank = 0; rank < size; rank++) {
    const why = need[rank] ?? 0;
    if (why === 0) continue;
    count++;
    if (why === FOR_TARGETS) sweptCount++;
    for (let at = shortcuts.start[rank] ?? 0; at < (shortcuts.start[rank + 1] ?? 0); at++, arcs++) {
      const later = shortcuts.target[at] ?? 0;
      need[later] = Math.max(need[later] ?? 0, why);
    }
  }
  const indexOfRank = new Int32Array(size).fill(-1);
  const start = new Int32Array(count + 1);
  const target = new Int32Array(arcs);
  const effortUp = new Float64Array(arcs);
  const effortDown = new Float64Array(arcs);
  const riseUp = new Float64Array(arcs);
  const riseDown = new Float64Array(arcs);
  let index = 0;
  let to = 0;
  for (const why of [FOR_TARGETS, FOR_SOURCES]) {
    for (let rank = size - 1; rank >= 0; rank--) {
      if (need[rank] !== why) continue;
      indexOfRank[rank] = index++;
      for (let at = shortcuts.start[rank] ?? 0; at < (shortcuts.start[rank + 1] ?? 0); at++, to++) {
        target[to] = indexOfRank[shortcuts.target[at] ?? 0] ?? 0;
        effortUp[to] = shortcuts.effortUp[at] ?? Infinity;
        effortDown[to] = shortcuts.effortDown[at] ?? Infinity;
        riseUp[to] = shortcuts.riseUp[at] ?? Infinity;
        riseDown[to] = shortcuts.riseDown[at] ?? Infinity;
      }
      start[index] = to;
    }
  }
  const indexOf = (node: number): number => indexOfRank[rankOf(shortcuts, node)] ?? 0;
  return { start, target, effortUp, effortDown, riseUp, riseDown, indexOf, count, sweptCount };
}

/** The shortcuts that a table needs, by index instead of rank. */
export interface NeededShortcuts extends Omit<Shortcuts, "rank"> {
  readonly count: number;
  /** So many of them, the first, are above targets. */
  readonly sweptCount: number;
  indexOf(node: number): number;
}

const FOR_SOURCES = 1;
const FOR_TARGETS = 2;

function rankOf(shortcuts: Shortcuts, node: number): number {
  const rank = shortcuts.rank[node] ?? -1;
  if (rank < 0) throw new Error(`node ${node} was left out when the shortcuts were made`);
  return rank;
}

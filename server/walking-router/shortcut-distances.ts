import type { Shortcuts } from "./eliminate-nodes.ts";
import { isBetter } from "./neighbour-lists.ts";

/** Effort, and climb when it was asked for, from two nodes to the ends of all target pieces. */
export interface EndDistances {
  /**
   * For the target piece p, links[4p] to links[4p + 3] become the effort from `fromNode` to its two ends, then from
   * `toNode`; Infinity where there is no way. `rises` the same in metres climbed.
   */
  linksFrom(fromNode: number, toNode: number, links: Float64Array, rises: Float64Array | null): void;
}

/**
 * Distances by shortcuts. Only nodes above a source or target matter: they are copied out, later ones first, and a
 * source takes one climb along its own later nodes and one sweep down over those of the targets, in the order of
 * memory, without a queue (PHAST: Delling, Goldberg, Nowatzyk and Werneck 2011, restricted to the targets). Both ends
 * of a piece are swept together, as reading the shortcuts costs more than adding them.
 *
 * @param sourceNodes every node that will be asked from
 * @param targetEnds both ends of each target piece, one after the other
 */
export function createShortcutDistances(
  shortcuts: Shortcuts,
  sourceNodes: Iterable<number>,
  targetEnds: Int32Array,
  withRises: boolean,
): EndDistances {
  const needed = copyNeeded(shortcuts, sourceNodes, targetEnds);
  const { start, target, effortUp, effortDown, riseUp, riseDown, indexOf, sweptCount, count } = needed;
  const columns = targetEnds.map((node) => indexOf(node));
  /** Two lanes, one per source. */
  const distance = new Float64Array(2 * count);
  const climb = new Float64Array(withRises ? 2 * count : 0);

  /** The same two, for the climb along: slower, and rarely needed. */
  const reach = (at: number, effort: number, rise: number): void => {
    if (!isBetter(effort, rise, distance[at] ?? Infinity, climb[at] ?? Infinity)) return;
    distance[at] = effort;
    climb[at] = rise;
  };
  const goUpWithRises = (source: number, lane: number): void => {
    reach(2 * source + lane, 0, 0);
    for (let index = source; index >= 0; ) {
      const from = 2 * index + lane;
      let parent = -1;
      for (let at = start[index] ?? 0; at < (start[index + 1] ?? 0); at++) {
        const later = target[at] ?? 0;
        const effort = (distance[from] ?? Infinity) + (effortUp[at] ?? Infinity);
        reach(2 * later + lane, effort, (climb[from] ?? Infinity) + (riseUp[at] ?? Infinity));
        if (later > parent) parent = later;
      }
      index = parent;
    }
  };
  const sweepDownWithRises = (): void => {
    for (let index = 0; index < sweptCount; index++) {
      for (let at = start[index] ?? 0; at < (start[index + 1] ?? 0); at++) {
        for (let lane = 0; lane < 2; lane++) {
          const from = 2 * (target[at] ?? 0) + lane;
          const effort = (distance[from] ?? Infinity) + (effortDown[at] ?? Infinity);
          reach(2 * index + lane, effort, (climb[from] ?? Infinity) + (riseDown[at] ?? Infinity));
        }
      }
    }
  };

  return {
    linksFrom: (fromNode, toNode, links, rises) => {
      distance.fill(Infinity);
      if (rises === null) {
        goUp(needed, distance, indexOf(fromNode), 0);
        goUp(needed, distance, indexOf(toNode), 1);
        sweepDown(needed, distance);
      } else {
        climb.fill(Infinity);
        goUpWithRises(indexOf(fromNode), 0);
        goUpWithRises(indexOf(toNode), 1);
        sweepDownWithRises();
        readLinks(columns, climb, rises);
      }
      readLinks(columns, distance, links);
    },
  };
}

function goUp({ start, target, effortUp }: Needed, distance: Float64Array, source: number, lane: number): void {
  distance[2 * source + lane] = 0;
  for (let index = source; index >= 0; ) {
    const reached = distance[2 * index + lane] ?? Infinity;
    let parent = -1;
    const end = start[index + 1] ?? 0;
    for (let at = start[index] ?? 0; at < end; at++) {
      const later = target[at] ?? 0;
      const effort = reached + (effortUp[at] ?? Infinity);
      if (effort < (distance[2 * later + lane] ?? 0)) distance[2 * later + lane] = effort;
      if (later > parent) parent = later;
    }
    index = parent;
  }
}

function sweepDown({ start, target, effortDown, sweptCount }: Needed, distance: Float64Array): void {
  let at = 0;
  for (let index = 0; index < sweptCount; index++) {
    let first = distance[2 * index] ?? Infinity;
    let second = distance[2 * index + 1] ?? Infinity;
    const end = start[index + 1] ?? 0;
    for (; at < end; at++) {
      const later = 2 * (target[at] ?? 0);
      const effort = effortDown[at] ?? Infinity;
      first = Math.min(first, (distance[later] ?? Infinity) + effort);
      second = Math.min(second, (distance[later + 1] ?? Infinity) + effort);
    }
    distance[2 * index] = first;
    distance[2 * index + 1] = second;
  }
}

function readLinks(columns: Int32Array, values: Float64Array, links: Float64Array): void {
  for (let at = 0; at < columns.length; at += 2) {
    const from = 2 * (columns[at] ?? 0);
    const to = 2 * (columns[at + 1] ?? 0);
    links[2 * at] = values[from] ?? Infinity;
    links[2 * at + 1] = values[to] ?? Infinity;
    links[2 * at + 2] = values[from + 1] ?? Infinity;
    links[2 * at + 3] = values[to + 1] ?? Infinity;
  }
}

/**
 * The shortcuts of nodes above targets, then those above sources only; within both, later nodes first. So every node
 * comes after those that its shortcuts lead to, and the first of its later nodes to leave has the greatest index.
 */
function copyNeeded(shortcuts: Shortcuts, sourceNodes: Iterable<number>, targetEnds: Int32Array): Needed {
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

interface Needed extends Omit<Shortcuts, "rank"> {
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

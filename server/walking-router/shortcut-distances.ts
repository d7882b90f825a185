import type { Shortcuts } from "./eliminate-nodes.ts";
import { copyNeeded, type NeededShortcuts } from "./needed-shortcuts.ts";

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
  const { indexOf, count } = needed;
  const columns = targetEnds.map((node) => indexOf(node));
  /** Two lanes, one per source. */
  const distance = new Float64Array(2 * count);
  const climb = new Float64Array(withRises ? 2 * count : 0);

  return {
    linksFrom: (fromNode, toNode, links, rises) => {
      distance.fill(Infinity);
      if (rises === null) {
        goUp(needed, distance, indexOf(fromNode), 0);
        goUp(needed, distance, indexOf(toNode), 1);
        sweepDown(needed, distance);
      } else {
        climb.fill(Infinity);
        goUpWithRises(needed, distance, climb, indexOf(fromNode), 0);
        goUpWithRises(needed, distance, climb, indexOf(toNode), 1);
        sweepDownWithRises(needed, distance, climb);
        readLinks(columns, climb, rises);
      }
      readLinks(columns, distance, links);
    },
  };
}

function goUp(
  { start, target, effortUp }: NeededShortcuts,
  distance: Float64Array,
  source: number,
  lane: number,
): void {
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

function sweepDown({ start, target, effortDown, sweptCount }: NeededShortcuts, distance: Float64Array): void {
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

/** As goUp, with the climb along; of equal efforts the lesser climb. */
function goUpWithRises(
  { start, target, effortUp, riseUp }: NeededShortcuts,
  distance: Float64Array,
  climb: Float64Array,
  source: number,
  lane: number,
): void {
  distance[2 * source + lane] = 0;
  climb[2 * source + lane] = 0;
  for (let index = source; index >= 0; ) {
    const reached = distance[2 * index + lane] ?? Infinity;
    const climbed = climb[2 * index + lane] ?? Infinity;
    let parent = -1;
    const end = start[index + 1] ?? 0;
    for (let at = start[index] ?? 0; at < end; at++) {
      const later = target[at] ?? 0;
      const cell = 2 * later + lane;
      const effort = reached + (effortUp[at] ?? Infinity);
      const rise = climbed + (riseUp[at] ?? Infinity);
      const known = distance[cell] ?? Infinity;
      if (effort < known || (effort === known && rise < (climb[cell] ?? 0))) {
        distance[cell] = effort;
        climb[cell] = rise;
      }
      if (later > parent) parent = later;
    }
    index = parent;
  }
}

/** As sweepDown, with the climb along; one lane after the other. */
function sweepDownWithRises(
  { start, target, effortDown, riseDown, sweptCount }: NeededShortcuts,
  distance: Float64Array,
  climb: Float64Array,
): void {
  for (let lane = 0; lane < 2; lane++) {
    let at = 0;
    for (let index = 0; index < sweptCount; index++) {
      let least = distance[2 * index + lane] ?? Infinity;
      let leastRise = climb[2 * index + lane] ?? Infinity;
      const end = start[index + 1] ?? 0;
      for (; at < end; at++) {
        const later = 2 * (target[at] ?? 0) + lane;
        const effort = (distance[later] ?? Infinity) + (effortDown[at] ?? Infinity);
        if (effort > least) continue;
        const rise = (climb[later] ?? Infinity) + (riseDown[at] ?? Infinity);
        if (effort === least && rise >= leastRise) continue;
        least = effort;
        leastRise = rise;
      }
      distance[2 * index + lane] = least;
      climb[2 * index + lane] = leastRise;
    }
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

import type { NodeTable } from "./node-table.ts";
import { createNumberList, type NumberList } from "./number-list.ts";
import type { OsmTags } from "./osm-extract.ts";

/** The ways that were kept, as flat lists: a way costs some bytes and its nodes four each, however many there are. */
export interface WayTable {
  readonly length: number;
  idAt(way: number): number;
  /** Null for a way without tags of interest, kept for the sake of a relation. */
  tagsAt(way: number): OsmTags | null;
  /** Indices in the node table of the nodes of all ways, one way after the other. Valid where nodes were asked for. */
  readonly places: Uint32Array;
  /** Where a way begins in `places`, and where the next one does. */
  startAt(way: number): number;
  endAt(way: number): number;
}

/** Gathers ways while the positions of their nodes are not known yet. */
export interface WayCollector {
  readonly length: number;
  add(id: number, refs: readonly number[], tags: OsmTags | null): void;
  idAt(way: number): number;
  /** Ids of the nodes of those ways that are needed, in the order of the ways. */
  nodeIds(isNeeded: (way: number) => boolean): Float64Array;
  /** Replaces ids of nodes by their places in the table; the collector is of no use afterwards. */
  settle(nodes: NodeTable): WayTable;
}

/** Numbers copied at a time. */
const STEP = 65_536;

export function createWayTable(): WayCollector {
  const ids = createNumberList();
  const starts = createNumberList();
  const tags: (OsmTags | null)[] = [];
  let refs: NumberList = createNumberList();

  return {
    get length() {
      return ids.length;
    },
    add: (id, wayRefs, wayTags) => {
      ids.push(id);
      starts.push(refs.length);
      tags.push(wayTags);
      for (const ref of wayRefs) refs.push(ref);
    },
    idAt: ids.at,
    nodeIds: (isNeeded) => {
      const needed = new Float64Array(refs.length);
      let length = 0;
      // Ways that follow each other are copied together.
      for (let way = 0; way < ids.length; way++) {
        if (!isNeeded(way)) continue;
        const start = starts.at(way);
        while (way + 1 < ids.length && isNeeded(way + 1)) way++;
        const end = way + 1 < ids.length ? starts.at(way + 1) : refs.length;
        refs.copyTo(needed, length, start, end);
        length += end - start;
      }
      return needed.subarray(0, length);
    },
    settle: (nodes) => {
      const count = refs.length;
      const places = new Uint32Array(count);
      const some = new Float64Array(Math.min(count, STEP));
      for (let start = 0; start < count; start += STEP) {
        const end = Math.min(count, start + STEP);
        refs.copyTo(some, 0, start, end);
        for (let at = start; at < end; at++) places[at] = nodes.indexOf(some[at - start] ?? Number.NaN);
      }
      refs = createNumberList();
      return {
        length: ids.length,
        idAt: ids.at,
        tagsAt: (way) => tags[way] ?? null,
        places,
        startAt: starts.at,
        endAt: (way) => (way + 1 < ids.length ? starts.at(way + 1) : count),
      };
    },
  };
}

import type { NodeSearch } from "./node-search.ts";
import type { PieceGroup } from "./piece-groups.ts";

/** Effort between the distinct ends of pieces, a row at a time. */
export interface EndTable {
  /** Column of a node. */
  indexOf(node: number): number;
  /** Effort metres from a node to every column; Infinity where there is no way. */
  row(node: number): Float64Array;
  /** Says that one of the pieces at this node is done. The row goes with the last of them. */
  release(node: number): void;
}

export function createEndTable(search: NodeSearch, groups: readonly PieceGroup[]): EndTable {
  const columns = new Map<number, number>();
  const uses = new Map<number, number>();
  const rows = new Map<number, Float64Array>();
  for (const { fromNode, toNode } of groups) {
    for (const node of [fromNode, toNode]) {
      uses.set(node, (uses.get(node) ?? 0) + 1);
      if (!columns.has(node)) columns.set(node, columns.size);
    }
  }
  const nodes = [...columns.keys()];
  search.aimAt(nodes);

  return {
    indexOf: (node) => columns.get(node) ?? -1,
    row: (node) => {
      const known = rows.get(node);
      if (known !== undefined) return known;
      search.run(node);
      const row = Float64Array.from(nodes, (target) => search.distanceTo(target));
      rows.set(node, row);
      return row;
    },
    release: (node) => {
      const left = (uses.get(node) ?? 0) - 1;
      uses.set(node, left);
      if (left <= 0) rows.delete(node);
    },
  };
}

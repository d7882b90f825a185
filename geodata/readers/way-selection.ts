import type { NodeTable } from "./node-table.ts";
import { createNumberList } from "./number-list.ts";
import type { OsmTags } from "./osm-extract.ts";
import type { OsmRelation } from "./osm-scanner.ts";
import type { Tally } from "./read-facts.ts";
import { createWayTable, type WayTable } from "./way-table.ts";

/** The ways gathered by the second pass, and the relations that they leave worth drawing. */
export interface WaySelection {
  isMember(wayId: number): boolean;
  add(
    id: number,
    refs: readonly number[],
    tags: OsmTags | null,
    where: { readonly isNearBox: boolean; readonly isMember: boolean },
  ): void;
  /** Lets go of relations none of whose ways lies near the box, and counts them as outside. */
  settleRelations(): void;
  relations(): readonly OsmRelation[];
  /** Whether the nodes of this way are wanted: near the box, or a member of a relation that is. */
  isNeeded(way: number): boolean;
  indexOf(wayId: number): number | undefined;
  nodeIds(): Float64Array;
  settleNodes(nodes: NodeTable): WayTable;
}

export function createWaySelection(allRelations: readonly OsmRelation[], tally: Tally): WaySelection {
  const collector = createWayTable();
  const near = createNumberList();
  const members = membersOf(allRelations);
  const indexOfMember = new Map<number, number>();
  let relations = allRelations;
  let keptMembers = members;

  const isNear = (way: number) => near.at(way) === 1;
  const isNeeded = (way: number) => isNear(way) || keptMembers.has(collector.idAt(way));
  return {
    isMember: (wayId) => members.has(wayId),
    add: (id, refs, tags, { isNearBox, isMember }) => {
      if (isMember) indexOfMember.set(id, collector.length);
      collector.add(id, refs, tags);
      near.push(isNearBox ? 1 : 0);
    },
    settleRelations: () => {
      relations = allRelations.filter((relation) => {
        const found = relation.members.flatMap(({ wayId }) => indexOfMember.get(wayId) ?? []);
        // A relation without any way in the file is not outside: it is incomplete, and will be told as such.
        const isKept = found.length === 0 || found.some(isNear);
        if (!isKept) tally.outside();
        return isKept;
      });
      keptMembers = membersOf(relations);
    },
    relations: () => relations,
    isNeeded,
    indexOf: (wayId) => indexOfMember.get(wayId),
    nodeIds: () => collector.nodeIds(isNeeded),
    settleNodes: collector.settle,
  };
}

function membersOf(relations: readonly OsmRelation[]): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const { members } of relations) for (const { wayId } of members) ids.add(wayId);
  return ids;
}

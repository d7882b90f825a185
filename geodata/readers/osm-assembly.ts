import { type BoundingBox, boxAround, type Position } from "../geometry/position.ts";
import type { NodeTable } from "./node-table.ts";
import type { OsmArea, OsmPoint, OsmWay } from "./osm-extract.ts";
import { isAreaWay } from "./osm-interest.ts";
import { drawRelation } from "./osm-relations.ts";
import { createWayMaker } from "./osm-ways.ts";
import type { Tally } from "./read-facts.ts";
import type { WaySelection } from "./way-selection.ts";
import type { WayTable } from "./way-table.ts";

/** Puts ways, areas and points together once all positions are known, and tells the fate of each in the tally. */
export function assembleExtract(
  selection: WaySelection,
  nodes: NodeTable,
  points: readonly OsmPoint[],
  box: BoundingBox | undefined,
  tally: Tally,
): { ways: OsmWay[]; areas: OsmArea[]; points: readonly OsmPoint[]; box: BoundingBox | null } {
  const table = selection.settleNodes(nodes);
  const relationAreas = drawRelations(selection, table, nodes, box, tally);
  const maker = createWayMaker(table, nodes);
  const ways: OsmWay[] = [];
  const areas: OsmArea[] = [...relationAreas.areas];
  let around = points.length > 0 ? boxAround(points.map(({ position }) => position)) : null;
  for (let way = 0; way < table.length; way++) {
    const tags = table.tagsAt(way);
    if (tags === null) continue;
    const wayBox = selection.isNeeded(way) ? maker.boxOf(way) : null;
    if (!selection.isNeeded(way) || (wayBox !== null && !meets(wayBox, box))) {
      tally.outside();
      continue;
    }
    const wayNodes = table.places.subarray(table.startAt(way), table.endAt(way));
    const missing = wayNodes.filter((place) => !nodes.isPlaced(place)).length;
    const stretches = maker.ways(way, tags);
    const found = `way ${table.idAt(way)} lacks ${missing} of its ${wayNodes.length} nodes`;
    if (wayBox === null || stretches.length === 0) {
      tally.reject("missing-nodes", `${found}, expected at least two in a row`);
      continue;
    }
    tally.accept();
    if (missing > 0) tally.note("missing-nodes", found);
    for (const stretch of stretches) ways.push(stretch);
    around = around === null ? wayBox : boxAround([...corners(around), ...corners(wayBox)]);
    const isClosed = wayNodes.length >= 4 && wayNodes[0] === wayNodes[wayNodes.length - 1];
    if (isClosed && missing === 0 && !relationAreas.replacedWays.has(way) && isAreaWay(tags)) {
      areas.push(maker.area(way, tags));
    }
  }
  return { ways, areas, points, box: around };
}

function drawRelations(
  selection: WaySelection,
  table: WayTable,
  nodes: NodeTable,
  box: BoundingBox | undefined,
  tally: Tally,
): { readonly areas: readonly OsmArea[]; readonly replacedWays: ReadonlySet<number> } {
  const areas: OsmArea[] = [];
  const replacedWays = new Set<number>();
  for (const relation of selection.relations()) {
    const outcome = drawRelation(relation, table, nodes, selection.indexOf);
    if (outcome.kind === "rejected") tally.reject(outcome.reason, outcome.sentence);
    else if (!meets(outcome.box, box)) tally.outside();
    else {
      tally.accept();
      areas.push(outcome.area);
      for (const way of outcome.replacedWays) replacedWays.add(way);
      if (outcome.note !== null) tally.note("incomplete-relation", outcome.note);
    }
  }
  return { areas, replacedWays };
}

function meets(a: BoundingBox, b: BoundingBox | undefined): boolean {
  return b === undefined || (a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]);
}

function corners([west, south, east, north]: BoundingBox): Position[] {
  return [
    [west, south],
    [east, north],
  ];
}

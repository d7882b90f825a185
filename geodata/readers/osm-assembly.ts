import type { Sentence } from "../../server/contract/refusal.ts";
import { type BoundingBox, boxAround } from "../geometry/position.ts";
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
    const isNeeded = selection.isNeeded(way);
    const { missing, box: wayBox } = isNeeded ? maker.measure(way) : NOWHERE;
    if (!isNeeded || (wayBox !== null && !meets(wayBox, box))) {
      tally.outside();
      continue;
    }
    const stretches = maker.ways(way, tags);
    if (wayBox === null || stretches.length === 0) {
      const { fr, en } = lackOf(table, way, missing);
      tally.reject("missing-nodes", {
        fr: `${fr} ; il en faut au moins deux à la suite`,
        en: `${en}, expected at least two in a row`,
      });
      continue;
    }
    tally.accept();
    if (missing > 0) tally.note("missing-nodes", lackOf(table, way, missing));
    for (const stretch of stretches) ways.push(stretch);
    around = around === null ? wayBox : both(around, wayBox);
    if (missing === 0 && isClosed(table, way) && !relationAreas.replacedWays.has(way) && isAreaWay(tags)) {
      areas.push(maker.area(way, tags));
    }
  }
  return { ways, areas, points, box: around };
}

const NOWHERE = { missing: 0, box: null };

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

function isClosed(table: WayTable, way: number): boolean {
  const start = table.startAt(way);
  const end = table.endAt(way);
  return end - start >= 4 && table.places[start] === table.places[end - 1];
}

function lackOf(table: WayTable, way: number, missing: number): Sentence {
  const [id, all] = [table.idAt(way), table.endAt(way) - table.startAt(way)];
  return {
    fr: `la ligne (way) ${id} a perdu ${missing} de ses ${all} nœuds`,
    en: `way ${id} lacks ${missing} of its ${all} nodes`,
  };
}

function both(a: BoundingBox, b: BoundingBox): BoundingBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

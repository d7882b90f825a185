import type { Sentence } from "../../server/contract/refusal.ts";
import { type BoundingBox, isInBox } from "../geometry/position.ts";
import { createIdGuard } from "./id-guard.ts";
import { findSorted, type NodeTable } from "./node-table.ts";
import { createNumberList } from "./number-list.ts";
import type { OsmPoint } from "./osm-extract.ts";
import { type ElementKind, elementName, type OsmRelation, type OsmScanner, type OsmSink } from "./osm-scanner.ts";
import type { Tally } from "./read-facts.ts";
import { createWaySelection, type WaySelection } from "./way-selection.ts";

type OnBytes = (bytesRead: number, bytesTotal: number) => void;

/** An area that surrounds the box is found by its corners, which may lie this far outside: about 3 km. */
const MARGIN_DEGREES = 0.03;

/** First pass: relations that draw areas and, when there is a box, the ids of the nodes in and near it, sorted. */
export async function scanRelations(
  scanner: OsmScanner,
  tally: Tally,
  box: BoundingBox | undefined,
  onBytes: OnBytes,
): Promise<{ readonly relations: readonly OsmRelation[]; readonly nearNodes: Float64Array | null }> {
  const relations: OsmRelation[] = [];
  const near = createNumberList();
  const guard = createIdGuard();
  const wide = box === undefined ? null : widened(box);
  const sink: OsmSink = {
    relation: (relation) => {
      tally.read();
      if (guard.isRepeated(relation.id)) {
        tally.reject("repeated-id", comesTwice("relation", relation.id));
      } else relations.push(relation);
    },
    node: (id, longitude, latitude) => {
      if (wide !== null && isInBox([longitude, latitude], wide)) near.push(id);
    },
    way: () => {},
    // Broken nodes are counted by the pass that keeps nodes.
    broken: (kind, reason, sentence) => {
      if (kind === "relation") rejectOne(tally, reason, sentence);
    },
  };
  await scanner.scan({ nodes: wide !== null, ways: false, relations: true }, sink, onBytes);
  return { relations, nearNodes: wide === null ? null : near.toArray().sort() };
}

/** Second pass: the ways that matter, by their tags, the box and the relations. */
export async function scanWays(
  scanner: OsmScanner,
  tally: Tally,
  relations: readonly OsmRelation[],
  nearNodes: Float64Array | null,
  onBytes: OnBytes,
): Promise<WaySelection> {
  const selection = createWaySelection(relations, tally);
  const guard = createIdGuard();
  const isNear = (refs: readonly number[]) =>
    nearNodes === null || refs.some((ref) => findSorted(nearNodes, ref) !== -1);
  const sink: OsmSink = {
    way: (id, refs, tags) => {
      const isMember = selection.isMember(id);
      if (tags === null && !isMember) return;
      const isRepeated = guard.isRepeated(id);
      if (tags !== null) tally.read();
      if (isRepeated) {
        if (tags !== null) tally.reject("repeated-id", comesTwice("way", id));
        return;
      }
      if (refs.length < 2) {
        if (tags !== null) {
          tally.reject("too-few-nodes", {
            fr: `${elementName("way", id).fr} a ${refs.length} nœud(s) ; il en faut au moins 2`,
            en: `way ${id} has ${refs.length} node(s), expected at least 2`,
          });
        }
        return;
      }
      const isNearBox = isNear(refs);
      if (isNearBox || isMember) selection.add(id, refs, tags, { isNearBox, isMember });
      else tally.outside();
    },
    node: () => {},
    relation: () => {},
    broken: (_, reason, sentence) => rejectOne(tally, reason, sentence),
  };
  await scanner.scan({ nodes: false, ways: true, relations: false }, sink, onBytes);
  selection.settleRelations();
  return selection;
}

/** Third pass: where the nodes of ways lie, and the points of interest. */
export async function scanNodes(
  scanner: OsmScanner,
  tally: Tally,
  nodes: NodeTable,
  box: BoundingBox | undefined,
  onBytes: OnBytes,
): Promise<{ readonly points: readonly OsmPoint[]; readonly bytes: number; readonly sha256: string }> {
  const points: OsmPoint[] = [];
  const guard = createIdGuard();
  const sink: OsmSink = {
    node: (id, longitude, latitude, tags) => {
      if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
        rejectOne(tally, "position-outside-world", {
          fr: `${elementName("node", id).fr}, longitude ${longitude}, latitude ${latitude} ; il faut -180 à 180 et -90 à 90`,
          en: `node ${id} at longitude ${longitude}, latitude ${latitude}, expected -180 to 180 and -90 to 90`,
        });
        return;
      }
      const index = nodes.indexOf(id);
      if (index !== -1 && !nodes.isPlaced(index)) nodes.place(index, longitude, latitude);
      if (tags === null) return;
      tally.read();
      if (guard.isRepeated(id)) tally.reject("repeated-id", comesTwice("node", id));
      else if (box !== undefined && !isInBox([longitude, latitude], box)) tally.outside();
      else {
        tally.accept();
        points.push({ id, tags, position: [longitude, latitude] });
      }
    },
    way: () => {},
    relation: () => {},
    broken: (_, reason, sentence) => rejectOne(tally, reason, sentence),
  };
  const file = await scanner.scan({ nodes: true, ways: false, relations: false }, sink, onBytes);
  return { points, ...file };
}

function comesTwice(kind: ElementKind, id: number): Sentence {
  const { fr, en } = elementName(kind, id);
  return { fr: `${fr} vient une seconde fois`, en: `${en} comes a second time` };
}

function rejectOne(tally: Tally, reason: string, sentence: Sentence): void {
  tally.read();
  tally.reject(reason, sentence);
}

function widened([west, south, east, north]: BoundingBox): BoundingBox {
  return [west - MARGIN_DEGREES, south - MARGIN_DEGREES, east + MARGIN_DEGREES, north + MARGIN_DEGREES];
}

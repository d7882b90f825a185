import type { Sentence } from "../../server/contract/refusal.ts";
import type { BoundingBox } from "../geometry/position.ts";
import { boxAround } from "../geometry/position.ts";
import { joinRings, type Ring, type RingLine } from "./join-rings.ts";
import { nestRings, type PlacedRing } from "./nest-rings.ts";
import type { NodeTable } from "./node-table.ts";
import type { OsmArea, OsmTags } from "./osm-extract.ts";
import { hasAreaTag, isWayKey } from "./osm-interest.ts";
import type { OsmRelation } from "./osm-scanner.ts";
import { asItStands, placed } from "./placed-sentence.ts";
import type { WayTable } from "./way-table.ts";

export type RelationOutcome =
  | {
      readonly kind: "area";
      readonly area: OsmArea;
      readonly box: BoundingBox;
      /** Ways that say the same as the relation, and are no areas of their own. */
      readonly replacedWays: readonly number[];
      /** What is missing from the area, null when it is whole. */
      readonly note: Sentence | null;
    }
  | { readonly kind: "rejected"; readonly reason: string; readonly sentence: Sentence };

/**
 * Draws the area of a multipolygon or boundary relation (wiki.openstreetmap.org/wiki/Relation:multipolygon).
 * `wayOf` finds a way by its id. A boundary must be whole; of a multipolygon the closed parts are taken, and the rest
 * is told. Relations without tags of ground take those of their outer ways, as they were drawn before 2017.
 */
export function drawRelation(
  relation: OsmRelation,
  ways: WayTable,
  nodes: NodeTable,
  wayOf: (wayId: number) => number | undefined,
): RelationOutcome {
  const members = membersOf(relation, wayOf);
  const outers = members.found.filter(({ role }) => role !== "inner").map(({ way }) => way);
  const tags = ownTags(relation.tags) ?? tagsOfOuters(outers, ways);
  const title = relation.tags.name ? ` (${relation.tags.name})` : "";
  const name = asItStands(`relation ${relation.id}${title}`);
  if (tags === null) {
    const sentence = {
      fr: `${name.fr} ne dit pas ce qu’elle est, ses lignes non plus`,
      en: `${name.en} does not say what it is, nor do its ways`,
    };
    return { kind: "rejected", reason: "no-area-tag", sentence };
  }

  const complete: RingLine[] = [];
  let missing = members.missing;
  for (const { way, role } of members.found) {
    const wayNodes = ways.places.subarray(ways.startAt(way), ways.endAt(way));
    if (wayNodes.every(nodes.isPlaced)) complete.push({ wayId: ways.idAt(way), role, nodes: wayNodes });
    else missing++;
  }
  const { rings, open } = joinRings(complete);
  const total = members.found.length + members.missing;
  const lack = whatIsOpen(missing, total, open, nodes);
  if (lack !== null && (tags.boundary !== undefined || tags.type === "boundary")) {
    return { kind: "rejected", ...lack, sentence: placed(name, lack.sentence) };
  }
  const { geometry, strayHoles } = nestRings(rings.map((ring) => placedRing(ring, nodes, lack !== null)));
  if (geometry === null) {
    const { reason, sentence } = lack ?? { reason: "no-outer-ring", sentence: NO_OUTER_RING };
    return { kind: "rejected", reason, sentence: placed(name, sentence) };
  }
  const notes = [lack?.sentence, strayHoles > 0 ? strayHolesTold(strayHoles) : null].flatMap((part) => part ?? []);
  const positions = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flatMap(
    ([outer]) => outer ?? [],
  );
  return {
    kind: "area",
    area: { id: relation.id, kind: "relation", tags, geometry },
    box: boxAround(positions.map(([longitude = 0, latitude = 0]) => [longitude, latitude])),
    replacedWays: outers.filter((way) => saysTheSame(ways.tagsAt(way), tags)),
    note: notes.length === 0 ? null : placed(name, both(notes)),
  };
}

const NO_OUTER_RING: Sentence = {
  fr: "aucun contour extérieur ; il en faut au moins un",
  en: "no outer ring, expected at least one",
};

function strayHolesTold(count: number): Sentence {
  return { fr: `${count} trou(s) hors de tout contour extérieur`, en: `${count} hole(s) outside of every outer ring` };
}

function both(sentences: readonly Sentence[]): Sentence {
  return { fr: sentences.map(({ fr }) => fr).join(" ; "), en: sentences.map(({ en }) => en).join("; ") };
}

interface FoundMembers {
  readonly found: readonly { readonly way: number; readonly role: string }[];
  readonly missing: number;
}

/** Members that lie in the file, each way once. Ways of other roles (labels, centres) draw no border. */
function membersOf({ members }: OsmRelation, wayOf: (wayId: number) => number | undefined): FoundMembers {
  const found = new Map<number, string>();
  let missing = 0;
  for (const { wayId, role } of members) {
    if (!BORDER_ROLES.has(role)) continue;
    const way = wayOf(wayId);
    if (way === undefined) missing++;
    else if (!found.has(way)) found.set(way, role);
  }
  return { found: [...found].map(([way, role]) => ({ way, role })), missing };
}

const BORDER_ROLES = new Set(["outer", "inner", "", "enclave", "exclave", "outline"]);

/** A multipolygon is ground whatever it says it is, a square for walkers included; `type` and a name say nothing. */
function ownTags(tags: OsmTags): OsmTags | null {
  return hasAreaTag(tags) || Object.keys(tags).some(isWayKey) ? tags : null;
}

function tagsOfOuters(outers: readonly number[], ways: WayTable): OsmTags | null {
  for (const way of outers) {
    const tags = ways.tagsAt(way);
    if (tags !== null && hasAreaTag(tags)) return tags;
  }
  return null;
}

/** Whether a way repeats what its relation says: both a building, both the same ground. */
function saysTheSame(way: OsmTags | null, relation: OsmTags): boolean {
  if (way === null) return false;
  return (
    MAIN_KEYS.some((key) => way[key] !== undefined && way[key] === relation[key]) || isBuildingTwice(way, relation)
  );
}

function isBuildingTwice(way: OsmTags, relation: OsmTags): boolean {
  return way.building !== undefined && relation.building !== undefined;
}

const MAIN_KEYS = ["natural", "landuse", "leisure", "amenity", "water", "waterway", "place", "boundary", "tourism"];

function whatIsOpen(
  missing: number,
  total: number,
  open: readonly { readonly wayId: number; readonly node: number }[],
  nodes: NodeTable,
): { reason: string; sentence: Sentence } | null {
  if (missing > 0) {
    const sentence = {
      fr: `${missing} de ses ${total} lignes ne sont pas entières dans le fichier`,
      en: `${missing} of its ${total} ways are not whole in the file`,
    };
    return { reason: "incomplete-relation", sentence };
  }
  const [first] = open;
  if (first === undefined) {
    const sentence = { fr: "n’a aucune ligne ; il en faut au moins une", en: "has no ways, expected at least one" };
    return total > 0 ? null : { reason: "no-outer-ring", sentence };
  }
  const node = nodes.idAt(first.node);
  const sentence = {
    fr: `son bord est ouvert : la ligne (way) ${first.wayId} finit au nœud ${node} et aucune autre ne continue`,
    en: `its border is open: way ${first.wayId} ends at node ${node} and no other way goes on`,
  };
  return { reason: "unclosed-ring", sentence };
}

/** While parts are missing, an inner ring must not pass for ground: what surrounds it may be what is missing. */
function placedRing({ nodes: places, roles }: Ring, nodes: NodeTable, isIncomplete: boolean): PlacedRing {
  const isOuter = roles.has("outer") || (isIncomplete && !roles.has("inner"));
  const side = isOuter ? "outer" : roles.has("inner") && !roles.has("") ? "inner" : "any";
  return { positions: places.map(nodes.positionAt), side };
}

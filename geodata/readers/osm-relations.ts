import type { BoundingBox } from "../geometry/position.ts";
import { boxAround } from "../geometry/position.ts";
import { joinRings, type Ring, type RingLine } from "./join-rings.ts";
import { nestRings, type PlacedRing } from "./nest-rings.ts";
import type { NodeTable } from "./node-table.ts";
import type { OsmArea, OsmTags } from "./osm-extract.ts";
import { hasAreaTag, isWayKey } from "./osm-interest.ts";
import type { OsmRelation } from "./osm-scanner.ts";
import type { WayTable } from "./way-table.ts";

export type RelationOutcome =
  | {
      readonly kind: "area";
      readonly area: OsmArea;
      readonly box: BoundingBox;
      /** Ways that say the same as the relation, and are no areas of their own. */
      readonly replacedWays: readonly number[];
      /** What is missing from the area, null when it is whole. */
      readonly note: string | null;
    }
  | { readonly kind: "rejected"; readonly reason: string; readonly sentence: string };

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
  const name = `relation ${relation.id}${relation.tags.name ? ` (${relation.tags.name})` : ""}`;
  if (tags === null) {
    return { kind: "rejected", reason: "no-area-tag", sentence: `${name} does not say what it is, nor do its ways` };
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
    return { kind: "rejected", ...lack, sentence: `${name}: ${lack.sentence}` };
  }
  const { geometry, strayHoles } = nestRings(rings.map((ring) => placedRing(ring, nodes, lack !== null)));
  if (geometry === null) {
    const { reason, sentence } = lack ?? { reason: "no-outer-ring", sentence: "no outer ring, expected at least one" };
    return { kind: "rejected", reason, sentence: `${name}: ${sentence}` };
  }
  const stray = strayHoles > 0 ? `${strayHoles} hole(s) outside of every outer ring` : null;
  const note = [lack?.sentence, stray].filter((part) => typeof part === "string").join("; ");
  const positions = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flatMap(
    ([outer]) => outer ?? [],
  );
  return {
    kind: "area",
    area: { id: relation.id, kind: "relation", tags, geometry },
    box: boxAround(positions.map(([longitude = 0, latitude = 0]) => [longitude, latitude])),
    replacedWays: outers.filter((way) => saysTheSame(ways.tagsAt(way), tags)),
    note: note === "" ? null : `${name}: ${note}`,
  };
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
): { reason: string; sentence: string } | null {
  if (missing > 0) {
    return { reason: "incomplete-relation", sentence: `${missing} of its ${total} ways are not whole in the file` };
  }
  const [first] = open;
  if (first === undefined) {
    return total > 0 ? null : { reason: "no-outer-ring", sentence: "has no ways, expected at least one" };
  }
  const where = `way ${first.wayId} ends at node ${nodes.idAt(first.node)} and no other way goes on`;
  return { reason: "unclosed-ring", sentence: `its border is open: ${where}` };
}

/** While parts are missing, an inner ring must not pass for ground: what surrounds it may be what is missing. */
function placedRing({ nodes: places, roles }: Ring, nodes: NodeTable, isIncomplete: boolean): PlacedRing {
  const isOuter = roles.has("outer") || (isIncomplete && !roles.has("inner"));
  const side = isOuter ? "outer" : roles.has("inner") && !roles.has("") ? "inner" : "any";
  return { positions: places.map(nodes.positionAt), side };
}

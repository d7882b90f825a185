import type { Position } from "../geometry/position.ts";
import type { OsmTags, OsmWay } from "../readers/osm-extract.ts";
import type { RejectCount } from "../territory/territory.ts";
import { PieceFlag, type StreetClass } from "./street-graph.ts";
import { type WalkRefusal, walkabilityOf } from "./walkability.ts";

/** A way that people walk, with all that its pieces inherit. */
export interface WalkableWay {
  readonly id: number;
  readonly nodeIds: readonly number[];
  readonly positions: readonly Position[];
  readonly streetClass: StreetClass;
  /** Sum of PieceFlag values. */
  readonly flags: number;
  /** Empty when the way has no name. */
  readonly name: string;
}

export interface WayCounts {
  /** Ways that are streets of any kind: used + refused. */
  readonly read: number;
  readonly used: number;
  readonly refused: readonly RejectCount[];
}

const EXAMPLES = 5;

/** Keeps the ways that people walk and counts the others by reason. Ways that are no street are not counted. */
export function selectWalkableWays(ways: Iterable<OsmWay>): { ways: WalkableWay[]; counts: WayCounts } {
  const walkable: WalkableWay[] = [];
  const refusals = new Map<WalkRefusal, { count: number; examples: string[] }>();
  let read = 0;
  for (const way of ways) {
    const walkability = walkabilityOf(way.tags);
    if (walkability.kind === "not-a-street") continue;
    read++;
    if (walkability.kind === "walkable") {
      const walked = walkableWay(way, walkability.streetClass);
      if (walked.positions.length > 1) {
        walkable.push(walked);
        continue;
      }
    }
    const reason = walkability.kind === "refused" ? walkability.reason : "too-short";
    const refusal = refusals.get(reason) ?? { count: 0, examples: [] };
    refusal.count++;
    if (refusal.examples.length < EXAMPLES) {
      const why = walkability.kind === "refused" ? walkability.tag : `${way.positions.length} position(s), expected 2`;
      refusal.examples.push(`way ${way.id}${way.tags.name ? ` (${way.tags.name})` : ""}: ${why}`);
    }
    refusals.set(reason, refusal);
  }
  const refused = [...refusals].map(([reason, refusal]) => ({ reason, ...refusal }));
  return { ways: walkable, counts: { read, used: walkable.length, refused } };
}

function walkableWay(way: OsmWay, streetClass: StreetClass): WalkableWay {
  return {
    id: way.id,
    nodeIds: way.nodeIds,
    positions: way.positions,
    streetClass,
    flags: flagsOf(way.tags),
    name: nameOf(way.tags, streetClass),
  };
}

function flagsOf(tags: OsmTags): number {
  let flags = 0;
  if (tags.bridge !== undefined && tags.bridge !== "no") flags |= PieceFlag.bridge;
  if (tags.tunnel === "building_passage") flags |= PieceFlag.passage;
  else if (tags.tunnel !== undefined && tags.tunnel !== "no") flags |= PieceFlag.tunnel;
  if (tags.junction === "roundabout" || tags.junction === "circular") flags |= PieceFlag.roundabout;
  if (tags.area === "yes") flags |= PieceFlag.area;
  if (SIDEWALK_KEYS.some((key) => tags[key] === "separate")) flags |= PieceFlag.sidewalkMapped;
  return flags;
}

const SIDEWALK_KEYS = ["sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right"];

/** A road without a name goes by its number ("D 6007"); a sidewalk by the name of its street when it says it. */
function nameOf(tags: OsmTags, streetClass: StreetClass): string {
  const name = tags.name ?? tags["name:fr"] ?? tags["is_sidepath:of:name"] ?? (ROADS.has(streetClass) ? tags.ref : "");
  return (name ?? "").replace(/\s+/g, " ").trim();
}

const ROADS: ReadonlySet<StreetClass> = new Set(["primary", "secondary", "tertiary", "residential"]);

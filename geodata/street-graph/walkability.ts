import type { OsmTags } from "../readers/osm-extract.ts";
import { streetClassOf } from "./street-class.ts";
import type { StreetClass } from "./street-graph.ts";

/** Why a way of streets is left out of the walking network. */
const WALK_REFUSALS = [
  "not-built", // under construction, planned, razed
  "motorway", // motorways, and fast roads without a sidewalk
  "no-foot", // a sign forbids walking
  "private",
  "use-sidepath", // walkers must take the path beside, which has a way of its own
  "not-for-walking", // ferries, race tracks, climbing routes, drive-through lanes
  "too-short", // fewer than two positions in the file
] as const;
export type WalkRefusal = (typeof WALK_REFUSALS)[number];

export type Walkability =
  | { readonly kind: "walkable"; readonly streetClass: StreetClass }
  | { readonly kind: "refused"; readonly reason: WalkRefusal; readonly tag: string }
  | { readonly kind: "not-a-street" };

/**
 * Whether people on foot may use an OSM way, for someone who calls at the doors of a town: what is allowed to
 * everybody is walkable, what is private or forbidden to walkers is not. `foot=*` is more specific than `access=*`
 * and wins over it (wiki.openstreetmap.org/wiki/Key:access). `tag` names the tag that decided.
 */
export function walkabilityOf(tags: OsmTags): Walkability {
  const streetClass = streetClassOf(tags);
  const footIsWelcome = WELCOME.has(tags.foot ?? "");
  if (streetClass === null) return unusedWay(tags);
  if (streetClass === "motorway") return refused("motorway", tags, "highway");

  if (tags.foot === "no") return refused("no-foot", tags, "foot");
  if (tags.foot === "private") return refused("private", tags, "foot");
  if (tags.foot === "use_sidepath") return refused("use-sidepath", tags, "foot");
  if (footIsWelcome) return { kind: "walkable", streetClass };

  if (CLOSED.has(tags.access ?? "")) return refused("private", tags, "access");
  if (tags.motorroad === "yes") return refused("motorway", tags, "motorroad");
  if (isFastRoad(tags)) return refused("motorway", tags, "highway");
  if (tags.highway === "cycleway" && !isSharedCycleway(tags)) return refused("no-foot", tags, "highway");
  if (tags.highway === "busway") return refused("no-foot", tags, "highway");
  if (tags.highway === "via_ferrata") return refused("not-for-walking", tags, "highway");
  if (tags.service === "drive-through") return refused("not-for-walking", tags, "service");
  if (CLIMBING.has(tags.sac_scale ?? "")) return refused("not-for-walking", tags, "sac_scale");
  return { kind: "walkable", streetClass };
}

/** A trunk road is walked only where it is a town street: with a sidewalk or at town speed. */
function isFastRoad(tags: OsmTags): boolean {
  if (tags.highway !== "trunk" && tags.highway !== "trunk_link") return false;
  if (hasSidewalk(tags)) return false;
  return !TOWN_SPEEDS.has(tags.maxspeed ?? "");
}

/** A French cycle track is for cycles only (Code de la route, R. 110-2), unless its tags give walkers a part of it. */
function isSharedCycleway(tags: OsmTags): boolean {
  return tags.segregated !== undefined || hasSidewalk(tags) || tags.cycleway === "crossing";
}

function hasSidewalk(tags: OsmTags): boolean {
  return [tags.sidewalk, tags["sidewalk:both"], tags["sidewalk:left"], tags["sidewalk:right"]].some(
    (value) => value !== undefined && value !== "no" && value !== "none" && value !== "separate",
  );
}

function unusedWay(tags: OsmTags): Walkability {
  const highway = tags.highway;
  if (highway === undefined) {
    return tags.route === "ferry" ? refused("not-for-walking", tags, "route") : { kind: "not-a-street" };
  }
  return NOT_BUILT.has(highway) ? refused("not-built", tags, "highway") : refused("not-for-walking", tags, "highway");
}

function refused(reason: WalkRefusal, tags: OsmTags, key: string): Walkability {
  return { kind: "refused", reason, tag: `${key}=${tags[key] ?? ""}` };
}

/** Whether a barrier on a street cannot be passed on foot: a locked or private gate, a wall. */
export function stopsWalkers(tags: OsmTags): boolean {
  if (tags.barrier === undefined || WELCOME.has(tags.foot ?? "")) return false;
  if (CLOSED.has(tags.access ?? "") || CLOSED.has(tags.foot ?? "") || tags.locked === "yes") return true;
  return SOLID_BARRIERS.has(tags.barrier);
}

/** Whether walkers cross the carriageway at this point of a street. */
export function isMappedCrossing(tags: OsmTags): boolean {
  if (tags.crossing === "no") return false;
  return tags.highway === "crossing" || (tags.highway === "traffic_signals" && tags.crossing !== undefined);
}

const WELCOME = new Set(["yes", "designated", "permissive", "official", "destination", "public"]);
const CLOSED = new Set(["no", "private", "military"]);
const TOWN_SPEEDS = new Set(["20", "30", "40", "45", "50", "FR:urban", "FR:zone30", "FR:zone20"]);
const CLIMBING = new Set(["demanding_alpine_hiking", "difficult_alpine_hiking"]);
const SOLID_BARRIERS = new Set(["wall", "fence", "hedge", "ditch", "retaining_wall", "city_wall", "guard_rail"]);
const NOT_BUILT = new Set([
  "construction",
  "proposed",
  "planned",
  "abandoned",
  "disused",
  "razed",
  "demolished",
  "removed",
  "historic",
]);

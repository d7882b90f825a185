import type { OsmTags } from "../readers/osm-extract.ts";
import type { StreetClass } from "./street-graph.ts";

/**
 * What kind of street an OSM way is, whether or not it may be walked; "motorway" for roads that only cars use, null
 * for ways that are no street (no `highway` tag, under construction, razed, a race track…).
 *
 * Source of the classes: wiki.openstreetmap.org/wiki/Key:highway.
 */
export function streetClassOf(tags: OsmTags): StreetClass | "motorway" | null {
  const highway = tags.highway;
  if (highway === undefined) return isPlatform(tags) ? "platform" : null;
  if (
    CROSSABLE.has(highway) &&
    (tags.footway === "crossing" || tags.path === "crossing" || tags.cycleway === "crossing")
  ) {
    return "crossing";
  }
  return CLASS_BY_HIGHWAY.get(highway) ?? null;
}

function isPlatform(tags: OsmTags): boolean {
  return tags.railway === "platform" || tags.public_transport === "platform";
}

const CROSSABLE = new Set(["footway", "path", "cycleway", "pedestrian"]);

const CLASS_BY_HIGHWAY: ReadonlyMap<string, StreetClass | "motorway"> = new Map([
  ["motorway", "motorway"],
  ["motorway_link", "motorway"],
  ["trunk", "primary"],
  ["trunk_link", "primary"],
  ["primary", "primary"],
  ["primary_link", "primary"],
  ["secondary", "secondary"],
  ["secondary_link", "secondary"],
  ["tertiary", "tertiary"],
  ["tertiary_link", "tertiary"],
  ["residential", "residential"],
  ["unclassified", "residential"],
  ["living_street", "residential"],
  ["road", "residential"],
  ["service", "service"],
  ["services", "service"],
  ["rest_area", "service"],
  ["busway", "service"],
  ["pedestrian", "pedestrian"],
  ["footway", "footway"],
  ["path", "footway"],
  ["bridleway", "footway"],
  ["corridor", "footway"],
  ["via_ferrata", "footway"],
  ["steps", "steps"],
  ["cycleway", "cycleway"],
  ["track", "track"],
  ["platform", "platform"],
]);

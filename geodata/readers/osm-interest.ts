import type { OsmTags } from "./osm-extract.ts";

/** Whether a way or relation with this tag key can matter to a territory: its streets, buildings, ground and borders. */
export function isWayKey(key: string): boolean {
  return WAY_KEYS.has(key) || key.startsWith("addr:");
}

/** Whether a node with this tag key can matter: an address, or something a walker meets. */
export function isPointKey(key: string): boolean {
  return POINT_KEYS.has(key) || key.startsWith("addr:");
}

/** Tags that say nothing of the place (who mapped it) or too much of people (telephone, mail) are not kept. */
export function isKeptKey(key: string): boolean {
  return !DROPPED_KEYS.has(key) && !DROPPED_PREFIXES.some((prefix) => key.startsWith(prefix));
}

/** Whether a closed way with these tags covers ground, as opposed to a line that comes back to where it began. */
export function isAreaWay(tags: OsmTags): boolean {
  if (tags.area === "no") return false;
  if (tags.area === "yes") return true;
  if (tags.building !== undefined) return tags.building !== "no";
  return hasAreaTag(tags);
}

/** Whether these tags describe ground. Lines that share a key with areas (a tree row, a stream) do not count. */
export function hasAreaTag(tags: OsmTags): boolean {
  for (const key in tags) {
    const lines = AREA_KEYS.get(key);
    if (lines !== undefined && !lines.has(tags[key] ?? "")) return true;
  }
  return false;
}

const WAY_KEYS = new Set([
  "highway",
  "building",
  "natural",
  "landuse",
  "leisure",
  "waterway",
  "water",
  "railway",
  "public_transport",
  "barrier",
  "man_made",
  "amenity",
  "place",
  "boundary",
  "aeroway",
  "tourism",
  "military",
  "historic",
  "route",
]);

const POINT_KEYS = new Set([
  "highway",
  "crossing",
  "barrier",
  "entrance",
  "place",
  "railway",
  "public_transport",
  "building:flats",
]);

/** Keys of ground, each with its values that are lines. */
const AREA_KEYS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["building", new Set(["no"])],
  ["natural", new Set(["coastline", "cliff", "ridge", "arete", "tree_row", "earth_bank", "valley"])],
  ["landuse", new Set<string>()],
  ["leisure", new Set(["track", "slipway"])],
  ["amenity", new Set(["bench"])],
  ["water", new Set<string>()],
  [
    "waterway",
    new Set(["river", "stream", "canal", "drain", "ditch", "brook", "tidal_channel", "weir", "dam", "pressurised"]),
  ],
  ["place", new Set<string>()],
  ["boundary", new Set<string>()],
  ["aeroway", new Set(["runway", "taxiway", "parking_position", "holding_position"])],
  ["tourism", new Set<string>()],
  ["military", new Set(["trench"])],
  ["historic", new Set(["citywalls", "city_gate"])],
  ["man_made", new Set(["pier", "breakwater", "groyne", "embankment", "cutline", "pipeline", "dyke"])],
  [
    "railway",
    new Set([
      "rail",
      "tram",
      "subway",
      "light_rail",
      "narrow_gauge",
      "monorail",
      "funicular",
      "miniature",
      "preserved",
      "abandoned",
      "disused",
      "razed",
      "construction",
      "proposed",
    ]),
  ],
  ["public_transport", new Set<string>()],
]);

const DROPPED_KEYS = new Set([
  "source",
  "note",
  "fixme",
  "FIXME",
  "created_by",
  "attribution",
  "import",
  "phone",
  "email",
  "fax",
  "website",
  "url",
  "image",
  "operator",
  "opening_hours",
  "wikidata",
  "wikipedia",
]);

const DROPPED_PREFIXES = ["source:", "note:", "contact:", "fixme:", "tiger:", "wikipedia:"];

import type { TransitKind } from "../territory/territory.ts";

/**
 * What stops at an element of OpenStreetMap, null when it is no stop of public transport. Follows
 * wiki.openstreetmap.org/wiki/Public_transport: the old keys (highway, railway) and the new one beside them.
 */
export function transitKind(tags: Readonly<Record<string, string>>): TransitKind | null {
  if (tags.disused === "yes" || tags.abandoned === "yes") return null;
  const railway = RAILWAY_KINDS.get(tags.railway ?? "");
  if (railway) return tags.railway === "tram_stop" ? railway : (kindOfVehicles(tags) ?? railway);
  if (tags.highway === "bus_stop" || tags.highway === "platform" || tags.amenity === "bus_station") {
    return kindOfVehicles(tags) ?? "bus";
  }
  if (tags.amenity === "ferry_terminal") return "ferry";
  if (!PUBLIC_TRANSPORT.has(tags.public_transport ?? "")) return null;
  return kindOfVehicles(tags) ?? "stop";
}

function kindOfVehicles(tags: Readonly<Record<string, string>>): TransitKind | null {
  const station = STATION_KINDS.get(tags.station ?? "");
  if (station) return station;
  for (const [key, kind] of VEHICLE_KINDS) if (tags[key] === "yes") return kind;
  return null;
}

const RAILWAY_KINDS: ReadonlyMap<string, TransitKind> = new Map([
  ["station", "train"],
  ["halt", "train"],
  ["train_station_entrance", "train"],
  ["tram_stop", "tram"],
  ["subway_entrance", "metro"],
  ["platform", "train"],
] as const);

const STATION_KINDS: ReadonlyMap<string, TransitKind> = new Map([
  ["subway", "metro"],
  ["light_rail", "tram"],
  ["train", "train"],
] as const);

/** The heavier first: a station with a bus stand before it is a station. */
const VEHICLE_KINDS = [
  ["train", "train"],
  ["subway", "metro"],
  ["light_rail", "tram"],
  ["tram", "tram"],
  ["trolleybus", "bus"],
  ["bus", "bus"],
  ["coach", "bus"],
  ["ferry", "ferry"],
] as const;

/** An area or a relation that gathers stops (stop_area) is none itself. */
const PUBLIC_TRANSPORT: ReadonlySet<string> = new Set(["stop_position", "platform", "station"]);

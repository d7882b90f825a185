import type { OsmTags } from "../readers/osm-extract.ts";
import { streetClassOf } from "../street-graph/street-class.ts";
import { type Drawing, STREET_MIN_ZOOM } from "./base-map-layer.ts";

/** How a line is drawn; null for one that the base map does not show. */
export function drawLine(tags: OsmTags): Drawing | null {
  return drawStreet(tags) ?? drawRail(tags) ?? drawWaterway(tags) ?? drawBoundary(tags);
}

function drawStreet(tags: OsmTags): Drawing | null {
  const streetClass = streetClassOf(tags);
  if (streetClass === null || tags.indoor === "yes" || tags.highway === "corridor") return null;
  const properties: Record<string, string | number> = { class: streetClass };
  if (tags.name !== undefined) properties.name = tags.name;
  if (isYes(tags.bridge)) properties.bridge = 1;
  if (isYes(tags.tunnel) || isYes(tags.covered)) properties.tunnel = 1;
  const isDrive = tags.service === "driveway" || tags.service === "parking_aisle";
  return { layer: "street", minZoom: isDrive ? 15 : STREET_MIN_ZOOM[streetClass], properties };
}

function drawRail(tags: OsmTags): Drawing | null {
  const kind = tags.railway ?? "";
  const minZoom = RAIL_MIN_ZOOM.get(kind);
  if (minZoom === undefined) return null;
  const properties: Record<string, string | number> = { kind };
  if (isYes(tags.bridge)) properties.bridge = 1;
  if (isYes(tags.tunnel)) properties.tunnel = 1;
  const isSiding = tags.service !== undefined;
  return { layer: "rail", minZoom: isSiding || properties.tunnel === 1 ? Math.max(14, minZoom) : minZoom, properties };
}

const RAIL_MIN_ZOOM: ReadonlyMap<string, number> = new Map([
  ["rail", 10],
  ["narrow_gauge", 12],
  ["light_rail", 12],
  ["subway", 13],
  ["tram", 13],
  ["funicular", 14],
  ["monorail", 14],
]);

function drawWaterway(tags: OsmTags): Drawing | null {
  const kind = tags.waterway ?? "";
  const minZoom = WATERWAY_MIN_ZOOM.get(kind);
  if (minZoom === undefined || isYes(tags.tunnel) || tags.covered === "yes") return null;
  const properties: Record<string, string | number> = { kind };
  if (tags.name !== undefined) properties.name = tags.name;
  return { layer: "waterway", minZoom, properties };
}

const WATERWAY_MIN_ZOOM: ReadonlyMap<string, number> = new Map([
  ["river", 9],
  ["canal", 11],
  ["stream", 13],
  ["drain", 14],
  ["ditch", 14],
]);

/** Regions, departments and communes: the borders that decide who votes where. */
function drawBoundary(tags: OsmTags): Drawing | null {
  if (tags.boundary !== "administrative" || tags.maritime === "yes") return null;
  const level = Number.parseInt(tags.admin_level ?? "", 10);
  if (!(level >= 2 && level <= 8)) return null;
  return { layer: "boundary", minZoom: level <= 6 ? 9 : 11, properties: { level } };
}

function isYes(value: string | undefined): boolean {
  return value !== undefined && value !== "no";
}

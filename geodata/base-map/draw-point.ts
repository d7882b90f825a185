import type { OsmTags } from "../readers/osm-extract.ts";
import type { Drawing } from "./base-map-layer.ts";

/** How a point is drawn: named places only. */
export function drawPoint(tags: OsmTags): Drawing | null {
  const kind = tags.place ?? "";
  const minZoom = PLACE_MIN_ZOOM.get(kind);
  if (minZoom === undefined || tags.name === undefined) return null;
  return { layer: "place", minZoom, properties: { kind, name: tags.name } };
}

const PLACE_MIN_ZOOM: ReadonlyMap<string, number> = new Map([
  ["city", 9],
  ["town", 9],
  ["village", 11],
  ["suburb", 12],
  ["quarter", 13],
  ["island", 12],
  ["hamlet", 13],
  ["neighbourhood", 14],
  ["square", 15],
  ["islet", 14],
  ["isolated_dwelling", 14],
  ["locality", 14],
]);

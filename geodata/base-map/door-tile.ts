import { gzipSync } from "node:zlib";
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Address } from "../territory/territory.ts";

type DrawnAddress = Pick<Address, "index" | "number" | "street" | "doors" | "position">;

const EXTENT = 4096;
/** Addresses this far beyond the tile are in it as well, so that no mark is cut at its edge. */
export const DOOR_MARGIN = 64 / EXTENT;

/**
 * One tile (Mapbox Vector Tile 2.1, gzip) of the addresses that have a door: layer `doors`, whose features have the
 * index of their address as id, its `number`, `street` and `doors`. Null without any.
 */
export function doorTile(
  addresses: readonly DrawnAddress[],
  zoom: number,
  column: number,
  row: number,
): Uint8Array | null {
  const inhabited = addresses.filter(({ doors }) => doors > 0);
  if (inhabited.length === 0) return null;
  const points = new GeoJSONVT(
    {
      type: "FeatureCollection",
      features: inhabited.map(({ index, number, street, doors, position }) => ({
        type: "Feature",
        id: index,
        properties: { number, street, doors },
        geometry: { type: "Point", coordinates: [...position] },
      })),
    },
    { maxZoom: zoom, indexMaxZoom: 0, extent: EXTENT, buffer: DOOR_MARGIN * EXTENT, wrap: false },
  );
  const tile = points.getTile(zoom, column, row);
  if (tile === null || tile.features.length === 0) return null;
  return gzipSync(fromGeojsonVt({ doors: tile }, { version: 2, extent: EXTENT }), { level: 6 });
}

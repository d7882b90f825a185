import { setImmediate } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { GeoJSONVT, type GeoJSONVTTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { BoundingBox } from "../geometry/position.ts";
import type { OsmExtract } from "../readers/osm-extract.ts";
import { Cancelled } from "../readers/source-rows.ts";
import { BASE_MAP_LAYERS, type BaseMapLayer, MAX_ZOOM, MIN_ZOOM } from "./base-map-layer.ts";
import { indexFeatures, type MapFeature } from "./map-features.ts";
import { countTiles, eachTile, tileBox, tilesInside, tilesOver } from "./tile-grid.ts";

export interface BaseMapOptions {
  readonly signal?: AbortSignal | undefined;
  /** Share of the work that is done, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface BaseMapReport {
  readonly tiles: number;
  /** Of all tiles, compressed. */
  readonly bytes: number;
  readonly features: number;
}

/** Units on the side of a tile, as in nearly all vector tiles. */
const EXTENT = 4096;
/** Lines and areas go on this far beyond a tile, so that no seam shows. */
const MARGIN = 64;
/** Detail below two units is left out: 0.4 m in the streets of France at zoom 15. */
const TOLERANCE = 2;
/** Deep tiles are cut from blocks of this zoom, so that memory holds one block and not the territory. */
const BLOCK_ZOOM = 12;

/**
 * Cuts an extract into the base map's vector tiles (Mapbox Vector Tile 2.1, gzip) over a box, zooms 9 to 15, and
 * hands on each that is not empty. Layers and their properties: see base-map-layer.ts and the draw-*.ts beside it.
 * The same extract and box give the same tiles. Throws Cancelled when aborted.
 */
export async function buildBaseMapTiles(
  extract: Pick<OsmExtract, "ways" | "points" | "areas" | "box">,
  box: BoundingBox,
  onTile: (zoom: number, column: number, row: number, gzippedTile: Uint8Array) => void,
  { signal, onProgress }: BaseMapOptions = {},
): Promise<BaseMapReport> {
  const index = indexFeatures(extract, box);
  // A country has millions of tiles to look into, all of them empty without streets.
  if (index.count === 0) return { tiles: 0, bytes: 0, features: 0 };
  const ranges = Array.from({ length: MAX_ZOOM - MIN_ZOOM + 1 }, (_, step) => tilesOver(box, MIN_ZOOM + step));
  const total = ranges.reduce((sum, range) => sum + countTiles(range), 0);
  let visited = 0;
  let tiles = 0;
  let bytes = 0;

  for (const range of ranges.filter(({ zoom }) => zoom <= BLOCK_ZOOM)) {
    const isBlock = range.zoom === BLOCK_ZOOM;
    for (const [column, row] of eachTile(range)) {
      const deepest = isBlock ? MAX_ZOOM : range.zoom;
      const features = index.inBox(tileBox(range.zoom, column, row, MARGIN / EXTENT), deepest);
      const cutter = createCutter(features, deepest);
      for (const inner of isBlock ? ranges.filter(({ zoom }) => zoom >= BLOCK_ZOOM) : [range]) {
        for (const [x, y] of eachTile(tilesInside(inner, range.zoom, column, row))) {
          await pause();
          const tile = cutter(inner.zoom, x, y);
          visited++;
          if (tile === null) continue;
          onTile(inner.zoom, x, y, tile);
          tiles++;
          bytes += tile.length;
        }
      }
      onProgress?.(visited / total);
    }
  }
  return { tiles, bytes, features: index.count };

  /** Lets others work, and learns whether to stop. */
  async function pause(): Promise<void> {
    if (visited % 32 === 0) await setImmediate();
    if (signal?.aborted) throw new Cancelled();
  }
}

/** Cuts tiles from these features, each once; null for an empty one. */
function createCutter(
  features: readonly MapFeature[],
  deepest: number,
): (zoom: number, column: number, row: number) => Uint8Array | null {
  const minZooms = new Map<unknown, number>(
    features.map(({ drawing }) => [drawing.properties, drawing.minZoom] as const),
  );
  const layers = BASE_MAP_LAYERS.flatMap((layer) => {
    const own = features.filter(({ drawing }) => drawing.layer === layer);
    return own.length > 0 ? [{ layer, index: indexLayer(own, deepest) }] : [];
  });
  return (zoom, column, row) => {
    const filled: Partial<Record<BaseMapLayer, GeoJSONVTTile>> = {};
    for (const { layer, index } of layers) {
      const tile = index.getTile(zoom, column, row);
      if (tile === null) continue;
      keepDrawn(tile, zoom, minZooms);
      if (tile.features.length > 0) filled[layer] = tile;
    }
    if (Object.keys(filled).length === 0) return null;
    return gzipSync(fromGeojsonVt(filled, { version: 2, extent: EXTENT }), { level: 9 });
  };
}

/** Leaves out what is not drawn yet at this zoom. Each feature has properties of its own, which tell it again. */
function keepDrawn({ features }: GeoJSONVTTile, zoom: number, minZooms: ReadonlyMap<unknown, number>): void {
  let kept = 0;
  for (const feature of features) if ((minZooms.get(feature.tags) ?? 0) <= zoom) features[kept++] = feature;
  features.length = kept;
}

function indexLayer(features: readonly MapFeature[], deepest: number): GeoJSONVT {
  return new GeoJSONVT(
    {
      type: "FeatureCollection",
      features: features.map(({ drawing, geometry }) => ({
        type: "Feature",
        properties: drawing.properties,
        geometry: geometry(),
      })),
    },
    // One zoom more than is cut: at its own deepest zoom the cutter would keep every detail.
    { maxZoom: deepest + 1, indexMaxZoom: 0, tolerance: TOLERANCE, extent: EXTENT, buffer: MARGIN, wrap: false },
  );
}

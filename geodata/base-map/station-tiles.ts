import { setImmediate } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { GeoJSONVT, type GeoJSONVTTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import Flatbush from "flatbush";
import type { BoundingBox } from "../geometry/position.ts";
import { stationZooms } from "../geometry/station-zooms.ts";
import { Cancelled } from "../readers/source-rows.ts";
import type { Station } from "../territory/territory.ts";
import { eachTile, tileBox, tilesInside, tilesOver } from "./tile-grid.ts";

type DrawnStation = Pick<Station, "index" | "number" | "geometry" | "labelPosition" | "box">;

/** Makes a tile (Mapbox Vector Tile 2.1, gzip); null where no station is. */
export type StationTileCutter = (zoom: number, column: number, row: number) => Uint8Array | null;

const EXTENT = 4096;
/** Areas go on this far beyond a tile, so that no outline shows at its edge: as wide as the widest line. */
const MARGIN = 64;
/** An eighth of a pixel: what is smaller is left out, and a city of small areas would be a hole in a country. */
const TOLERANCE = 1;
/** Numbers are written on the map from here on. */
const LABELS_FROM_ZOOM = 12;
/** Tiles are cut from blocks that begin at these zooms, so that memory holds one block at few zooms, not the country. */
const BLOCK_ZOOMS = [5, 8, 11];

/**
 * Cuts stations into vector tiles, over the zooms of `stationZooms`, and hands on each that is not empty. Layer
 * `stations` has their areas, whose id is the station's index and nothing else; `station-labels` their numbers.
 * The same stations give the same tiles. Throws Cancelled when aborted.
 */
export async function buildStationTiles(
  stations: readonly DrawnStation[],
  box: BoundingBox,
  onTile: (zoom: number, column: number, row: number, gzippedTile: Uint8Array) => void,
  signal?: AbortSignal,
): Promise<void> {
  const { least, most } = stationZooms(box);
  const nearby = stationsByBox(stations);
  const firsts = [least, ...BLOCK_ZOOMS.filter((zoom) => zoom > least && zoom <= most)];
  for (const [band, first] of firsts.entries()) {
    const last = (firsts[band + 1] ?? most + 1) - 1;
    for (const [column, row] of eachTile(tilesOver(box, first))) {
      const own = nearby(tileBox(first, column, row, MARGIN / EXTENT));
      if (own.length === 0) continue;
      const cutter = stationTileCutter(own, last, most);
      for (let zoom = first; zoom <= last; zoom++) {
        const inside = tilesInside(tilesOver(box, zoom), first, column, row);
        for (const [x, y] of eachTile(inside)) await cut(cutter, zoom, x, y);
      }
    }
  }

  async function cut(cutter: StationTileCutter, zoom: number, column: number, row: number): Promise<void> {
    await setImmediate();
    if (signal?.aborted) throw new Cancelled();
    const tile = cutter(zoom, column, row);
    if (tile !== null) onTile(zoom, column, row, tile);
  }
}

/**
 * @param deepest zoom that will be asked for
 * @param most zoom whose tiles are shown enlarged, and keep every corner
 */
export function stationTileCutter(stations: readonly DrawnStation[], deepest: number, most: number): StationTileCutter {
  const options = {
    // At its own deepest zoom the cutter keeps every detail: right where the tiles are enlarged, and nowhere else.
    maxZoom: deepest < most ? deepest + 1 : most,
    indexMaxZoom: 0,
    tolerance: TOLERANCE,
    extent: EXTENT,
    buffer: MARGIN,
    wrap: false,
  };
  const areas = new GeoJSONVT(
    {
      type: "FeatureCollection",
      features: stations.map(({ index, geometry }) => ({ type: "Feature", id: index, properties: {}, geometry })),
    },
    options,
  );
  const labelled = deepest >= Math.min(LABELS_FROM_ZOOM, most) ? stations : [];
  const labels = new GeoJSONVT(
    {
      type: "FeatureCollection",
      features: labelled.map(({ number, labelPosition }) => ({
        type: "Feature",
        properties: { label: number.replace(/^0+(?=.)/, "") },
        geometry: { type: "Point", coordinates: [...labelPosition] },
      })),
    },
    options,
  );
  return (zoom, column, row) => {
    const drawn = areas.getTile(zoom, column, row);
    const written = zoom >= Math.min(LABELS_FROM_ZOOM, most) ? labels.getTile(zoom, column, row) : null;
    const layers: Record<string, GeoJSONVTTile> = {};
    if (drawn !== null && drawn.features.length > 0) layers.stations = drawn;
    if (written !== null && written.features.length > 0) layers["station-labels"] = written;
    if (Object.keys(layers).length === 0) return null;
    return gzipSync(fromGeojsonVt(layers, { version: 2, extent: EXTENT }), { level: 6 });
  };
}

function stationsByBox(stations: readonly DrawnStation[]): (box: BoundingBox) => DrawnStation[] {
  if (stations.length === 0) return () => [];
  const index = new Flatbush(stations.length);
  for (const { box } of stations) index.add(...box);
  index.finish();
  return (box) =>
    index
      .search(...box)
      .sort((a, b) => a - b)
      .flatMap((at) => stations[at] ?? []);
}

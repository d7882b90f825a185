import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterAll, describe, expect, it } from "vitest";
import { buildBaseMapTiles } from "../../../geodata/base-map/build-tiles.ts";
import { tileBox, tilesOver } from "../../../geodata/base-map/tile-grid.ts";
import type { BoundingBox } from "../../../geodata/geometry/position.ts";
import { readOsm } from "../../../geodata/readers/osm-reader.ts";
import { Cancelled } from "../../../geodata/readers/source-rows.ts";
import { type OsmSketch, osmXml } from "../../fixtures/osm-sketch.ts";

const folder = mkdtempSync(join(tmpdir(), "arpent-tiles-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function extractOf(sketch: OsmSketch) {
  const path = join(folder, "town.osm");
  writeFileSync(path, osmXml(sketch));
  return readOsm(path);
}

const BOX: BoundingBox = [2, 48, 2.02, 48.02];

const TOWN: OsmSketch = {
  nodes: [
    { id: 1, at: [2.001, 48.001] },
    { id: 2, at: [2.019, 48.019] },
    { id: 3, at: [2.01, 48.01] },
    { id: 4, at: [2.0104, 48.01] },
    { id: 5, at: [2.0104, 48.0103] },
    { id: 6, at: [2.01, 48.0103] },
    { id: 7, at: [2.001, 48.019] },
    { id: 8, at: [2.012, 48.012], tags: { place: "village", name: "Saint-Œuf" } },
  ],
  ways: [
    { id: 1, nodes: [1, 3, 2], tags: { highway: "trunk", name: "Route Bleue", bridge: "yes" } },
    { id: 2, nodes: [1, 7], tags: { highway: "residential", name: "Rue d’Été" } },
    { id: 3, nodes: [7, 2], tags: { highway: "steps" } },
    { id: 4, nodes: [3, 4, 5, 6, 3], tags: { building: "apartments", "building:levels": "6" } },
    { id: 5, nodes: [1, 3, 7, 1], tags: { natural: "water", name: "Lac" } },
    { id: 6, nodes: [3, 2, 7, 3], tags: { landuse: "forest" } },
    { id: 7, nodes: [1, 4], tags: { railway: "rail" } },
    { id: 8, nodes: [1, 5], tags: { waterway: "stream" } },
    { id: 9, nodes: [1, 6], tags: { boundary: "administrative", admin_level: "8" } },
    { id: 10, nodes: [1, 5], tags: { highway: "construction" } },
    { id: 11, nodes: [1, 4, 5, 7, 1], tags: { landuse: "residential" } },
  ],
};

interface ReadTile {
  readonly zoom: number;
  readonly column: number;
  readonly row: number;
  readonly bytes: Uint8Array;
  readonly tile: VectorTile;
}

async function tilesOf(sketch: OsmSketch, box: BoundingBox = BOX): Promise<ReadTile[]> {
  const tiles: ReadTile[] = [];
  await buildBaseMapTiles(await extractOf(sketch), box, (zoom, column, row, bytes) => {
    tiles.push({ zoom, column, row, bytes, tile: new VectorTile(new PbfReader(gunzipSync(bytes))) });
  });
  return tiles;
}

/** Properties of the features of a layer at a zoom, each once. */
function drawn(tiles: readonly ReadTile[], zoom: number, layer: string): unknown[] {
  const all = new Map<string, unknown>();
  for (const { tile } of tiles.filter((candidate) => candidate.zoom === zoom)) {
    const features = tile.layers[layer];
    for (let at = 0; at < (features?.length ?? 0); at++) {
      const properties = features?.feature(at).properties;
      all.set(JSON.stringify(properties), properties);
    }
  }
  return [...all.values()];
}

describe("the base map", () => {
  it("draws each thing in its layer", async () => {
    const tiles = await tilesOf(TOWN);

    expect(drawn(tiles, 15, "street")).toEqual(
      expect.arrayContaining([
        { class: "primary", name: "Route Bleue", bridge: 1 },
        { class: "residential", name: "Rue d’Été" },
        { class: "steps" },
      ]),
    );
    expect(drawn(tiles, 15, "street")).toHaveLength(3);
    expect(drawn(tiles, 15, "building")).toEqual([{ levels: 6 }]);
    expect(drawn(tiles, 15, "water")).toEqual([{ kind: "lake", name: "Lac" }]);
    expect(drawn(tiles, 15, "green")).toEqual([{ kind: "wood" }]);
    expect(drawn(tiles, 15, "urban")).toEqual([{ kind: "residential" }]);
    expect(drawn(tiles, 15, "rail")).toEqual([{ kind: "rail" }]);
    expect(drawn(tiles, 15, "waterway")).toEqual([{ kind: "stream" }]);
    expect(drawn(tiles, 15, "boundary")).toEqual([{ level: 8 }]);
    expect(drawn(tiles, 15, "place")).toEqual([{ kind: "village", name: "Saint-Œuf" }]);
  });

  it("shows wide streets from afar, paths and buildings from near", async () => {
    const tiles = await tilesOf(TOWN);

    expect(drawn(tiles, 9, "street")).toEqual([{ class: "primary", name: "Route Bleue", bridge: 1 }]);
    expect(drawn(tiles, 12, "street")).toHaveLength(2);
    expect(drawn(tiles, 12, "building")).toEqual([]);
    expect(drawn(tiles, 13, "building")).toHaveLength(1);
  });

  it("makes tiles at zooms 9 to 15, inside the box, all of version 2 and extent 4096", async () => {
    const tiles = await tilesOf(TOWN);

    expect([...new Set(tiles.map(({ zoom }) => zoom))]).toEqual([9, 10, 11, 12, 13, 14, 15]);
    for (const { zoom, column, row, tile } of tiles) {
      const range = tilesOver(BOX, zoom);
      expect(column).toBeGreaterThanOrEqual(range.firstColumn);
      expect(column).toBeLessThanOrEqual(range.lastColumn);
      expect(row).toBeGreaterThanOrEqual(range.firstRow);
      expect(row).toBeLessThanOrEqual(range.lastRow);
      for (const layer of Object.values(tile.layers)) expect([layer.version, layer.extent]).toEqual([2, 4096]);
    }
  });

  it("puts things where they are, within a metre, in every tile that shows them", async () => {
    const tiles = (await tilesOf(TOWN)).filter(({ zoom, tile }) => zoom === 15 && tile.layers.place !== undefined);

    expect(tiles.length).toBeGreaterThan(0);
    for (const { tile, column, row } of tiles) {
      const { geometry } = tile.layers.place?.feature(0).toGeoJSON(column, row, 15) ?? {};
      const [longitude, latitude] = geometry?.type === "Point" ? geometry.coordinates : [];
      expect(longitude).toBeCloseTo(2.012, 5);
      expect(latitude).toBeCloseTo(48.012, 5);
    }
  });

  it("is the same when it is made again", async () => {
    const [first, second] = [await tilesOf(TOWN), await tilesOf(TOWN)];

    expect(second.map(({ bytes }) => Buffer.from(bytes).toString("hex"))).toEqual(
      first.map(({ bytes }) => Buffer.from(bytes).toString("hex")),
    );
  });

  it("makes no tile of nothing", async () => {
    expect(await tilesOf({})).toEqual([]);
    expect(await tilesOf(TOWN, [10, 10, 10.01, 10.01])).toEqual([]);
  });

  it("tells its progress and stops when it is cancelled", async () => {
    const shares: number[] = [];
    const extract = await extractOf(TOWN);

    await buildBaseMapTiles(extract, BOX, () => {}, { onProgress: (share) => shares.push(share) });
    const controller = new AbortController();
    const cancelled = buildBaseMapTiles(extract, BOX, () => controller.abort(), { signal: controller.signal });

    expect(shares.at(-1)).toBe(1);
    await expect(cancelled).rejects.toBeInstanceOf(Cancelled);
  });
});

describe("the tile grid", () => {
  it("covers a box with tiles whose own boxes cover it", () => {
    const { firstColumn, lastColumn, firstRow, lastRow } = tilesOver(BOX, 14);
    const [west, , , north] = tileBox(14, firstColumn, firstRow, 0);
    const [, south, east] = tileBox(14, lastColumn, lastRow, 0);

    expect(west).toBeLessThanOrEqual(BOX[0]);
    expect(south).toBeLessThanOrEqual(BOX[1]);
    expect(east).toBeGreaterThanOrEqual(BOX[2]);
    expect(north).toBeGreaterThanOrEqual(BOX[3]);
    expect(tilesOver([-180, -90, 180, 90], 1)).toMatchObject({
      firstColumn: 0,
      lastColumn: 1,
      firstRow: 0,
      lastRow: 1,
    });
  });
});

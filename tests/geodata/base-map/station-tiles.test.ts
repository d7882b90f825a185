import { gunzipSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import { buildStationTiles, stationTileCutter } from "../../../geodata/base-map/station-tiles.ts";
import { stationZooms } from "../../../geodata/geometry/station-zooms.ts";
import { makeStation } from "../../fixtures/territory-content.ts";

function square(index: number, west: number, south: number, side = 0.01) {
  const [east, north] = [west + side, south + side];
  return makeStation({
    index,
    id: `99001_${index}`,
    number: `00${index + 1}`,
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
    labelPosition: [west + side / 2, south + side / 2],
    box: [west, south, east, north],
  });
}

const STATIONS = [square(0, 2.3, 48.8), square(1, 2.31, 48.8), square(2, 2.4, 48.85)];
const BOX = [2.3, 48.8, 2.41, 48.86] as const;

function read(tile: Uint8Array) {
  const { layers } = new VectorTile(new PbfReader(gunzipSync(tile)));
  const features = (name: string) => {
    const layer = layers[name];
    return Array.from({ length: layer?.length ?? 0 }, (_, place) => layer?.feature(place));
  };
  return {
    ids: features("stations").map((feature) => feature?.id),
    labels: features("station-labels").map((feature) => feature?.properties.label),
  };
}

async function build() {
  const tiles = new Map<string, Uint8Array>();
  await buildStationTiles(STATIONS, BOX, (zoom, column, row, tile) => tiles.set(`${zoom}/${column}/${row}`, tile));
  return tiles;
}

describe("the tiles of stations", () => {
  it("hold every station at every zoom, with its index as id, zero included", async () => {
    const tiles = await build();
    const { least, most } = stationZooms(BOX);

    for (let zoom = least; zoom <= most; zoom++) {
      const own = [...tiles].filter(([name]) => name.startsWith(`${zoom}/`)).flatMap(([, tile]) => read(tile).ids);
      expect([...new Set(own)].sort()).toEqual([0, 1, 2]);
    }
  });

  it("hold the numbers, without zeros, where they are written", async () => {
    const tiles = await build();

    const labels = [...tiles].map(([name, tile]) => [Number(name.split("/")[0]), read(tile).labels] as const);

    expect(labels.filter(([zoom]) => zoom < 12).flatMap(([, own]) => own)).toEqual([]);
    expect([...new Set(labels.flatMap(([, own]) => own))].sort()).toEqual(["1", "2", "3"]);
  });

  it("are the same for the same stations, whether cut into the file or one by one", async () => {
    const [first, again] = [await build(), await build()];
    const { most } = stationZooms(BOX);
    const cutter = stationTileCutter(STATIONS, most, most);

    expect([...again].map(([name, tile]) => [name, Buffer.from(tile).toString("hex")])).toEqual(
      [...first].map(([name, tile]) => [name, Buffer.from(tile).toString("hex")]),
    );
    const deepest = [...first].find(([name]) => name.startsWith(`${most}/`));
    const [zoom = 0, column = 0, row = 0] = (deepest?.[0] ?? "").split("/").map(Number);
    expect(read(cutter(zoom, column, row) ?? new Uint8Array())).toEqual(read(deepest?.[1] ?? new Uint8Array()));
  });
});

describe("the zooms of stations", () => {
  it("reach the streets in a town, and stop before a country is a hundred thousand tiles", () => {
    expect(stationZooms([2.35, 48.85, 2.38, 48.87])).toEqual({ least: 8, most: 14 });
    expect(stationZooms([-5.2, 41.3, 9.7, 51.1])).toEqual({ least: 3, most: 11 });
  });
});

import { gunzipSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import { doorTile } from "../../../geodata/base-map/door-tile.ts";
import { tilesOver } from "../../../geodata/base-map/tile-grid.ts";
import { makeAddress } from "../../fixtures/territory-content.ts";

const ZOOM = 15;
const [column, row] = (() => {
  const { firstColumn, firstRow } = tilesOver([2.3, 48.8, 2.3, 48.8], ZOOM);
  return [firstColumn, firstRow];
})();
const here = makeAddress({ position: [2.3, 48.8], number: "12 bis", street: "Rue Oberkampf", doors: 8 });

function read(tile: Uint8Array | null) {
  if (tile === null) return [];
  const layer = new VectorTile(new PbfReader(gunzipSync(tile))).layers.doors;
  return Array.from({ length: layer?.length ?? 0 }, (_, place) => layer?.feature(place)).map((feature) => ({
    id: feature?.id,
    ...feature?.properties,
  }));
}

describe("a tile of doors", () => {
  it("holds the addresses in it, with number, street and doors, and index zero as well", () => {
    const far = makeAddress({ index: 7, position: [2.5, 48.8] });

    expect(read(doorTile([here, far], ZOOM, column, row))).toEqual([
      { id: 0, number: "12 bis", street: "Rue Oberkampf", doors: 8 },
    ]);
  });

  it("leaves out addresses without a door, and is none without any", () => {
    expect(doorTile([{ ...here, doors: 0 }], ZOOM, column, row)).toBeNull();
    expect(doorTile([here], ZOOM, column + 3, row)).toBeNull();
    expect(doorTile([], ZOOM, column, row)).toBeNull();
  });
});

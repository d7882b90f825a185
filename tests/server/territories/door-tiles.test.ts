import { afterEach, beforeEach, expect, it } from "vitest";
import { tilesOver } from "../../../geodata/base-map/tile-grid.ts";
import { DOOR_TILE_ZOOM } from "../../../geodata/geometry/door-zoom.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
});
afterEach(() => server.close());

it("doors come in tiles of one zoom, are not sent again to who has them, and are nowhere else", async () => {
  const { firstColumn, firstRow } = tilesOver([2.006, 48.005, 2.006, 48.005], DOOR_TILE_ZOOM);
  const ask = (zoom: number, column: number, headers: Record<string, string> = {}) =>
    server.request(`/api/territories/two-squares/door-tiles/${zoom}/${column}/${firstRow}`, { headers });

  const tile = await ask(DOOR_TILE_ZOOM, firstColumn);
  const again = await ask(DOOR_TILE_ZOOM, firstColumn, { "If-None-Match": tile.headers.get("etag") ?? "" });
  const elsewhere = await ask(DOOR_TILE_ZOOM, firstColumn + 50);
  const closer = await ask(DOOR_TILE_ZOOM + 1, firstColumn);

  expect([tile.status, tile.headers.get("content-type")]).toEqual([200, "application/vnd.mapbox-vector-tile"]);
  expect([again.status, elsewhere.status, closer.status]).toEqual([304, 204, 204]);
});

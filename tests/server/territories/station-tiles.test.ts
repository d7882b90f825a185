import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createSqliteFile } from "../../../geodata/territory/sqlite-file.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { makeTerritoryContent } from "../../fixtures/territory-content.ts";

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
});
afterEach(() => server.close());

it("tiles of stations come from the file or, when it holds none, are cut when they are asked for", async () => {
  const [zoom, column, row] = [14, 8283, 5694];
  const tile = `/api/territories/two-squares/station-tiles/${zoom}/${column}/${row}`;
  const fromFile = await server.request(tile);
  expect([fromFile.status, server.deps.library.open("two-squares").hasStationTiles]).toEqual([204, true]);

  const content = makeTerritoryContent();
  server.putTerritory("older", { summary: { ...content.summary, name: "older" } });
  const file = createSqliteFile(join(server.folder, "territories/older.territory"));
  file.exec("DROP TABLE station_tiles; PRAGMA user_version = 3");
  file.close();
  const cut = await server.request(tile.replace("two-squares", "older"));
  const beyond = await server.request(tile.replace("two-squares", "older").replace("/14/", "/16/"));

  expect([cut.status, cut.headers.get("content-type")]).toEqual([200, "application/vnd.mapbox-vector-tile"]);
  expect(beyond.status).toBe(204);
});

import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSqliteFile } from "../../../geodata/territory/sqlite-file.ts";
import type {
  ZoneEditAnswer,
  ZoneEditEvent,
  ZoneFiguresAnswer,
  ZoneGround,
  ZoneStep,
  ZonesFile,
  ZoningListItem,
  ZoningState,
  ZoningVersion,
} from "../../../server/contract/drawn-zones.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { openStream } from "../../fixtures/open-events.ts";
import { makeAddress, makeStation, makeTerritoryContent } from "../../fixtures/territory-content.ts";

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
});
afterEach(() => server.close());

const send = (method: string, path: string, body?: unknown) =>
  server.request(`/api${path}`, {
    method,
    headers: { "content-type": "application/json", "accept-language": "en" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const newZoning = async (body: object = { name: "Plan A" }) =>
  jsonOf<ZoningState>(send("POST", "/territories/two-squares/zonings", body));
const stateOf = (id: string) => jsonOf<ZoningState>(send("GET", `/zonings/${id}`));
let made = 0;
const edit = (zoningId: string, steps: readonly ZoneStep[], editor = "window-1") =>
  jsonOf<ZoneEditAnswer>(send("POST", `/zonings/${zoningId}/edits`, { id: `edit-${made++}`, editor, steps }));
const zone = (id: string, name = id) => ({ id, name, colour: 2, isLocked: false });
const add = (id: string, name = id): ZoneStep => ({ kind: "zone-added", zone: zone(id, name) });
const take = (zoneId: string, addressIds: string[]): ZoneStep => ({
  kind: "addresses-moved",
  from: null,
  to: zoneId,
  addressIds,
});
const named = (name: string) => ({ summary: { ...makeTerritoryContent().summary, name } });
const groundIds = async () => (await jsonOf<ZoneGround>(send("GET", "/territories/two-squares/ground"))).addressIds;

describe("zones over HTTP", () => {
  it("gives the ground that they are made from, one row in every column for each address with doors", async () => {
    const ground = await jsonOf<ZoneGround>(send("GET", "/territories/two-squares/ground"));

    expect(ground.addressIds.length).toBeGreaterThan(0);
    const { territoryVersion, stationIds, streetNames, censusAreas, links, ...columns } = ground;
    expect(territoryVersion).toBe("v1");
    expect(stationIds).toEqual(["99001_0001", "99001_0002"]);
    for (const column of Object.values(columns)) expect(column).toHaveLength(ground.addressIds.length);
    for (const street of ground.streets) expect(streetNames[street]).toBeTypeOf("string");
    expect(censusAreas).toEqual({ of: ground.addressIds.map(() => -1), ids: [], names: [] });
    expect(links.from).toHaveLength(links.to.length);
  });

  it("names the census areas of the ground, -1 for an address outside all of them", async () => {
    server.putTerritory("with-areas", {
      ...named("with-areas"),
      censusAreas: [
        { id: "990010101", name: "LES TILLEULS", communeCode: "99001", geometry: makeStation({}).geometry },
      ],
      addresses: [makeAddress({ censusAreaIndex: 0 }), makeAddress({ index: 1, id: "a2" })],
    });

    const ground = await jsonOf<ZoneGround>(send("GET", "/territories/with-areas/ground"));

    expect(ground.censusAreas).toEqual({ of: [0, -1], ids: ["990010101"], names: ["LES TILLEULS"] });
  });

  it("says of a territory of an older format that its census areas are not known", async () => {
    server.putTerritory("older", named("older"));
    const file = createSqliteFile(join(server.folder, "territories/older.territory"));
    file.exec("ALTER TABLE addresses DROP COLUMN census_area; DROP TABLE census_areas; PRAGMA user_version = 4");
    file.close();

    expect((await jsonOf<ZoneGround>(send("GET", "/territories/older/ground"))).censusAreas).toBeNull();
  });

  it("keeps what is drawn, and lists it", async () => {
    const [first = ""] = await groundIds();
    const { id } = await newZoning();
    await edit(id, [add("north", "Nord"), take("north", [first])]);

    expect(await stateOf(id)).toMatchObject({ name: "Plan A", revision: 1, addressIds: { north: [first] } });
    const { zonings } = await jsonOf<{ zonings: ZoningListItem[] }>(send("GET", "/territories/two-squares/zonings"));
    expect(zonings).toMatchObject([{ id, name: "Plan A", revision: 1, zones: 1, addresses: 1 }]);
    expect(zonings[0]?.zoneNames).toEqual([{ id: "north", name: "Nord" }]);
  });

  it("copies a zoning, after which the two are apart", async () => {
    const [first = ""] = await groundIds();
    const { id } = await newZoning();
    await edit(id, [add("north"), take("north", [first])]);
    const copy = await newZoning({ name: "Plan B", copyOf: id });
    await edit(copy.id, [{ kind: "addresses-moved", from: "north", to: null, addressIds: [first] }]);

    expect(copy).toMatchObject({ name: "Plan B", revision: 0, zones: [zone("north")], addressIds: { north: [first] } });
    expect((await stateOf(id)).addressIds).toEqual({ north: [first] });
    expect((await stateOf(copy.id)).addressIds).toEqual({});
  });

  it("tells a second window of every edit, from where it was", async () => {
    const { id } = await newZoning();
    await edit(id, [add("north")]);
    const stream = await openStream(server, `/api/zonings/${id}/events?after=0`);
    expect(stream.headers.get("x-accel-buffering")).toBe("no");
    expect(await stream.next()).toMatchObject({ event: "renamed", data: { name: "Plan A" } });
    expect((await stream.next())?.id).toBe("1");
    const next = stream.next();
    await edit(id, [add("south")], "window-2");

    expect((await next)?.data).toMatchObject({
      revision: 2,
      editor: "window-2",
      steps: [add("south")],
    } satisfies Partial<ZoneEditEvent>);
    await send("PUT", `/zonings/${id}/name`, { name: "Plan C" });
    expect(await stream.next()).toMatchObject({ event: "renamed", data: { name: "Plan C" } });
    await send("DELETE", `/zonings/${id}`);
    expect((await stream.toEnd()).map(({ event }) => event)).toEqual(["removed"]);
  });

  it("tells a window that was away too long, or knows a later time, to read all of it again", async () => {
    const { id } = await newZoning();
    await edit(id, [add("north")]);

    const stream = await openStream(server, `/api/zonings/${id}/events`, { "Last-Event-ID": "99" });
    expect((await stream.toEnd()).map(({ event }) => event)).toEqual(["renamed", "reload"]);
  });

  it("goes back to a version as an edit, through locks, and keeps what came after it in no way", async () => {
    const [first = "", second = ""] = await groundIds();
    const { id } = await newZoning();
    await edit(id, [add("north"), take("north", [first])]);
    await edit(id, [{ kind: "zone-changed", before: zone("north"), after: { ...zone("north"), isLocked: true } }]);
    const version = await jsonOf<ZoningVersion>(send("POST", `/zonings/${id}/versions`, { name: "Avant" }));
    await edit(id, [{ kind: "zone-changed", before: { ...zone("north"), isLocked: true }, after: zone("north") }]);
    await edit(id, [
      { kind: "addresses-moved", from: "north", to: null, addressIds: [first] },
      { kind: "zone-removed", zone: zone("north") },
      add("south"),
      take("south", [first, second]),
      { kind: "zone-changed", before: zone("south"), after: { ...zone("south"), isLocked: true } },
    ]);
    const answer = await jsonOf<ZoneEditAnswer>(
      send("POST", `/zonings/${id}/versions/${version.version}/restore`, { id: "restore", editor: "window-1" }),
    );

    expect(answer.refused).toEqual([]);
    expect(await stateOf(id)).toMatchObject({
      revision: 5,
      zones: [{ ...zone("north"), isLocked: true }],
      addressIds: { north: [first] },
    });
    expect((await stateOf(id)).addressIds).toEqual({ north: [first] });
    const { versions } = await jsonOf<{ versions: ZoningVersion[] }>(send("GET", `/zonings/${id}/versions`));
    expect(versions).toMatchObject([{ version: 1, name: "Avant", zones: 1, addresses: 1 }]);
  });

  it("measures what is drawn, and says which addresses are not in the territory any more", async () => {
    const ids = await groundIds();
    const answer = await jsonOf<ZoneFiguresAnswer>(
      send("POST", "/territories/two-squares/zone-figures", {
        zones: [
          { zoneId: "all", addressIds: [...ids, "gone"] },
          { zoneId: "none", addressIds: [] },
        ],
        isCompactnessAsked: true,
      }),
    );

    expect(answer.zones[0]).toMatchObject({ zoneId: "all", addresses: ids.length, unknownAddresses: 1 });
    expect(answer.zones[0]?.workSeconds).toBeGreaterThan(0);
    expect(answer.zones[0]?.parts[0]?.addresses).toBeGreaterThan(0);
    expect(answer.zones[1]).toMatchObject({ addresses: 0, doors: 0, parts: [] });
    expect(answer.score?.heaviest).toBe(1);
    expect(answer.score?.compactness).toBeGreaterThan(0);
  });

  it("writes zones as GeoJSON and as a table in which no name is a formula", async () => {
    const ids = await groundIds();
    const { id } = await newZoning();
    await edit(id, [add("north", "=HYPERLINK(1)"), take("north", [...ids])]);

    const file = await jsonOf<ZonesFile>(send("GET", `/zonings/${id}/zones.geojson`));
    expect(file.features).toMatchObject([{ properties: { name: "=HYPERLINK(1)", addresses: ids.length } }]);
    expect(file.features[0]?.geometry?.type).toMatch(/Polygon/);
    const table = await (await send("GET", `/zonings/${id}/zones.csv`)).text();
    expect(table.split("\r\n")).toHaveLength(ids.length + 2);
    expect(table).toContain("\r\n'=HYPERLINK(1);");
    expect(table.split("\r\n")[1]).toMatch(/;\d+\.\d+;\d+\.\d+$/);
    // Degrees in French too: maps that take a table read nothing else.
    const french = await (await send("GET", `/zonings/${id}/zones.csv?lang=fr`)).text();
    expect(french.split("\r\n")[1]).toMatch(/;\d+\.\d+;\d+\.\d+$/);
  });

  it("counts and plans the addresses of a zone", async () => {
    const ids = await groundIds();
    const selection = { kind: "addresses", addressIds: [...ids.slice(0, 1), "gone"] };
    const counts = await jsonOf(send("POST", "/territories/two-squares/selection", { selection }));
    expect(counts).toMatchObject({ addresses: 1, stations: 1 });

    const none = await send("POST", "/territories/two-squares/selection", {
      selection: { kind: "addresses", addressIds: ["gone"] },
    });
    expect(await jsonOf(none)).toMatchObject({ addresses: 0, doors: 0, stationIds: [] });
  });

  it.each([
    ["GET", "/zonings/unknown", undefined, 404],
    ["GET", "/zonings/unknown/events", undefined, 404],
    ["GET", "/zonings/unknown/versions", undefined, 404],
    ["GET", "/zonings/unknown/zones.geojson", undefined, 404],
    ["POST", "/zonings/unknown/versions", { name: "x" }, 404],
    ["PUT", "/zonings/unknown/name", { name: "x" }, 404],
    ["POST", "/zonings/unknown/edits", { id: "a", editor: "b", steps: [add("n")] }, 404],
    ["POST", "/zonings/unknown/versions/1/restore", { id: "a", editor: "b" }, 404],
    ["POST", "/territories/nowhere/zonings", { name: "x" }, 404],
    ["POST", "/territories/two-squares/zonings", { name: "x", copyOf: "unknown" }, 404],
    ["POST", "/territories/two-squares/zonings", { name: "  " }, 400],
    ["POST", "/territories/two-squares/zonings", { name: "x".repeat(81) }, 400],
    ["POST", "/zonings/unknown/edits", { id: "a", editor: "b", steps: [] }, 400],
    ["POST", "/zonings/unknown/edits", { id: "../a", editor: "b", steps: [add("n")] }, 400],
    ["POST", "/zonings/unknown/edits", { id: "a", editor: "b", steps: [take("n", [])] }, 400],
  ])("answers %s %s with %j: %i", async (method, path, body, status) => {
    const response = await send(method, path, body);

    expect(response.status).toBe(status);
    expect((await jsonOf<Problem>(response)).error.message).not.toBe("");
    expect(server.faults).toEqual([]);
  });

  it.each(["constructor", "__proto__", "toString"])(
    "takes no zone by the name that every object has: %s",
    async (id) => {
      const made = await newZoning();
      const edit = { id: `edit-${id.length}`, editor: "window-1", steps: [add(id)] };
      const response = await send("POST", `/zonings/${made.id}/edits`, edit);

      expect(response.status).toBe(400);
      expect((await stateOf(made.id)).zones).toEqual([]);
    },
  );

  it("does not copy the zoning of another territory", async () => {
    server.putTerritory("elsewhere");
    const { id } = await newZoning();
    const response = await send("POST", "/territories/elsewhere/zonings", { name: "x", copyOf: id });

    expect((await jsonOf<Problem>(response)).error.code).toBe("other-territory");
  });
});

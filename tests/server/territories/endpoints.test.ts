import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Problem } from "../../../server/contract/problem.ts";
import { type StationList, stationItems } from "../../../server/contract/station-list.ts";
import type {
  AddressItem,
  CandidatesResponse,
  SearchResponse,
  SelectionCounts,
  StationCollection,
  StationDetail,
  TerritoryDetail,
} from "../../../server/contract/territories.ts";
import type { TerritoryList } from "../../../server/territories/list-territories.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { makeTerritoryContent } from "../../fixtures/territory-content.ts";

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
});
afterEach(() => server.close());

const post = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

describe("the list of territories", () => {
  it("holds every territory that opens and, apart, those that do not with the reason", async () => {
    server.putTerritory("cut-off");
    truncateSync(join(server.folder, "territories/cut-off.territory"), 5000);
    writeFileSync(join(server.folder, "territories/not-one.territory"), "hello");

    const list = await jsonOf<TerritoryList>(server.request("/api/territories"));

    expect(list.territories.map(({ name }) => name)).toEqual(["two-squares"]);
    expect(list.problems.map(({ name }) => name)).toEqual(["cut-off", "not-one"]);
    expect(list.problems[0]?.problem.message).toContain("abîmé");
  });

  it("is empty when there is none", async () => {
    const empty = await makeServer({ library: { names: () => [] } as unknown as TestServer["deps"]["library"] });

    const list = await jsonOf<TerritoryList>(empty.request("/api/territories"));

    expect(list).toEqual({ territories: [], problems: [] });
    await empty.close();
  });
});

describe("one territory", () => {
  it("comes with its elections, indicators and findings", async () => {
    const detail = await jsonOf<TerritoryDetail>(server.request("/api/territories/two-squares"));

    expect(detail.summary.title).toBe("Two squares");
    expect(detail.elections[0]).toMatchObject({ id: "2024_legi_t1", candidates: 2 });
    expect(detail.indicators[0]?.id).toBe("DISP_MED21");
    expect(detail.findings).toEqual([]);
  });

  it("shows its new content once it is built again", async () => {
    const before = await jsonOf<StationCollection>(server.request("/api/territories/two-squares/stations"));
    server.putTerritory("two-squares", { stations: [], summary: { ...summary(), version: "v2" } });

    const after = await jsonOf<StationCollection>(server.request("/api/territories/two-squares/stations"));

    expect(before.features).toHaveLength(2);
    expect(after.features).toHaveLength(0);
  });

  it.each(["..%2f..%2fetc%2fpasswd", "..", "two-squares.territory", "TWO", "a%2f..%2ftwo-squares", "%00", "nowhere"])(
    "is not found under the name %s",
    async (name) => {
      const response = await server.request(`/api/territories/${name}/stations`);

      expect(response.status).toBe(404);
      expect((await jsonOf<Problem>(response)).error.code).toMatch(/nothing-found|unknown-address/);
    },
  );

  it("is reported when its file is damaged, without the path of the file", async () => {
    writeFileSync(join(server.folder, "territories/broken.territory"), "x".repeat(4000));

    const response = await server.request("/api/territories/broken?lang=en");

    expect(response.status).toBe(503);
    const { error } = await jsonOf<Problem>(response);
    expect(error.code).toBe("unusable-file");
    expect(error.message).toContain("Build it again");
    expect(error.message).not.toContain(server.folder);
    expect(server.faults.join()).toContain("broken.territory");
  });
});

describe("stations", () => {
  it("come as GeoJSON whose ids are station indices", async () => {
    const collection = await jsonOf<StationCollection>(server.request("/api/territories/two-squares/stations"));

    expect(collection.features.map(({ id }) => id)).toEqual([0, 1]);
    expect(collection.features[0]?.properties).toEqual({
      stationId: "99001_0001",
      number: "0001",
      name: "Bureau 1",
      communeName: "Deux-Carrés",
      registered: 200,
      addresses: 1,
      doors: 2,
      labelPosition: [2.005, 48.005],
      box: [2, 48, 2.01, 48.01],
    });
  });

  it("come as columns too, without their areas, in the order in which people read", async () => {
    const list = await jsonOf<StationList>(server.request("/api/territories/two-squares/station-list"));
    const collection = await jsonOf<StationCollection>(server.request("/api/territories/two-squares/stations"));

    const items = stationItems(list);
    expect(items.map(({ index, order, ...properties }) => properties)).toEqual(
      collection.features.map(({ properties }) => properties),
    );
    expect(items.map(({ index, order }) => [index, order])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(JSON.stringify(list)).not.toContain("coordinates");
  });

  it("come compressed as they are kept to those who take gzip, and plain to others", async () => {
    const plain = await server.request("/api/territories/two-squares/stations");
    const compressed = await server.request("/api/territories/two-squares/stations", {
      headers: { "accept-encoding": "br, gzip" },
    });

    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(compressed.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(Buffer.from(await compressed.arrayBuffer())).toString()).toBe(await plain.text());
  });

  it("are not sent again to who has them, until the territory changes", async () => {
    const first = await server.request("/api/territories/two-squares/stations");
    const tag = first.headers.get("etag") ?? "";

    const again = await server.request("/api/territories/two-squares/stations", { headers: { "if-none-match": tag } });
    server.putTerritory("two-squares", { summary: { ...summary(), version: "v2" } });
    const changed = await server.request("/api/territories/two-squares/stations", {
      headers: { "if-none-match": tag },
    });

    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(changed.status).toBe(200);
  });

  it("show their results and indicators one by one", async () => {
    const detail = await jsonOf<StationDetail>(server.request("/api/territories/two-squares/stations/99001_0001"));

    expect(detail.station).toMatchObject({ index: 0, stationId: "99001_0001" });
    expect(detail.results[0]).toMatchObject({ registered: 200, turnoutShare: 1 - 90.5 / 200, matchedShare: 0.9 });
    expect(detail.results[0]?.candidates.map(({ votes, share }) => [votes, share])).toEqual([
      [60, 0.6],
      [40, 0.4],
    ]);
    expect(detail.indicators).toEqual([{ id: "DISP_MED21", value: null, coveredShare: 0, territoryMedian: null }]);
  });

  it("list their addresses", async () => {
    const { addresses } = await jsonOf<{ addresses: AddressItem[] }>(
      server.request("/api/territories/two-squares/stations/99001_0001/addresses"),
    );

    expect(addresses).toEqual([
      { id: "a1", number: "12", street: "Rue Oberkampf", position: [2.005, 48.005], doors: 2, onStreet: true },
    ]);
  });

  it.each(["", "/addresses"])("that do not exist are named with an example (%s)", async (rest) => {
    const response = await server.request(`/api/territories/two-squares/stations/12345${rest}`);

    expect(response.status).toBe(404);
    expect((await jsonOf<Problem>(response)).error.message).toMatch(/«\s12345\s».*99001_0001/);
  });
});

describe("the other questions to a territory", () => {
  it("lists candidates by election, with the presets that apply", async () => {
    const { elections, presets } = await jsonOf<CandidatesResponse>(
      server.request("/api/territories/two-squares/candidates"),
    );

    expect(elections[0]?.candidates).toHaveLength(2);
    expect(elections[0]?.candidates[0]).toMatchObject({ id: "2024_legi_t1-0", family: null, familyFrom: null });
    expect(presets).toEqual([]);
  });

  it("says what speaks for a family, and where no second round followed", async () => {
    const { elections, candidates, results } = makeTerritoryContent();
    server.putTerritory("told", {
      elections,
      results,
      candidates: candidates.map((one) => (one.index === 0 ? { ...one, nuance: "UG", votes: 120 } : one)),
    });

    const known = await jsonOf<CandidatesResponse>(server.request("/api/territories/told/candidates"));
    const detail = await jsonOf<StationDetail>(server.request("/api/territories/told/stations/99001_0001"));

    const winner = { name: "Candidate 0", share: 0.6 };
    expect(known.elections[0]?.candidates[0]).toMatchObject({
      family: "left",
      familyFrom: { reason: "nuance", source: "UG" },
    });
    expect(known.elections[0]?.withoutSecondRound).toEqual([{ reason: "likely-elected", winner, stations: 2 }]);
    expect(detail.missingRounds).toMatchObject([
      { reason: "likely-elected", winner, election: { id: "2024_legi_t1" } },
    ]);
  });

  it("finds places by name", async () => {
    const { hits } = await jsonOf<SearchResponse>(server.request("/api/territories/two-squares/search?q=oberk"));

    expect(hits.some(({ label }) => label.includes("Oberkampf"))).toBe(true);
  });

  it("asks for the text to search, and refuses a page of it", async () => {
    const none = await server.request("/api/territories/two-squares/search");
    const page = await server.request(`/api/territories/two-squares/search?q=${"a".repeat(201)}`);

    expect([none.status, page.status]).toEqual([400, 400]);
    expect((await jsonOf<Problem>(none)).error.details?.[0]?.path).toBe("q");
  });

  it("counts what a selection of stations or a zone holds", async () => {
    const path = "/api/territories/two-squares/selection";
    const all = await jsonOf<SelectionCounts>(
      server.request(path, post({ selection: { kind: "stations", stationIds: "all" } })),
    );
    const square = [
      [
        [2.0055, 48.0045],
        [2.0065, 48.0045],
        [2.0065, 48.0055],
        [2.0055, 48.0055],
        [2.0055, 48.0045],
      ],
    ];
    const zone = await jsonOf<SelectionCounts>(
      server.request(path, post({ selection: { kind: "zone", geometry: { type: "Polygon", coordinates: square } } })),
    );

    expect(all).toMatchObject({ stations: 2, addresses: 2, addressesOnStreet: 2, doors: 4 });
    expect(all.expectedConversations).toBeCloseTo(1.2);
    expect(zone).toMatchObject({ stationIds: ["99001_0002"], addresses: 1, doors: 2 });
  });

  it("refuses a selection of a station that there is not", async () => {
    const response = await server.request(
      "/api/territories/two-squares/selection",
      post({ selection: { kind: "stations", stationIds: ["99001_0009"] } }),
    );

    expect(response.status).toBe(422);
    expect((await jsonOf<Problem>(response)).error.message).toContain("99001_0009");
  });

  it("serves base-map tiles as they are stored, nothing where there is nothing", async () => {
    const there = await server.request("/api/territories/two-squares/tiles/9/259/176", {
      headers: { "accept-encoding": "gzip" },
    });
    const nothing = await server.request("/api/territories/two-squares/tiles/9/0/0");
    const wrong = await server.request("/api/territories/two-squares/tiles/9/x/0");

    expect(there.headers.get("content-type")).toBe("application/vnd.mapbox-vector-tile");
    expect(there.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(Buffer.from(await there.arrayBuffer())).toString()).toBe("a tile");
    expect(nothing.status).toBe(204);
    expect(wrong.status).toBe(400);
  });
});

function summary() {
  return server.deps.library.open("two-squares").summary;
}

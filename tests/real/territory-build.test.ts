import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { distanceMetres } from "../../geodata/geometry/position.ts";
import { Cancelled } from "../../geodata/readers/source-rows.ts";
import { backTests } from "../../geodata/scoring/back-test/back-test-report.ts";
import { presets } from "../../geodata/scoring/presets.ts";
import { suggestFamilies } from "../../geodata/scoring/suggest-families.ts";
import { type BuildOptions, type BuildReport, parseGivenFile } from "../../geodata/territory/build-options.ts";
import { buildTerritory } from "../../geodata/territory/build-territory.ts";
import { openTerritory } from "../../geodata/territory/open-territory.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { sharedData } from "../fixtures/shared-data.ts";

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "arpent-real-"));
  vi.stubEnv("ARPENT_HOME", home);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

describe("the neighbourhood of République, Paris", () => {
  const folder = sharedData("paris-republique");
  let report: BuildReport;
  let territory: Territory;
  beforeAll(async () => {
    if (folder === null) return;
    report = await buildTerritory(parisOptions(folder));
    territory = openTerritory(report.path);
  });
  afterAll(() => territory?.close());

  it("has 41 stations, all of them with results in at least 12 rounds", () => {
    if (folder === null) return;
    const whole = territory.elections().filter(({ id }) => territory.results(id).length === 41);

    expect(territory.stations()).toHaveLength(41);
    expect(whole.length).toBeGreaterThanOrEqual(12);
  });

  it("joins at least 99 % of the rows of every round", () => {
    if (folder === null) return;
    for (const { id, joinRate } of report.elections) expect([id, joinRate >= 0.99]).toEqual([id, true]);
  });

  it("has at least 99 % of the addresses inside the stations on a street", () => {
    if (folder === null) return;
    const inside = territory.addressesOfStations(territory.stations().map(({ index }) => index));

    const onStreet = inside.filter((address) => address.place !== null);

    expect(inside.length).toBeGreaterThan(6000);
    expect(onStreet.length / inside.length).toBeGreaterThanOrEqual(0.99);
  });

  it("loses nothing silently: accepted + rejected + outside = read, and every reject has a reason", () => {
    if (folder === null) return;
    for (const { file, read, accepted, rejected, outside, rejects } of report.sources) {
      expect([file, accepted + rejected + outside]).toEqual([file, read]);
      expect([file, rejects.reduce((sum, { count }) => sum + count, 0)]).toEqual([file, rejected]);
      expect([file, Math.min(accepted, outside) >= 0]).toEqual([file, true]);
    }
  });

  it("keeps the counts of stations that have not changed to the last vote", () => {
    if (folder === null) return;
    const station = territory.stations().find(({ id }) => id === "75056_0321");
    const [row] = territory.results("2024_legi_t1").filter(({ stationIndex }) => stationIndex === station?.index);
    const line = readFileSync(join(folder, "general_results.csv"), "utf8")
      .split("\n")
      .find((text) => text.startsWith("2024_legi_t1;75056_0321;"));
    const cells = (line ?? "").split(";");

    expect(row?.matchedShare).toBe(1);
    expect([row?.registered, row?.abstentions]).toEqual([Number(cells[11]), Number(cells[12])]);
  });

  it("has votes that add up to the expressed, carried or not", () => {
    if (folder === null) return;
    for (const { id } of territory.elections()) {
      for (const { stationIndex, expressed, votes } of territory.results(id)) {
        const total = [...votes.values()].reduce((sum, count) => sum + count, 0);
        expect([id, stationIndex, Math.abs(total - expressed) < 2]).toEqual([id, stationIndex, true]);
      }
    }
  });

  it("spreads registered voters ÷ 1.58 over a station's addresses", () => {
    if (folder === null) return;
    for (const { registered, doors, addresses } of territory.stations()) {
      expect(Math.abs(doors - Math.max(addresses, (registered ?? 0) / 1.58))).toBeLessThan(30);
    }
  });

  it("finds an address, a street and a station by name", () => {
    if (folder === null) return;

    expect(territory.search("12 rue oberkampf", 1)[0]?.label).toContain("12 Rue Oberkampf");
    expect(territory.search("bd voltaire", 1)[0]).toMatchObject({ kind: "street" });
    expect(territory.search("bureau 327", 1)[0]).toMatchObject({ kind: "station", id: "75056_0327" });
  });

  it("lets the left's scores be judged by what followed, and finds families where no file names a party", () => {
    if (folder === null) return;
    const left = presets(territory).find(({ id }) => id === "left");
    const families = suggestFamilies(territory);
    const { tests } = backTests(territory, { name: "", sides: left?.sides ?? {} });
    const judged = (target: string) =>
      tests
        .find((test) => test.score === "mobilisation" && test.target === target)
        ?.indexes.find(({ index }) => index === "score")?.rankCorrelation;
    const legislative = territory.candidates("2024_legi_t1");
    const told = legislative.filter(({ id }) => families.has(id)).reduce((sum, { votes }) => sum + votes, 0);

    expect(legislative.every(({ nuance }) => nuance === null)).toBe(true);
    expect(told / legislative.reduce((sum, { votes }) => sum + votes, 0)).toBeGreaterThan(0.7);
    expect(judged("2022_pres_t1")).toBeGreaterThan(0.7);
    expect(judged("2024_legi_t1")).toBeGreaterThan(0.4);
  });

  it("is the same version when built again from the same files", async () => {
    if (folder === null) return;

    const again = await buildTerritory({ ...parisOptions(folder), name: "again" });

    expect(again.territory.version).toBe(report.territory.version);
  });

  it("stays as it was when a new build is cancelled half-way", async () => {
    if (folder === null) return;
    const before = readFileSync(report.path);
    const controller = new AbortController();

    const build = buildTerritory(parisOptions(folder), {
      signal: controller.signal,
      onProgress: ({ stage }) => {
        if (stage === "base map") controller.abort();
      },
    });

    await expect(build).rejects.toBeInstanceOf(Cancelled);
    expect(readFileSync(report.path).equals(before)).toBe(true);
    expect(readdirSync(join(home, "territories")).filter((name) => name.includes("partial"))).toEqual([]);
  });
});

describe("the hills of Monaco", () => {
  it("are built from OpenStreetMap and a height tile alone, with communes for stations", async () => {
    const osm = sharedData("monaco/monaco.osm.pbf");
    const elevation = sharedData("monaco/N43E007.hgt.zip");
    if (osm === null || elevation === null) return;

    const report = await buildTerritory(options("monaco", { osm: [osm], elevation: [elevation] }));
    const territory = openTerritory(report.path);
    const ids = territory.stations().map(({ id }) => id);
    const heights = territory
      .addressesOfStations(territory.stations().map(({ index }) => index))
      .flatMap((address) => address.elevationMetres ?? []);
    territory.close();

    expect(ids).toEqual(["06012", "06032", "06150", "Monaco"]);
    expect(report.territory).toMatchObject({ stationKind: "communes", hasElevation: true });
    expect(report.territory.counts.addressesOnStreet / report.territory.counts.addresses).toBeGreaterThan(0.98);
    expect(heights.length / report.territory.counts.addresses).toBeGreaterThan(0.8);
    expect(Math.min(...heights)).toBeGreaterThan(-5);
    expect(Math.max(...heights)).toBeGreaterThan(400);
  });
});

describe("three communes of Finistère, of which only the electoral roll's addresses are known", () => {
  it("get station areas that hold the addresses of their roll", async () => {
    const roll = sharedData("finistere-reu/table-adresses-reu_sample_finistere.csv");
    const outlines = sharedData("finistere-reu/contours_communes_sample.geojson");
    const osm = sharedData("paris-republique/network.osm.pbf");
    if (roll === null || outlines === null || osm === null) return;

    const report = await buildTerritory(options("finistere", { osm: [osm], stations: [outlines], addresses: [roll] }));
    const territory = openTerritory(report.path);
    const stations = territory.stations();
    territory.close();

    expect(report.territory.stationKind).toBe("addresses");
    expect(stations).toHaveLength(31);
    expect(Math.min(...stations.map((station) => station.addresses))).toBeGreaterThan(10);
    expect(stations.every(({ box }) => distanceMetres([box[0], box[1]], [box[2], box[3]]) < 30_000)).toBe(true);
  });
});

function parisOptions(folder: string): BuildOptions {
  const file = (name: string) => join(folder, name);
  return options("paris-republique", {
    osm: [file("network.osm.pbf")],
    stations: [2012, 2017, 2022, 2024].map((year) => file(`bureaux_${year}.geojson@${year}`)),
    results: [file("general_results.csv"), file("candidats_results.csv")],
    addresses: [file("adresses.csv")],
    census: [file("filosofi2021.csv")],
    censusAreas: [file("iris.geojson")],
  });
}

type FileRole = "osm" | "stations" | "results" | "addresses" | "census" | "censusAreas" | "elevation";

function options(name: string, files: Partial<Record<FileRole, readonly string[]>>): BuildOptions {
  const given = (role: FileRole) => (files[role] ?? []).map(parseGivenFile);
  return {
    name,
    title: null,
    osm: given("osm"),
    stations: given("stations"),
    results: given("results"),
    addresses: given("addresses"),
    census: given("census"),
    censusAreas: given("censusAreas"),
    elevation: given("elevation"),
    stationMapping: null,
    communes: [],
    box: null,
    isInvented: false,
  };
}

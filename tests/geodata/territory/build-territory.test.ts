import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Cancelled, UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { type BuildOptions, parseGivenFile } from "../../../geodata/territory/build-options.ts";
import { buildTerritory } from "../../../geodata/territory/build-territory.ts";
import { openTerritory } from "../../../geodata/territory/open-territory.ts";
import { territoryPath } from "../../../geodata/territory/territory-folder.ts";
import { englishExample } from "../../fixtures/english-examples.ts";
import { writeSmallTown } from "../../fixtures/small-town.ts";

let home: string;
let files: ReturnType<typeof writeSmallTown>;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "arpent-build-"));
  vi.stubEnv("ARPENT_HOME", home);
  files = writeSmallTown(join(home, "sources"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

describe("building a territory", () => {
  it("carries results of older contours to today's stations by the addresses that moved", async () => {
    const territory = await buildAndOpen(town());

    const [first, second] = territory.results("2017_pres_t1");
    const [, now] = territory.results("2022_pres_t1");

    // The border moved from 4.010 to 4.005: three of old station 1's five addresses went to station 2, less half of one.
    expect(first).toMatchObject({ stationIndex: 0, registered: 400, matchedShare: 1 });
    expect(second).toMatchObject({ stationIndex: 1, registered: 1100 });
    expect(second?.matchedShare).toBeCloseTo(600 / 1100, 4);
    expect(now).toMatchObject({ registered: 500, expressed: 200, matchedShare: 1 });
    territory.close();
  });

  it("shows a result that no contour draws in the join rate, the source and the findings", async () => {
    const territory = await buildAndOpen(town());

    const election = territory.elections().find(({ id }) => id === "2022_pres_t1");
    const source = territory.summary.sources.find(({ file }) => file === "general_results.csv");

    expect(election?.joinRate).toBeCloseTo(2 / 3);
    expect(source?.rejects).toMatchObject([{ reason: "no-contour", count: 1 }]);
    expect(englishExample(source?.rejects[0])).toContain("line 6: 2022_pres_t1 has station 21999_0007");
    expect(territory.findings().map(({ code }) => code)).toEqual(
      expect.arrayContaining(["results-without-contour", "elections-poorly-joined"]),
    );
    territory.close();
  });

  it("counts every record of every file once", async () => {
    const territory = await buildAndOpen(town());

    const counts = Object.fromEntries(
      territory.summary.sources.map(({ file, read, accepted, rejected, outside }) => [
        file,
        [read, accepted, rejected, outside],
      ]),
    );

    expect(counts).toMatchObject({
      "bureaux_2017.geojson": [2, 2, 0, 0],
      "bureaux_2022.geojson": [2, 2, 0, 0],
      "general_results.csv": [5, 4, 1, 0],
      "candidats_results.csv": [9, 8, 1, 0],
      "adresses.csv": [12, 10, 1, 1],
    });
    territory.close();
  });

  it("hangs addresses on their street and counts doors from registered voters", async () => {
    const territory = await buildAndOpen(town());

    const addresses = territory.addressesOfStations([0, 1]);

    expect(addresses).toHaveLength(10);
    expect(addresses.every(({ place, doorsOrigin }) => place !== null && doorsOrigin === "registered")).toBe(true);
    expect(territory.stations().map(({ doors }) => doors)).toEqual([Math.round(1000 / 1.58), Math.round(500 / 1.58)]);
    territory.close();
  });

  it("gives each address the census area that it lies in, and none outside all of them", async () => {
    const areas = join(home, "iris.geojson");
    writeFileSync(areas, JSON.stringify({ type: "FeatureCollection", features: [westOf(4.006), eastOf(4.2)] }));

    const territory = await buildAndOpen({ ...town(), censusAreas: [parseGivenFile(areas)] });
    const addresses = territory.addressesOfStations([0, 1]);

    expect(territory.censusAreas()).toEqual([{ id: "219990101", name: "Le Bourg" }]);
    expect(addresses.length).toBeGreaterThan(0);
    for (const { position, censusAreaIndex } of addresses) expect(censusAreaIndex).toBe(position[0] < 4.006 ? 0 : null);
    territory.close();
  });

  it("writes the floors of the building that an address is in, and counts those that are known", async () => {
    const osm = readFileSync(files.osm, "utf8");
    writeFileSync(files.osm, osm.replace("</osm>", `${SHOP_WITH_FLATS}</osm>`));

    const territory = await buildAndOpen(town());
    const [first, ...others] = territory.addressesOfStations([0, 1]);

    expect(first).toMatchObject({ number: "1", floors: 4, doorsOrigin: "registered" });
    expect(others.map(({ floors }) => floors)).toEqual(others.map(() => null));
    expect(territory.findings().find(({ code }) => code === "floors-known")).toMatchObject({ level: "info", count: 1 });
    territory.close();
  });

  it("keeps only the commune or the box that is asked for", async () => {
    const territory = await buildAndOpen({ ...town(), box: [4, 47, 4.005, 47.004] });

    expect(territory.stations().map(({ id }) => id)).toEqual(["21999_0001"]);
    expect(territory.summary.sources.find(({ file }) => file === "bureaux_2022.geojson")).toMatchObject({
      accepted: 1,
      outside: 1,
    });
    territory.close();
    await expect(buildTerritory({ ...town(), communes: ["75056"] })).rejects.toThrow(
      /leaves no station \(of 2\) in the commune 75056 \(--commune\): check communes and box/,
    );
  });

  it("reads contours whose station is said to stand elsewhere, and another mapping makes another version", async () => {
    const contours = readFileSync(files.stations2022, "utf8")
      .replaceAll("codeBureauVote", "whole")
      .replaceAll("numeroBureauVote", "n")
      .replaceAll("codeCommune", "c");
    writeFileSync(files.stations2022, contours);
    const mapped = (columns: Record<string, string>) => ({
      ...town(),
      stations: [{ ...parseGivenFile(files.stations2022), columns }],
    });

    const byNumber = await buildTerritory(mapped({ station: "n", commune: "c" }));
    const byWhole = await buildTerritory(mapped({ station: "whole" }));

    expect(byNumber.territory.counts).toEqual(byWhole.territory.counts);
    expect(byNumber.territory.counts.stations).toBe(2);
    expect(byNumber.territory.version).not.toBe(byWhole.territory.version);
  });

  it("needs no contours: the box of the streets stands in for a station", async () => {
    const territory = await buildAndOpen({ ...town(), stations: [], results: [] });

    expect(territory.summary.stationKind).toBe("communes");
    expect(territory.stations()).toHaveLength(1);
    expect(territory.findings().map(({ code }) => code)).toEqual(expect.arrayContaining(["no-contours", "no-results"]));
    territory.close();
  });

  it("refuses contours that name no commune, and takes the one asked for", async () => {
    const contours = readFileSync(files.stations2022, "utf8")
      .replaceAll(/"codeBureauVote":"21999_\d+",/g, "")
      .replaceAll('"codeCommune":"21999",', "");
    const path = join(home, "sources", "bureaux_2026.geojson");
    writeFileSync(path, contours);
    const options = { ...town(), stations: [parseGivenFile(path)] };

    await expect(buildTerritory(options)).rejects.toThrow(/of which commune station 0001 is.*--commune/);
    const territory = await buildAndOpen({ ...options, communes: ["21999"] });

    expect(territory.stations().map(({ id }) => id)).toEqual(["21999_0001", "21999_0002"]);
    expect(territory.results("2022_pres_t1")).toHaveLength(2);
    territory.close();
  });

  it("leaves the old territory as it was when a file is broken or the user cancels", async () => {
    const { path } = await buildTerritory(town());
    const before = readFileSync(path);
    writeFileSync(files.osm, "<osm><node id='1'");

    await expect(buildTerritory(town())).rejects.toBeInstanceOf(UnusableFile);
    files = writeSmallTown(join(home, "sources"));
    const controller = new AbortController();
    const cancelled = buildTerritory(town(), {
      signal: controller.signal,
      onProgress: ({ stage }) => stage === "writing" && controller.abort(),
    });

    await expect(cancelled).rejects.toBeInstanceOf(Cancelled);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(home, "territories"))).toEqual(["town.territory"]);
  });

  it("never goes back in its progress", async () => {
    const shares: number[] = [];

    await buildTerritory(town(), { onProgress: ({ share }) => shares.push(share) });

    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.9);
  });

  it("refuses a name that is a path", async () => {
    await expect(buildTerritory({ ...town(), name: "../town" })).rejects.toThrow(/is not a territory name/);
    expect(existsSync(territoryPath("town"))).toBe(false);
  });
});

describe("a territory of stations that are points, without streets", () => {
  const HEADER =
    "x100_epsg3035\ty100_epsg3035\tcommune\tnom_commune\tins_eu\tblancs_nuls_eu\teu_lfi\tins_lg\tvotants_lg\tblancs_nuls_lg\tlg_nfp";
  const LINES = [
    "32209\t28807\t29083\tIle-de-Sein\t243\t2\t46\t242\t193\t0\t193",
    "32600\t28850\t29019\tBrest\t500\t5\t100\t500\t300\t10\t290",
    "32610\t28850\t29019\tBrest\t600\t5\t120\t600\t310\t10\t300",
  ];
  const pointTown = (): BuildOptions => {
    const path = join(home, "eu2024_lg2024_bv.tsv");
    writeFileSync(path, [HEADER, ...LINES, ""].join("\n"));
    const table = [parseGivenFile(path)];
    return { ...town(), osm: [], addresses: [], stations: table, results: table };
  };

  it("has every station with its votes, and says that nobody can walk", async () => {
    const territory = await buildAndOpen(pointTown());

    expect(territory.summary).toMatchObject({
      stationKind: "points",
      counts: { stations: 3, pieces: 0, addresses: 0 },
    });
    expect(territory.stations().map(({ id, name }) => [id, name])).toEqual([
      ["29019_1", "Brest 1"],
      ["29019_2", "Brest 2"],
      ["29083_1", "Ile-de-Sein"],
    ]);
    expect(territory.results("2024_legi_t1").map(({ registered }) => registered)).toEqual([500, 600, 242]);
    expect(territory.findings().map(({ code }) => code)).toEqual(
      expect.arrayContaining(["no-streets", "no-addresses", "stations-from-points"]),
    );
    territory.close();
  });

  it("counts every record once, also those outside a box", async () => {
    const territory = await buildAndOpen({ ...pointTown(), box: [-4.6, 48, -4, 49] });

    expect(
      territory.summary.sources.map(({ role, read, accepted, outside }) => [role, read, accepted, outside]),
    ).toEqual([
      ["stations", 3, 2, 1],
      ["results", 6, 4, 2],
    ]);
    territory.close();
  });

  it("refuses results that number stations otherwise", async () => {
    await expect(buildTerritory({ ...pointTown(), results: [parseGivenFile(files.general)] })).rejects.toThrow(
      "numbers its stations otherwise",
    );
  });
});

describe("a file on the command line", () => {
  it.each([
    ["a/bureaux.geojson@2017", "a/bureaux.geojson", 2017, null],
    ["r.txt@2024_legi_t1", "r.txt", null, "2024_legi_t1"],
    ["r.txt@2024_legi_t1@2022", "r.txt", 2022, "2024_legi_t1"],
    ["me@home/r.txt", "me@home/r.txt", null, null],
    ["r@home.txt", "r@home.txt", null, null],
  ])("%s is %s", (text, path, vintage, electionId) => {
    expect(parseGivenFile(text)).toEqual({ path, vintage, electionId, columns: null });
  });

  it("says what may follow an @", () => {
    expect(() => parseGivenFile("r.txt@2024_legi")).toThrow(/neither a year, e.g. @2017, nor a round/);
  });
});

/** Around the first address, 4.001, of the small town. */
const SHOP_WITH_FLATS = `
  <node id="21" lat="47.0011" lon="4.0009"/><node id="22" lat="47.0011" lon="4.0011"/>
  <node id="23" lat="47.0013" lon="4.0011"/><node id="24" lat="47.0013" lon="4.0009"/>
  <way id="20"><nd ref="21"/><nd ref="22"/><nd ref="23"/><nd ref="24"/><nd ref="21"/>
    <tag k="building" v="retail"/><tag k="building:levels" v="4"/></way>
`;

/** A census area of the small town up to this longitude, and one far away from it. */
const westOf = (east: number) => censusArea("219990101", "Le Bourg", 3.9, east);
const eastOf = (west: number) => censusArea("219990102", "Ailleurs", west, west + 0.1);

function censusArea(code: string, name: string, west: number, east: number) {
  const ring = [
    [west, 46.9],
    [east, 46.9],
    [east, 47.1],
    [west, 47.1],
    [west, 46.9],
  ];
  return {
    type: "Feature",
    properties: { CODE_IRIS: code, NOM_IRIS: name },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
}

async function buildAndOpen(options: BuildOptions) {
  return openTerritory((await buildTerritory(options)).path);
}

function town(): BuildOptions {
  return {
    name: "town",
    title: null,
    osm: [parseGivenFile(files.osm)],
    stations: [parseGivenFile(files.stations2017), parseGivenFile(files.stations2022)],
    results: [parseGivenFile(files.general), parseGivenFile(files.candidates)],
    addresses: [parseGivenFile(files.addresses)],
    census: [],
    censusAreas: [],
    elevation: [],
    stationMapping: null,
    communes: [],
    box: null,
    isInvented: false,
  };
}

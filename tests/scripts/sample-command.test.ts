import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FeatureCollection } from "geojson";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTerritoryWriter } from "../../geodata/territory/write-territory.ts";
import { EXIT } from "../../scripts/command.ts";
import type { SampleReport } from "../../server/contract/sample.ts";
import { runArpent } from "../fixtures/run-arpent.ts";
import { sampledTownContent } from "../fixtures/sampled-town.ts";
import { makeTerritoryContent } from "../fixtures/territory-content.ts";

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "arpent-sample-"));
  vi.stubEnv("ARPENT_HOME", home);
  mkdirSync(join(home, "territories"));
  createTerritoryWriter(join(home, "territories/town.territory"), 0).finish(sampledTownContent(40));
  const bare = makeTerritoryContent({ elections: [], candidates: [], results: new Map(), indicators: [] });
  createTerritoryWriter(join(home, "territories/bare.territory"), 0).finish({ ...bare, stationIndicators: [] });
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

describe("arpent sample", () => {
  it("writes the report on stdout, gaps and warnings in words on stderr", async () => {
    const { code, out, said } = await run("--count", "8", "--json");

    expect(code).toBe(EXIT.done);
    const report = JSON.parse(out) as SampleReport;
    expect(report.stations).toHaveLength(8);
    expect(report.stations[0]?.spares).toHaveLength(3);
    expect(report.request).toEqual({ count: 8, margins: null, seed: 1, spares: 3 });
    expect(said).toContain("largest gap");
    expect(said).toContain("design effect");
    expect(said).toContain("who opens the door is not chosen");
  });

  it("prints the same for the same seed", async () => {
    const args = ["--count", "5", "--seed", "9", "--json"];

    expect((await run(...args)).out).toBe((await run(...args)).out);
  });

  it("writes a line for each chosen station as CSV", async () => {
    const { out } = await run("--count", "4", "--format", "csv", "--spares", "1");

    const lines = out.trim().split("\r\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]).toContain("station;name;commune;registered;probability;weight;spares");
    expect(lines[1]).toMatch(/^99001_\d{4};Bureau \d+;Deux-Carrés;\d+;0\.\d+;[\d.]+;99001_\d{4}$/);
  });

  it("draws chosen stations and their spares as GeoJSON", async () => {
    const { out } = await run("--count", "3", "--format", "geojson", "--spares", "2");

    const { features } = JSON.parse(out) as FeatureCollection;
    expect(features.map(({ properties }) => properties?.role).sort()).toEqual([
      ...Array.from({ length: 3 }, () => "chosen"),
      ...Array.from({ length: 6 }, () => "spare"),
    ]);
  });

  it("takes what it lists of a territory as a reference", async () => {
    const list = (await run("--list-margins")).out;
    const file = write("reference.csv", list.split("\r\n").slice(0, 5).join("\r\n"));

    const { out } = await run("--count", "8", "--reference", file, "--json");

    const report = JSON.parse(out) as SampleReport;
    expect(list).toContain("turnout@2024_euro_t1");
    expect(report.reference).toBe("reference.csv");
    expect(report.margins).toHaveLength(4);
    for (const { referenceMean, territoryMean } of report.margins) {
      expect(Math.abs(referenceMean / territoryMean - 1)).toBeLessThan(1e-4);
    }
  });

  it("names the margins of a reference that this territory does not have", async () => {
    const file = write("other.csv", "margin;mean\nDISP_MED21;22000\nturnout@2012_pres_t1;0.8");

    const { code, said } = await run("--count", "8", "--reference", file);

    expect(code).toBe(EXIT.done);
    expect(said).toContain("left out: turnout@2012_pres_t1, not in this territory");
  });

  it("balances the sides of a campaign", async () => {
    const { out } = await run("--count", "8", "--preset", "left", "--margins", "ours,turnout", "--json");

    const report = JSON.parse(out) as SampleReport;
    expect(report.margins.map(({ id }) => id)).toContain("ours@2024_euro_t1");
  });

  it("exits 3 where a territory has no margin to list, or is not there", async () => {
    expect(await runOn("bare", "--list-margins")).toMatchObject({ code: EXIT.nothingFound });
    expect(await runOn("nowhere", "--count", "2")).toMatchObject({ code: EXIT.nothingFound, out: "" });
  });

  it.each([
    [[], "--count is missing"],
    [["--count", "0"], '--count is "0"'],
    [["--count", "2.5"], '--count is "2.5"'],
    [["--count", "41"], "41 stations are asked for; there are 40"],
    [["--count", "4", "--margins", "left,"], '--margins is "left,"'],
    [["--count", "4", "--margins", "lft"], '"lft" is not a margin'],
    [["--count", "4", "--margins", "left,left"], "is given twice"],
    [["--count", "4", "--seed", "-1"], '--seed is "-1"'],
    [["--count", "4", "--format", "pdf"], '--format is "pdf"'],
    [["--count", "4", "--preset", "none"], '--preset is "none"'],
    [["--count", "4", "--persons", "3"], "--persons is not an option"],
  ])("exits 2 for %j and says %s", async (args, sentence) => {
    const { code, out, said } = await run(...args);

    expect(code).toBe(EXIT.badInput);
    expect(said).toContain(sentence);
    expect(out).toBe("");
  });

  it.each([
    ["margin;mean\nDISP_MED22;22000", 'line 2: margin is "DISP_MED22"', "Did you mean DISP_MED21"],
    ["margin;mean\nDISP_MED21;rich", 'line 2 (DISP_MED21): mean is "rich"', "expected a number"],
    ["margin;mean\nDISP_MED21;", 'line 2 (DISP_MED21): mean is ""', "expected a number"],
    ["margin;mean\nleft@2024_euro_t1;28", "line 2 (left@2024_euro_t1): mean is 28", "expected a share"],
    ["margin;mean;deviation\nDISP_MED21;22000;0", 'deviation is "0"', "expected a positive number"],
    ["margin;mean\nDISP_MED21;1\nDISP_MED21;2", "line 3: the margin DISP_MED21 already stands at line 2", "once"],
    ["name;value\nDISP_MED21;1", "has the columns", "expected margin, mean"],
    ["margin;mean\n", "has no row", "expected a line for each margin"],
    ["", "is empty", "0 bytes"],
    ['margin;mean\n"DISP_MED21;22000\n', "line 2", "never closed"],
  ])("names file, line, value and expectation of a bad reference: %j", async (text, place, expectation) => {
    const file = write("bad.csv", text);

    const { code, out, said } = await run("--count", "4", "--reference", file);

    expect(code).toBe(EXIT.badInput);
    expect(out).toBe("");
    for (const part of ["bad.csv", place, expectation]) expect(said).toContain(part);
  });

  it("exits 2 for a reference that is not there, or that lacks a margin asked for", async () => {
    const file = write("short.csv", "margin;mean\nDISP_MED21;22000");

    expect(await run("--count", "4", "--reference", join(home, "none.csv"))).toMatchObject({ code: EXIT.badInput });
    const lacking = await run("--count", "4", "--reference", file, "--margins", "left");
    expect(lacking.code).toBe(EXIT.badInput);
    expect(lacking.said).toContain('--margins names "left"');
  });
});

function write(name: string, text: string): string {
  const path = join(home, name);
  writeFileSync(path, text);
  return path;
}

function run(...args: readonly string[]) {
  return runOn("town", ...args);
}

function runOn(territory: string, ...args: readonly string[]) {
  return runArpent("sample", "--territory", territory, ...args);
}

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTerritoryWriter } from "../../geodata/territory/write-territory.ts";
import { EXIT } from "../../scripts/command.ts";
import type { ZonesAnswer } from "../../server/contract/zones.ts";
import { runArpent } from "../fixtures/run-arpent.ts";
import { makeTerritoryContent } from "../fixtures/territory-content.ts";

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "arpent-zones-"));
  vi.stubEnv("ARPENT_HOME", home);
  mkdirSync(join(home, "territories"));
  createTerritoryWriter(join(home, "territories/two-squares.territory"), 0).finish(makeTerritoryContent());
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

describe("arpent zones", () => {
  it("writes the answer on stdout and the zones in a file", async () => {
    const file = join(home, "zones.geojson");

    const { code, out, said } = await run("--stations", "all", "--zones", "2", "--json", "--out", file);

    expect(code).toBe(EXIT.done);
    const answer = JSON.parse(out) as ZonesAnswer;
    expect(answer.zones.features).toHaveLength(2);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(answer.zones);
    expect(said).toContain("2 zones; work from");
  });

  it("prints the same for the same seed", async () => {
    const args = ["--stations", "all", "--zones", "2", "--seed", "7", "--json"];

    expect((await run(...args)).out).toBe((await run(...args)).out);
  });

  it("exits 3 where an area holds no address", async () => {
    const file = join(home, "sea.geojson");
    const coordinates = [
      [
        [-30, 0],
        [-29, 0],
        [-29, 1],
        [-30, 0],
      ],
    ];
    writeFileSync(file, JSON.stringify({ type: "Feature", geometry: { type: "Polygon", coordinates } }));

    expect(await run("--zone", file, "--zones", "2")).toMatchObject({ code: EXIT.nothingFound, out: "" });
  });

  it.each([
    [["--zones", "2"], "Say where"],
    [["--stations", "all"], "--zones is missing"],
    [["--stations", "all", "--zones", "0"], '--zones is "0"'],
    [["--stations", "all", "--zones", "3"], "Ask for 2 zones at most"],
    [["--stations", "all", "--zone", "a.geojson", "--zones", "2"], "not both"],
    [["--stations", "all", "--zones", "2", "--sead", "1"], "--sead is not an option"],
    [["--stations", "somewhere", "--zones", "2"], "has no station somewhere"],
  ])("exits 2 for %j and says %s", async (args, sentence) => {
    const { code, out, said } = await run(...args);

    expect(code).toBe(EXIT.badInput);
    expect(said).toContain(sentence);
    expect(out).toBe("");
  });
});

function run(...args: readonly string[]) {
  return runArpent("zones", "--territory", "two-squares", ...args);
}

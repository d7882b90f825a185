import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { territoryPath } from "../../geodata/territory/territory-folder.ts";
import { EXIT } from "../../scripts/command.ts";
import { runArpent } from "../fixtures/run-arpent.ts";
import { writeSmallTown } from "../fixtures/small-town.ts";

let home: string;
let files: ReturnType<typeof writeSmallTown>;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "arpent-cli-"));
  vi.stubEnv("ARPENT_HOME", home);
  files = writeSmallTown(join(home, "sources"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

describe("arpent territory", () => {
  it("builds, lists and checks a town, with nothing but the result on stdout", async () => {
    const build = await run("build", "--name", "town", "--osm", files.osm, "--json", ...townFiles());
    const list = await run("list", "--json");
    const check = await run("check", "town");

    expect([build.code, list.code, check.code]).toEqual([EXIT.done, EXIT.done, EXIT.done]);
    expect(JSON.parse(build.out)).toMatchObject({
      territory: { name: "town", counts: { stations: 2, addresses: 10 } },
    });
    expect(JSON.parse(list.out)).toMatchObject({ territories: [{ name: "town" }] });
    expect(check.out).toContain("2022_pres_t1: 66.6 % joined to contours of 2022, 2 stations");
    expect(check.out).toContain("Before anyone walks:");
  });

  it("recognises files, renames a territory and removes it", async () => {
    await run("build", "--name", "town", "--osm", files.osm, ...townFiles());

    const recognised = await run("recognise", files.stations2022, files.addresses);
    const renamed = await run("rename", "town", "--title", "Petitbourg");
    const list = await run("list");
    const removed = await run("remove", "town");
    const again = await run("remove", "town");

    expect(recognised.out).toContain("stations (data-gouv-contours-1), 2 records, of 2022");
    expect(recognised.out).toContain("addresses (ban), 12 records");
    expect(renamed.out).toBe("town is now called Petitbourg.");
    expect(list.out).toMatch(/^town: Petitbourg, 2 stations/);
    expect([removed.code, again.code]).toEqual([EXIT.done, EXIT.nothingFound]);
  });

  it("lists a territory that cannot be opened with the reason, and goes on", async () => {
    await run("build", "--name", "town", "--osm", files.osm, ...townFiles());
    writeFileSync(territoryPath("broken"), "not a territory");

    const { code, out } = await run("list");

    expect(code).toBe(EXIT.done);
    expect(out).toMatch(/^broken: cannot be opened\. .*\ntown: Town, 2 stations/m);
  });

  it("exits 3 where there is nothing to list or to check", async () => {
    const list = await run("list");
    const check = await run("check", "nowhere");

    expect([list.code, check.code]).toEqual([EXIT.nothingFound, EXIT.nothingFound]);
    expect(check.said).toContain('There is no territory "nowhere"');
  });

  it.each([
    [[], "is not something to do with a territory"],
    [["bild"], 'Did you mean "build"?'],
    [["build", "--name", "town"], "--osm is missing"],
    [["build", "--osm", "a.pbf"], "--name is missing"],
    [["build", "--name", "Town!", "--osm", "a.pbf"], "is not a territory name"],
    [["build", "--name", "town", "--osm", "missing.osm.pbf"], "missing.osm.pbf"],
    [["build", "--name", "town", "--osm", "a.pbf", "--bbox", "3,2,1,0"], '--bbox is "3,2,1,0"'],
    [["build", "--name", "town", "--osm", "a.pbf", "--census", "c.csv"], "--census needs --census-areas"],
    [["build", "--name", "town", "--osm", "a.pbf", "--stations", "b@2017_x"], "neither a year"],
    [["check"], "needs the name of a territory"],
    [["check", "a", "b"], '"b" came after'],
  ])("refuses %j with a sentence and exit code 2", async (args, sentence) => {
    const { code, said, out } = await run(...args);

    expect(code).toBe(EXIT.badInput);
    expect(said).toContain(sentence);
    expect(out).toBe("");
  });
});

function townFiles(): string[] {
  return [
    "--stations",
    files.stations2017,
    files.stations2022,
    "--results",
    files.general,
    files.candidates,
    "--addresses",
    files.addresses,
  ];
}

function run(...args: readonly string[]) {
  return runArpent("territory", ...args);
}

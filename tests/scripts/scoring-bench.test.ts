import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXIT } from "../../scripts/command.ts";
import { runArpent } from "../fixtures/run-arpent.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "arpent-cross-tables-"));
  const pure = {
    x: [
      [90, 10],
      [20, 80],
    ],
    y: [
      [90, 10],
      [20, 80],
    ],
    true: [
      [110, 0],
      [0, 90],
    ],
  };
  const lines = ["North", "South"].map((district) => JSON.stringify({ election: "demo", district, ...pure }));
  writeFileSync(join(folder, "demo.jsonl.gz"), gzipSync(lines.join("\n")));
  writeFileSync(join(folder, "results_by_method.csv"), "election,district,EI_guess\ndemo,North,12.5\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("arpent bench scoring", () => {
  it("measures every district of the folder against its true table", async () => {
    const { code, out } = await run("--ecological", folder, "--json");

    expect(code).toBe(EXIT.done);
    expect(JSON.parse(out)).toMatchObject({
      ecological: [
        { election: "demo", district: "North", errorIndex: expect.closeTo(7, -1), seconds: expect.any(Number) },
        { election: "demo", district: "South", errorIndex: expect.closeTo(7, -1), seconds: expect.any(Number) },
      ],
    });
  });

  it("prints mean and median by election beside the other methods", async () => {
    const { out } = await run("--ecological", folder);

    expect(out).toMatch(/demo +2 +\d+\.\d\d +\d+\.\d\d/);
    expect(out).toContain("guess");
    expect(out).toContain("mean 12.50 median 12.50 (1)");
  });

  it("exits 2 on a folder that is not there", async () => {
    const { code, said } = await run("--ecological", join(folder, "nowhere"));

    expect(code).toBe(EXIT.badInput);
    expect(said).toContain("nowhere does not exist");
  });
});

function run(...args: readonly string[]) {
  return runArpent("bench", "scoring", ...args);
}

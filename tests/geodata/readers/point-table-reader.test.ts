import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPointResults, readStationPoints } from "../../../geodata/readers/point-table-reader.ts";
import { recogniseFile } from "../../../geodata/readers/recognise-file.ts";
import { readResults } from "../../../geodata/readers/results-reader.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "arpent-points-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = [
  "x100_epsg3035\ty100_epsg3035\tdep\tcirco\tcommune\tnom_commune\tins_eu\tblancs_nuls_eu\teu_lfi\teu_rn",
  "ins_lg\tvotants_lg\tblancs_nuls_lg\tlg_nfp\tlg_ed",
].join("\t");

function write(lines: readonly string[], name = "eu2024_lg2024_bv.tsv"): string {
  const path = join(folder, name);
  writeFileSync(path, [HEADER, ...lines, ""].join("\n"));
  return path;
}

const SEIN = "32209\t28807\t29\t2907\t29083\tIle-de-Sein\t243\t2\t10\t36\t242\t193\t0\t100\t93";
const BREST = "32500\t28800\t29\t2902\t29019\tBrest\t500\t5\t100\t80\t500\t300\t10\t190\t100";

describe("a table of stations as points", () => {
  it("is told from every other table", async () => {
    expect(await recogniseFile(write([SEIN]))).toEqual({ role: null, format: "station-points" });
  });

  it("gives places, numbered within their commune", async () => {
    const { points, read, accepted } = await readStationPoints(write([SEIN, BREST, BREST]));

    expect([read, accepted]).toEqual([3, 3]);
    expect(points.map(({ communeCode, number }) => `${communeCode}_${number}`)).toEqual([
      "29083_1",
      "29019_1",
      "29019_2",
    ]);
    expect(points[0]?.position[0]).toBeCloseTo(-4.85, 1);
    expect(points[0]?.position[1]).toBeCloseTo(48.04, 1);
  });

  it("gives the votes of both elections, one record each", async () => {
    const table = await readPointResults(write([SEIN]));

    expect([table.read, table.accepted]).toEqual([2, 2]);
    expect(table.rows).toMatchObject(
      [
        { electionId: "2024_legi_t1", registered: 242, voters: 193, abstentions: 49, expressed: 193, nullVotes: 0 },
        { electionId: "2024_euro_t1", registered: 243, voters: 48, abstentions: 195, expressed: 46, nullVotes: 2 },
      ].toReversed(),
    );
    expect(table.kind === "complete" ? table.rows[0]?.candidates.map(({ nuance }) => nuance) : []).toEqual([
      "LFI",
      "LRN",
    ]);
  });

  it("rejects what cannot be, and still numbers the others alike in both readings", async () => {
    const noPlace = BREST.replace("32500", "");
    const tooMany = BREST.replace("500\t300", "500\t700");
    const path = write([noPlace, tooMany, BREST]);

    const places = await readStationPoints(path);
    const votes = await readPointResults(path);

    expect(places.points.map(({ number }) => number)).toEqual(["2", "3"]);
    expect(places.rejects).toMatchObject([{ reason: "no-position", count: 1 }]);
    expect(votes.rejects).toMatchObject([{ reason: "more-voters-than-registered", count: 1 }]);
    expect(votes.rows.filter(({ electionId }) => electionId === "2024_legi_t1").map(({ number }) => number)).toEqual([
      "1",
      "3",
    ]);
  });

  it("leaves out the stations that are not wanted, and counts them", async () => {
    const table = await readPointResults(write([SEIN, BREST]), { keepStation: (commune) => commune === "29019" });

    expect([table.read, table.accepted, table.outside]).toEqual([4, 2, 2]);
  });

  it("asks for the years when the name of the file does not give them", async () => {
    await expect(readPointResults(write([SEIN], "france.tsv"))).rejects.toThrow("of which years");
  });

  it("is refused as results of stations that are numbered otherwise", async () => {
    await expect(readResults(write([SEIN]))).rejects.toThrow("numbers are its own");
  });
});

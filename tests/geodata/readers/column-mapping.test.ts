import { describe, expect, it } from "vitest";
import { readAddresses } from "../../../geodata/readers/addresses-reader.ts";
import { readCensusAreas } from "../../../geodata/readers/census-areas-reader.ts";
import { readCensusTable } from "../../../geodata/readers/census-table-reader.ts";
import { guessMapping, mappedHeader } from "../../../geodata/readers/column-mapping.ts";
import { readResults } from "../../../geodata/readers/results-reader.ts";
import { sourceFile } from "./source-file.ts";

describe("files whose columns are called otherwise", () => {
  it("are read as addresses once street and position are known", async () => {
    const path = await sourceFile("rues.csv", "voie;no;x;y;nom\nRue Haute;3;4.01;47.001;a\nRue Basse;;4.02;47.002;b\n");

    const read = await readAddresses(path, {
      columns: { street: "voie", number: "no", longitude: "x", latitude: "y" },
    });

    expect(read.addresses.map(({ street, number, position }) => [street, number, position])).toEqual([
      ["Rue Haute", "3", [4.01, 47.001]],
      ["Rue Basse", "", [4.02, 47.002]],
    ]);
  });

  it("are read as results, with the round of their name", async () => {
    const path = await sourceFile("2022_pres_t1.csv", "insee;bureau;listes;suffrages;cand\n21999;1;x;40;DURAND\n");

    const read = await readResults(path, {
      columns: { commune: "insee", station: "bureau", votes: "suffrages", candidate: "cand" },
    });

    expect(read.kind).toBe("candidates");
    expect(read.rows[0]).toMatchObject({ electionId: "2022_pres_t1", communeCode: "21999", number: "1", votes: 40 });
  });

  it("are read as census figures and their areas", async () => {
    const table = await sourceFile("pop.csv", "zone;P20_POP\n751010101;950\n");
    const areas = await sourceFile(
      "zones.geojson",
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"zone":"751010101"},"geometry":{"type":"Polygon","coordinates":[[[2.3,48.8],[2.4,48.8],[2.4,48.9],[2.3,48.8]]]}}]}',
    );

    expect((await readCensusTable(table, { columns: { area: "zone" } })).rows).toHaveLength(1);
    expect((await readCensusAreas(areas, { columns: { area: "zone" } })).areas[0]?.id).toBe("751010101");
  });

  it("are refused with the columns that there are when a mapped one is missing", async () => {
    const path = await sourceFile("rues.csv", "voie;x;y\nRue Haute;4.01;47.001\n");

    const mapped = readAddresses(path, { columns: { street: "rue", longitude: "x", latitude: "y" } });

    await expect(mapped).rejects.toThrow(/rues\.csv: has no column "rue" for "street"; the columns are voie, x, y/);
  });
});

describe("a mapping", () => {
  it("names every required field, and only fields that the role has", () => {
    const header = ["a", "b"];

    expect(() => mappedHeader("f.csv", "addresses", header, { street: "a", longitude: "b" })).toThrow(
      /without a column for "latitude"/,
    );
    expect(() => mappedHeader("f.csv", "census", header, { area: "a", colour: "b" })).toThrow(
      /"colour" is not a column of census; expected area/,
    );
  });

  it("wins over a column that happens to bear the known title", () => {
    const header = mappedHeader("f.csv", "census", ["IRIS", "zone"], { area: "zone" });

    expect(header).toEqual(["IRIS (not used)", "IRIS"]);
  });

  it("never guesses one column for two fields", () => {
    const guess = guessMapping("addresses", ["commune", "rue", "lon", "lat"]);

    expect(guess).toEqual({ commune: "commune", street: "rue", longitude: "lon", latitude: "lat" });
  });
});

import { describe, expect, it } from "vitest";
import { readAddresses } from "../../geodata/readers/addresses-reader.ts";
import { readCensusAreas } from "../../geodata/readers/census-areas-reader.ts";
import { readCensusTable } from "../../geodata/readers/census-table-reader.ts";
import { joinResults } from "../../geodata/readers/join-results.ts";
import type { ReadFacts } from "../../geodata/readers/read-facts.ts";
import { recogniseFile } from "../../geodata/readers/recognise-file.ts";
import { readResults, type StationVotes } from "../../geodata/readers/results-reader.ts";
import { readStationContours } from "../../geodata/readers/station-contours-reader.ts";
import { stationKey } from "../../geodata/readers/station-key.ts";
import { sharedData } from "../fixtures/shared-data.ts";

function expectAllAccepted(facts: ReadFacts, count: number): void {
  expect(facts).toMatchObject({ read: count, accepted: count, rejected: 0, outside: 0 });
}

function expectNothingLost({ read, accepted, rejected, outside, rejects }: ReadFacts): void {
  expect(accepted + rejected + outside).toBe(read);
  expect(rejects.reduce((sum, { count }) => sum + count, 0)).toBe(rejected);
}

function votesOf({ candidates }: Pick<StationVotes, "candidates">): string {
  return candidates
    .map(({ votes }) => votes)
    .sort((a, b) => a - b)
    .join();
}

describe("real contours of polling stations", () => {
  it.each([
    ["paris-republique/bureaux_2012.geojson", 41, 2012, "75056"],
    ["paris-republique/bureaux_2017.geojson", 41, 2017, "75056"],
    ["paris-republique/bureaux_2022.geojson", 41, 2022, "75056"],
    ["paris-republique/bureaux_2024.geojson", 41, 2024, "75056"],
    ["paris-republique/bureaux_2026.geojson", 41, 2026, null],
    ["paris/bureaux_2012.geojson.gz", 867, 2012, "75056"],
    ["paris/bureaux_2017.geojson.gz", 896, 2017, "75056"],
    ["paris/bureaux_2022.geojson.gz", 899, 2022, "75056"],
    ["paris/bureaux_2024.geojson.gz", 902, 2024, "75056"],
    ["samples/contours_etalab_v1_la-roche-sur-yon.geojson", 39, null, "85191"],
    ["samples/contours_etalab_v2_7_bureaux.geojson", 7, null, "01001"],
  ])("%s: all %i stations pass every check", async (file, count, vintage, commune) => {
    const path = sharedData(file);
    if (path === null) return;

    const { contours, vintageGuess, ...facts } = await readStationContours(path);

    expectAllAccepted(facts, count);
    expect(vintageGuess).toBe(vintage);
    expect(contours[0]?.communeCode).toBe(commune);
    expect((await recogniseFile(path)).role).toBe("stations");
  });

  it("other contours by mapping", async () => {
    const path = sharedData("paris/areal_interpolation_bureaux_2012.geojson.gz");
    if (path === null) return;

    const { contours, ...facts } = await readStationContours(path, { mapping: { station: "ID" } });

    expectAllAccepted(facts, 867);
    expect(contours[0]?.number).toBe("750060019");
    await expect(readStationContours(path)).rejects.toThrow("say which one holds the station");
  });
});

describe("real results", () => {
  it.each([
    // The counts of the second round of 2007 were published empty for all of the neighbourhood: nothing is left of it.
    ["paris-republique", 1223, 13_507, 31],
    ["paris", 26_620, 290_916, 32],
  ])(
    "%s: %i rows of counts and %i of candidates make %i rounds, and no row is lost",
    async (folder, general, candidates, rounds) => {
      const extension = folder === "paris" ? "csv.gz" : "csv";
      const generalPath = sharedData(`${folder}/general_results.${extension}`);
      const candidatesPath = sharedData(`${folder}/candidats_results.${extension}`);
      if (generalPath === null || candidatesPath === null) return;

      const tables = [await readResults(generalPath), await readResults(candidatesPath)];
      const { elections, facts } = joinResults(tables);

      expect(tables.map(({ read }) => read)).toEqual([general, candidates]);
      expect(elections).toHaveLength(rounds);
      facts.forEach(expectNothingLost);
      for (const { rejected, read } of facts) expect(rejected / read).toBeLessThan(0.03);
      for (const { stations } of elections) {
        for (const station of stations) {
          expect(station.candidates.reduce((sum, { votes }) => sum + votes, 0)).toBeLessThanOrEqual(station.expressed);
        }
      }
    },
  );

  it("the city's rows say the same as the Ministry's files of 2017", async () => {
    const general = sharedData("paris/general_results.csv.gz");
    const candidates = sharedData("paris/candidats_results.csv.gz");
    if (general === null || candidates === null) return;
    const options = { electionId: "2017_pres_t2" };
    const { elections } = joinResults([await readResults(general, options), await readResults(candidates, options)]);
    const city = new Map(elections[0]?.stations.map((row) => [stationKey(row.communeCode, row.number), row]));

    const ministry = await readResults(sharedData("paris/PR17_BVot_T2_75056.txt.gz") ?? "");

    expectAllAccepted(ministry, 896);
    if (ministry.kind !== "complete") throw new Error(`read as ${ministry.kind}`);
    // The city corrected a handful of stations after the Ministry had published.
    const agreeing = ministry.rows.filter((row) => {
      const other = city.get(stationKey(row.communeCode, row.number));
      return other?.registered === row.registered && votesOf(other) === votesOf(row);
    });
    expect(agreeing.length).toBeGreaterThanOrEqual(890);
  });

  it.each([
    ["paris/PR17_BVot_T1_75056.txt.gz", "2017_pres_t1", 896, 11],
    ["paris/PR17_BVot_T2_75056.txt.gz", "2017_pres_t2", 896, 2],
    ["paris/Leg_2017_Resultats_BVT_T1_75056.txt.gz", "2017_legi_t1", 896, 22],
    ["paris/Leg_2017_Resultats_BVT_T2_75056.txt.gz", "2017_legi_t2", 835, 2],
  ])("%s is %s, with %i stations", async (file, electionId, count, candidates) => {
    const path = sharedData(file);
    if (path === null) return;

    const table = await readResults(path);

    expectAllAccepted(table, count);
    if (table.kind !== "complete") throw new Error(`read as ${table.kind}`);
    expect(table.rows[0]).toMatchObject({ electionId, communeCode: "75056" });
    expect(table.rows[0]?.candidates).toHaveLength(candidates);
  });

  it.each([
    ["samples/resultats_2024_t1_entete_et_2_lignes.csv", "2024_legi_t1", ["1", "2"], 10],
    ["samples/resultats_2024_t2_entete_et_2_lignes.csv", "2024_legi_t2", ["0001", "0002"], 3],
  ])("%s, once its round is said", async (file, electionId, numbers, candidates) => {
    const path = sharedData(file);
    if (path === null) return;

    const table = await readResults(path, { electionId });

    expectAllAccepted(table, 2);
    if (table.kind !== "complete") throw new Error(`read as ${table.kind}`);
    expect(table.rows.map(({ number }) => number)).toEqual(numbers);
    expect(table.rows[0]?.candidates).toHaveLength(candidates);
    await expect(readResults(path)).rejects.toThrow("add it after the name");
  });
});

describe("real addresses", () => {
  it.each([
    ["paris-republique/adresses.csv", "ban", 7392],
    ["paris/adresses-75.csv.gz", "ban", 158_048],
    ["finistere-reu/table-adresses-reu_sample_finistere.csv", "reu", 12_335],
  ])("%s: %s, %i rows", async (file, kind, count) => {
    const path = sharedData(file);
    if (path === null) return;

    const addresses = await readAddresses(path);

    expect(addresses.kind).toBe(kind);
    expectAllAccepted(addresses, count);
  });

  it("the electoral roll names 31 stations", async () => {
    const path = sharedData("finistere-reu/table-adresses-reu_sample_finistere.csv");
    if (path === null) return;

    const { addresses } = await readAddresses(path);

    expect(new Set(addresses.map((address) => address.stationKey)).size).toBe(31);
  });
});

describe("real census files", () => {
  it("Filosofi: 128 of 992 medians are suppressed, and none of them is zero", async () => {
    const path = sharedData("paris/filosofi2021_disp_paris.csv");
    if (path === null) return;

    const { indicators, rows, ...facts } = await readCensusTable(path);

    expectAllAccepted(facts, 992);
    const median = indicators.findIndex(({ id }) => id === "DISP_MED21");
    expect(rows.filter(({ values }) => values[median] === "suppressed")).toHaveLength(128);
    expect(rows.filter(({ values }) => typeof values[median] === "number" && values[median] > 5000)).toHaveLength(864);
  });

  it.each([
    ["paris/RP_2011_CS8_Paris.csv", 992, 9],
    ["paris-republique/filosofi2021.csv", 75, 27],
    ["france/BASE_TD_FILO_IRIS_2021_DISP.csv.gz", 16_026, 27],
  ])("%s: %i areas, %i indicators", async (file, count, indicatorCount) => {
    const path = sharedData(file);
    if (path === null) return;

    const { indicators, ...facts } = await readCensusTable(path);

    expectAllAccepted(facts, count);
    expect(indicators).toHaveLength(indicatorCount);
  });

  it.each([
    ["paris/iris.geojson.gz", 992],
    ["paris-republique/iris.geojson", 75],
  ])("%s: %i areas pass every check", async (file, count) => {
    const path = sharedData(file);
    if (path === null) return;

    const facts = await readCensusAreas(path);

    expectAllAccepted(facts, count);
    expect((await recogniseFile(path)).role).toBe("census-areas");
  });
});

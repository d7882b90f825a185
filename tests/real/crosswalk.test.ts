import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { arealOverlaps, carryCountsByArea } from "../../geodata/crosswalk/areal-weights.ts";
import { type StationShare, stationCrosswalk } from "../../geodata/crosswalk/station-crosswalk.ts";
import { readCensusAreas } from "../../geodata/readers/census-areas-reader.ts";
import { readStationContours } from "../../geodata/readers/station-contours-reader.ts";
import { sharedData } from "../fixtures/shared-data.ts";

describe("areal interpolation", () => {
  it("agrees with the R package spReapportion within 1.5 persons for all 867 stations of Paris", async () => {
    const stationFile = sharedData("paris/areal_interpolation_bureaux_2012.geojson.gz");
    const areaFile = sharedData("paris/iris.geojson.gz");
    const countFile = sharedData("paris/RP_2011_CS8_Paris.csv");
    const expectedFile = sharedData("paris/areal_interpolation_expected.csv.gz");
    if (stationFile === null || areaFile === null || countFile === null || expectedFile === null) return;
    const stations = await readStationContours(stationFile, { mapping: { station: "ID" } });
    const { areas } = await readCensusAreas(areaFile);
    const counts = csv(readFileSync(countFile, "utf8"));
    const expected = csv(gunzipSync(readFileSync(expectedFile)).toString("utf8"));

    const overlaps = arealOverlaps(
      areas.map(({ geometry }) => geometry),
      stations.contours.map(({ geometry }) => geometry),
    );
    let worst = 0;
    for (const column of expected.titles.slice(1)) {
      const source = areas.map(({ id }) => Number(counts.rows.get(id)?.[counts.titles.indexOf(column)] ?? 0));
      const carried = carryCountsByArea(overlaps, source, stations.contours.length);
      for (const [index, { number }] of stations.contours.entries()) {
        const target = Number(expected.rows.get(number)?.[expected.titles.indexOf(column)]);
        worst = Math.max(worst, Math.abs((carried[index] ?? 0) - target));
      }
    }

    expect(stations.contours).toHaveLength(867);
    expect(worst).toBeLessThan(1.5);
  });
});

describe("the crosswalk of Paris", () => {
  it.each([
    [2012, 2017],
    [2017, 2022],
    [2022, 2024],
  ])("finds from %i to %i the same main giver of each station as the published overlap", async (earlier, later) => {
    const oldFile = sharedData(`paris/bureaux_${earlier}.geojson.gz`);
    const newFile = sharedData(`paris/bureaux_${later}.geojson.gz`);
    const published = sharedData(`paris/crosswalks/xw_${later}_${earlier}.json`);
    if (oldFile === null || newFile === null || published === null) return;
    const old = (await readStationContours(oldFile)).contours;
    const today = (await readStationContours(newFile)).contours;
    const pairs: Record<string, [string, number]> = JSON.parse(readFileSync(published, "utf8"));

    const shares = stationCrosswalk(
      old.map(({ geometry }) => geometry),
      today.map(({ geometry }) => geometry),
      { positions: [], stationOf: [], box: null },
    );

    const wrong = today.flatMap(({ id }, index) => {
      const pair = pairs[id] ?? pairs[id.slice(-4)];
      // Two halves of a station that was cut in two overlap it alike: only clear cases have one answer.
      if (pair === undefined || pair[1] < 0.6) return [];
      const giver = old[mainGiver(shares, index)]?.id ?? "";
      return giver.endsWith(pair[0]) || pair[0].endsWith(giver) ? [] : [`${id}: ${giver}, published ${pair[0]}`];
    });
    const clear = Object.values(pairs).filter(([, overlap]) => overlap >= 0.6).length;
    expect(clear).toBeGreaterThan(800);
    expect(wrong).toEqual([]);
  });
});

function mainGiver(shares: readonly StationShare[], today: number): number {
  const givers = shares.filter((share) => share.today === today);
  return givers.sort((a, b) => b.shareOfToday - a.shareOfToday)[0]?.old ?? -1;
}

function csv(text: string): {
  readonly titles: readonly string[];
  readonly rows: ReadonlyMap<string, readonly string[]>;
} {
  const lines = text
    .trim()
    .split("\n")
    .map((line) => line.split(",").map((cell) => cell.replaceAll('"', "").trim()));
  const [titles = [], ...rows] = lines;
  return { titles, rows: new Map(rows.map((cells) => [cells[0] ?? "", cells])) };
}

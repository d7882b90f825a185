import { expect, it } from "vitest";
import type { StationList } from "../../../server/contract/station-list.ts";
import { coverageCsv } from "../../../server/progress/coverage-csv.ts";

const STATIONS: StationList = {
  stationIds: ["99001_0001"],
  numbers: ["0001"],
  names: ["Bureau 1"],
  communes: ["Essai"],
  communeOf: [0],
  registered: [900],
  addresses: [10],
  doors: [8],
  order: [0],
  labelPositions: [2.36, 48.86],
  boxes: [2.35, 48.85, 2.37, 48.87],
};
const FIGURES = {
  addresses: 1,
  addressesDone: 1,
  doors: 8,
  doorsReached: 3,
  doorsTried: 3,
  answers: null,
  lastDay: null,
};

it("is written as the reader's spreadsheet writes decimals", () => {
  const coverage = { at: "", outings: 1, total: FIGURES, days: [], addresses: [] };
  const seen = {
    coverage: { ...coverage, stations: [{ ...FIGURES, stationId: "99001_0001" }] },
    isSeen: () => true,
  };

  const reachedIn = (language: "fr" | "en") => coverageCsv(seen, STATIONS, language).split("\r\n")[1]?.split(";")[7];

  expect(reachedIn("fr")).toBe("0,375");
  expect(reachedIn("en")).toBe("0.375");
});

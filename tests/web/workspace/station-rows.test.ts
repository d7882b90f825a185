import { describe, expect, it } from "vitest";
import {
  filterStationRows,
  type StationRow,
  searchTexts,
  sortStationRows,
} from "../../../web/workspace/station-rows.ts";
import { scoreOf } from "./score-of.ts";
import { stationItem } from "./station-item.ts";

function row(part: Partial<StationRow>): StationRow {
  return { ...stationItem(part), score: null, ...part };
}

describe("the station list", () => {
  it("puts the highest score first and stations without one last", () => {
    const rows = [
      row({ name: "none" }),
      row({ name: "low", score: scoreOf({ mobilisation: 0.02 }) }),
      row({ name: "high", score: scoreOf({ mobilisation: 0.1 }) }),
    ];

    expect(sortStationRows(rows, (one) => one.score?.mobilisation.signed ?? null).map((one) => one.name)).toEqual([
      "high",
      "low",
      "none",
    ]);
  });

  it("reads names in their order without a measure", () => {
    const rows = [row({ name: "Bureau 10", order: 1 }), row({ name: "Bureau 2", order: 0 })];

    expect(sortStationRows(rows, null).map((one) => one.name)).toEqual(["Bureau 2", "Bureau 10"]);
  });

  it("puts stations of equal value in the order of their names", () => {
    const rows = [row({ name: "Bureau 3", doors: 5, order: 1 }), row({ name: "Bureau 1", doors: 5 })];

    expect(sortStationRows(rows, (one) => one.doors).map((one) => one.name)).toEqual(["Bureau 1", "Bureau 3"]);
  });

  it("finds a station whatever the accents and the case", () => {
    const rows = [row({ name: "École Jean-Zay" }), row({ index: 1, name: "Mairie" })];

    expect(filterStationRows(rows, "ecole ZAY", () => searchTexts(rows)).map((one) => one.name)).toEqual([
      "École Jean-Zay",
    ]);
    expect(filterStationRows(rows, " ", () => searchTexts(rows))).toHaveLength(2);
  });
});

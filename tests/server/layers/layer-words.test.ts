import { describe, expect, it } from "vitest";
import { censusMethod, voteMethod } from "../../../server/layers/layer-words.ts";

const indicator = (id: string, kind: "count" | "median" | "share") => ({ id, label: { fr: id, en: id }, kind });
const REAL = { isInvented: false };

describe("where the figures of a layer come from", () => {
  it("names the source and the year that the title of a column tells", () => {
    expect(censusMethod(indicator("DISP_MED21", "median"), REAL).fr).toMatch(/^Filosofi 2021, Insee, à l’IRIS/);
    expect(censusMethod(indicator("P20_CHOM1564", "count"), REAL).en).toMatch(/^Census 2020, Insee/);
  });

  it("names the column where nobody knows its source, and never Insee for an invented town", () => {
    expect(censusMethod(indicator("TX_CHOMAGE", "share"), REAL).fr).toContain("TX_CHOMAGE");
    expect(censusMethod(indicator("DISP_MED21", "median"), { isInvented: true }).fr).not.toContain("Insee");
  });

  it("warns that a count follows the size of the station", () => {
    expect(censusMethod(indicator("P20_MEN", "count"), REAL).fr).toContain("effectif");
    expect(censusMethod(indicator("DISP_MED21", "median"), REAL).fr).not.toContain("effectif");
  });

  it("says what votes are a share of", () => {
    expect(voteMethod({ kind: "turnout", election: "a" }, REAL).fr).toContain("inscrits");
    expect(voteMethod({ kind: "sideChange", side: "ours", from: "a", to: "b" }, REAL).fr).toMatch(/exprimés.*points/);
  });
});

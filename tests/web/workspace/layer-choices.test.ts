import { describe, expect, it } from "vitest";
import type { KnownElection } from "../../../server/contract/territories.ts";
import { groundFigures, layerKinds, offeredMeasures, startingLayer } from "../../../web/workspace/layer-choices.ts";

const election = (id: string, type: KnownElection["type"], year: number, round = 1): KnownElection => ({
  id,
  type,
  year,
  round,
  contoursVintage: null,
  joinRate: 1,
  stations: 1,
  candidates: 2,
});
const summary = { counts: { addresses: 900, pieces: 40 } };
const income = { id: "DISP_MED21", label: { fr: "Revenu", en: "Income" }, kind: "median" as const };
const poverty = { id: "DISP_TP6021", label: { fr: "Pauvreté (%)", en: "Poverty (%)" }, kind: "share" as const };

describe("the layers that are offered", () => {
  it("are those that the territory has figures for", () => {
    expect(layerKinds({ elections: [], indicators: [], summary })).toEqual(["ground"]);
    expect(
      layerKinds({ elections: [election("2024_legi_t2", "legislative", 2024, 2)], indicators: [], summary }),
    ).toEqual(["turnout", "ground"]);
  });

  it("are none of sides where results count voters alone", () => {
    const counted = [election("2024_legi_t1", "legislative", 2024), election("2022_legi_t1", "legislative", 2022)];
    const known = { elections: counted.map((one) => ({ ...one, candidates: 0 })), indicators: [], summary };

    expect(layerKinds(known)).toEqual(["turnout", "turnoutChange", "ground"]);
    expect(startingLayer("side", known)).toBeNull();
    expect(
      startingLayer("sideChange", { ...known, elections: counted.slice(0, 1).concat(known.elections.slice(1)) }),
    ).toBe(null);
  });

  it("begin with the median income", () => {
    const layer = startingLayer("census", { elections: [], indicators: [poverty, income], summary });

    expect(layer).toEqual({ kind: "census", indicator: "DISP_MED21" });
  });

  it("compare the latest first round with the one of its kind before", () => {
    const elections = [
      election("2022_legi_t1", "legislative", 2022),
      election("2024_legi_t2", "legislative", 2024, 2),
      election("2024_legi_t1", "legislative", 2024),
      election("2023_regi_t1", "regional", 2023),
    ];

    expect(startingLayer("turnoutChange", { elections, indicators: [], summary })).toEqual({
      kind: "turnoutChange",
      from: "2022_legi_t1",
      to: "2024_legi_t1",
    });
  });

  it("are none of a kind without figures", () => {
    for (const kind of ["census", "turnout", "side", "turnoutChange", "sideChange"] as const) {
      expect(startingLayer(kind, { elections: [], indicators: [], summary })).toBeNull();
    }
  });

  it("speak of doors where there are addresses, and of walks where there are streets too", () => {
    expect(groundFigures({ addresses: 900, pieces: 40 }, null)).toEqual([
      "registered",
      "doors",
      "doorsPerAddress",
      "walkPerDoor",
    ]);
    expect(groundFigures({ addresses: 900, pieces: 0 }, null)).toEqual(["registered", "doors", "doorsPerAddress"]);
    expect(groundFigures({ addresses: 0, pieces: 0 }, null)).toEqual(["registered"]);
    const alone = { elections: [], indicators: [], summary: { counts: { addresses: 0, pieces: 0 } } };
    expect(startingLayer("ground", alone)).toEqual({ kind: "ground", figure: "registered" });
  });

  it("hold what a link chose, though there is nothing of it", () => {
    expect(groundFigures({ addresses: 0, pieces: 0 }, "doors")).toEqual(["registered", "doors"]);
    expect(offeredMeasures(false, "hourly")).toContain("hourly");
  });

  it("stand beside measures by the hour only where there are streets", () => {
    expect(offeredMeasures(true, "mix")).toContain("hourly");
    expect(offeredMeasures(false, "mix")).toEqual(["mobilisation", "persuasion", "mix"]);
  });
});

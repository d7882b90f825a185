import { describe, expect, it } from "vitest";
import type { GroupFigures } from "../../../server/contract/comparison.ts";
import { STARTING_MIX } from "../../../server/contract/scores.ts";
import type { Election, Indicator } from "../../../server/contract/territories.ts";
import { tellingIndicators } from "../../../web/workspace/compare-census.ts";
import { type CompareSources, compareRows } from "../../../web/workspace/compare-rows.ts";
import { figuresOf, groupOf, stationRow } from "./compared.ts";

const election = (id: string): Election => ({
  id,
  type: "european",
  year: 2024,
  round: 1,
  contoursVintage: null,
  joinRate: 1,
  stations: 3,
});
const result = (part: Partial<GroupFigures["results"][number]>) => ({
  electionId: "euro",
  stations: 2,
  registered: 2000,
  abstentions: 900,
  expressed: 1000,
  votes: { red: 300, pink: 200, other: 400, far: 100 },
  matchedShare: 1,
  ...part,
});
const indicator = (id: string, kind: Indicator["kind"], label: string): Indicator => ({
  id,
  kind,
  label: { fr: label, en: label },
});

function sources(figures: GroupFigures, part: Partial<CompareSources> = {}): CompareSources {
  const group = groupOf([null, null], { figures });
  return {
    groups: [group],
    territory: group,
    report: null,
    mix: STARTING_MIX,
    sides: { red: "ours", pink: "near", far: "hostile" },
    elections: [election("euro")],
    indicators: [],
    ...part,
  };
}
const cellOf = (known: CompareSources, id: string) => compareRows(known).find((row) => row.id === id)?.cells[0];

describe("turnout and results of a neighbourhood", () => {
  it("are voters over registered voters, and votes of a side over expressed votes", () => {
    const known = sources(figuresOf({ stations: 2, results: [result({})] }));

    expect(cellOf(known, "turnout-euro")).toMatchObject({ value: 0.55, knownShare: 1 });
    expect(cellOf(known, "side-euro-ours")).toMatchObject({ value: 0.3 });
    expect(cellOf(known, "side-euro-neutral")).toMatchObject({ value: 0.4 });
    expect(cellOf(known, "side-euro-hostile")).toMatchObject({ value: 0.1 });
  });

  it("say when only some of the stations had a result, or none", () => {
    const partly = sources(figuresOf({ stations: 3, results: [result({})] }));
    const none = sources(figuresOf({ stations: 2 }));

    const cell = cellOf(partly, "turnout-euro");
    if (cell?.kind !== "known") throw new Error("no turnout");
    expect(cell.knownShare).toBeCloseTo(2 / 3);
    expect(cellOf(none, "turnout-euro")).toEqual({ kind: "missing", reason: "no-result" });
  });

  it("show no sides of a round where the campaign has looked at nobody", () => {
    const known = sources(figuresOf({ stations: 2, results: [result({})] }), { sides: {} });

    expect(compareRows(known).filter(({ group }) => group === "results")).toEqual([]);
    expect(compareRows(known).filter(({ group }) => group === "turnout")).toHaveLength(1);
  });

  it("wait for the server instead of saying that there is nothing", () => {
    const waiting = sources(figuresOf({}), { groups: [groupOf([null])] });

    expect(cellOf(waiting, "turnout-euro")).toEqual({ kind: "missing", reason: "waiting" });
  });
});

describe("counts of a neighbourhood", () => {
  it("add up, and say when a station's is not known", () => {
    const rows = [stationRow({ registered: 900, doors: 400 }), stationRow({ registered: null, doors: 100 })];
    const known = sources(figuresOf({}), { groups: [{ rows, walks: null, figures: null }] });

    expect(cellOf(known, "people-registered")).toMatchObject({ value: 900, knownShare: 0.5 });
    expect(cellOf(known, "people-doors")).toMatchObject({ value: 500, knownShare: 1 });
  });
});

describe("the census of a neighbourhood", () => {
  const income = indicator("DISP_MED21", "median", "Niveau de vie médian (€)");
  const unemployed = indicator("P21_CHOM1564", "count", "Chômeurs");
  const workers = indicator("P21_ACT1564", "count", "Actifs");

  it("compares counts as shares of their whole, and leaves out counts without one", () => {
    const figures = figuresOf({
      indicators: [
        { id: income.id, value: 21_000, coveredShare: 0.8 },
        { id: unemployed.id, value: 30, coveredShare: 1 },
        { id: workers.id, value: 240, coveredShare: 1 },
      ],
    });
    const known = sources(figures, { indicators: [workers, unemployed, income] });

    expect(cellOf(known, "census-DISP_MED21")).toMatchObject({ value: 21_000, knownShare: 0.8 });
    expect(cellOf(known, "census-P21_CHOM1564")).toMatchObject({ value: 0.125 });
    expect(tellingIndicators([unemployed]).map(({ unit }) => unit)).toEqual([]);
    expect(tellingIndicators([income])[0]?.unit).toBe("euros");
  });

  it("has ages as shares of everybody", () => {
    const [young, old, all] = ["P21_POP1529", "P21_POP65P", "P21_POP"].map((id) => indicator(id, "count", id));
    const known = [young, old, all].flatMap((one) => one ?? []);

    expect(tellingIndicators(known).map((one) => [one.indicator.id, one.whole?.id, one.unit])).toEqual([
      ["P21_POP1529", "P21_POP", "share"],
      ["P21_POP65P", "P21_POP", "share"],
    ]);
  });

  it("never takes a suppressed value for zero, nor a part and a whole of different doors for a rate", () => {
    const figures = (covered: number) =>
      figuresOf({
        indicators: [
          { id: income.id, value: null, coveredShare: 0 },
          { id: unemployed.id, value: 30, coveredShare: covered },
          { id: workers.id, value: 240, coveredShare: 1 },
        ],
      });
    const known = sources(figures(0.5), { indicators: [workers, unemployed, income] });

    expect(cellOf(known, "census-DISP_MED21")).toEqual({ kind: "missing", reason: "suppressed" });
    expect(cellOf(known, "census-P21_CHOM1564")).toEqual({ kind: "missing", reason: "suppressed" });
  });

  it("is never called better or worse", () => {
    const known = sources(figuresOf({}), { indicators: [income, unemployed, workers] });
    const census = compareRows(known).filter(({ group }) => group === "census" || group === "people");

    expect(census.length).toBeGreaterThan(4);
    expect(census.every(({ better }) => better === null)).toBe(true);
  });
});

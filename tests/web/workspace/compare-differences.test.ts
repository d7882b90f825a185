import { describe, expect, it } from "vitest";
import { bestOf, differenceAt, NO_SORT, nextSort, sortRows } from "../../../web/workspace/compare-differences.ts";
import { compareRow, known, MISSING } from "./compared.ts";

const interval = (value: number, halfWidth: number) =>
  known(value, { low: value - halfWidth, high: value + halfWidth });

describe("the best of a row", () => {
  it("is the highest or the lowest, as the measure wants", () => {
    const cells = [known(3), known(1), known(2)];

    expect(bestOf(compareRow({ cells, unit: "seconds", better: "lower" }))).toEqual({ places: [1], isClear: true });
    expect(bestOf(compareRow({ cells, unit: "perHour", better: "higher" }))).toEqual({ places: [0], isClear: true });
  });

  it("is not said of what is neither good nor bad, of one value alone, nor where all are equal", () => {
    expect(bestOf(compareRow({ cells: [known(3), known(1)], better: null }))).toBeNull();
    expect(bestOf(compareRow({ cells: [known(3), MISSING] }))).toBeNull();
    expect(bestOf(compareRow({ cells: [known(3), known(3)] }))).toBeNull();
  });

  it("is uncertain as long as its interval overlaps another", () => {
    const row = (halfWidth: number) =>
      compareRow({ cells: [interval(0.2, halfWidth), interval(0.1, halfWidth), MISSING] });

    expect(bestOf(row(0.02))).toEqual({ places: [0], isClear: true });
    expect(bestOf(row(0.06))).toEqual({ places: [0], isClear: false });
  });

  it("is never certain of votes per hour, whose error is not known", () => {
    const row = compareRow({ unit: "hourly", cells: [known(0.5), known(0.1)] });

    expect(bestOf(row)).toEqual({ places: [0], isClear: false });
  });

  it("takes for equal what is written alike", () => {
    expect(bestOf(compareRow({ cells: [known(0.2004), known(0.1996)] }))).toBeNull();
    expect(bestOf(compareRow({ unit: "hourly", cells: [known(0.2082), known(0.2071)] }))).toBeNull();
  });

  it("is shared by those that are equal", () => {
    expect(bestOf(compareRow({ cells: [known(0.2), known(0.1), known(0.2)] }))?.places).toEqual([0, 2]);
  });
});

describe("differences", () => {
  it("are taken from the territory or from one of the neighbourhoods", () => {
    const row = compareRow({ cells: [known(0.7), known(0.4)], territory: known(0.5) });

    expect(differenceAt(row, 0, null)).toBeCloseTo(0.2);
    expect(differenceAt(row, 0, 1)).toBeCloseTo(0.3);
    expect(differenceAt(row, 1, 1)).toBeNull();
  });

  it("are not told of a total beside the territory's, nor of what is missing", () => {
    const total = compareRow({ cells: [known(900), known(800)], territory: known(30_000), isTotal: true });

    expect(differenceAt(total, 0, null)).toBeNull();
    expect(differenceAt(total, 0, 1)).toBe(100);
    expect(differenceAt(compareRow({ cells: [MISSING, known(1)] }), 0, null)).toBeNull();
  });
});

describe("rows in the order of their differences", () => {
  it("puts the largest relative difference first whatever the unit, and rows without one last", () => {
    const euros = compareRow({ id: "euros", cells: [known(22_000)], territory: known(20_000) });
    const share = compareRow({ id: "share", cells: [known(0.02)], territory: known(0.04) });
    const total = compareRow({ id: "total", cells: [known(10)], territory: known(1000), isTotal: true });
    const missing = compareRow({ id: "missing", cells: [MISSING] });
    const equal = compareRow({ id: "equal", cells: [known(0)], territory: known(0) });

    const ordered = sortRows([missing, total, equal, euros, share], { ...NO_SORT, order: "difference" }, null);

    expect(ordered.map(({ id }) => id)).toEqual(["share", "euros", "equal", "missing", "total"]);
    expect(sortRows([euros, share], NO_SORT, null).map(({ id }) => id)).toEqual(["euros", "share"]);
  });

  it("follow one neighbourhood, above the baseline first or below it first, and leave what is not known last", () => {
    const row = (id: string, value: number) =>
      compareRow({ id, cells: [known(9), known(value)], territory: known(10) });
    const rows = [
      compareRow({ id: "missing", cells: [known(9), MISSING] }),
      row("less", 5),
      row("same", 10),
      row("more", 20),
    ];
    const idsOf = (direction: "ascending" | "descending") =>
      sortRows(rows, { order: "fixed", place: 1, direction }, null).map(({ id }) => id);

    expect(idsOf("descending")).toEqual(["more", "same", "less", "missing"]);
    expect(idsOf("ascending")).toEqual(["less", "same", "more", "missing"]);
  });

  it("turn with each click on a head, and back to their own order with the third", () => {
    const first = nextSort(NO_SORT, 2);
    const second = nextSort(first, 2);

    expect([first, second].map(({ place, direction }) => [place, direction])).toEqual([
      [2, "descending"],
      [2, "ascending"],
    ]);
    expect(nextSort(second, 2)).toEqual(NO_SORT);
    expect(nextSort(second, 0)).toMatchObject({ place: 0, direction: "descending" });
  });
});

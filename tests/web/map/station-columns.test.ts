import { describe, expect, it } from "vitest";
import { type StationMarks, stationColumns } from "../../../web/map/station-columns.ts";

const none: ReadonlySet<number> = new Set();
const MARKS: StationMarks = {
  classes: new Map([
    [0, 0],
    [1, null],
    [2, 4],
  ]),
  missing: none,
  faded: none,
  behind: none,
  selected: new Set([2]),
  opened: null,
  hovered: null,
};

describe("the columns of marks", () => {
  it("are a letter for each station", () => {
    const marks = { ...MARKS, missing: new Set([1]), faded: new Set([0, 1]) };

    expect(stationColumns(marks)).toEqual({ classes: ["baf"], flags: ["cda"], selected: ["aab"] });
  });

  it("stay the same ones when only the pointer moved, so that nothing is laid out again", () => {
    const before = { marks: MARKS, columns: stationColumns(MARKS) };

    const after = stationColumns({ ...MARKS, selected: new Set([2]), hovered: 1 }, before);

    expect(after.classes).toBe(before.columns.classes);
    expect(after.flags).toBe(before.columns.flags);
    expect(after.selected).toBe(before.columns.selected);
  });

  it("change where something changed, and only there", () => {
    const before = { marks: MARKS, columns: stationColumns(MARKS) };

    const after = stationColumns({ ...MARKS, selected: new Set([0]) }, before);

    expect(after.classes).toBe(before.columns.classes);
    expect(after.selected).toEqual(["baa"]);
  });

  it("grow with the stations", () => {
    const before = {
      marks: { ...MARKS, classes: new Map() },
      columns: stationColumns({ ...MARKS, classes: new Map() }),
    };

    expect(stationColumns(MARKS, before)).toEqual(stationColumns(MARKS));
  });
});

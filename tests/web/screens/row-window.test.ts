import { describe, expect, it } from "vitest";
import { rowsInWindow } from "../../../web/screens/stations/create-row-window.ts";

const ROWS = Array.from({ length: 1000 }, (_, place) => `row ${place}`);
const drawn = (range: readonly [number, number], kept: readonly number[] = []) =>
  rowsInWindow(ROWS, range, kept).map(({ place, gap }) => [place, gap]);

describe("the part of a long list that is drawn", () => {
  it("is what is in sight, with room for all that stands before it", () => {
    expect(drawn([500, 503])).toEqual([
      [500, 500],
      [501, 0],
      [502, 0],
    ]);
  });

  it("keeps the row that has the focus, far above or below", () => {
    expect(drawn([500, 502], [10])).toEqual([
      [10, 10],
      [500, 489],
      [501, 0],
    ]);
    expect(drawn([500, 502], [999])).toEqual([
      [500, 500],
      [501, 0],
      [999, 497],
    ]);
  });

  it("draws a row once, and none that there is not", () => {
    expect(drawn([998, 1100], [998, -1, 2000])).toEqual([
      [998, 998],
      [999, 0],
    ]);
    expect(rowsInWindow([], [0, 40], [0])).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { createFrame } from "../../../geodata/sampling/sampling-frame.ts";
import { column, frameOf } from "./sampling-fixture.ts";

const STATIONS = [
  { id: "a", size: 100 },
  { id: "b", size: 300 },
  { id: "c", size: 600 },
];

describe("a sampling frame", () => {
  it("counts margins in standard deviations from the mean by size", () => {
    const [margin] = frameOf(STATIONS, [column("m", [10, 20, 10])]).margins;

    expect(margin?.mean).toBe(13);
    expect(margin?.deviation).toBeCloseTo(Math.sqrt(21), 10);
    expect(margin?.standardised[1]).toBeCloseTo(7 / Math.sqrt(21), 10);
  });

  it("leaves an unknown value out instead of counting it as zero, and says what share is known", () => {
    const [margin] = frameOf(STATIONS, [column("m", [null, 20, 10])]).margins;

    expect(margin?.mean).toBeCloseTo((300 * 20 + 600 * 10) / 900, 10);
    expect(margin?.knownShare).toBe(0.9);
    expect(margin?.standardised[0]).toBeNaN();
  });

  it("measures from a reference in its deviation, or in its own where the reference has none", () => {
    const margins = frameOf(STATIONS, [
      column("m", [10, 20, 10], { mean: 20, deviation: 5 }),
      column("n", [10, 20, 10], { mean: 20, deviation: null }),
    ]).margins;

    expect([...(margins[0]?.standardised ?? [])]).toEqual([-2, 0, -2]);
    expect(margins[1]?.standardised[0]).toBeCloseTo(-10 / Math.sqrt(21), 10);
    expect(margins[0]?.frameMean).toBe(13);
  });

  it("leaves out, in words, margins that are constant, unknown or hardly known", () => {
    const { margins, leftOut } = frameOf(STATIONS, [
      column("constant", [0.1, 0.1, 0.1]),
      column("unknown", [null, null, null]),
      column("hardly", [1, 2, null]),
      column("good", [1, 2, 3]),
    ]);

    expect(margins.map(({ id }) => id)).toEqual(["good"]);
    expect(leftOut.map(({ id, reason }) => `${id}: ${reason.en}`)).toEqual([
      "constant: the same in every station",
      "unknown: no station has a value",
      "hardly: known for only 40 % of registered voters",
    ]);
  });

  it.each([
    [[], [], "no station"],
    [[...STATIONS, { id: "b", size: 1 }], [], "Station b stands twice"],
    [[{ id: "z", size: 0 }], [], "Station z has 0 registered voters"],
    [[{ id: "z", size: Number.NaN }], [], "Station z has NaN"],
    [STATIONS, [column("m", [1, 2, 3]), column("m", [1, 2, 3])], "margin m is given twice"],
    [STATIONS, [column("m", [1, Number.NaN, 3])], "margin m is NaN at station b; expected a number"],
    [STATIONS, [column("m", [1, 2, Number.POSITIVE_INFINITY])], "is Infinity at station c"],
  ])("refuses what no sample can be drawn from: %#", (stations, columns, sentence) => {
    const framed = createFrame(stations, columns);

    expect(framed.ok ? "" : framed.reason.en).toContain(sentence);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathBetween, pathLengthMetres, pointAlong } from "../../../geodata/geometry/path.ts";
import { distanceMetres } from "../../../geodata/geometry/position.ts";
import { onPlan } from "../../fixtures/drawn-extract.ts";

const LINE = [onPlan(0, 0), onPlan(100, 0), onPlan(100, 50)];

describe("a line through positions", () => {
  it("has its length and its points along, held to its ends", () => {
    expect(pathLengthMetres(LINE)).toBeCloseTo(150, 1);
    expect(distanceMetres(pointAlong(LINE, 120), onPlan(100, 20))).toBeLessThan(0.05);
    expect(pointAlong(LINE, -5)).toEqual(LINE[0]);
    expect(pointAlong(LINE, 500)).toEqual(LINE[2]);
    expect(() => pointAlong([], 0)).toThrow("at least one position");
  });

  it("gives its part between two distances, in the order asked for", () => {
    const part = pathBetween(LINE, 80, 120);

    expect(part).toHaveLength(3);
    expect(part[1]).toEqual(LINE[1]);
    expect(pathBetween(LINE, 120, 80)).toEqual([...part].reverse());
    expect(pathBetween(LINE, 0, Infinity)).toEqual(LINE);
    const [one, other] = pathBetween(LINE, 30, 30);
    expect(one).toEqual(other);
  });

  it("is as long as its parts, wherever it is cut", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 150, noNaN: true }), (cut) => {
        const [before, after] = [pathBetween(LINE, 0, cut), pathBetween(LINE, cut, Infinity)];
        expect(pathLengthMetres(before) + pathLengthMetres(after)).toBeCloseTo(pathLengthMetres(LINE), 1);
        expect(before.at(-1)).toEqual(after[0]);
      }),
      { seed: 51 },
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartScale } from "../../../web/charts/chart-scale.ts";

describe("the scale of a chart", () => {
  it("marks round values and always zero", () => {
    expect(chartScale([1.2, 8.7], 0, 100).ticks).toEqual([0, 2, 4, 6, 8]);
    expect(chartScale([-3.1, 2], 0, 100, 4).ticks).toEqual([-2, 0, 2]);
  });

  it("draws the lowest value at one end and the highest at the other", () => {
    const scale = chartScale([-2, 6], 150, 10);

    expect(scale.at(-2)).toBeCloseTo(150);
    expect(scale.at(6)).toBeCloseTo(10);
    expect(scale.at(0)).toBeCloseTo(115);
  });

  it("never marks more than asked for, nor outside, whatever the values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { maxLength: 8 }),
        fc.integer({ min: 2, max: 8 }),
        (values, most) => {
          const { ticks, at } = chartScale(values, 0, 100, most);

          expect(ticks.length).toBeLessThanOrEqual(most + 1);
          expect(ticks).toContain(0);
          for (const tick of ticks) {
            expect(at(tick)).toBeGreaterThanOrEqual(-1e-6);
            expect(at(tick)).toBeLessThanOrEqual(100 + 1e-6);
          }
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });
});

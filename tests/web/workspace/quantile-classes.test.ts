import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyByQuantiles } from "../../../web/workspace/quantile-classes.ts";

const value = fc.option(fc.integer({ min: 0, max: 40 }).map((whole) => whole / 100));

describe("the map's classes", () => {
  it("makes five classes of equal count when every value differs", () => {
    const values = Array.from({ length: 40 }, (_, index) => index / 100);

    const { classes } = classifyByQuantiles(values, 5);

    expect(classes.map((one) => one.count)).toEqual([8, 8, 8, 8, 8]);
    expect(classes[0]).toEqual({ low: 0, high: 0.07, count: 8 });
  });

  it("keeps equal values together, in as few classes as that takes", () => {
    const { classes, classOf } = classifyByQuantiles([0, 0, 0, 0, 0, 0, 0.1], 5);

    expect(classes.reduce((sum, one) => sum + one.count, 0)).toBe(7);
    expect(new Set(classOf.slice(0, 6)).size).toBe(1);
  });

  it("still makes five classes when a quarter of the values are zero", () => {
    const values = [...Array.from({ length: 8 }, () => 0), ...Array.from({ length: 22 }, (_, index) => index + 1)];

    const { classes } = classifyByQuantiles(values, 5);

    expect(classes.map((one) => one.count)).toEqual([8, 4, 6, 6, 6]);
  });

  it("has no class when nothing has a value", () => {
    expect(classifyByQuantiles([null, null], 5)).toEqual({ classes: [], classOf: [null, null] });
  });

  it("never lies: each value lies within its class, classes do not overlap, counts add up", () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 120 }), (values) => {
        const { classes, classOf } = classifyByQuantiles(values, 5);

        expect(classes.length).toBeLessThanOrEqual(5);
        values.forEach((one, place) => {
          const own = classOf[place];
          if (one === null || own === null || own === undefined) {
            expect(own).toBeNull();
            return;
          }
          expect(one).toBeGreaterThanOrEqual(classes[own]?.low ?? Infinity);
          expect(one).toBeLessThanOrEqual(classes[own]?.high ?? -Infinity);
        });
        classes.slice(1).forEach((one, place) => {
          expect(one.low).toBeGreaterThan(classes[place]?.high ?? Infinity);
        });
        expect(classes.reduce((sum, one) => sum + one.count, 0)).toBe(values.filter((one) => one !== null).length);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

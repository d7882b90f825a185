import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { threeClasses } from "../../../web/workspace/three-classes.ts";

const seed = 9;
const station = fc.option(
  fc.record({ value: fc.integer({ min: -20, max: 20 }), registered: fc.integer({ min: 0, max: 2000 }) }),
);
const stations = fc.array(station, { maxLength: 80 });
const thresholds = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]) => ({ priority: Math.min(a, b), second: Math.max(a, b) }));

describe("priority, second, not now", () => {
  it("never puts a station above one of a higher value", () => {
    fc.assert(
      fc.property(stations, thresholds, (all, shares) => {
        const { classOf } = threeClasses(all, shares);

        const placed = all.flatMap((one, place) => (one === null ? [] : [{ ...one, own: classOf[place] ?? -1 }]));
        for (const a of placed)
          for (const b of placed) if (a.value >= b.value) expect(a.own).toBeGreaterThanOrEqual(b.own);
      }),
      { seed, numRuns: 200 },
    );
  });

  it("counts every station with a value once, and its voters", () => {
    fc.assert(
      fc.property(stations, thresholds, (all, shares) => {
        const { classOf, classes } = threeClasses(all, shares);

        const known = all.filter((one) => one !== null);
        expect(classOf.filter((own) => own !== null)).toHaveLength(known.length);
        expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(known.length);
        expect(classes.reduce((sum, { registered }) => sum + registered, 0)).toBe(
          known.reduce((sum, { registered }) => sum + registered, 0),
        );
      }),
      { seed, numRuns: 200 },
    );
  });

  it("goes over a share by less than one station when values differ", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 60 }),
        thresholds,
        (sizes, shares) => {
          const all = sizes.map((registered, place) => ({ value: -place, registered }));
          const total = sizes.reduce((sum, size) => sum + size, 0);

          const { classes } = threeClasses(all, shares);

          const largest = Math.max(...sizes);
          const [, second, priority] = classes.map(({ registered }) => registered);
          expect(priority).toBeLessThan(shares.priority * total + largest + 1e-9);
          expect((priority ?? 0) + (second ?? 0)).toBeLessThan(shares.second * total + largest + 1e-9);
          expect(priority).toBeGreaterThanOrEqual(Math.min(total, shares.priority * total) - 1e-6);
        },
      ),
      { seed, numRuns: 200 },
    );
  });

  it("takes voters into account, not stations", () => {
    const all = [
      { value: 3, registered: 900 },
      { value: 2, registered: 50 },
      { value: 1, registered: 50 },
    ];

    expect(threeClasses(all, { priority: 0.2, second: 0.92 }).classOf).toEqual([2, 1, 0]);
  });

  it("has nothing to do now where every door helps the other side", () => {
    const all = [-0.1, -0.2].map((value) => ({ value, registered: 100 }));

    expect(threeClasses(all, { priority: 0.5, second: 1 }, 0).classOf).toEqual([0, 0]);
  });
});

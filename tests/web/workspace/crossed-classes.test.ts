import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossedClasses, thirdsOfClass } from "../../../web/workspace/crossed-classes.ts";

describe("a score against its effort", () => {
  it("puts the highest score with the closest doors into the last class, the lowest with the farthest into the first", () => {
    const { classOf } = crossedClasses([1, 5, 9, 9], [30, 20, 10, 30]);

    expect(classOf[0]).toBe(0);
    expect(classOf[2]).toBe(8);
    expect(thirdsOfClass(classOf[2] ?? -1)).toEqual({ score: 2, effort: 0 });
    expect(thirdsOfClass(classOf[3] ?? -1)).toEqual({ score: 2, effort: 2 });
  });

  it("leaves out who has no score or cannot be walked to, and their values do not move the thirds", () => {
    const scores = [1, 2, 3, 100, null];
    const seconds = [10, 20, 30, null, 5];

    expect(crossedClasses(scores, seconds).classOf).toEqual([2, 4, 6, null, null]);
  });

  it("fills the middle where nothing differs", () => {
    expect(crossedClasses([3, 3], [9, 9]).classOf).toEqual([4, 4]);
  });

  it("counts every station once, and never puts a higher score into a lower row", () => {
    const value = fc.option(fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 40 }), (stations) => {
        const scores = stations.map(([score]) => score);
        const { classes, classOf } = crossedClasses(
          scores,
          stations.map(([, seconds]) => seconds),
        );

        expect(classes).toHaveLength(9);
        expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(classOf.filter((own) => own !== null).length);
        stations.forEach(([score], one) => {
          stations.forEach(([otherScore], other) => {
            const [own, others] = [classOf[one] ?? null, classOf[other] ?? null];
            if (own === null || others === null || score === null || otherScore === null || score <= otherScore) return;
            expect(thirdsOfClass(own).score).toBeGreaterThanOrEqual(thirdsOfClass(others).score);
          });
        });
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  classifyAroundZero,
  classifyInSequence,
  cleanBreaks,
  FOUND_METHODS,
  type LayerClasses,
} from "../../../web/workspace/layer-classes.ts";

const seed = 41;
const value = fc.option(fc.integer({ min: -500, max: 500 }).map((thousandths) => thousandths / 1000));
const values = fc.array(value, { maxLength: 60 });
const method = fc.constantFrom(...FOUND_METHODS);

/** Every value is in the class that says so, and the classes count all of them. */
function expectTrue(given: readonly (number | null)[], { classes, classOf }: LayerClasses): void {
  expect(classOf).toHaveLength(given.length);
  given.forEach((one, place) => {
    const own = classOf[place] ?? null;
    expect(own === null).toBe(one === null);
    if (own === null || one === null) return;
    const { low = Infinity, high = -Infinity } = classes[own] ?? {};
    expect(one).toBeGreaterThanOrEqual(low);
    expect(one).toBeLessThanOrEqual(high);
  });
  classes.forEach(({ count }, place) => {
    expect(classOf.filter((own) => own === place)).toHaveLength(count);
  });
}

describe("classes of a layer", () => {
  it("hold each value, whatever the method", () => {
    fc.assert(
      fc.property(values, method, (given, how) => expectTrue(given, classifyInSequence(given, how))),
      { seed },
    );
  });

  it("never put a higher value into a lower class, nor equal ones apart", () => {
    fc.assert(
      fc.property(values, method, (given, how) => {
        const { classOf } = classifyInSequence(given, how);
        const placed = given.flatMap((one, place) => (one === null ? [] : [{ one, own: classOf[place] ?? -1 }]));

        for (const a of placed) for (const b of placed) if (a.one <= b.one) expect(a.own).toBeLessThanOrEqual(b.own);
      }),
      { seed },
    );
  });

  it("are at most five, and one where all values are alike", () => {
    for (const how of FOUND_METHODS) {
      expect(classifyInSequence([3, 3, null, 3], how).classes).toEqual([{ low: 3, high: 3, count: 3 }]);
      expect(classifyInSequence([null], how).classes).toEqual([]);
      expect(classifyInSequence([1, 2, 3, 4, 5, 6, 7, 8], how).classes).toHaveLength(5);
    }
  });

  it("follow the gaps when breaks are natural", () => {
    const { classes } = classifyInSequence([1, 1.1, 1.2, 5, 5.1, 9, 20, 20.2, 40], "natural");

    expect(classes.map(({ low, high }) => [low, high])).toEqual([
      [1, 1.2],
      [5, 5.1],
      [9, 9],
      [20, 20.2],
      [40, 40],
    ]);
  });

  it("are as wide as each other at equal steps, also where no station is", () => {
    const { classes } = classifyInSequence([0, 1, 10], "equal");

    expect(classes.map(({ low, high, count }) => [low, high, count])).toEqual([
      [0, 1, 2],
      [2, 4, 0],
      [4, 6, 0],
      [6, 8, 0],
      [10, 10, 1],
    ]);
  });
});

describe("classes of changes", () => {
  it("hold each value, whatever the method", () => {
    fc.assert(
      fc.property(values, method, (given, how) => expectTrue(given, classifyAroundZero(given, how))),
      { seed },
    );
  });

  it("are the mirror of themselves: a loss is coloured as strongly as the gain of its size", () => {
    fc.assert(
      fc.property(values, method, (given, how) => {
        const there = classifyAroundZero(given, how).classOf;
        const mirrored = classifyAroundZero(
          given.map((one) => (one === null ? null : -one)),
          how,
        ).classOf;

        expect(mirrored).toEqual(there.map((own) => (own === null ? null : 4 - own)));
      }),
      { seed },
    );
  });

  it("keep losses below the middle, gains above it and zero in it", () => {
    fc.assert(
      fc.property(values, method, (given, how) => {
        const { classOf } = classifyAroundZero(given, how);

        given.forEach((one, place) => {
          const own = classOf[place];
          if (one === 0) expect(own).toBe(2);
          if (one !== null && one < 0) expect(own).toBeLessThanOrEqual(2);
          if (one !== null && one > 0) expect(own).toBeGreaterThanOrEqual(2);
        });
      }),
      { seed },
    );
  });

  it("stay five when every station gains", () => {
    const { classes } = classifyAroundZero([0.01, 0.02, 0.03, 0.04, 0.05], "quantile");

    expect(classes.map(({ count }) => count)).toEqual([0, 0, 0, 3, 2]);
  });

  it("never call a change about the same that is a fifth of the largest", () => {
    fc.assert(
      fc.property(values, method, (given, how) => {
        const { classOf } = classifyAroundZero(given, how);
        const most = Math.max(0, ...given.map((one) => Math.abs(one ?? 0)));

        given.forEach((one, place) => {
          if (one !== null && one !== 0 && Math.abs(one) >= most / 5) expect(classOf[place]).not.toBe(2);
        });
      }),
      { seed },
    );
  });
});

describe("classes by hand", () => {
  it("begin where they were said to, and are told so", () => {
    const { classes, classOf } = classifyInSequence([1, 5, 9, 20, null], "manual", [5, 10]);

    expect(classOf).toEqual([0, 1, 1, 2, null]);
    expect(classes).toEqual([
      { low: 1, high: 5, count: 1 },
      { low: 5, high: 10, count: 2 },
      { low: 10, high: 20, count: 1 },
    ]);
  });

  it("may hold nobody", () => {
    expect(classifyInSequence([1, 2], "manual", [50]).classes).toEqual([
      { low: 1, high: 50, count: 2 },
      { low: 50, high: 50, count: 0 },
    ]);
  });

  it("around zero take sizes of change, alike for gains and losses", () => {
    const { classOf } = classifyAroundZero([-12, -4, -1, 1, 4, 12], "manual", [3, 10]);

    expect(classOf).toEqual([0, 1, 2, 2, 3, 4]);
  });

  it("are kept as numbers, ascending, each once, no more than there are colours for", () => {
    expect(cleanBreaks([3, Number.NaN, -0, 0, 3, Infinity, 1, 9, 8, 7])).toEqual([0, 1, 3, 7]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSpelling } from "../../../geodata/geometry/spelling-distance.ts";

describe("how far a typed word is from a known one", () => {
  it.each([
    ["republqiue", "republique", 1],
    ["voltere", "voltaire", 2],
    ["oberkmpf", "oberkampf", 1],
    ["oberkampff", "oberkampf", 1],
    ["pelletier", "peletier", 1],
    ["ab", "abcd", 2],
    ["abc", "", Infinity],
  ])("%s is %s with %d slips", (typed, word, slips) => {
    expect(createSpelling(typed, 2)(word).whole).toBe(slips);
  });

  it("forgives what is not typed yet", () => {
    expect(createSpelling("oberkmp", 2)("oberkampf")).toEqual({ whole: 2, beginning: 1 });
    expect(createSpelling("rep", 1)("republique")).toEqual({ whole: Infinity, beginning: 0 });
  });

  it("counts as the plain table does, for whole words and their beginnings", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (typed, known, most) => {
        const beginnings = Array.from({ length: known.length + 1 }, (_, end) =>
          plainDistance(typed, known.slice(0, end)),
        );
        const within = (slips: number) => (slips > most ? Infinity : slips);

        expect(createSpelling(typed, most)(known)).toEqual({
          whole: within(plainDistance(typed, known)),
          beginning: within(Math.min(...beginnings)),
        });
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("measures one word after another with nothing left of the one before", () => {
    const distance = createSpelling("temple", 2);
    const first = distance("tremble");

    distance("zzzzzz");

    expect(distance("tremble")).toEqual(first);
  });
});

/** Optimal string alignment, all cells. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, line) =>
    Array.from({ length: b.length + 1 }, (_, column) => (line === 0 ? column : column === 0 ? line : 0)),
  );
  const at = (line: number, column: number) => table[line]?.[column] ?? Infinity;
  for (let line = 1; line <= a.length; line++) {
    for (let column = 1; column <= b.length; column++) {
      const isSwapped = a[line - 1] === b[column - 2] && a[line - 2] === b[column - 1] && line > 1 && column > 1;
      const slips = Math.min(
        at(line - 1, column) + 1,
        at(line, column - 1) + 1,
        at(line - 1, column - 1) + (a[line - 1] === b[column - 1] ? 0 : 1),
        isSwapped ? at(line - 2, column - 2) + 1 : Infinity,
      );
      const row = table[line];
      if (row !== undefined) row[column] = slips;
    }
  }
  return at(a.length, b.length);
}

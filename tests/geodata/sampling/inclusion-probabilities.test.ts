import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inclusionProbabilities } from "../../../geodata/sampling/inclusion-probabilities.ts";

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe("inclusion probabilities", () => {
  it("follow size and add up to the count", () => {
    expect([...inclusionProbabilities(Float64Array.of(100, 200, 300, 400), 1)]).toEqual([0.1, 0.2, 0.3, 0.4]);
  });

  it("make a large station certain and share the rest, wave after wave", () => {
    // 2 of 4: the first is certain; of what is left, 60 of 80 stays below 1.
    const probabilities = inclusionProbabilities(Float64Array.of(1000, 60, 10, 10), 2);

    expect([...probabilities]).toEqual([1, 0.75, 0.125, 0.125]);
    // 3 of 4: the second becomes certain only once the first is.
    expect([...inclusionProbabilities(Float64Array.of(1000, 60, 10, 10), 3)]).toEqual([1, 1, 0.5, 0.5]);
  });

  it("choose everyone when everyone is asked for", () => {
    expect([...inclusionProbabilities(Float64Array.of(5, 1, 900), 3)]).toEqual([1, 1, 1]);
  });

  it("lie in 0 to 1 and add up for any sizes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sizes, part) => {
          const count = 1 + Math.floor(part * (sizes.length - 1));
          const probabilities = inclusionProbabilities(Float64Array.from(sizes), count);
          expect(probabilities.every((probability) => probability > 0 && probability <= 1)).toBe(true);
          expect(sum(probabilities)).toBeCloseTo(count, 8);
        },
      ),
    );
  });

  it.each([0, -1, 1.5, 4, Number.NaN])("refuse a count of %s among three", (count) => {
    expect(() => inclusionProbabilities(Float64Array.of(1, 1, 1), count)).toThrow(
      "expected a whole number from 1 to 3",
    );
  });

  it("refuse a size that is no positive number", () => {
    expect(() => inclusionProbabilities(Float64Array.of(1, 0), 1)).toThrow("positive");
    expect(() => inclusionProbabilities(Float64Array.of(1, Number.NaN), 1)).toThrow("positive");
  });
});

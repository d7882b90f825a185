import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nullVector } from "../../../geodata/sampling/null-vector.ts";

const STRIDE = 8;

describe("a null vector", () => {
  it("is found for any matrix with more columns than rows, and is one", () => {
    const entry = fc.oneof(fc.double({ min: -3, max: 3, noNaN: true }), fc.constantFrom(0, 1));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(entry, { minLength: 48, maxLength: 48 }),
        (rows, entries) => {
          const matrix = Float64Array.from(entries);
          const vector = new Float64Array(STRIDE);

          const found = nullVector(Float64Array.from(matrix), STRIDE, rows, rows + 1, vector, new Int32Array(STRIDE));

          expect(found).toBe(true);
          const size = Math.max(...vector.subarray(0, rows + 1).map(Math.abs));
          expect(size).toBeGreaterThanOrEqual(1);
          for (let row = 0; row < rows; row++) {
            let product = 0;
            for (let k = 0; k <= rows; k++) product += (matrix[row * STRIDE + k] ?? 0) * (vector[k] ?? 0);
            expect(Math.abs(product)).toBeLessThan(1e-6 * size);
          }
        },
      ),
    );
  });

  it("does not exist where the columns are independent", () => {
    const identity = Float64Array.of(1, 0, 0, 1);

    expect(nullVector(identity, 2, 2, 2, new Float64Array(2), new Int32Array(2))).toBe(false);
  });
});

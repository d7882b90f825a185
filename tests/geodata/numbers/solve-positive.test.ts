import { describe, expect, it } from "vitest";
import { solvePositive } from "../../../geodata/numbers/solve-positive.ts";

function solved(matrix: readonly number[], vector: readonly number[]): readonly number[] {
  const solution = Float64Array.from(vector);
  solvePositive(Float64Array.from(matrix), solution);
  return [...solution].map((value) => Number(value.toFixed(10)));
}

describe("a symmetric system", () => {
  it("is solved from its lower half", () => {
    expect(solved([4, 0, 2, 3], [8, 7])).toEqual([1.25, 1.5]);
  });

  it("gets zero in a direction in which it is flat", () => {
    expect(solved([0, 0, 0, 2], [1, 4])).toEqual([0, 2]);
    expect(solved([1, 0, 1, 1], [3, 3])).toEqual([3, 0]);
  });
});

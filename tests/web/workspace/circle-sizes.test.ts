import { describe, expect, it } from "vitest";
import { circleSizes } from "../../../web/workspace/circle-sizes.ts";

const many = (count: number) => Array.from({ length: count }, (_, place) => place + 1);

describe("circles for counts", () => {
  it("have an area in proportion to the count", () => {
    const radiusOf = circleSizes([100, 400])?.radiusOf ?? (() => 0);

    expect(radiusOf(400) / radiusOf(100)).toBeCloseTo(2);
    expect(radiusOf(0)).toBe(0);
  });

  it("are smaller the more there are, and never too small to be seen or larger than their neighbourhood", () => {
    const largest = (count: number) => circleSizes(many(count))?.radiusOf(count) ?? 0;

    expect(largest(41)).toBeGreaterThan(largest(150));
    expect(largest(69_000)).toBe(largest(5000));
    expect(largest(3)).toBe(largest(10));
  });

  it("are explained by round counts that are on the map", () => {
    expect(circleSizes([1, 1732])?.samples).toEqual([1000, 500, 100]);
    expect(circleSizes([1])?.samples.every((value) => value <= 1)).toBe(true);
  });

  it("are none where there is nothing to count", () => {
    expect(circleSizes([])).toBeNull();
    expect(circleSizes([0, 0])).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { createRandom } from "../../../geodata/numbers/random.ts";
import { kishFactor, rakeWeights } from "../../../geodata/sampling/rake-weights.ts";

const LIMITS = { low: 0.3, high: 3, largestKish: Number.POSITIVE_INFINITY };
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

function drawn(stations: number, margins: number) {
  const random = createRandom(9, "raking");
  return {
    weights: Float64Array.from({ length: stations }, () => random.between(0.8, 1.2)),
    columns: Array.from({ length: margins }, () => Float64Array.from({ length: stations }, () => random.normal())),
  };
}

function gaps(weights: Float64Array, columns: readonly Float64Array[], factors: Float64Array): number[] {
  const weighted = weights.map((weight, i) => weight * (factors[i] ?? 0));
  return columns.map((column) => sum(column.map((value, i) => value * (weighted[i] ?? 0))) / sum(weighted));
}

describe("raked weights", () => {
  it("close every gap where they can, and keep their sum", () => {
    const { weights, columns } = drawn(200, 12);

    const factors = rakeWeights(weights, columns, LIMITS);

    for (const gap of gaps(weights, columns, factors)) expect(Math.abs(gap)).toBeLessThan(1e-6);
    expect(sum(weights.map((weight, i) => weight * (factors[i] ?? 0)))).toBeCloseTo(sum(weights), 6);
  });

  it("stay within their bounds where the gap cannot be closed, and make it smaller all the same", () => {
    const weights = new Float64Array(10).fill(1);
    const column = Float64Array.of(3, 3, 3, 3, 3, 3, 3, 3, 3, -1);

    const factors = rakeWeights(weights, [column], LIMITS);

    expect(factors.every((factor) => factor >= 0.3 && factor <= 3)).toBe(true);
    expect(gaps(weights, [column], factors)[0]).toBeLessThan(2.6);
    expect(gaps(weights, [column], factors)[0]).toBeGreaterThan(1);
  });

  it("leave a gap rather than pay more than they may", () => {
    const { weights, columns } = drawn(12, 8);

    const cheap = rakeWeights(weights, columns, { ...LIMITS, largestKish: 1.1 });
    const dear = rakeWeights(weights, columns, LIMITS);

    const largest = (factors: Float64Array) => Math.max(...gaps(weights, columns, factors).map(Math.abs));
    expect(kishFactor(weights.map((weight, i) => weight * (cheap[i] ?? 0)))).toBeLessThanOrEqual(1.1 + 1e-9);
    expect(largest(cheap)).toBeLessThanOrEqual(largest(new Float64Array(12).fill(1)));
    expect(largest(dear)).toBeLessThan(largest(cheap));
  });

  it("change nothing without margins", () => {
    expect([...rakeWeights(Float64Array.of(1, 2), [], LIMITS)]).toEqual([1, 1]);
  });

  it("cost nothing when equal: Kish's factor is 1, and 2 for one station of two", () => {
    expect(kishFactor(Float64Array.of(4, 4, 4))).toBe(1);
    expect(kishFactor(Float64Array.of(1, 0))).toBe(2);
  });
});

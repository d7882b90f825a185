import { describe, expect, it } from "vitest";
import { layOutProfile } from "../../../web/charts/profile-layout.ts";

const heights = (line: string) => [...line.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map((match) => Number(match[2]));

describe("the relief of a route", () => {
  it("draws higher ground higher, inside its box", () => {
    const { line, low, high } = layOutProfile(
      [
        [0, 10],
        [100, 60],
        [200, 30],
      ],
      300,
      100,
    );

    const [start = 0, top = 0, end = 0] = heights(line);

    expect([low, high]).toEqual([10, 60]);
    expect(top).toBeLessThan(end);
    expect(end).toBeLessThan(start);
    expect(Math.min(start, top, end)).toBeGreaterThanOrEqual(0);
    expect(Math.max(start, top, end)).toBeLessThanOrEqual(100);
  });

  it("does not make a mountain of a flat street", () => {
    const { line, highY } = layOutProfile(
      [
        [0, 40],
        [500, 42],
      ],
      300,
      100,
    );

    const [start = 0, end = 0] = heights(line);

    expect(start - end).toBeLessThan(10);
    expect(highY).toBeCloseTo(end, 0);
  });

  it("draws nothing from a single point", () => {
    expect(layOutProfile([[0, 40]], 300, 100)).toMatchObject({ line: "", low: 40, high: 40 });
  });
});

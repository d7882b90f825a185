import { describe, expect, it } from "vitest";
import { findSpares } from "../../../geodata/sampling/find-spares.ts";
import { largestGap } from "../../../geodata/sampling/margin-gaps.ts";
import { column, frameOf, makeFrame } from "./sampling-fixture.ts";

describe("spares", () => {
  const { margins } = makeFrame(30, 3);
  const chosen = Int32Array.of(2, 9, 20);
  const weights = new Float64Array(30).fill(1);

  it("begin with the station that keeps the balance best, as trying each would find", () => {
    const tried = Array.from({ length: 30 }, (_, station) => station)
      .filter((station) => !chosen.includes(station))
      .map((station) => ({ station, gap: largestGap(margins, Int32Array.of(station, 9, 20), () => 1) }))
      .sort((a, b) => a.gap - b.gap);

    const [[spare] = []] = findSpares(margins, chosen, weights, 1);

    expect(spare?.station).toBe(tried[0]?.station);
    expect(spare?.largestGap).toBeCloseTo(tried[0]?.gap ?? 0, 10);
  });

  it("come in order, and no station is the spare of two or chosen already", () => {
    const spares = findSpares(margins, chosen, weights, 4);

    const all = spares.flatMap((list) => list.map(({ station }) => station));
    expect(all).toHaveLength(12);
    expect(new Set([...all, ...chosen]).size).toBe(15);
    for (const list of spares) {
      expect(list.map((spare) => spare.largestGap)).toEqual(
        list.map((spare) => spare.largestGap).sort((a, b) => a - b),
      );
    }
  });

  it("run out where stations do", () => {
    const small = frameOf(
      ["a", "b", "c"].map((id) => ({ id, size: 1 })),
      [column("m", [1, 2, 3])],
    );

    const spares = findSpares(small.margins, Int32Array.of(0, 1), new Float64Array(3).fill(1), 2);

    expect(spares.map((list) => list.length)).toEqual([1, 0]);
  });
});

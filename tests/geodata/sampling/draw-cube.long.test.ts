import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../../geodata/numbers/random.ts";
import { drawCube } from "../../../geodata/sampling/draw-cube.ts";
import { drawProportional } from "../../../geodata/sampling/draw-random.ts";
import { frequencies, largestError, makeDesign } from "./sampling-fixture.ts";

describe("the cube method", () => {
  it("chooses each station as often as its probability says", () => {
    const design = makeDesign(20, 3, 6);
    const random = createRandom(1, "test").next;

    const frequency = frequencies(20, 6000, () => drawCube(design, random));

    expect(largestError(frequency, design.probabilities, 6000)).toBeLessThan(4);
  });

  it("always chooses as many as asked, each once, in index order", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 8 }),
        fc.nat(),
        (stations, margins, seed) => {
          const count = 1 + (seed % stations);
          const chosen = drawCube(makeDesign(stations, margins, count), createRandom(seed, "test").next);
          expect(chosen).toHaveLength(count);
          expect([...chosen]).toEqual([...new Set(chosen)].sort((a, b) => a - b));
        },
      ),
    );
  });

  it("keeps margins to the last unit where a sample can: strata of even numbers are halved exactly", () => {
    const strata = [0, 1, 2].map((stratum) => Float64Array.from({ length: 80 }, (_, i) => (i % 4 === stratum ? 1 : 0)));
    const design = { probabilities: new Float64Array(80).fill(0.5), balance: strata };
    const random = createRandom(3, "test").next;

    for (let draw = 0; draw < 50; draw++) {
      const chosen = drawCube(design, random);
      const inStratum = strata.map((stratum) => chosen.reduce((sum, station) => sum + (stratum[station] ?? 0), 0));
      expect(inStratum).toEqual([10, 10, 10]);
    }
  });

  it("leaves only the landing's gap: far less than draws that know no margin, and none of it before", () => {
    const design = makeDesign(2000, 4, 200);
    const random = createRandom(4, "test").next;
    const gap = (chosen: Int32Array) =>
      Math.max(...design.balance.map((margin) => Math.abs(chosen.reduce((sum, i) => sum + (margin[i] ?? 0), 0))));

    const mean = (draw: () => Int32Array) => Array.from({ length: 30 }, () => gap(draw())).reduce((a, b) => a + b) / 30;

    expect(mean(() => drawCube(design, random))).toBeLessThan(
      mean(() => drawProportional(design.probabilities, random)) / 5,
    );
    // What is undecided when the flight ends is at most one station for each constraint.
    const largest = Math.max(...design.balance.flatMap((margin) => [...margin].map(Math.abs)));
    for (let draw = 0; draw < 30; draw++) expect(gap(drawCube(design, random))).toBeLessThan(5 * largest);
  });

  it("gives up the last margins first where there are many", () => {
    const design = makeDesign(300, 24, 20);
    const random = createRandom(5, "test").next;
    const squares = new Float64Array(24);

    for (let draw = 0; draw < 60; draw++) {
      const chosen = drawCube(design, random);
      design.balance.forEach((margin, k) => {
        squares[k] = (squares[k] ?? 0) + chosen.reduce((sum, i) => sum + (margin[i] ?? 0), 0) ** 2;
      });
    }

    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(squares.subarray(0, 6))).toBeLessThan(0.8 * sum(squares.subarray(18)));
  });

  it("is not misled by a margin given twice or the same everywhere", () => {
    const { probabilities, balance } = makeDesign(60, 2, 12);
    const constant = new Float64Array(60).fill(1);
    const random = createRandom(6, "test").next;

    const chosen = drawCube({ probabilities, balance: [...balance, ...balance, constant] }, random);

    expect(chosen).toHaveLength(12);
  });

  it("gives the same stations for the same seed and others for another", () => {
    const design = makeDesign(300, 5, 30);
    const draw = (seed: number) => [...drawCube(design, createRandom(seed, "test").next)];

    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("refuses probabilities that are none, or that add up to no whole number", () => {
    const random = createRandom(1, "test").next;

    expect(() => drawCube({ probabilities: Float64Array.of(0.5, 1.5), balance: [] }, random)).toThrow("outside 0 to 1");
    expect(() => drawCube({ probabilities: Float64Array.of(Number.NaN, 1), balance: [] }, random)).toThrow("outside");
    expect(() => drawCube({ probabilities: Float64Array.of(0.5, 0.2), balance: [] }, random)).toThrow("whole number");
  });
});

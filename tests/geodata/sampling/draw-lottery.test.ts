import { describe, expect, it } from "vitest";
import { createRandom } from "../../../geodata/numbers/random.ts";
import { gapsOfDraws } from "../../../geodata/sampling/design-effects.ts";
import { drawCube } from "../../../geodata/sampling/draw-cube.ts";
import { canPrepareLottery, prepareLottery } from "../../../geodata/sampling/draw-lottery.ts";
import { pickDraw } from "../../../geodata/sampling/pick-draw.ts";
import { designSample } from "../../../geodata/sampling/sampling-design.ts";
import { weighDraws } from "../../../geodata/sampling/weigh-draws.ts";
import { column, frameOf, frequencies, largestError, makeFrame } from "./sampling-fixture.ts";

describe("a lottery of balanced draws", () => {
  const frame = makeFrame(120, 5);
  const design = designSample(frame, 10);
  const lottery = prepareLottery(design, 10, createRandom(1, "test").next);

  it("chooses each station in proportion to its size", () => {
    const random = createRandom(2, "test").next;

    const frequency = frequencies(120, 8000, () => pickDraw(lottery.draws, lottery.chances, random));

    expect(lottery.largestDeviation).toBeLessThan(0.002);
    expect(largestError(frequency, design.probabilities, 8000)).toBeLessThan(4.5);
  });

  it("is exact about it: the chances of a station's draws add up to its probability", () => {
    const added = new Float64Array(120);
    lottery.draws.forEach((draw, j) => {
      for (const station of draw) added[station] = (added[station] ?? 0) + (lottery.chances[j] ?? 0);
    });

    expect(lottery.chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
    for (const [station, probability] of lottery.probabilities.entries()) {
      expect(added[station]).toBeCloseTo(probability, 10);
    }
  });

  it("is nearer to the margins than the cube method where few stations are chosen", () => {
    const random = createRandom(3, "test").next;
    const draws = Array.from({ length: 200 }, () => drawCube(design, random));
    const chances = new Float64Array(200).fill(1 / 200);

    const own = gapsOfDraws(frame.margins, { ...lottery, weightOf: () => 1 });
    const cube = gapsOfDraws(frame.margins, { draws, chances, weightOf: () => 1 });

    expect(own.mean).toBeLessThan(0.6 * cube.mean);
    expect(own.percentile95).toBeLessThan(0.6 * cube.percentile95);
  });

  it("always takes a certain station, and a tiny one as rarely as it should", () => {
    const stations = Array.from({ length: 40 }, (_, i) => ({ id: `s${i}`, size: i === 0 ? 1e6 : i === 1 ? 5 : 1000 }));
    const values = stations.map((_, i) => (i * 7) % 11);
    const uneven = designSample(frameOf(stations, [column("m", values)]), 8);

    const { draws, probabilities, largestDeviation } = prepareLottery(uneven, 8, createRandom(4, "test").next);

    expect(draws.every((draw) => draw.includes(0) && draw.length === 8)).toBe(true);
    expect(probabilities[1]).toBeCloseTo(uneven.probabilities[1] ?? 1, 4);
    expect(largestDeviation).toBeLessThan(0.01);
  });

  it("is not tried where it gains nothing or takes too long", () => {
    expect(canPrepareLottery(design, 10)).toBe(true);
    expect(canPrepareLottery(design, 1)).toBe(false);
    expect(canPrepareLottery(designSample(makeFrame(20_000, 2), 200), 200)).toBe(false);
  });
});

describe("chances of draws", () => {
  it("bring every station to what is wanted, as evenly as can be", () => {
    const draws = [Int32Array.of(0, 1), Int32Array.of(1, 2), Int32Array.of(0, 2)];

    const { chances, largestDeviation } = weighDraws(draws, Float64Array.of(0.5, 0.7, 0.8));

    // With three draws of two there is one answer: 1 less the probability of who is missing.
    expect([...chances].map((chance) => chance.toFixed(2))).toEqual(["0.20", "0.50", "0.30"]);
    expect(largestDeviation).toBeLessThan(0.01);
  });

  it("say how far they are from what no chances can give", () => {
    const { largestDeviation } = weighDraws([Int32Array.of(0, 1)], Float64Array.of(0.5, 0.5, 1));

    expect(largestDeviation).toBe(1);
  });
});

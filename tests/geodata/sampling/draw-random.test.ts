import { describe, expect, it } from "vitest";
import { createRandom } from "../../../geodata/numbers/random.ts";
import { drawProportional, drawSimple } from "../../../geodata/sampling/draw-random.ts";
import { frequencies, largestError, makeDesign } from "./sampling-fixture.ts";

describe("draws that know no margin", () => {
  it("follow the probabilities", () => {
    const { probabilities } = makeDesign(15, 0, 4);
    const random = createRandom(1, "test").next;

    const frequency = frequencies(15, 6000, () => drawProportional(probabilities, random));

    expect(largestError(frequency, probabilities, 6000)).toBeLessThan(4);
  });

  it("treat all stations alike when simple", () => {
    const random = createRandom(2, "test").next;

    const frequency = frequencies(12, 6000, () => drawSimple(12, 3, random));

    expect(largestError(frequency, new Float64Array(12).fill(0.25), 6000)).toBeLessThan(4);
  });

  it("keep their size, and take certain stations every time", () => {
    const random = createRandom(3, "test").next;

    for (let draw = 0; draw < 200; draw++) {
      const chosen = drawProportional(Float64Array.of(0.1, 1, 0.2, 0.3, 1, 0.4), random);
      expect(new Set(chosen).size).toBe(3);
      expect([...chosen]).toEqual(expect.arrayContaining([1, 4]));
    }
  });
});

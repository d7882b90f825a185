import fc from "fast-check";
import { expect, it } from "vitest";
import { mapScale, scaleBar } from "../../../web/workspace/scale-bar.ts";

it("draws a bar of a round length that fits, and is not shorter than two fifths of the room", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (metresPerPixel) => {
      const { metres, pixels } = scaleBar(metresPerPixel, 150);

      expect(["1", "2", "5"]).toContain(metres.toExponential(0)[0]);
      expect(pixels).toBeLessThanOrEqual(150.001);
      expect(pixels).toBeGreaterThan(59.9);
      expect(pixels * metresPerPixel).toBeCloseTo(metres, 6);
    }),
    { seed: 1 },
  );
});

it("says how much smaller the paper is than the ground", () => {
  expect(mapScale(0.0254 / 96)).toBe(1);
  expect(mapScale(3.2)).toBe(12_000);
});

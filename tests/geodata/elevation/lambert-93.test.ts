import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromLambert93, toLambert93 } from "../../../geodata/elevation/lambert-93.ts";

describe("Lambert-93", () => {
  it("puts its origin where IGN defines it", () => {
    const [x, y] = toLambert93([3, 46.5]);

    expect(x).toBeCloseTo(700_000, 3);
    expect(y).toBeCloseTo(6_600_000, 3);
  });

  it.each([44, 49])("keeps lengths true along its parallel of %i degrees", (latitude) => {
    const [x1, y1] = toLambert93([2.999, latitude]);
    const [x2, y2] = toLambert93([3.001, latitude]);
    const radians = (latitude * Math.PI) / 180;
    const normal = 6_378_137 / Math.sqrt(1 - 0.00669438002290079 * Math.sin(radians) ** 2);
    const trueLength = ((0.002 * Math.PI) / 180) * normal * Math.cos(radians);

    expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(trueLength, 4);
  });

  it("comes back to the same position anywhere in France", () => {
    const longitude = fc.double({ min: -5.5, max: 10, noNaN: true });
    const latitude = fc.double({ min: 41, max: 51.5, noNaN: true });

    fc.assert(
      fc.property(longitude, latitude, (east, north) => {
        const [backEast, backNorth] = fromLambert93(toLambert93([east, north]));
        expect(backEast).toBeCloseTo(east, 10);
        expect(backNorth).toBeCloseTo(north, 10);
      }),
    );
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { nearestRegions } from "../../../geodata/geometry/nearest-regions.ts";
import { isInArea } from "../../../geodata/geometry/polygon.ts";

const place = fc.tuple(fc.double({ min: 2, max: 2.1, noNaN: true }), fc.double({ min: 48, max: 48.1, noNaN: true }));

it("gives every place to the key of its nearest point, and to no other", () => {
  const points = fc.uniqueArray(fc.record({ position: place, key: fc.constantFrom("a", "b", "c", "d") }), {
    minLength: 1,
    maxLength: 60,
    selector: ({ position }) => position.map((degrees) => degrees.toFixed(5)).join(),
  });

  fc.assert(
    fc.property(points, place, (known, asked) => {
      const eastScale = Math.cos((48.05 * Math.PI) / 180);
      const byDistance = known
        .map(({ position, key }) => ({
          key,
          distance: Math.hypot((position[0] - asked[0]) * eastScale, position[1] - asked[1]),
        }))
        .sort((a, b) => a.distance - b.distance);
      const [nearest] = byDistance;
      const rival = byDistance.find(({ key }) => key !== nearest?.key);
      // Within a metre of the border either side may have it.
      fc.pre(nearest !== undefined && (rival === undefined || rival.distance - nearest.distance > 1e-5));

      const holders = [...nearestRegions(known)].filter(([, region]) => isInArea(asked, region)).map(([key]) => key);

      expect(holders).toEqual([nearest?.key]);
    }),
    { numRuns: 300, seed: 3 },
  );
});

it("has no region without points", () => {
  expect(nearestRegions([]).size).toBe(0);
});

import { intersect, polygon } from "@turf/turf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlapSquareMetres } from "../../../geodata/crosswalk/area-overlap.ts";
import { type Area, areaSquareMetres } from "../../../geodata/geometry/polygon.ts";

describe("the ground that two areas share", () => {
  it("is the whole area when both are the same", () => {
    const area = star([2.35, 48.86], [0.004, 0.001, 0.003, 0.002, 0.004, 0.001]);

    expect(overlapSquareMetres(area, area) / areaSquareMetres(area)).toBeCloseTo(1, 5);
  });

  it("is nothing for areas that only touch along an edge", () => {
    expect(overlapSquareMetres(square(2, 48, 0.01), square(2.01, 48, 0.01))).toBe(0);
  });

  it("leaves out the holes of either", () => {
    const withHole: Area = {
      type: "Polygon",
      coordinates: [...square(2, 48, 0.01).coordinates, ...square(2.0025, 48.0025, 0.005).coordinates] as [],
    };

    const shared = overlapSquareMetres(withHole, square(2, 48, 0.01));

    expect(shared / areaSquareMetres(square(2, 48, 0.01))).toBeCloseTo(0.75, 3);
  });

  it("equals what clipping gives, for any two stars", () => {
    const radii = fc.array(fc.double({ min: 0.001, max: 0.004, noNaN: true }), { minLength: 3, maxLength: 12 });
    const middle = fc.tuple(
      fc.double({ min: 2.345, max: 2.355, noNaN: true }),
      fc.double({ min: 48.855, max: 48.865, noNaN: true }),
    );

    fc.assert(
      fc.property(middle, radii, middle, radii, (middleA, radiiA, middleB, radiiB) => {
        const a = star(middleA, radiiA);
        const b = star(middleB, radiiB);
        const clipped = intersect({
          type: "FeatureCollection",
          features: [polygon(a.coordinates as [number, number][][]), polygon(b.coordinates as [number, number][][])],
        });

        const expected = clipped === null ? 0 : areaSquareMetres(clipped.geometry);

        expect(Math.abs(overlapSquareMetres(a, b) - expected)).toBeLessThan(0.01 + expected * 1e-4);
        expect(overlapSquareMetres(a, b)).toBeCloseTo(overlapSquareMetres(b, a), 4);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

function square(west: number, south: number, size: number): Extract<Area, { type: "Polygon" }> {
  return {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  };
}

function star([longitude, latitude]: readonly [number, number], radii: readonly number[]) {
  const ring = radii.map((radius, index) => {
    const angle = (2 * Math.PI * index) / radii.length;
    return [longitude + radius * Math.cos(angle), latitude + radius * Math.sin(angle)];
  });
  return { type: "Polygon" as const, coordinates: [[...ring, ring[0] ?? [0, 0]]] };
}

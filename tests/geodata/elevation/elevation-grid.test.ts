import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ElevationGrid, gridBox, gridElevation } from "../../../geodata/elevation/elevation-grid.ts";
import { combineElevation } from "../../../geodata/elevation/elevation-model.ts";

const VOID = -32768;

/** Five columns and four rows over longitudes 2 to 3 and latitudes 48 to 48.75. */
function grid(height: (longitude: number, latitude: number) => number): ElevationGrid {
  const values = Array.from({ length: 20 }, (_, cell) => height(2 + (cell % 5) / 4, 48.75 - Math.floor(cell / 5) / 4));
  return {
    columns: 5,
    rows: 4,
    values: Float32Array.from(values),
    voidValue: VOID,
    west: 2,
    north: 48.75,
    columnStep: 0.25,
    rowStep: 0.25,
    system: "degrees",
  };
}

describe("a grid of heights", () => {
  it("gives back an inclined plane exactly, between its cells too", () => {
    const plane = (longitude: number, latitude: number) => 100 * longitude - 40 * latitude + 3;
    const model = gridElevation(grid(plane));
    const longitude = fc.double({ min: 2, max: 3, noNaN: true });
    const latitude = fc.double({ min: 48, max: 48.75, noNaN: true });

    fc.assert(
      fc.property(longitude, latitude, (east, north) => {
        expect(model.elevationAt([east, north])).toBeCloseTo(plane(east, north), 3);
      }),
    );
  });

  it("never leaves the range of its cells", () => {
    const heights = fc.array(fc.integer({ min: -10, max: 4000 }), { minLength: 20, maxLength: 20 });
    const longitude = fc.double({ min: 1.9, max: 3.1, noNaN: true });
    const latitude = fc.double({ min: 47.9, max: 48.85, noNaN: true });

    fc.assert(
      fc.property(heights, longitude, latitude, (values, east, north) => {
        const model = gridElevation({ ...grid(() => 0), values: Float32Array.from(values) });
        const elevation = model.elevationAt([east, north]);
        expect(elevation).toBeGreaterThanOrEqual(Math.min(...values) - 1e-3);
        expect(elevation).toBeLessThanOrEqual(Math.max(...values) + 1e-3);
      }),
    );
  });

  it("knows nothing beyond half a cell outside", () => {
    const model = gridElevation(grid(() => 50));

    expect(model.elevationAt([1.88, 48.3])).toBe(50);
    expect(model.elevationAt([1.87, 48.3])).toBeNull();
    expect(model.elevationAt([2.5, 48.88])).toBeNull();
    expect(model.elevationAt([Number.NaN, 48.3])).toBeNull();
  });

  it("knows nothing where the nearest cell is void, and leaves void cells out elsewhere", () => {
    const model = gridElevation(grid((longitude, latitude) => (longitude === 2.5 && latitude === 48.5 ? VOID : 70)));

    expect(model.elevationAt([2.5, 48.5])).toBeNull();
    expect(model.elevationAt([2.52, 48.5])).toBeNull();
    expect(model.elevationAt([2.7, 48.5])).toBeCloseTo(70);
  });

  it("says which degrees it covers", () => {
    expect(gridBox(grid(() => 0))).toEqual([2, 48, 3, 48.75]);
  });
});

describe("several tiles", () => {
  it("answer one after the other", () => {
    const fine = gridElevation(grid((longitude) => (longitude > 2.6 ? VOID : 10)));
    const coarse = { elevationAt: () => 99 };

    const both = combineElevation([fine, coarse]);

    expect(both.elevationAt([2.1, 48.1])).toBe(10);
    expect(both.elevationAt([2.9, 48.1])).toBe(99);
    expect(combineElevation([]).elevationAt([2, 48])).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeMarks } from "../../../server/sheets/place-marks.ts";

const FRAME = { x: 0, y: 0, width: 500, height: 400 };

describe("numbers on the map", () => {
  it("stay where they belong when there is room", () => {
    expect(
      placeMarks(
        [
          [100, 100],
          [200, 100],
        ],
        6,
        FRAME,
      ),
    ).toEqual([
      { x: 100, y: 100, isMoved: false },
      { x: 200, y: 100, isMoved: false },
    ]);
  });

  it("do not cover each other when stops are close", () => {
    const point = fc.tuple(fc.integer({ min: 200, max: 300 }), fc.integer({ min: 150, max: 250 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 20 }), (points) => {
        const marks = placeMarks(points, 6, FRAME);
        for (const [i, a] of marks.entries()) {
          for (const b of marks.slice(i + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(12 - 1e-9);
        }
      }),
    );
  });
});

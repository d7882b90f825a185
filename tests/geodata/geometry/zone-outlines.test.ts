import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRingCrossing } from "../../../geodata/geometry/find-ring-crossing.ts";
import { isInArea, ringsOf } from "../../../geodata/geometry/polygon.ts";
import type { Position } from "../../../geodata/geometry/position.ts";
import { zoneOutlines } from "../../../geodata/geometry/zone-outlines.ts";

const position = fc
  .tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 }))
  .map(([east, north]): Position => [2.35 + east / 1e6, 48.86 + north / 1e6]);

describe("the outlines of zones", () => {
  it("hold their doors, do not overlap and do not cross themselves", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(position, { minLength: 3, maxLength: 40, selector: String }),
        fc.array(position, { minLength: 50, maxLength: 50 }),
        (doors, anywhere) => {
          const zoneOf = doors.map(([longitude]) => (longitude < 2.352 ? 0 : 1));

          const outlines = zoneOutlines(doors, zoneOf, 2, []);

          doors.forEach((door, index) => {
            const outline = outlines[zoneOf[index] ?? 0];
            expect(outline && isInArea(door, outline)).toBe(true);
          });
          for (const place of anywhere) {
            expect(outlines.filter((outline) => outline && isInArea(place, outline)).length).toBeLessThanOrEqual(1);
          }
          for (const outline of outlines) {
            for (const ring of outline ? ringsOf(outline) : []) {
              expect(ring.at(0)).toEqual(ring.at(-1));
              expect(findRingCrossing(ring).kind).toBe("none");
            }
          }
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  });

  it("end half-way to addresses outside", () => {
    const [outline] = zoneOutlines([[2.35, 48.86]], [0], 1, [[2.3504, 48.86]]);

    expect(outline && isInArea([2.35015, 48.86], outline)).toBe(true);
    expect(outline && isInArea([2.35025, 48.86], outline)).toBe(false);
  });

  it("are null where every door stands on another zone's", () => {
    const outlines = zoneOutlines(
      [
        [2.35, 48.86],
        [2.35, 48.86],
      ],
      [0, 1],
      2,
      [],
    );

    expect(outlines.map((outline) => outline?.type ?? null)).toEqual(["Polygon", null]);
  });
});

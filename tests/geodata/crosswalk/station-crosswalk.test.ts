import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stationCrosswalk } from "../../../geodata/crosswalk/station-crosswalk.ts";
import { indexAreas } from "../../../geodata/geometry/area-index.ts";
import type { Area } from "../../../geodata/geometry/polygon.ts";
import { type BoundingBox, boxAround, type Position } from "../../../geodata/geometry/position.ts";

describe("how old stations are spread over today's", () => {
  it("takes nearly the same contour for the same station", () => {
    const [share] = crosswalk([rectangle(0, 10)], [rectangle(0.05, 10)], [[3, 5]]);

    expect(share).toEqual({ old: 0, today: 0, shareOfOld: 1, shareOfToday: 1 });
  });

  it("follows the addresses where they are, not the ground", () => {
    const places: Position[] = [
      [1, 5],
      [1.2, 5],
      [1.4, 5],
      [9, 5],
    ];

    const shares = crosswalk([rectangle(0, 10)], [rectangle(0, 5), rectangle(5, 10)], places);

    expect(shares.map(({ today, shareOfOld }) => [today, shareOfOld])).toEqual([
      [0, 0.75],
      [1, 0.25],
    ]);
  });

  it("follows the ground where an old station has no address", () => {
    const shares = crosswalk([rectangle(0, 10)], [rectangle(0, 2), rectangle(2, 10)], []);

    expect(shares.map(({ shareOfOld }) => shareOfOld)).toEqual([closeTo(0.2), closeTo(0.8)]);
  });

  it("leaves the part of an old station that lies in no station of today outside", () => {
    const known: Position[] = [
      [1, 5],
      [2, 5],
      [3, 5],
      [8, 5],
    ];

    const byAddresses = crosswalk([rectangle(0, 10)], [rectangle(0, 5)], known, [-1, -1, 11, 11]);
    const byGround = crosswalk([rectangle(0, 10)], [rectangle(0, 5)], known.slice(0, 3));

    expect(byAddresses.map(({ shareOfOld }) => shareOfOld)).toEqual([0.75]);
    expect(byGround.map(({ shareOfOld }) => shareOfOld)).toEqual([closeTo(0.5)]);
  });

  it("loses and invents no voter of a station that lies wholly in today's, however it is cut", () => {
    const cut = fc.double({ min: 0.5, max: 9.5, noNaN: true });
    const places = fc.array(fc.tuple(inside, inside), { maxLength: 30 });

    fc.assert(
      fc.property(cut, cut, cut, places, (oldCut, cutA, cutB, positions) => {
        const [low, high] = cutA < cutB ? [cutA, cutB] : [cutB, cutA];
        const old = [rectangle(0, oldCut), rectangle(oldCut, 10)];
        const today = [rectangle(0, low), rectangle(low, high), rectangle(high, 10)].filter((_, part) =>
          part === 1 ? high - low > 0.1 : true,
        );
        fc.pre(high - low === 0 || high - low > 0.1);

        const shares = crosswalk(old, today, positions as Position[]);

        for (const source of [0, 1]) {
          const total = shares
            .filter((share) => share.old === source)
            .reduce((sum, share) => sum + share.shareOfOld, 0);
          expect(total).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});

const inside = fc.double({ min: 0.01, max: 9.99, noNaN: true });

/** In hundredths of a degree near the equator, so that a square is a square. */
function rectangle(west: number, east: number): Area {
  const ring = [
    [west, 0],
    [east, 0],
    [east, 10],
    [west, 10],
    [west, 0],
  ].map(([x = 0, y = 0]) => [x / 100, y / 100]);
  return { type: "Polygon", coordinates: [ring] };
}

function crosswalk(old: Area[], today: Area[], places: readonly Position[], box?: BoundingBox) {
  const positions = places.map(([x, y]): Position => [x / 100, y / 100]);
  const index = indexAreas(today);
  const scaled = box?.map((side) => side / 100) as BoundingBox | undefined;
  return stationCrosswalk(old, today, {
    positions,
    stationOf: positions.map((position) => index.areaAt(position)),
    box: scaled ?? (positions.length === 0 ? null : boxAround(positions)),
  });
}

function closeTo(number: number) {
  return expect.closeTo(number, 6);
}

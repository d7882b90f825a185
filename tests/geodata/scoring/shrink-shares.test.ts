import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shrinkShares } from "../../../geodata/scoring/shrink-shares.ts";

const row = fc
  .tuple(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([total, share]) => ({ total, count: Math.round(total * share) }));

describe("shrinking of shares", () => {
  it("puts every share between its own value and the mean of all", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const mean = rows.reduce((sum, { count }) => sum + count, 0) / rows.reduce((sum, { total }) => sum + total, 0);
        shrinkShares(rows).forEach(({ share, variance }, index) => {
          const own = (rows[index]?.count ?? 0) / (rows[index]?.total ?? 1);
          expect(share).toBeGreaterThanOrEqual(Math.min(own, mean) - 1e-12);
          expect(share).toBeLessThanOrEqual(Math.max(own, mean) + 1e-12);
          expect(variance).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  it("moves a small station more than a large one with the same share", () => {
    const rows = [
      { count: 90, total: 100 },
      { count: 900, total: 1000 },
      ...Array.from({ length: 20 }, (_, index) => ({ count: 300 + 10 * index, total: 1000 })),
    ];

    const [small, large] = shrinkShares(rows);

    expect(0.9 - (small?.share ?? 1)).toBeGreaterThan(0.9 - (large?.share ?? 0));
  });

  it("gives the mean to a station without voters and nothing to an empty list", () => {
    expect(shrinkShares([])).toEqual([]);
    expect(
      shrinkShares([
        { count: 0, total: 0 },
        { count: 40, total: 100 },
      ])[0]?.share,
    ).toBeCloseTo(0.4);
  });
});

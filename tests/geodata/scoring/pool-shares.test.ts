import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choosePrior } from "../../../geodata/scoring/choose-prior.ts";
import { poolShares } from "../../../geodata/scoring/pool-shares.ts";
import { stationGround } from "../../../geodata/scoring/station-ground.ts";

const row = fc
  .tuple(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([total, share]) => ({ total, count: Math.round(total * share) }));

function column(rows: readonly { readonly count: number; readonly total: number }[]) {
  return {
    counts: Float64Array.from(rows, ({ count }) => count),
    totals: Float64Array.from(rows, ({ total }) => total),
  };
}

/** Stations in a line, 100 metres apart. */
function line(count: number, census: Float64Array | null = null) {
  return stationGround(
    Array.from({ length: count }, (_, index) => [100 * index, 0] as const),
    census ? [{ indicatorId: "income", values: census }] : [],
  );
}

/** Repeatable numbers between -1 and 1 that look like chance. */
function noise(index: number): number {
  return 2 * ((Math.sin(12.9898 * index + 78.233) * 43758.5453) % 1) - Math.sign(Math.sin(12.9898 * index + 78.233));
}

describe("partial pooling of shares", () => {
  it("puts every share between its own value and the mean of all", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const mean = rows.reduce((sum, { count }) => sum + count, 0) / rows.reduce((sum, { total }) => sum + total, 0);
        const shares = poolShares(column(rows), line(rows.length), "mean");
        rows.forEach(({ count, total }, index) => {
          const own = count / total;
          expect(shares[index]).toBeGreaterThanOrEqual(Math.min(own, mean) - 1e-12);
          expect(shares[index]).toBeLessThanOrEqual(Math.max(own, mean) + 1e-12);
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

    const shares = poolShares(column(rows), line(rows.length), "mean");

    expect(0.9 - (shares[0] ?? 1)).toBeGreaterThan(0.9 - (shares[1] ?? 0));
  });

  it("draws a small station towards its neighbours rather than towards the far end of the town", () => {
    const rows = Array.from({ length: 80 }, (_, index) => ({ count: index < 40 ? 200 : 800, total: 1000 }));
    rows[20] = { count: 60, total: 100 };

    const towardsMean = poolShares(column(rows), line(80), "mean")[20] ?? 0;
    const towardsNeighbours = poolShares(column(rows), line(80), "neighbours")[20] ?? 1;

    expect(towardsNeighbours).toBeLessThan(towardsMean - 0.05);
  });

  it("leaves a station without a count without a share, and draws nobody towards it", () => {
    const rows = Array.from({ length: 50 }, () => ({ count: 300, total: 1000 }));
    const { counts, totals } = column(rows);
    counts[7] = Number.NaN;
    totals[7] = Number.NaN;

    const shares = poolShares({ counts, totals }, line(50), "neighbours");

    expect(shares[7]).toBeNaN();
    expect(shares[8]).toBeCloseTo(0.3);
  });
});

describe("what stations are drawn towards", () => {
  const STATIONS = 200;

  it("is the census where it foretells blocks that were not seen", () => {
    const income = Float64Array.from({ length: STATIONS }, (_, index) => noise(index));
    const rows = [...income].map((value, index) => ({
      count: Math.round(1000 * (0.5 + 0.1 * value + 0.01 * noise(index + 500))),
      total: 1000,
    }));

    const { prior, censusGain } = choosePrior([column(rows)], line(STATIONS, income));

    expect(prior).toBe("census");
    expect(censusGain?.share).toBeGreaterThan(0.5);
  });

  it("is the neighbours alone where the census says nothing", () => {
    const income = Float64Array.from({ length: STATIONS }, (_, index) => noise(index + 900));
    const rows = Array.from({ length: STATIONS }, (_, index) => ({
      count: Math.round(1000 * (0.5 + 0.1 * noise(index))),
      total: 1000,
    }));

    expect(choosePrior([column(rows)], line(STATIONS, income)).prior).toBe("neighbours");
  });

  it("is the mean of all where stations are few", () => {
    expect(choosePrior([column([{ count: 10, total: 100 }])], line(1)).prior).toBe("mean");
  });
});

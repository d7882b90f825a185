import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backTests } from "../../../geodata/scoring/back-test/back-test-report.ts";
import { conformalWidths, residualScale, sizeClass } from "../../../geodata/scoring/back-test/conformal.ts";
import { liftAt, liftCurve } from "../../../geodata/scoring/back-test/lift.ts";
import { rankCorrelation } from "../../../geodata/scoring/back-test/rank-correlation.ts";
import { signalOf } from "../../../geodata/scoring/back-test/signal.ts";
import { scoreStations } from "../../../geodata/scoring/score-stations.ts";
import { firstRound, sidesAt, territoryWith } from "./scoring-fixture.ts";

const ELECTIONS = ["2012_pres_t1", "2014_euro_t1", "2017_pres_t1", "2019_euro_t1", "2022_pres_t1"];
const STATIONS = 120;

/** Repeatable numbers in [0, 1) that look like chance. */
function chance(index: number): number {
  const value = Math.sin(12.9898 * index + 78.233) * 43758.5453;
  return value - Math.floor(value);
}

/**
 * A town whose intermittent voters are `intermittent(station)` of 1,000 registered and vote, when they do, like the
 * others of their station: the case that mobilisation is made for.
 */
function town(options: { readonly gainFollowsScore: boolean; readonly untilYear?: number }) {
  const leaning = (station: number) => 0.2 + 0.5 * chance(station);
  const intermittent = (station: number) => 50 + Math.round(350 * chance(station + 1000));
  const rows = (mobilises: boolean, seed: number) =>
    Array.from({ length: STATIONS }, (_, station) => {
      const own = options.gainFollowsScore ? station : Math.floor(chance(station + seed) * STATIONS);
      const voters = 500 + (mobilises ? intermittent(own) : 0);
      const ours = Math.round(voters * leaning(own));
      const near = Math.round((voters - ours) * 0.4);
      return [1000, 1000 - voters, ours, near, voters - ours - near];
    });
  const rounds = ELECTIONS.map((id, place) => firstRound(id, rows(id.includes("pres"), place + 1)));
  return territoryWith(rounds.filter(({ year }) => year <= (options.untilYear ?? 2022)));
}

const CHOICE = { name: "", sides: sidesAt(ELECTIONS) };

describe("back-tests", () => {
  it("see nothing but what came before: the earlier rounds alone give the same score", () => {
    const of2017 = (untilYear: number) =>
      backTests(town({ gainFollowsScore: true, untilYear }), CHOICE).tests.filter(
        ({ score, target }) => score === "mobilisation" && target === "2017_pres_t1",
      );

    expect(of2017(2022)).toMatchObject([
      { reference: "2014_euro_t1", basis: ["2012_pres_t1", "2014_euro_t1"], isFair: true },
    ]);
    expect(of2017(2022)[0]?.indexes).toEqual(of2017(2017)[0]?.indexes);
  });

  it("find a score that foretold where a camp gained, and say so", () => {
    const { tests, signal } = backTests(town({ gainFollowsScore: true }), CHOICE);
    const [latest] = tests.filter(({ score, isFair }) => score === "mobilisation" && isFair);
    const own = latest?.indexes.find(({ index }) => index === "score");

    expect(own?.rankCorrelation).toBeGreaterThan(0.95);
    expect(own?.lift).toBeGreaterThan(0.9 * (latest?.bestLift ?? 1));
    expect(latest?.naiveAsGood).toBeNull();
    expect(signal.mobilisation.level).toBe("reliable");
  });

  it("find that nothing foretold it where the gain went elsewhere, and take the colours away", () => {
    const random = town({ gainFollowsScore: false });

    expect(backTests(random, CHOICE).signal.mobilisation.level).toBe("none");
    expect(scoreStations(random, CHOICE).signal.mobilisation.sentence.fr).toContain("Pas de signal fiable");
  });

  it("have intervals that hold about 80 % of the stations that gave no width", () => {
    const [latest] = backTests(town({ gainFollowsScore: true }), CHOICE).tests;

    expect(latest?.coverage?.share).toBeGreaterThan(0.7);
    expect(latest?.coverage?.share).toBeLessThan(0.9);
  });

  it("are none where no election came before", () => {
    const one = territoryWith([firstRound("2022_pres_t1", [[1000, 200, 400, 200, 200]])]);

    const report = backTests(one, CHOICE);

    expect(report.tests).toEqual([]);
    expect(report.signal.mobilisation.level).toBe("untested");
  });
});

describe("rank correlation", () => {
  it("is 1 for any rising change of scale and -1 for a falling one", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 30 }), (values) => {
        expect(
          rankCorrelation(
            values,
            values.map((value) => value ** 3 + 5),
          ),
        ).toBeCloseTo(1);
        expect(
          rankCorrelation(
            values,
            values.map((value) => -value),
          ),
        ).toBeCloseTo(-1);
      }),
    );
  });

  it("shares ranks between equal values and says nothing of a list without differences", () => {
    expect(rankCorrelation([1, 1, 2, 3], [1, 1, 2, 3])).toBeCloseTo(1);
    expect(rankCorrelation([1, 1, 1, 1], [1, 2, 3, 4])).toBeNull();
  });
});

describe("lift", () => {
  const gain = Float64Array.from([0.1, 0.05, 0, -0.05, -0.1]);
  const registered = new Float64Array(5).fill(1000);

  it("is the best there is for who knows the gain, and nothing for everybody", () => {
    expect(liftAt(gain, gain, registered, 0.2)).toBeCloseTo(0.1);
    expect(liftAt(gain, gain, registered, 1)).toBeCloseTo(0);
  });

  it("counts the station at the limit in part", () => {
    expect(liftCurve(gain, gain, registered, [0.3])[0]?.lift).toBeCloseTo((0.1 * 1000 + 0.05 * 500) / 1500);
  });

  it("never exceeds the lift of the gain itself", () => {
    const lists = fc.array(
      fc.tuple(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 2000 }),
      ),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(lists, (stations) => {
        const own = Float64Array.from(stations, ([value]) => value);
        const gained = Float64Array.from(stations, ([, value]) => value);
        const sizes = Float64Array.from(stations, ([, , size]) => size);
        expect(liftAt(own, gained, sizes, 0.2)).toBeLessThanOrEqual(liftAt(gained, gained, sizes, 0.2) + 1e-9);
      }),
    );
  });
});

describe("conformal widths", () => {
  it("hold the level asked for, in every size class", () => {
    const residuals = Array.from({ length: 4000 }, (_, index) => {
      const registered = 150 + Math.floor(1200 * chance(index));
      return { registered, residual: residualScale(registered) * (2 * chance(index + 5000) - 1) };
    });

    const widths = conformalWidths(residuals.slice(0, 2000), 0.8) ?? [];

    for (const place of [0, 1, 2, 3]) {
      const own = residuals.slice(2000).filter(({ registered }) => sizeClass(registered) === place);
      const inside = own.filter(
        ({ residual, registered }) => Math.abs(residual) <= (widths[place] ?? 0) * residualScale(registered),
      );
      expect(inside.length / own.length).toBeGreaterThan(0.74);
      expect(inside.length / own.length).toBeLessThan(0.86);
    }
  });

  it("are none with too few stations to tell", () => {
    expect(conformalWidths([{ registered: 800, residual: 0.02 }], 0.8)).toBeNull();
  });
});

describe("the signal of a camp", () => {
  const tests = (...correlations: readonly (number | null)[]) =>
    correlations.map((rankCorrelation, index) => ({ target: `e${index}`, rankCorrelation }));

  it("rests on the two latest tests alone", () => {
    expect(signalOf("mobilisation", tests(0.9, 0.8, -1)).level).toBe("reliable");
    expect(signalOf("mobilisation", tests(0.1, -0.3, 1, 1)).level).toBe("none");
    expect(signalOf("mobilisation", tests(0.3, 0.3)).level).toBe("weak");
    expect(signalOf("mobilisation", []).level).toBe("untested");
  });
});

import { describe, expect, it } from "vitest";
import { signalOf } from "../../../geodata/scoring/back-test/signal.ts";
import {
  coverageVerdict,
  electionRows,
  foundShares,
  gradeOf,
  meanTenthGap,
  tallyOf,
} from "../../../web/workspace/read-back-tests.ts";
import { backTest, backTestReport } from "./back-test-fixture.ts";

describe("the grade of a back-test", () => {
  it("changes where the server's signal does", () => {
    const words = { good: "reliable", weak: "weak", none: "none" } as const;
    for (const rankCorrelation of [-0.4, 0, 0.19, 0.2, 0.35, 0.499, 0.5, 0.9]) {
      const { level } = signalOf("mobilisation", [{ target: "", rankCorrelation }]);

      expect(words[gradeOf(rankCorrelation)]).toBe(level);
    }
  });

  it("is none for a score that is the same everywhere", () => {
    expect(gradeOf(null)).toBe("none");
  });
});

describe("how often a score worked", () => {
  it("is counted over fair elections of that score alone", () => {
    const tests = [
      backTest({ rankCorrelation: 0.9 }),
      backTest({ rankCorrelation: 0.3, naiveAsGood: "lastResult" }),
      backTest({ rankCorrelation: -0.8, isFair: false, naiveAsGood: "lastResult" }),
      backTest({ rankCorrelation: 0, score: "persuasion" }),
    ];

    expect(tallyOf(tests, "mobilisation")).toEqual({ fair: 2, good: 1, weak: 1, none: 0, naiveAsGood: 1 });
    expect(tallyOf(tests, "persuasion")).toEqual({ fair: 1, good: 0, weak: 0, none: 1, naiveAsGood: 0 });
  });
});

describe("the rows of past elections", () => {
  it("are those of both scores, latest first, each with what tests it", () => {
    const report = backTestReport([
      ...["2022_pres_t1", "2019_euro_t1", "2012_pres_t1"].map((target) => backTest({ target })),
      ...["2024_euro_t1", "2022_pres_t1", "2017_pres_t1", "2012_pres_t1"].map((target) =>
        backTest({ target, score: "persuasion" }),
      ),
    ]);
    const rows = electionRows(report);

    expect(rows.map(({ electionId }) => electionId)).toEqual([
      "2024_euro_t1",
      "2022_pres_t1",
      "2019_euro_t1",
      "2017_pres_t1",
      "2012_pres_t1",
    ]);
    expect(rows[0]?.tests.mobilisation).toBeNull();
    expect(rows[1]?.tests.persuasion?.score).toBe("persuasion");
    expect(rows[2]?.tests.persuasion).toBeNull();
  });
});

describe("the share of a gain that was found", () => {
  it("is told beside the best possible", () => {
    const shares = foundShares(backTest({ meanGain: 0.06, bestLift: 0.06 }));

    expect(shares?.best).toBeCloseTo(0.4);
    expect(shares?.of("lastResult")).toBeCloseTo(0.22);
  });

  it("is not told where the camp lost, nor where its best stations won more than the whole", () => {
    expect(foundShares(backTest({ meanGain: -0.01 }))).toBeNull();
    expect(foundShares(backTest({ meanGain: 0.005, bestLift: 0.03 }))).toBeNull();
  });
});

describe("what was foretold and what came", () => {
  it("lie apart by the mean of the tenths, whatever the direction", () => {
    expect(meanTenthGap(backTest())).toBeCloseTo(0.01);
    expect(meanTenthGap({ tenths: [] })).toBe(0);
  });
});

describe("intervals that should hold 80 % of the stations", () => {
  it("are on target from 75 to 85 %", () => {
    expect(coverageVerdict(0.75, 5000)).toBe("onTarget");
    expect(coverageVerdict(0.85, 5000)).toBe("onTarget");
  });

  it("are too narrow or too wide beyond that, unless few stations make it chance", () => {
    expect(coverageVerdict(0.7, 400)).toBe("narrow");
    expect(coverageVerdict(0.9, 400)).toBe("wide");
    expect(coverageVerdict(0.7, 20)).toBe("chance");
  });
});

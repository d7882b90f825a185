import { describe, expect, it } from "vitest";
import { transitionReport } from "../../../geodata/scoring/transition-report.ts";
import type { Standing, TransitionReport } from "../../../server/contract/transitions.ts";
import { candidateId, territoryWith } from "./scoring-fixture.ts";

const CANDIDATES = [{ name: "Ours" }, { name: "Far" }];
const SIDES = Object.fromEntries(
  ["2019_euro_t1", "2024_euro_t1"].flatMap((election) => [
    [candidateId(election, "Ours"), "ours" as const],
    [candidateId(election, "Far"), "far" as const],
  ]),
);

/** Eighty stations where ours keep 90 % of their voters and win a quarter of those who stayed at home. */
function town() {
  const before = Array.from({ length: 80 }, (_, station) => {
    const ours = 100 + ((station * 37) % 400);
    const far = 100 + ((station * 53) % 300);
    return { ours, far, away: 1000 - ours - far };
  });
  return territoryWith([
    {
      id: "2024_euro_t1",
      type: "european",
      year: 2024,
      candidates: CANDIDATES,
      rows: before.map(({ ours, far, away }) => {
        const won = Math.round(0.9 * ours + 0.25 * away);
        return [1000, 1000 - won - far, won, far];
      }),
    },
    {
      id: "2019_euro_t1",
      type: "european",
      year: 2019,
      candidates: CANDIDATES,
      rows: before.map(({ ours, far, away }) => [1000, away, ours, far]),
    },
  ]);
}

const asked = { choice: { name: "", sides: SIDES }, from: "2019_euro_t1", to: "2024_euro_t1" };

function shareOf(report: TransitionReport, from: Standing, to: Standing): number {
  const row = report.rows.find(({ standing }) => standing === from);
  return row?.shares[report.standings.indexOf(to)] ?? Number.NaN;
}

describe("who went where", () => {
  it("finds about the shares that made the votes, inside their intervals", () => {
    const report = transitionReport(town(), asked);
    if (typeof report === "string") throw new Error(report);

    expect(shareOf(report, "ours", "ours")).toBeCloseTo(0.9, 0.5);
    expect(Math.abs(shareOf(report, "ours", "ours") - 0.9)).toBeLessThan(0.08);
    expect(Math.abs(shareOf(report, "away", "ours") - 0.25)).toBeLessThan(0.08);
    expect(Math.abs(shareOf(report, "far", "far") - 1)).toBeLessThan(0.08);
    expect(report.stations).toBe(80);
    const kept = report.rows.find(({ standing }) => standing === "ours")?.intervals?.[0];
    expect(kept?.low).toBeLessThanOrEqual(0.9);
    expect(kept?.high).toBeGreaterThanOrEqual(0.9);
  });

  it("gives one station the likeliest table, whose rows are its own voters, without intervals", () => {
    const report = transitionReport(town(), { ...asked, stationId: "99001_0003" });
    if (typeof report === "string") throw new Error(report);

    expect(report.rows.map(({ standing, voters }) => [standing, voters])).toEqual([
      ["ours", 174],
      ["far", 206],
      ["away", 620],
    ]);
    for (const { shares, intervals } of report.rows) {
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
      expect(intervals).toBeNull();
    }
  });

  it("has no rows for a station without votes at both, and none at all where only voters were counted", () => {
    const known = town();
    const gone = {
      ...known,
      results: (id: string) => known.results(id).filter(({ stationIndex }) => stationIndex !== 3),
    };
    const counted = {
      ...known,
      candidates: () => [],
      results: (id: string) => known.results(id).map((result) => ({ ...result, votes: new Map<number, number>() })),
    };

    expect(transitionReport(gone, { ...asked, stationId: known.stations()[3]?.id })).toMatchObject({
      rows: [],
      stations: 0,
    });
    expect(transitionReport(counted, asked)).toMatchObject({ rows: [], stations: 0, stationsLeftOut: 80 });
  });

  it("says what is wrong with a question that has no answer", () => {
    expect(transitionReport(town(), { ...asked, to: "2019_euro_t1" })).toBe("same-election");
    expect(transitionReport(town(), { ...asked, to: "1789" })).toBe("unknown-election");
    expect(transitionReport(town(), { ...asked, stationId: "x" })).toBe("unknown-station");
  });
});

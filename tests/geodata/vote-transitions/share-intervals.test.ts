import { describe, expect, it } from "vitest";
import { estimateVoteTransitions, type Table } from "../../../geodata/vote-transitions/estimate-vote-transitions.ts";
import { estimated, sum } from "./estimated-tables.ts";
import { simulateVotes } from "./simulated-votes.ts";

const SHARES = [
  [0.75, 0.1, 0.05, 0.1],
  [0.15, 0.6, 0.15, 0.1],
  [0.05, 0.05, 0.85, 0.05],
];

describe("intervals", () => {
  it("hold the true shares of simulated voters more often than they promise, and are not idly wide", () => {
    const { votes, truth } = simulateVotes({ stations: 80, shares: SHARES });

    const answer = estimateVoteTransitions(votes, { resamples: 20, seed: 1 });

    const bands = answer.ok ? answer.intervals : null;
    const cells = truth.flatMap((row, j) =>
      row.map((count, k) => {
        const [low = 0, high = 0] = [bands?.percent80.low[j]?.[k], bands?.percent80.high[j]?.[k]];
        return { isHeld: low <= count / sum(row) && count / sum(row) <= high, width: high - low };
      }),
    );
    expect(cells.filter(({ isHeld }) => isHeld).length / cells.length).toBeGreaterThanOrEqual(0.8);
    expect(sum(cells.map(({ width }) => width)) / cells.length).toBeLessThan(0.25);
  });

  it("are the same for the same seed, within 0 to 1, and hold the estimate", () => {
    const { votes } = simulateVotes({ stations: 30, shares: SHARES });

    const one = estimateVoteTransitions(votes, { resamples: 5, seed: 3 });
    const other = estimateVoteTransitions(votes, { resamples: 5, seed: 3 });

    expect(one).toEqual(other);
    if (!one.ok || !one.intervals) throw new Error("expected intervals");
    const { percent80, percent90 } = one.intervals;
    one.shares.forEach((row, j) => {
      row.forEach((share, k) => {
        const at = (bound: Table) => bound[j]?.[k] ?? Number.NaN;
        const line = [0, at(percent90.low), at(percent80.low), share, at(percent80.high), at(percent90.high), 1];
        expect(line).toEqual(line.toSorted((p, q) => p - q));
      });
    });
  });

  it("are not given when they are not asked for, nor from a single station", () => {
    const { votes } = simulateVotes({ stations: 30, shares: SHARES });

    expect(estimated(votes).intervals).toBeNull();
    const alone = estimateVoteTransitions({ origins: [[30, 70]], destinations: [[50, 50]] }, { resamples: 5, seed: 1 });
    expect(alone.ok && alone.intervals).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import type { Counts, VotesBefore } from "../../../geodata/vote-transitions/check-votes.ts";
import { estimateVoteTransitions, type Table } from "../../../geodata/vote-transitions/estimate-vote-transitions.ts";
import { simulateVotes } from "./simulated-votes.ts";

const SHARES = [
  [0.75, 0.1, 0.05, 0.1],
  [0.15, 0.6, 0.15, 0.1],
  [0.05, 0.05, 0.85, 0.05],
];

describe("the table of votes", () => {
  it("finds the shares that simulated voters chose by", () => {
    const { votes, truth } = simulateVotes({ stations: 300, shares: SHARES });

    const { votes: estimate, shares } = estimated(votes);

    expect(errorIndex(estimate, truth)).toBeLessThan(1.5);
    expect(farthest(shares, SHARES)).toBeLessThan(0.03);
  });

  it("does much better than independence with thirty stations", () => {
    const { votes, truth } = simulateVotes({ stations: 30, shares: SHARES });
    const whole = sum(columnSums(truth));
    const independent = truth.map((row) => columnSums(truth).map((column) => (sum(row) * column) / whole));

    expect(errorIndex(estimated(votes).votes, truth)).toBeLessThan(0.25 * errorIndex(independent, truth));
  });

  it("holds with twenty choices on both sides", () => {
    const shares = Array.from({ length: 20 }, (_, j) => Array.from({ length: 20 }, (_, k) => (j === k ? 0.62 : 0.02)));
    const { votes, truth } = simulateVotes({ stations: 150, shares, voters: 1000 });

    expect(errorIndex(estimated(votes).votes, truth)).toBeLessThan(10);
  });

  it("stays within what the margins alone prove of a 2 × 2 table (Duncan and Davis)", () => {
    const votes = {
      origins: [
        [90, 10],
        [20, 80],
        [55, 45],
        [70, 30],
      ],
      destinations: [
        [80, 20],
        [35, 65],
        [40, 60],
        [95, 5],
      ],
    };

    const cell = estimated(votes).votes[0]?.[0] ?? Number.NaN;

    const bounds = votes.origins.map(([x = 0, other = 0], station) => {
      const y = votes.destinations[station]?.[0] ?? 0;
      return { least: Math.max(0, y - other), most: Math.min(x, y) };
    });
    expect(cell).toBeGreaterThanOrEqual(sum(bounds.map(({ least }) => least)) - 1e-6);
    expect(cell).toBeLessThanOrEqual(sum(bounds.map(({ most }) => most)) + 1e-6);
  });

  it("gives the same answer twice, and in any order of stations, origins and destinations", () => {
    const { votes } = simulateVotes({ stations: 40, shares: SHARES });
    const base = estimated(votes);
    const byStation = [...votes.origins.keys()].map((index) => (index * 7) % 40);
    const byOrigin = [2, 0, 1];
    const byDestination = [3, 1, 0, 2];

    const again = estimated(votes);
    const mixed = estimated({
      origins: byStation.map((station) => pick(votes.origins[station], byOrigin)),
      destinations: byStation.map((station) => pick(votes.destinations[station], byDestination)),
    });

    expect(again).toEqual(base);
    const back = byOrigin.map((origin) => pick(base.shares[origin], byDestination));
    expect(farthest(mixed.shares, back)).toBeLessThan(1e-6);
  });

  it("treats both elections nearly alike: looked at backwards, the table is turned", () => {
    const { votes } = simulateVotes({ stations: 60, shares: SHARES });

    const there = estimated(votes).votes;
    const back = estimated({ origins: votes.destinations, destinations: votes.origins }).votes;

    const turned = there[0]?.map((_, k) => there.map((row) => row[k] ?? 0)) ?? [];
    expect(errorIndex(back, turned)).toBeLessThan(1);
  });
});

describe("the tables of stations", () => {
  it("add up to the votes of each station, and together to the whole", () => {
    const { votes } = simulateVotes({ stations: 50, shares: SHARES, voters: 90 });

    const { stations, votes: whole } = estimated(votes);

    stations.forEach((table, station) => {
      expect(farthest([table.map(sum)], [votes.origins[station] ?? []])).toBeLessThan(1e-6);
      expect(farthest([columnSums(table)], [votes.destinations[station] ?? []])).toBeLessThan(1e-6);
    });
    const total = whole.map((row, j) => row.map((_, k) => sum(stations.map((table) => table[j]?.[k] ?? 0))));
    expect(farthest(whole, total)).toBeLessThan(1e-6);
  });

  it("scales destinations to the origins, and says so", () => {
    const { votes } = simulateVotes({ stations: 50, shares: SHARES });
    const destinations = votes.destinations.map((row, station) => row.map((n) => (station === 4 ? n * 1.05 : n)));

    const { stations, scaledStations, leftOut } = estimated({ ...votes, destinations });

    expect(scaledStations).toBe(1);
    expect(leftOut).toEqual([]);
    expect(farthest([columnSums(stations[4] ?? [])], [votes.destinations[4] ?? []])).toBeLessThan(1e-6);
  });

  it("leaves a station whose total changed by more than a tenth out of the estimate, names it, and still gives its table", () => {
    const { votes } = simulateVotes({ stations: 50, shares: SHARES });
    const wild = { origins: [...votes.origins, [900, 50, 50]], destinations: [...votes.destinations, [0, 0, 0, 5000]] };

    const { stations, leftOut, shares } = estimated(wild);

    expect(leftOut).toEqual([{ station: 50, reason: "total changed", ratio: 5 }]);
    expect(stations[50]?.map((row) => Math.round(row[3] ?? 0))).toEqual([900, 50, 50]);
    const { stations: without } = estimated(votes);
    expect(farthest(stations[7] ?? [], without[7] ?? [])).toBeLessThan(1e-9);
    expect(shares[0]?.length).toBe(4);
  });

  it("gives a station that was left out a choice that no other station had", () => {
    const { votes } = simulateVotes({ stations: 20, shares: SHARES });
    const destinations = [...votes.destinations.map((row) => [...row, 0]), [0, 0, 0, 0, 2000]];

    const { stations } = estimated({ origins: [...votes.origins, [500, 300, 200]], destinations });

    expect(stations[20]?.map((row) => Math.round(row[4] ?? 0))).toEqual([500, 300, 200]);
  });
});

describe("poor input", () => {
  it.each([
    ["one station", { origins: [[30, 70]], destinations: [[50, 25, 25]] }],
    ["one choice", { origins: [[100], [50]], destinations: [[100], [50]] }],
    [
      "a choice without votes",
      {
        origins: [
          [30, 70, 0],
          [60, 40, 0],
        ],
        destinations: [
          [0, 100],
          [0, 100],
        ],
      },
    ],
    [
      "a station without votes",
      {
        origins: [
          [30, 70],
          [0, 0],
        ],
        destinations: [
          [60, 40],
          [0, 0],
        ],
      },
    ],
    ["no votes at all", { origins: [[0, 0]], destinations: [[0, 0, 0]] }],
    [
      "every total changed",
      {
        origins: [
          [10, 90],
          [50, 50],
        ],
        destinations: [
          [400, 600],
          [10, 10],
        ],
      },
    ],
    [
      "huge counts",
      {
        origins: [
          [1e9, 2e9],
          [3e9, 1e9],
        ],
        destinations: [
          [2e9, 1e9],
          [1e9, 3e9],
        ],
      },
    ],
    [
      "crumbs",
      {
        origins: [
          [0.001, 0.002],
          [0.003, 0.001],
        ],
        destinations: [
          [0.002, 0.001],
          [0.001, 0.003],
        ],
      },
    ],
    [
      "opposite corners",
      {
        origins: [
          [100, 0],
          [0, 100],
        ],
        destinations: [
          [100, 0],
          [0, 100],
        ],
      },
    ],
  ] satisfies [string, VotesBefore][])("is still answered with distributions: %s", (_, votes) => {
    const { shares, votes: whole } = estimated(votes);

    for (const row of shares) {
      expect(sum(row)).toBeCloseTo(1, 9);
      for (const share of row) expect(share >= 0 && share <= 1).toBe(true);
    }
    const used = votes.origins.filter((_, station) => sum(votes.destinations[station] ?? []) > 0);
    const voters = sum(used.map(sum));
    expect(Math.abs(sum(whole.map(sum)) - voters)).toBeLessThanOrEqual(1e-9 * voters);
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])("is refused when a count is %s, with its place", (value) => {
    const answer = estimateVoteTransitions({
      origins: [
        [1, 2],
        [3, value],
      ],
      destinations: [
        [1, 2],
        [3, 4],
      ],
    });

    expect(answer).toEqual({
      ok: false,
      problems: [{ reason: "not a count", side: "origins", station: 1, column: 1, value }],
    });
  });

  it("is refused when rows differ in length, stations differ in number, or there are none", () => {
    expect(problemsOf({ origins: [[1, 2], [3]], destinations: [[1], [2]] })).toEqual(["row length differs"]);
    expect(problemsOf({ origins: [[1, 2]], destinations: [[1], [2]] })).toEqual(["station counts differ"]);
    expect(problemsOf({ origins: [], destinations: [] })).toEqual(["no stations"]);
    expect(problemsOf({ origins: [[]], destinations: [[1]] })).toEqual(["no choices"]);
  });
});

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

function estimated(votes: VotesBefore) {
  const answer = estimateVoteTransitions(votes);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer;
}

function problemsOf(votes: VotesBefore): string[] {
  const answer = estimateVoteTransitions(votes);
  return answer.ok ? [] : answer.problems.map(({ reason }) => reason);
}

/** Percent of the voters in the wrong cell. */
function errorIndex(votes: Table, truth: Counts): number {
  const missed = truth.flatMap((row, j) => row.map((count, k) => Math.abs(count - (votes[j]?.[k] ?? 0))));
  return (50 * sum(missed)) / sum(truth.map(sum));
}

function farthest(one: Table, other: Table): number {
  expect(one.length).toBe(other.length);
  return Math.max(...one.flatMap((row, j) => row.map((value, k) => Math.abs(value - (other[j]?.[k] ?? Number.NaN)))));
}

function columnSums(table: Table): number[] {
  return (table[0] ?? []).map((_, k) => sum(table.map((row) => row[k] ?? 0)));
}

function pick(row: readonly number[] | undefined, order: readonly number[]): number[] {
  return order.map((index) => row?.[index] ?? Number.NaN);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

import { describe, expect, it } from "vitest";
import { columnSums, errorIndex, estimated, farthest, sum } from "./estimated-tables.ts";
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

function pick(row: readonly number[] | undefined, order: readonly number[]): number[] {
  return order.map((index) => row?.[index] ?? Number.NaN);
}

import { describe, expect, it } from "vitest";
import { missingRounds } from "../../../geodata/scoring/missing-rounds.ts";
import type { Candidate, Election, StationResult } from "../../../geodata/territory/territory.ts";

interface Station {
  readonly registered?: number;
  /** Votes by name; the constituency follows an @. */
  readonly votes: Readonly<Record<string, number>>;
}

describe("rounds that are missing", () => {
  it("are told apart: elected where the other places voted again", () => {
    const missing = missingRounds(
      territory("legislative", {
        1: [
          { votes: { "A@1": 60, "B@1": 40 } },
          { votes: { "C@2": 45, "D@2": 55 } },
          { votes: { "C@2": 51, "D@2": 49 } },
        ],
        2: [null, { votes: { "C@2": 50, "D@2": 50 } }, { votes: { "C@2": 50, "D@2": 50 } }],
      }),
    );

    expect(missing).toEqual([
      { electionId: "t1", stationIndices: [0], reason: "elected", winner: { name: "A", share: 0.6 } },
    ]);
  });

  it("are only probably so when no file holds the second round", () => {
    const missing = missingRounds(territory("legislative", { 1: [{ votes: { "A@1": 60, "B@1": 40 } }] }));

    expect(missing).toMatchObject([{ reason: "likely-elected", winner: { name: "A" } }]);
  });

  it("say nothing of an election without a majority, or whose majority is under a quarter of the registered", () => {
    const plural = territory("legislative", { 1: [{ votes: { "A@1": 45, "B@1": 30, "C@1": 25 } }] });
    const few = territory("legislative", { 1: [{ registered: 500, votes: { "A@1": 60, "B@1": 40 } }] });

    for (const town of [plural, few]) {
      expect(missingRounds(town)).toMatchObject([{ reason: "no-result", winner: null, stationIndices: [0] }]);
    }
  });

  it("follow the candidates where results name no constituency, past a border that moved", () => {
    const missing = missingRounds(
      territory("municipal", {
        1: [
          { votes: { A: 60, B: 40 } },
          { votes: { A: 58, B: 40, C: 1, D: 1 } },
          { votes: { C: 52, D: 48 } },
          { votes: { C: 30, D: 70 } },
        ],
        2: [null, null, { votes: { C: 50, D: 50 } }, { votes: { C: 50, D: 50 } }],
      }),
    );

    expect(missing).toEqual([
      { electionId: "t1", stationIndices: [0, 1], reason: "elected", winner: { name: "A", share: 0.59 } },
    ]);
  });

  it("are none at elections of one round, nor where every station voted again", () => {
    const both = { 1: [{ votes: { A: 60, B: 40 } }], 2: [{ votes: { A: 60, B: 40 } }] };

    expect(missingRounds(territory("european", { 1: both[1] }))).toEqual([]);
    expect(missingRounds(territory("presidential", both))).toEqual([]);
  });
});

/** Two rounds of one election; null where a station has no result. */
function territory(type: Election["type"], rounds: Readonly<Record<number, readonly (Station | null)[]>>) {
  const all = Object.entries(rounds).map(([round, stations]) => {
    const id = `t${round}`;
    const names = [...new Set(stations.flatMap((station) => Object.keys(station?.votes ?? {})))];
    const votesOf = (name: string) => stations.reduce((sum, station) => sum + (station?.votes[name] ?? 0), 0);
    const candidates = names.map((key, index): Candidate => {
      const [name = "", constituency = null] = key.split("@");
      return { index, electionId: id, id: key, name, nuance: null, list: null, constituency, votes: votesOf(key) };
    });
    const results = stations.flatMap((station, stationIndex): StationResult[] => {
      if (!station) return [];
      const votes = Object.entries(station.votes);
      const expressed = votes.reduce((sum, [, count]) => sum + count, 0);
      return [
        {
          stationIndex,
          registered: station.registered ?? 200,
          abstentions: 0,
          blankAndNull: 0,
          expressed,
          votes: new Map(votes.map(([name, count]) => [names.indexOf(name), count])),
          matchedShare: 1,
        },
      ];
    });
    const election: Election = {
      id,
      type,
      year: 2022,
      round: Number(round),
      contoursVintage: null,
      joinRate: 1,
      stations: results.length,
    };
    return { election, candidates, results };
  });
  const of = (id: string) => all.find(({ election }) => election.id === id);
  return {
    elections: () => all.map(({ election }) => election),
    candidates: (id: string) => of(id)?.candidates ?? [],
    results: (id: string) => of(id)?.results ?? [],
  };
}

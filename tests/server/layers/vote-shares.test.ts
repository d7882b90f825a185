import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { voteTable } from "../../../geodata/scoring/vote-table.ts";
import type { Candidate, Election, StationResult } from "../../../geodata/territory/territory.ts";
import { SIDES } from "../../../server/contract/scores.ts";
import { changeOf, shareOfSide, turnoutOf } from "../../../server/layers/vote-shares.ts";

const election: Election = {
  id: "2024_legi_t1",
  type: "legislative",
  year: 2024,
  round: 1,
  contoursVintage: null,
  joinRate: 1,
  stations: 1,
};
const candidates = ["a", "b", "c"].map(
  (id, index): Candidate => ({
    index,
    electionId: election.id,
    id,
    name: id,
    nuance: null,
    list: null,
    constituency: null,
    votes: 1,
  }),
);

/** A round in one station, whose candidates have these votes; the first absent one of them could not be voted for. */
function roundWith(votes: readonly number[], { away = 100, matchedShare = 1 } = {}) {
  const expressed = votes.reduce((sum, count) => sum + count, 0);
  const result: StationResult = {
    stationIndex: 0,
    registered: expressed + away,
    abstentions: away,
    blankAndNull: 0,
    expressed,
    votes: new Map(votes.map((count, index) => [index, count])),
    matchedShare,
  };
  return voteTable(election, candidates, [result], 2);
}

describe("the value of a vote layer", () => {
  it("is turnout among the registered, or unknown without a result", () => {
    const turnout = turnoutOf(roundWith([60, 30, 10], { away: 300, matchedShare: 0.7 }));

    expect(turnout(0)).toEqual({ value: 0.25, reason: null, coveredShare: 0.7 });
    expect(turnout(1)).toEqual({ value: null, reason: "noResult", coveredShare: 0 });
  });

  it("adds the candidates of a side up, those without a side being neutral", () => {
    const table = roundWith([60, 30, 10]);
    const sides = { a: "ours", b: "ours" } as const;

    expect(shareOfSide(table, sides, "ours")(0).value).toBeCloseTo(0.9);
    expect(shareOfSide(table, sides, "neutral")(0).value).toBeCloseTo(0.1);
  });

  it("is no zero where nobody of the side stood", () => {
    expect(shareOfSide(roundWith([60, 40]), { c: "ours" }, "ours")(0)).toMatchObject({
      value: null,
      reason: "noCandidate",
    });
  });

  it("shares all votes out among the sides", () => {
    const votes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(votes, fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom(...SIDES)), (counts, sides) => {
        const table = roundWith(counts);

        const all = SIDES.reduce((sum, side) => sum + (shareOfSide(table, sides, side)(0).value ?? 0), 0);

        expect(all).toBeCloseTo(1);
      }),
      { seed: 7 },
    );
  });

  it("is a change that turns its sign with the order, as sure as the less sure of both", () => {
    const before = turnoutOf(roundWith([50], { away: 50, matchedShare: 0.95 }));
    const after = turnoutOf(roundWith([75], { away: 25, matchedShare: 0.6 }));

    expect(changeOf(before, after)(0)).toEqual({ value: 0.25, reason: null, coveredShare: 0.6 });
    expect(changeOf(after, before)(0).value).toBe(-0.25);
  });

  it("is no change where one of both is unknown, for the reason of that one", () => {
    const known = turnoutOf(roundWith([50]));
    const unknown = shareOfSide(roundWith([50]), {}, "ours");

    expect(changeOf(known, unknown)(0).reason).toBe("noCandidate");
    expect(changeOf(known, known)(1).reason).toBe("noResult");
  });
});

import { describe, expect, it } from "vitest";
import type { ElectionCandidates, ReviewedCandidate } from "../../../server/contract/territories.ts";
import {
  familySides,
  indexCandidates,
  sameElsewhere,
  sideShares,
  suggestedSides,
  unclassedFirst,
} from "../../../web/workspace/review-sides.ts";

const candidate = (id: string, given: Partial<ReviewedCandidate> = {}): ReviewedCandidate => ({
  index: 0,
  electionId: "e",
  id,
  name: id,
  nuance: null,
  list: null,
  constituency: null,
  votes: 100,
  family: null,
  familyFrom: null,
  nameKey: id,
  ...given,
});
const round = (year: number, candidates: readonly ReviewedCandidate[]): ElectionCandidates => ({
  election: {
    id: `${year}`,
    type: "legislative",
    year,
    round: 1,
    contoursVintage: null,
    joinRate: 1,
    stations: 1,
  },
  candidates,
  withoutSecondRound: [],
});

describe("sides to review", () => {
  it("are suggested by family: the side that most of the family's votes have", () => {
    const rounds = [
      round(2024, [candidate("a", { family: "left", votes: 10 }), candidate("b", { family: "left", votes: 90 })]),
      round(2022, [candidate("c", { family: "left" }), candidate("d", { family: "right" }), candidate("e")]),
    ];
    const index = indexCandidates(rounds);
    const sides = { a: "near", b: "ours" } as const;

    expect(familySides(index, sides).get("left")).toBe("ours");
    expect(suggestedSides(rounds, index, sides)).toEqual({ c: "ours" });
  });

  it("say nothing of the family that says nothing", () => {
    const rounds = [round(2024, [candidate("a", { family: "other" }), candidate("b", { family: "other" })])];

    expect(suggestedSides(rounds, indexCandidates(rounds), { a: "ours" })).toEqual({});
  });

  it("are those that the same name has nearest in time, before those of the family", () => {
    const named = (id: string) => candidate(id, { nameKey: "camille exemple", family: "left" });
    const rounds = [
      round(2024, [named("now")]),
      round(2022, [named("before")]),
      round(2012, [named("long-ago"), candidate("other", { family: "left", votes: 9000 })]),
    ];
    const sides = { before: "hostile", "long-ago": "near", other: "ours" } as const;

    expect(suggestedSides(rounds, indexCandidates(rounds), sides)).toEqual({ now: "hostile" });
  });

  it("do not take two candidates of one word for the same", () => {
    const rounds = [
      round(2024, [candidate("a", { nameKey: "martin" })]),
      round(2022, [candidate("b", { nameKey: "martin" })]),
    ];

    expect(suggestedSides(rounds, indexCandidates(rounds), { b: "ours" })).toEqual({});
  });

  it("can be carried to the same name where it has another side or none", () => {
    const named = (id: string) => candidate(id, { nameKey: "camille exemple" });
    const [now, same, differs, none] = ["now", "same", "differs", "none"].map(named);
    if (!now || !same || !differs || !none) throw new Error("four candidates were made");
    const index = indexCandidates([
      round(2024, [now]),
      round(2022, [same]),
      round(2020, [differs]),
      round(2019, [none]),
    ]);

    const others = sameElsewhere(now, index, { now: "ours", same: "ours", differs: "far" });

    expect(others.map(({ candidate: { id } }) => id)).toEqual(["differs", "none"]);
    expect(sameElsewhere(now, index, { same: "ours" })).toEqual([]);
  });

  it("show what is left to look at first, the most votes on top, and how much it is", () => {
    const candidates = [
      candidate("small", { votes: 5 }),
      candidate("classed", { votes: 60 }),
      candidate("large", { votes: 35 }),
    ];
    const sides = { classed: "neutral" } as const;

    expect(unclassedFirst(candidates, sides).map(({ id }) => id)).toEqual(["large", "small", "classed"]);
    expect(sideShares(candidates, sides)).toMatchObject({ neutral: 0.6, unclassed: 0.4, ours: 0 });
    expect(sideShares([], sides).unclassed).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import type { VotesBefore } from "../../../geodata/vote-transitions/check-votes.ts";
import { estimateVoteTransitions } from "../../../geodata/vote-transitions/estimate-vote-transitions.ts";
import { estimated, sum } from "./estimated-tables.ts";

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

function problemsOf(votes: VotesBefore): string[] {
  const answer = estimateVoteTransitions(votes);
  return answer.ok ? [] : answer.problems.map(({ reason }) => reason);
}

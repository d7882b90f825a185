import type { Side } from "../../server/contract/scores.ts";
import type { Election } from "../territory/territory.ts";
import type { LeftOut, VoteTable } from "./vote-table.ts";

/** Where a vote stands from the campaign's own candidates. */
export type Stance = Side | "neutral";
export const STANCES = ["ours", "near", "neutral", "far", "hostile"] as const satisfies readonly Stance[];

/** One round as a campaign sees it: votes by stance, in columns by station; NaN where there is no result. */
export interface CampRound {
  readonly election: Election;
  readonly registered: Float64Array;
  readonly abstentions: Float64Array;
  readonly expressed: Float64Array;
  readonly matchedShare: Float64Array;
  readonly votes: Readonly<Record<Stance, Float64Array>>;
  /** Far and hostile votes together. */
  readonly opposed: Float64Array;
  readonly totals: {
    readonly stations: number;
    readonly registered: number;
    readonly turnoutShare: number;
    readonly ours: number;
    readonly near: number;
    /** Share of the expressed votes that went to candidates with a side. */
    readonly classedShare: number;
  };
  /** Candidates with votes: a round with one says nothing of anybody's leaning. */
  readonly candidates: number;
  readonly leftOut: readonly LeftOut[];
}

/** Adds the votes of a round up by stance. Candidates without a side are neutral. */
export function campRound(table: VoteTable, sides: Readonly<Record<string, Side>>): CampRound {
  const { candidates, starts, candidateOf } = table;
  const size = table.registered.length;
  const votes = { ours: blank(size), near: blank(size), neutral: blank(size), far: blank(size), hostile: blank(size) };
  const columns = candidates.map(({ id }) => votes[sides[id] ?? "neutral"]);
  let [stations, registered, abstentions, expressed] = [0, 0, 0, 0];
  for (let station = 0; station < size; station++) {
    const count = table.registered[station] ?? Number.NaN;
    if (Number.isNaN(count)) {
      for (const stance of STANCES) votes[stance][station] = Number.NaN;
      continue;
    }
    stations++;
    registered += count;
    abstentions += table.abstentions[station] ?? 0;
    expressed += table.expressed[station] ?? 0;
    for (let place = starts[station] ?? 0; place < (starts[station + 1] ?? 0); place++) {
      const column = columns[candidateOf[place] ?? -1];
      if (column) column[station] = (column[station] ?? 0) + (table.votes[place] ?? 0);
    }
  }
  const ours = sum(votes.ours);
  const near = sum(votes.near);
  const classed = ours + near + sum(votes.far) + sum(votes.hostile);
  return {
    election: table.election,
    registered: table.registered,
    abstentions: table.abstentions,
    expressed: table.expressed,
    matchedShare: table.matchedShare,
    votes,
    opposed: votes.far.map((count, station) => count + (votes.hostile[station] ?? 0)),
    totals: {
      stations,
      registered,
      turnoutShare: registered > 0 ? 1 - abstentions / registered : 0,
      ours,
      near,
      classedShare: expressed > 0 ? Math.min(1, classed / expressed) : 0,
    },
    candidates: candidates.filter((candidate) => candidate.votes > 0).length,
    leftOut: table.leftOut,
  };
}

/** Sum of a column, stations without a result aside. */
export function sum(column: Float64Array): number {
  let total = 0;
  for (const value of column) if (!Number.isNaN(value)) total += value;
  return total;
}

function blank(size: number): Float64Array {
  return new Float64Array(size);
}

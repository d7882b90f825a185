import type { Side } from "../../server/contract/scores.ts";
import type { Election } from "../territory/territory.ts";
import type { LeftOut, VoteTable } from "./vote-table.ts";

/** Where a vote stands from the campaign's own candidates. */
export const STANCES = ["ours", "near", "neutral", "far", "hostile"] as const satisfies readonly Side[];

/** One round as a campaign sees it: votes by stance, in columns by station; NaN where there is no result. */
export interface CampRound {
  readonly election: Election;
  readonly registered: Float64Array;
  readonly abstentions: Float64Array;
  readonly expressed: Float64Array;
  readonly matchedShare: Float64Array;
  readonly votes: Readonly<Record<Side, Float64Array>>;
  /** Far and hostile votes together. */
  readonly opposed: Float64Array;
  readonly totals: {
    /** Share of the stations with a result where the camp had a candidate. */
    readonly standingShare: number;
    readonly turnoutShare: number;
    readonly ours: number;
    readonly near: number;
    readonly neutral: number;
    /** Share of the expressed votes that went to candidates with a side. */
    readonly classedShare: number;
  };
  /** Candidates with votes: a round with one says nothing of anybody's leaning. */
  readonly candidates: number;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Adds the votes of a round up by stance. Candidates without a side are neutral. Where the camp had no candidate, as
 * in a constituency left to an ally that the campaign has not marked, there is no result for it: nobody could vote for
 * it, and a zero would say that nobody wanted to. `everywhere` keeps those stations, for who asks where votes went.
 */
export function campRound(
  table: VoteTable,
  sides: Readonly<Record<string, Side>>,
  where: "standing" | "everywhere" = "standing",
): CampRound {
  const { candidates, starts, candidateOf } = table;
  const size = table.registered.length;
  const votes = { ours: blank(size), near: blank(size), neutral: blank(size), far: blank(size), hostile: blank(size) };
  const columns = candidates.map(({ id }) => votes[sides[id] ?? "neutral"]);
  const isClassed = candidates.map(({ id }) => sides[id] !== undefined);
  const isOurs = candidates.map(({ id }) => sides[id] === "ours");
  const stood = standing(table, where === "everywhere" ? null : isOurs);
  const only = (column: Float64Array) => column.map((count, station) => (stood[station] ? count : Number.NaN));
  let [stations, results, registered, abstentions, expressed, classed] = [0, 0, 0, 0, 0, 0];
  for (let station = 0; station < size; station++) {
    const count = table.registered[station] ?? Number.NaN;
    if (!Number.isNaN(count)) results++;
    if (!stood[station]) {
      for (const stance of STANCES) votes[stance][station] = Number.NaN;
      continue;
    }
    stations++;
    registered += count;
    abstentions += table.abstentions[station] ?? 0;
    expressed += table.expressed[station] ?? 0;
    for (let place = starts[station] ?? 0; place < (starts[station + 1] ?? 0); place++) {
      const candidate = candidateOf[place] ?? -1;
      const count = table.votes[place] ?? 0;
      const column = columns[candidate];
      if (column) column[station] = (column[station] ?? 0) + count;
      if (isClassed[candidate]) classed += count;
    }
  }
  return {
    election: table.election,
    registered: only(table.registered),
    abstentions: only(table.abstentions),
    expressed: only(table.expressed),
    matchedShare: only(table.matchedShare),
    votes,
    opposed: votes.far.map((count, station) => count + (votes.hostile[station] ?? 0)),
    totals: {
      standingShare: results > 0 ? stations / results : 0,
      turnoutShare: registered > 0 ? 1 - abstentions / registered : 0,
      ours: sum(votes.ours),
      near: sum(votes.near),
      neutral: sum(votes.neutral),
      classedShare: expressed > 0 ? Math.min(1, classed / expressed) : 0,
    },
    candidates: candidates.filter((candidate) => candidate.votes > 0).length,
    leftOut: table.leftOut,
  };
}

/** Whether a station has a result and one of the candidates marked; null: whoever stood. */
function standing({ registered, starts, candidateOf }: VoteTable, isOurs: readonly boolean[] | null): Uint8Array {
  return Uint8Array.from(registered, (count, station) => {
    if (Number.isNaN(count)) return 0;
    if (isOurs === null) return 1;
    for (let place = starts[station] ?? 0; place < (starts[station + 1] ?? 0); place++) {
      if (isOurs[candidateOf[place] ?? -1]) return 1;
    }
    return 0;
  });
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

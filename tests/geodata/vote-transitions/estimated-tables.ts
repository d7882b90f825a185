import { expect } from "vitest";
import type { Counts, VotesBefore } from "../../../geodata/vote-transitions/check-votes.ts";
import { estimateVoteTransitions, type Table } from "../../../geodata/vote-transitions/estimate-vote-transitions.ts";

export function estimated(votes: VotesBefore) {
  const answer = estimateVoteTransitions(votes);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer;
}

/** Percent of the voters in the wrong cell. */
export function errorIndex(votes: Table, truth: Counts): number {
  const missed = truth.flatMap((row, j) => row.map((count, k) => Math.abs(count - (votes[j]?.[k] ?? 0))));
  return (50 * sum(missed)) / sum(truth.map(sum));
}

export function farthest(one: Table, other: Table): number {
  expect(one.length).toBe(other.length);
  return Math.max(...one.flatMap((row, j) => row.map((value, k) => Math.abs(value - (other[j]?.[k] ?? Number.NaN)))));
}

export function columnSums(table: Table): number[] {
  return (table[0] ?? []).map((_, k) => sum(table.map((row) => row[k] ?? 0)));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

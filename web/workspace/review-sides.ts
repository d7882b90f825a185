import { SIDES, type Side } from "../../server/contract/scores.ts";
import type { ElectionCandidates, ReviewedCandidate } from "../../server/contract/territories.ts";

type Sides = Readonly<Record<string, Side>>;

/** A candidate with the round it stood in. */
interface Stood {
  readonly candidate: ReviewedCandidate;
  readonly election: ElectionCandidates["election"];
}

/** Every candidate of a territory, ready to be looked up. */
export interface CandidateIndex {
  readonly all: readonly Stood[];
  /** Rounds of the same name. Names of one word are of too many people to be one. */
  readonly byName: ReadonlyMap<string, readonly Stood[]>;
}

/** The side that a candidate should probably have, and why. */
export interface SideSuggestion {
  readonly side: Side;
  /** The round where the campaign gave the same name this side; null when its family says so. */
  readonly elsewhere: ElectionCandidates["election"] | null;
}

export function indexCandidates(elections: readonly ElectionCandidates[]): CandidateIndex {
  const all = elections.flatMap(({ election, candidates }) => candidates.map((candidate) => ({ candidate, election })));
  const byName = new Map<string, Stood[]>();
  for (const stood of all) {
    if (!stood.candidate.nameKey.includes(" ")) continue;
    const same = byName.get(stood.candidate.nameKey);
    if (same) same.push(stood);
    else byName.set(stood.candidate.nameKey, [stood]);
  }
  return { all, byName };
}

/** How the campaign sees each family: the side that most of the family's votes have been given. */
export function familySides({ all }: CandidateIndex, sides: Sides): ReadonlyMap<string, Side> {
  const votes = new Map<string, Record<Side, number>>();
  for (const { candidate } of all) {
    const side = sides[candidate.id];
    if (side === undefined || candidate.family === null || candidate.family === "other") continue;
    const sum = votes.get(candidate.family) ?? { ours: 0, near: 0, neutral: 0, far: 0, hostile: 0 };
    sum[side] += candidate.votes;
    votes.set(candidate.family, sum);
  }
  return new Map([...votes].map(([family, sum]) => [family, SIDES.reduce((a, b) => (sum[b] > sum[a] ? b : a))]));
}

/**
 * What to suggest for a candidate without a side: the side that the campaign gave the same name at the round nearest in
 * time, else the side of the family. Null when neither is known.
 */
export function suggestSide(
  { candidate, election }: Stood,
  index: CandidateIndex,
  sides: Sides,
  families: ReadonlyMap<string, Side>,
): SideSuggestion | null {
  const nearest = (index.byName.get(candidate.nameKey) ?? [])
    .filter((other) => other.candidate.id !== candidate.id && sides[other.candidate.id] !== undefined)
    .toSorted((a, b) => Math.abs(a.election.year - election.year) - Math.abs(b.election.year - election.year))[0];
  const known = nearest && sides[nearest.candidate.id];
  if (nearest && known) return { side: known, elsewhere: nearest.election };
  const side = candidate.family === null ? undefined : families.get(candidate.family);
  return side === undefined ? null : { side, elsewhere: null };
}

/** Suggestions for all the candidates of these rounds that have no side, as sides to set. */
export function suggestedSides(elections: readonly ElectionCandidates[], index: CandidateIndex, sides: Sides): Sides {
  const families = familySides(index, sides);
  const suggested: Record<string, Side> = {};
  for (const { election, candidates } of elections) {
    for (const candidate of candidates) {
      if (sides[candidate.id] !== undefined) continue;
      const suggestion = suggestSide({ candidate, election }, index, sides, families);
      if (suggestion) suggested[candidate.id] = suggestion.side;
    }
  }
  return suggested;
}

/** The same name in other rounds, where it has another side or none: what setting the side there too would change. */
export function sameElsewhere(candidate: ReviewedCandidate, index: CandidateIndex, sides: Sides): readonly Stood[] {
  const side = sides[candidate.id];
  if (side === undefined) return [];
  return (index.byName.get(candidate.nameKey) ?? []).filter(
    (other) => other.candidate.id !== candidate.id && sides[other.candidate.id] !== side,
  );
}

/** Shares of a round's votes by side, 0 to 1; `unclassed` are those of candidates without one. */
export function sideShares(
  candidates: readonly ReviewedCandidate[],
  sides: Sides,
): Readonly<Record<Side | "unclassed", number>> {
  const sums = { ours: 0, near: 0, neutral: 0, far: 0, hostile: 0, unclassed: 0 };
  for (const { id, votes } of candidates) sums[sides[id] ?? "unclassed"] += votes;
  const total = Math.max(
    1,
    candidates.reduce((sum, { votes }) => sum + votes, 0),
  );
  const { ours, near, neutral, far, hostile, unclassed } = sums;
  return {
    ours: ours / total,
    near: near / total,
    neutral: neutral / total,
    far: far / total,
    hostile: hostile / total,
    unclassed: unclassed / total,
  };
}

/** Those without a side first, each part by votes: what is left to look at stands on top. */
export function unclassedFirst(candidates: readonly ReviewedCandidate[], sides: Sides): readonly ReviewedCandidate[] {
  const rank = ({ id }: ReviewedCandidate) => (sides[id] === undefined ? 0 : 1);
  return candidates.toSorted((a, b) => rank(a) - rank(b) || b.votes - a.votes);
}

import { carryResults } from "../crosswalk/carry-results.ts";
import { type ContourSet, type JoinedElection, joinToContours } from "../crosswalk/join-to-contours.ts";
import { mergeCandidates } from "../crosswalk/merge-candidates.ts";
import type { StationShare } from "../crosswalk/station-crosswalk.ts";
import { parseElectionId } from "../readers/election-id.ts";
import type { ElectionRows } from "../readers/join-results.ts";
import type { StationVotes } from "../readers/result-rows.ts";
import { latestFirst } from "../scoring/election-order.ts";
import type { Candidate, Election, StationResult } from "./territory.ts";

export interface CarriedElections {
  /** Earliest first. */
  readonly elections: readonly Election[];
  readonly candidates: readonly Candidate[];
  readonly results: ReadonlyMap<string, readonly StationResult[]>;
  readonly joins: readonly ElectionJoin[];
}

/** How the rows of one round found their place. */
export interface ElectionJoin {
  readonly electionId: string;
  readonly contoursVintage: number | null;
  readonly matched: readonly StationVotes[];
  /** Rows of the territory that found no contour. */
  readonly unmatched: readonly StationVotes[];
  /** Rows of stations that lie outside the territory. */
  readonly outside: readonly StationVotes[];
}

export interface CarryInput {
  readonly elections: readonly ElectionRows[];
  readonly sets: readonly ContourSet[];
  /** How the stations of each set give to today's; made once per set. */
  readonly sharesOfSet: (set: number) => readonly StationShare[];
  readonly forcedVintageOf: ReadonlyMap<string, number>;
  readonly keyOf: (row: StationVotes) => string;
}

/** Joins every round to the contours of its time and carries it to today's stations. */
export function carryElections(input: CarryInput): CarriedElections {
  const elections: Election[] = [];
  const candidates: Candidate[] = [];
  const results = new Map<string, readonly StationResult[]>();
  const joins: ElectionJoin[] = [];
  for (const rows of input.elections.toSorted(earliestFirst)) {
    const name = parseElectionId(rows.electionId);
    if (name === null) throw new RangeError(`"${rows.electionId}" is not the id of a round`);
    const joined = joinToContours(rows, input.sets, input.forcedVintageOf.get(rows.electionId) ?? null, input.keyOf);
    const shares = input.sharesOfSet(joined.set);
    const { inside, outside } = splitByTerritory(joined, shares);
    const contoursVintage = input.sets[joined.set]?.vintage ?? null;
    const matched = inside.map(({ row }) => row);
    joins.push({ electionId: rows.electionId, contoursVintage, matched, unmatched: joined.unmatched, outside });
    if (matched.length === 0) continue;

    const merged = mergeCandidates(rows.electionId, name.type, matched);
    const first = candidates.length;
    const carried = carryResults(inside, shares, (row) => merged.positionsOf(row).map((position) => first + position));
    const votes = totalVotes(carried);
    for (const [position, candidate] of merged.candidates.entries()) {
      candidates.push({ ...candidate, index: first + position, votes: votes.get(first + position) ?? 0 });
    }
    results.set(rows.electionId, carried);
    elections.push({
      ...name,
      contoursVintage,
      joinRate: matched.length / (matched.length + joined.unmatched.length),
      stations: carried.length,
    });
  }
  return { elections, candidates, results, joins };
}

function splitByTerritory(joined: JoinedElection, shares: readonly StationShare[]) {
  const givers = new Set(shares.map((share) => share.old));
  const inside = joined.matched.filter(({ contour }) => givers.has(contour));
  const beyond = joined.matched.filter(({ contour }) => !givers.has(contour)).map(({ row }) => row);
  return { inside, outside: [...joined.elsewhere, ...beyond] };
}

function totalVotes(results: readonly StationResult[]): Map<number, number> {
  const totals = new Map<number, number>();
  for (const { votes } of results) {
    for (const [candidate, count] of votes) totals.set(candidate, (totals.get(candidate) ?? 0) + count);
  }
  return new Map([...totals].map(([candidate, count]) => [candidate, Math.round(count * 1e6) / 1e6]));
}

function earliestFirst(a: ElectionRows, b: ElectionRows): number {
  const nameOfA = parseElectionId(a.electionId);
  const nameOfB = parseElectionId(b.electionId);
  if (nameOfA === null || nameOfB === null) return 0;
  const rest = { contoursVintage: null, joinRate: 0, stations: 0 };
  return latestFirst({ ...nameOfB, ...rest }, { ...nameOfA, ...rest });
}

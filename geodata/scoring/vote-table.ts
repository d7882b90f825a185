import type { Candidate, Election, StationResult, Territory } from "../territory/territory.ts";
import { firstRoundsLatestFirst } from "./election-order.ts";

/**
 * One round in columns, by station index. A station that has no result in this round, or one that cannot be, has
 * NaN in every column. Votes are packed: those of station i stand from `starts[i]` to `starts[i + 1]`.
 */
export interface VoteTable {
  readonly election: Election;
  readonly candidates: readonly Candidate[];
  readonly registered: Float64Array;
  readonly abstentions: Float64Array;
  readonly expressed: Float64Array;
  /** See StationResult. */
  readonly matchedShare: Float64Array;
  readonly starts: Uint32Array;
  /** Position in `candidates`. */
  readonly candidateOf: Uint16Array;
  readonly votes: Float64Array;
  readonly leftOut: readonly LeftOut[];
}

/** A result that no model may use, and why. */
export interface LeftOut {
  readonly electionId: string;
  readonly stationIndex: number;
  readonly reason: { readonly fr: string; readonly en: string };
}

type VotingTerritory = Pick<Territory, "stations" | "elections" | "candidates" | "results">;

const tablesOf = new WeakMap<VotingTerritory, readonly VoteTable[]>();

/** Every first round of the territory in columns, latest first; made once per opened territory. */
export function voteTables(territory: VotingTerritory): readonly VoteTable[] {
  const known = tablesOf.get(territory);
  if (known) return known;
  const stationCount = territory.stations().length;
  const tables = firstRoundsLatestFirst(territory.elections()).map((election) =>
    voteTable(election, territory.candidates(election.id), territory.results(election.id), stationCount),
  );
  tablesOf.set(territory, tables);
  return tables;
}

/** Puts the results of one round in columns; leaves out, and names, those that do not add up. */
export function voteTable(
  election: Election,
  candidates: readonly Candidate[],
  results: readonly StationResult[],
  stationCount: number,
): VoteTable {
  const column = () => new Float64Array(stationCount).fill(Number.NaN);
  const [registered, abstentions, expressed, matchedShare] = [column(), column(), column(), column()];
  const places = new Map(candidates.map(({ index }, place) => [index, place] as const));
  const leftOut: LeftOut[] = [];
  const resultOf = new Map<number, StationResult>();
  for (const result of results) {
    const { stationIndex } = result;
    const reason = impossible(election, result);
    if (reason) leftOut.push({ electionId: election.id, stationIndex, reason });
    else if (stationIndex < stationCount) resultOf.set(stationIndex, result);
  }
  const starts = new Uint32Array(stationCount + 1);
  const candidateOf: number[] = [];
  const votes: number[] = [];
  for (let station = 0; station < stationCount; station++) {
    const result = resultOf.get(station);
    if (result) {
      registered[station] = result.registered;
      abstentions[station] = result.abstentions;
      expressed[station] = result.expressed;
      matchedShare[station] = result.matchedShare;
      for (const [index, count] of result.votes) {
        const place = places.get(index);
        if (place === undefined) continue;
        candidateOf.push(place);
        votes.push(count);
      }
    }
    starts[station + 1] = votes.length;
  }
  return {
    election,
    candidates,
    registered,
    abstentions,
    expressed,
    matchedShare,
    starts,
    candidateOf: Uint16Array.from(candidateOf),
    votes: Float64Array.from(votes),
    leftOut,
  };
}

/** Counts that differ by at most this share are a slip of the pen; beyond, some part of the result is missing. */
const TOLERATED_SHARE = 0.02;
/** The same in votes, for small stations and for counts carried in fractions. */
const TOLERATED_VOTES = 3;

/** Why a result cannot be, in words; null when it can. */
function impossible(election: Election, result: StationResult): LeftOut["reason"] | null {
  const { registered, abstentions, blankAndNull, expressed } = result;
  const counts = [registered, abstentions, blankAndNull, expressed, ...result.votes.values()];
  const negative = counts.find((count) => !(count >= 0));
  if (negative !== undefined) {
    return {
      fr: `un nombre négatif ou illisible (${negative})`,
      en: `a negative or unreadable count (${negative})`,
    };
  }
  if (registered === 0) return { fr: "aucun inscrit", en: "nobody registered" };
  if (expressed === 0) return { fr: "aucun vote exprimé", en: "no vote expressed" };
  const sum = abstentions + blankAndNull + expressed;
  if (differs(sum, registered)) {
    return {
      fr: `abstentions, blancs, nuls et exprimés font ${round(sum)}, pour ${round(registered)} inscrits`,
      en: `abstentions, blank, null and expressed votes add up to ${round(sum)} for ${round(registered)} registered`,
    };
  }
  let votes = 0;
  for (const count of result.votes.values()) votes += count;
  // Before 2026 a voter of a small commune ticks several names at municipal elections.
  const mayExceed = election.type === "municipal" && election.year < 2026;
  if (votes < expressed ? differs(votes, expressed) : !mayExceed && differs(votes, expressed)) {
    return {
      fr: `les candidats ont ${round(votes)} voix ensemble, pour ${round(expressed)} exprimés`,
      en: `the candidates have ${round(votes)} votes together for ${round(expressed)} expressed`,
    };
  }
  return null;
}

function differs(sum: number, expected: number): boolean {
  return Math.abs(sum - expected) > Math.max(TOLERATED_VOTES, TOLERATED_SHARE * expected);
}

function round(count: number): number {
  return Math.round(count);
}

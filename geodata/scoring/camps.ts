import type { Side } from "../../server/contract/scores.ts";
import type { Candidate, Election, StationResult, Territory } from "../territory/territory.ts";

/** Votes by side. `neutral` holds those of candidates without a side too; `unclassed` says how many these are. */
export type CampVotes = Readonly<Record<Side | "unclassed", number>>;

/** Votes of one station at one round, added up by side. */
export interface CampResult extends CampVotes {
  readonly stationIndex: number;
  readonly registered: number;
  readonly abstentions: number;
  readonly expressed: number;
  readonly matchedShare: number;
}

/** One round as a campaign sees it. */
export interface CampElection {
  readonly election: Election;
  readonly byStation: ReadonlyMap<number, CampResult>;
  /** Over the territory. */
  readonly registered: number;
  readonly turnoutShare: number;
  readonly oursVotes: number;
  readonly nearVotes: number;
  /** Share of the expressed votes that went to candidates with a side, "neutral" among them. */
  readonly classedShare: number;
}

/** Adds the votes of a round up by side. Candidates without a side count as neutral. */
export function campElection(
  territory: Pick<Territory, "candidates" | "results">,
  election: Election,
  sides: Readonly<Record<string, Side>>,
): CampElection {
  const sideByIndex = new Map(
    territory.candidates(election.id).map((candidate: Candidate) => [candidate.index, sides[candidate.id]] as const),
  );
  const byStation = new Map<number, CampResult>();
  const total = { registered: 0, abstentions: 0, expressed: 0, ours: 0, near: 0, unclassed: 0 };
  for (const result of territory.results(election.id)) {
    const camp = campResult(result, sideByIndex);
    byStation.set(camp.stationIndex, camp);
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += camp[key];
  }
  return {
    election,
    byStation,
    registered: total.registered,
    turnoutShare: total.registered > 0 ? 1 - total.abstentions / total.registered : 0,
    oursVotes: total.ours,
    nearVotes: total.near,
    classedShare: total.expressed > 0 ? Math.max(0, 1 - total.unclassed / total.expressed) : 0,
  };
}

function campResult(result: StationResult, sideByIndex: ReadonlyMap<number, Side | undefined>): CampResult {
  const votes = { ours: 0, near: 0, neutral: 0, far: 0, hostile: 0, unclassed: 0 };
  for (const [candidateIndex, count] of result.votes) {
    const side = sideByIndex.get(candidateIndex);
    votes[side ?? "neutral"] += count;
    if (side === undefined) votes.unclassed += count;
  }
  return {
    stationIndex: result.stationIndex,
    registered: result.registered,
    abstentions: result.abstentions,
    expressed: result.expressed,
    matchedShare: result.matchedShare,
    ...votes,
  };
}

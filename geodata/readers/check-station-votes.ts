import type { Sentence } from "../../server/contract/refusal.ts";
import { parseElectionId } from "./election-id.ts";
import type { CandidateVotes } from "./result-rows.ts";

/** The counts of one station, as numbers. */
export interface StationCounts {
  readonly registered: number;
  readonly abstentions: number;
  readonly voters: number;
  readonly blank: number | null;
  readonly nullVotes: number | null;
  readonly expressed: number;
}

export interface CountProblem {
  readonly reason: string;
  /** Ends the sentence "line 12 (station 75056_0309, 2009_euro_t1): …". */
  readonly sentence: Sentence;
}

/** Null for counts that can be: nobody votes who is not registered, and nothing is expressed by who did not vote. */
export function impossibleCounts(counts: StationCounts): CountProblem | null {
  const { registered, voters, expressed } = counts;
  if (registered === 0) {
    const sentence = { fr: "0 inscrit ; il en faut au moins 1", en: "0 registered voters; expected at least 1" };
    return { reason: "empty-station", sentence };
  }
  if (voters > registered) {
    return {
      reason: "more-voters-than-registered",
      sentence: {
        fr: `${voters} votants ; il en faut au plus les ${registered} inscrits`,
        en: `${voters} voters; expected at most the ${registered} registered`,
      },
    };
  }
  if (expressed > voters) {
    return {
      reason: "more-expressed-than-voters",
      sentence: {
        fr: `${expressed} exprimés ; il en faut au plus les ${voters} votants`,
        en: `${expressed} votes expressed; expected at most the ${voters} voters`,
      },
    };
  }
  return null;
}

/** Counts that can be used and yet do not add up; null when they do. */
export function oddCounts(counts: StationCounts): CountProblem | null {
  const { registered, abstentions, voters, blank, nullVotes, expressed } = counts;
  if (abstentions + voters !== registered) {
    const sentence = {
      fr: `${abstentions} abstentions + ${voters} votants ; il faut les ${registered} inscrits`,
      en: `${abstentions} abstentions + ${voters} voters; expected the ${registered} registered`,
    };
    return { reason: "abstentions-do-not-add-up", sentence };
  }
  if (nullVotes !== null && (blank ?? 0) + nullVotes + expressed !== voters) {
    const sentence = {
      fr: `${blank ?? 0} blancs + ${nullVotes} nuls + ${expressed} exprimés ; il faut les ${voters} votants`,
      en: `${blank ?? 0} blank + ${nullVotes} null + ${expressed} expressed; expected the ${voters} voters`,
    };
    return { reason: "blank-and-null-do-not-add-up", sentence };
  }
  return null;
}

/**
 * More votes than were expressed cannot be, except in the municipal elections before 2026, where a voter of a small
 * commune ticks several names.
 */
export function impossibleSum(
  electionId: string,
  expressed: number,
  candidates: readonly CandidateVotes[],
): CountProblem | null {
  const sum = sumOf(candidates);
  if (sum <= expressed) return null;
  const election = parseElectionId(electionId);
  if (election?.type === "municipal" && election.year < 2026) return null;
  const sentence = {
    fr: `les candidats ont ${sum} voix ensemble ; il faut les ${expressed} exprimés`,
    en: `the candidates have ${sum} votes together; expected the ${expressed} expressed`,
  };
  return { reason: "more-votes-than-expressed", sentence };
}

/** Fewer votes than were expressed: some candidate is missing, or a count was mistyped. Null when all are there. */
export function missingVotes(expressed: number, candidates: readonly CandidateVotes[]): CountProblem | null {
  const sum = sumOf(candidates);
  if (candidates.length === 0) {
    const sentence = {
      fr: "n’a pas de candidat ; seule sa participation sert",
      en: "has no candidates; only its turnout is used",
    };
    return { reason: "no-candidates", sentence };
  }
  if (sum >= expressed) return null;
  const sentence = {
    fr: `les candidats ont ${sum} voix ensemble, moins que les ${expressed} exprimés`,
    en: `the candidates have ${sum} votes together, fewer than the ${expressed} expressed`,
  };
  return { reason: "fewer-votes-than-expressed", sentence };
}

function sumOf(candidates: readonly CandidateVotes[]): number {
  let sum = 0;
  for (const { votes } of candidates) sum += votes;
  return sum;
}

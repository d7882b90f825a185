import type { CampElection } from "./camps.ts";

/** The rounds a score is made from. */
export interface ElectionBasis {
  /** Where most people voted. */
  readonly high: CampElection;
  /** Where clearly fewer voted; null when no such election is at hand. */
  readonly low: CampElection | null;
  /** Latest election with near candidates, and the one before it; null when the campaign names none near. */
  readonly persuasion: { readonly latest: CampElection; readonly previous: CampElection | null } | null;
}

/** An election mobilises when its turnout is at most this far below the best of the period: then the latest counts. */
const NEAR_BEST = 0.1;
/** Points of turnout between an election that mobilises and one that does not. */
const TURNOUT_GAP = 0.05;
/** Years back from the latest election: two presidential terms would compare other people. */
const YEARS_BACK = 8;
/** A round counts when at least this share of its votes went to candidates with a side. */
const CLASSED_SHARE = 0.5;

/**
 * Chooses the rounds to compare among first rounds given latest first. Returns null when no round has votes for the
 * campaign's own candidates.
 */
export function chooseBasis(firstRounds: readonly CampElection[]): ElectionBasis | null {
  const withOurs = firstRounds.filter(({ oursVotes }) => oursVotes > 0);
  const classed = withOurs.filter(({ classedShare }) => classedShare >= CLASSED_SHARE);
  const usable = classed.length > 0 ? classed : withOurs;
  const latest = usable[0];
  if (!latest) return null;
  const recent = usable.filter(({ election }) => election.year >= latest.election.year - YEARS_BACK);
  const highest = Math.max(...recent.map(({ turnoutShare }) => turnoutShare));
  const high = recent.find(({ turnoutShare }) => turnoutShare >= highest - NEAR_BEST) ?? latest;
  const low = recent.find(({ turnoutShare }) => turnoutShare <= high.turnoutShare - TURNOUT_GAP) ?? null;
  const comparable = usable.filter(({ nearVotes }) => nearVotes > 0);
  const [target, previous] = comparable;
  return { high, low, persuasion: target ? { latest: target, previous: previous ?? null } : null };
}

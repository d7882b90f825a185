import type { ElectionType } from "../territory/territory.ts";
import type { CampRound } from "./camp-round.ts";

/** The rounds that a mobilisation score is made from. */
export interface ElectionBasis {
  /** Where most people voted. */
  readonly high: CampRound;
  /** Where clearly fewer voted; null when no such election is at hand. */
  readonly low: CampRound | null;
}

/** An election mobilises when its turnout is at most this far below the best of the period: then the latest counts. */
const NEAR_BEST = 0.1;
/** Points of turnout between an election that mobilises and one that does not. */
export const TURNOUT_GAP = 0.05;
/** The gap looked for first: with fewer points, the intermittent voters are few and drown in what else changed. */
const CLEAR_GAP = 0.1;
/** Years back from the latest election: two presidential terms would compare other people. */
const YEARS_BACK = 8;
/** A round counts when at least this share of its votes went to candidates with a side. */
const CLASSED_SHARE = 0.5;

/**
 * Chooses the rounds to compare among first rounds given latest first. Returns null when no round has votes for the
 * campaign's own candidates.
 */
export function chooseBasis(firstRounds: readonly CampRound[]): ElectionBasis | null {
  const usable = usableRounds(firstRounds);
  const latest = usable[0];
  if (!latest) return null;
  const recent = usable.filter(({ election }) => election.year >= latest.election.year - YEARS_BACK);
  const highest = Math.max(...recent.map(({ totals }) => totals.turnoutShare));
  const high = recent.find(({ totals }) => totals.turnoutShare >= highest - NEAR_BEST) ?? latest;
  const below = (gap: number) => recent.find(({ totals }) => totals.turnoutShare <= high.totals.turnoutShare - gap);
  const low = below(CLEAR_GAP) ?? below(TURNOUT_GAP) ?? null;
  return { high, low };
}

/** A round counts when the camp had a candidate in at least this share of the stations. */
export const STANDING_SHARE = 0.9;

/**
 * Rounds where the campaign had candidates, and others to choose from: those where it stood nearly everywhere and most
 * votes are classed, if there are any, and among them the national ones, if there are two. A mayor's list and a
 * party's candidate do not get the same votes, and the difference between them is not mobilisation.
 */
export function usableRounds(firstRounds: readonly CampRound[]): readonly CampRound[] {
  const withOurs = firstRounds.filter(({ totals, candidates }) => totals.ours > 0 && candidates > 1);
  const everywhere = orAll(withOurs, ({ totals }) => totals.standingShare >= STANDING_SHARE);
  const usable = orAll(everywhere, ({ totals }) => totals.classedShare >= CLASSED_SHARE);
  const national = usable.filter(({ election }) => NATIONAL.includes(election.type));
  return national.length >= 2 ? national : usable;
}

/** The rounds that pass, or all where none does. */
function orAll(rounds: readonly CampRound[], passes: (round: CampRound) => boolean): readonly CampRound[] {
  const passing = rounds.filter(passes);
  return passing.length > 0 ? passing : rounds;
}

const NATIONAL: readonly ElectionType[] = ["presidential", "legislative", "european"];

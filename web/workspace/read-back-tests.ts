import type { BackTest, BackTestReport, IndexName, JudgedScore } from "../../server/contract/back-test.ts";

/** How well an index put the stations in order, in the three degrees that a camp's signal has too. */
export type Grade = "good" | "weak" | "none";

/** Rank correlation from which an order can be relied on, and under which it tells nothing. As the server's signal. */
const GOOD = 0.5;
const WEAK = 0.2;

export function gradeOf(rankCorrelation: number | null): Grade {
  if (rankCorrelation === null || rankCorrelation < WEAK) return "none";
  return rankCorrelation < GOOD ? "weak" : "good";
}

/** Null when the score is the same at every station. */
export function scoreCorrelation(test: BackTest): number | null {
  return test.indexes.find(({ index }) => index === "score")?.rankCorrelation ?? null;
}

/** How often a score worked, over the elections that judge it fairly. */
export interface Tally extends Readonly<Record<Grade, number>> {
  readonly fair: number;
  /** Elections at which an index without a model did as well. */
  readonly naiveAsGood: number;
}

export function tallyOf(tests: readonly BackTest[], score: JudgedScore): Tally {
  const fair = tests.filter((test) => test.score === score && test.isFair);
  const count = (grade: Grade) => fair.filter((test) => gradeOf(scoreCorrelation(test)) === grade).length;
  return {
    fair: fair.length,
    good: count("good"),
    weak: count("weak"),
    none: count("none"),
    naiveAsGood: fair.filter(({ naiveAsGood }) => naiveAsGood !== null).length,
  };
}

/** One past election with what both scores would have been worth there. */
export interface ElectionRow {
  readonly electionId: string;
  readonly tests: Readonly<Record<JudgedScore, BackTest | null>>;
}

/** Every election that tests something, latest first, as each score has them in the report. */
export function electionRows({ tests }: BackTestReport): readonly ElectionRow[] {
  const targets = (score: JudgedScore) => tests.filter((test) => test.score === score).map(({ target }) => target);
  const find = (score: JudgedScore, electionId: string) =>
    tests.find((test) => test.score === score && test.target === electionId) ?? null;
  return mergeOrders(targets("mobilisation"), targets("persuasion")).map((electionId) => ({
    electionId,
    tests: { mobilisation: find("mobilisation", electionId), persuasion: find("persuasion", electionId) },
  }));
}

/** Two lists in the same order, each with members that the other may lack, as one list in that order. */
function mergeOrders(left: readonly string[], right: readonly string[]): readonly string[] {
  const merged: string[] = [];
  let taken = 0;
  for (const one of left) {
    const place = right.indexOf(one);
    if (place >= 0) {
      merged.push(...right.slice(taken, place));
      taken = place + 1;
    }
    merged.push(one);
  }
  return [...merged, ...right.slice(taken)];
}

/** Share of the voters that "first" means in the reports. */
export const FIRST_SHARE = 0.2;

/**
 * Share of a camp's whole gain that lay among the first 20 % of registered voters, by index; `best` by who knew the
 * result. Null where such shares mislead: the camp lost overall, or gained so little that its best stations won more
 * than all of it.
 */
export function foundShares(test: BackTest): {
  readonly best: number;
  readonly of: (index: IndexName) => number | null;
} | null {
  if (test.meanGain <= 0) return null;
  const best = (FIRST_SHARE * (test.bestLift + test.meanGain)) / test.meanGain;
  if (best > 1) return null;
  return { best, of: (name) => test.indexes.find(({ index }) => index === name)?.foundShare ?? null };
}

/** Mean distance between what was foretold and what came, over the tenths of a test; a share of registered voters. */
export function meanTenthGap({ tenths }: Pick<BackTest, "tenths">): number {
  const gaps = tenths.map(({ foretold, realised }) => Math.abs(foretold - realised));
  return gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
}

const COVERAGE_TARGET = { low: 0.75, high: 0.85, meant: 0.8 } as const;
export type CoverageVerdict = "onTarget" | "chance" | "narrow" | "wide";

/**
 * Whether intervals that should hold 80 % of the stations did. A share outside the target is put down to chance where
 * it lies within two standard errors of 80 % for that many stations.
 */
export function coverageVerdict(share: number, stations: number): CoverageVerdict {
  const { low, high, meant } = COVERAGE_TARGET;
  if (share >= low && share <= high) return "onTarget";
  const standardError = Math.sqrt((meant * (1 - meant)) / Math.max(1, stations));
  if (Math.abs(share - meant) <= 2 * standardError) return "chance";
  return share < low ? "narrow" : "wide";
}

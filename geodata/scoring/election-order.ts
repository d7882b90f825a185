import type { Election, ElectionType } from "../territory/territory.ts";

/** Usual place of each kind of election within its year: municipal in March, presidential in April, … */
const PLACE_IN_YEAR: Readonly<Record<ElectionType, number>> = {
  municipal: 0,
  departmental: 1,
  presidential: 2,
  referendum: 3,
  european: 4,
  legislative: 5,
  regional: 6,
};

/** Orders rounds from the latest to the earliest. */
export function latestFirst(a: Election, b: Election): number {
  return b.year - a.year || PLACE_IN_YEAR[b.type] - PLACE_IN_YEAR[a.type] || b.round - a.round;
}

export function firstRoundsLatestFirst(elections: readonly Election[]): readonly Election[] {
  return elections.filter(({ round }) => round === 1).sort(latestFirst);
}

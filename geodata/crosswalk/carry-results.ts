import { groupBy } from "../geometry/group-by.ts";
import type { StationVotes } from "../readers/result-rows.ts";
import type { StationResult } from "../territory/territory.ts";
import type { StationShare } from "./station-crosswalk.ts";

/** A station of today of which less than this part lies in old stations with a result gets none. */
const LEAST_COVERED = 0.2;
/** Contours that cover a station to this part cover it: the rest is drawing noise. */
const WHOLE = 0.98;

/**
 * The counts of one round, carried from the stations of its time to today's: x(today) = Σ share × x(old), for
 * registered voters, abstentions, votes and all. Counts become fractional; nothing is added where nothing is known.
 *
 * matchedShare is the part of today's station that the largest giver accounts for (by registered voters), times the
 * part of the station that old stations with a result cover at all.
 *
 * @param candidateIndexOf index of each candidate of a row, in the order of `row.candidates`
 */
export function carryResults(
  matched: readonly { readonly row: StationVotes; readonly contour: number }[],
  shares: readonly StationShare[],
  candidateIndexOf: (row: StationVotes) => readonly number[],
): StationResult[] {
  const rowsOf = groupBy(matched, ({ contour }) => contour);
  const givers = new Map<number, { readonly row: StationVotes; readonly share: StationShare }[]>();
  for (const share of shares) {
    for (const { row } of rowsOf.get(share.old) ?? []) {
      const known = givers.get(share.today);
      if (known === undefined) givers.set(share.today, [{ row, share }]);
      else known.push({ row, share });
    }
  }
  return [...givers]
    .sort(([a], [b]) => a - b)
    .flatMap(([stationIndex, from]) => {
      const covered = coveredShare(from.map(({ share }) => share));
      return covered < LEAST_COVERED ? [] : [addUp(stationIndex, from, covered, candidateIndexOf)];
    });
}

function addUp(
  stationIndex: number,
  from: readonly { readonly row: StationVotes; readonly share: StationShare }[],
  covered: number,
  candidateIndexOf: (row: StationVotes) => readonly number[],
): StationResult {
  const total = { registered: 0, abstentions: 0, blankAndNull: 0, expressed: 0 };
  const votes = new Map<number, number>();
  let largest = 0;
  for (const { row, share } of from) {
    const part = share.shareOfOld;
    total.registered += part * row.registered;
    total.abstentions += part * row.abstentions;
    total.blankAndNull += part * ((row.blank ?? 0) + (row.nullVotes ?? 0));
    total.expressed += part * row.expressed;
    largest = Math.max(largest, part * row.registered);
    for (const [position, candidate] of candidateIndexOf(row).entries()) {
      votes.set(candidate, (votes.get(candidate) ?? 0) + part * (row.candidates[position]?.votes ?? 0));
    }
  }
  return {
    stationIndex,
    registered: tidy(total.registered),
    abstentions: tidy(total.abstentions),
    blankAndNull: tidy(total.blankAndNull),
    expressed: tidy(total.expressed),
    votes: new Map([...votes].sort(([a], [b]) => a - b).map(([candidate, count]) => [candidate, tidy(count)])),
    matchedShare: total.registered > 0 ? tidy((largest / total.registered) * covered) : 0,
  };
}

/** Two old stations may be rows of one contour (a commune that stands in for its stations): it counts once. */
function coveredShare(shares: readonly StationShare[]): number {
  const ofOld = new Map(shares.map((share) => [share.old, share.shareOfToday]));
  const covered = [...ofOld.values()].reduce((total, share) => total + share, 0);
  return covered > WHOLE ? 1 : covered;
}

/** Sums of floating-point shares of whole counts: a millionth of a vote is noise. */
function tidy(count: number): number {
  return Math.round(count * 1e6) / 1e6;
}

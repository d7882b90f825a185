import type { ElectionRows } from "../readers/join-results.ts";
import type { StationVotes } from "../readers/result-rows.ts";
import { communeKey, stationKey } from "../readers/station-key.ts";

/** The stations of one contour file or vintage, by the key that results use. */
export interface ContourSet {
  /** Null when nothing says when the contours were drawn. */
  readonly vintage: number | null;
  /** Position of each contour in its set, by the key of its station (`stationKey`). */
  readonly indexOfKey: ReadonlyMap<string, number>;
  /** The communes that the set draws, by `communeKey`. */
  readonly communes: ReadonlySet<string>;
}

/** One round, each of its rows in one of three places. */
export interface JoinedElection {
  readonly electionId: string;
  /** Position of the contour set that was joined. */
  readonly set: number;
  readonly matched: readonly { readonly row: StationVotes; readonly contour: number }[];
  /** Rows of the territory that found no contour: lost for the map. */
  readonly unmatched: readonly StationVotes[];
  /** Rows of stations elsewhere. */
  readonly elsewhere: readonly StationVotes[];
}

/** When more than this part of a commune's stations is drawn in no vintage, the contours are an extract of it. */
const MOSTLY_ELSEWHERE = 0.5;

/**
 * Joins a round to the contours of its time: the latest set not after the election, else the earliest, unless
 * `forcedVintage` names one. A station that another vintage draws, but not this one, is unmatched. A station that no
 * vintage draws is unmatched too, except when most rows are so: then the contours are an extract of a larger
 * commune, and the rest of the commune lies elsewhere.
 */
export function joinToContours(
  election: ElectionRows,
  sets: readonly ContourSet[],
  forcedVintage: number | null,
  keyOf: (row: StationVotes) => string = (row) => stationKey(row.communeCode, row.number),
): JoinedElection {
  const set = chooseSet(electionYear(election.electionId), sets, forcedVintage);
  const indexOfKey = sets[set]?.indexOfKey ?? new Map<string, number>();
  const communes = new Set(sets.flatMap((known) => [...known.communes]));
  const matched: { row: StationVotes; contour: number }[] = [];
  const drawnElsewhen: StationVotes[] = [];
  const neverDrawn: StationVotes[] = [];
  const elsewhere: StationVotes[] = [];
  for (const row of election.stations) {
    const key = keyOf(row);
    const contour = indexOfKey.get(key);
    if (contour !== undefined) matched.push({ row, contour });
    else if (!communes.has(communeKey(row.communeCode))) elsewhere.push(row);
    else if (sets.some((other) => other.indexOfKey.has(key))) drawnElsewhen.push(row);
    else neverDrawn.push(row);
  }
  const known = matched.length + drawnElsewhen.length + neverDrawn.length;
  const isExtract = neverDrawn.length > MOSTLY_ELSEWHERE * known;
  return {
    electionId: election.electionId,
    set,
    matched,
    unmatched: isExtract ? drawnElsewhen : [...drawnElsewhen, ...neverDrawn],
    elsewhere: isExtract ? [...elsewhere, ...neverDrawn] : elsewhere,
  };
}

export function electionYear(electionId: string): number {
  return Number(electionId.slice(0, 4));
}

function chooseSet(year: number, sets: readonly ContourSet[], forcedVintage: number | null): number {
  if (forcedVintage !== null) {
    const forced = sets.findIndex((set) => set.vintage === forcedVintage);
    if (forced !== -1) return forced;
  }
  let latestBefore = -1;
  let earliest = 0;
  for (const [index, { vintage }] of sets.entries()) {
    const age = vintage ?? Infinity;
    if (age <= year && age >= (sets[latestBefore]?.vintage ?? -Infinity)) latestBefore = index;
    if (age < (sets[earliest]?.vintage ?? Infinity)) earliest = index;
  }
  return latestBefore === -1 ? earliest : latestBefore;
}

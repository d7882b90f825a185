import {
  type CheckedVotes,
  checkVotes,
  type LeftOutStation,
  type VotesBefore,
  type VotesProblem,
} from "./check-votes.ts";
import { fitShares } from "./fit-shares.ts";
import { fitStationTables } from "./fit-station-tables.ts";
import { type Band, type Resampling, shareIntervals } from "./share-intervals.ts";
import { startTable } from "./start-table.ts";
import { columnSums, rowSums, type StationVotes, total } from "./station-votes.ts";

export type Table = readonly (readonly number[])[];

export interface VoteTransitions {
  readonly ok: true;
  /** Votes from each origin to each destination over all stations that have votes. */
  readonly votes: Table;
  /** Share of each origin's voters, 0 to 1; the overall shares for an origin without voters. */
  readonly shares: Table;
  /** Votes by station; rows add up to its origins, columns to its destinations (scaled where the totals differed). */
  readonly stations: readonly Table[];
  /** Bounds of the shares of the whole; null unless asked for, or with fewer than two stations. */
  readonly intervals: { readonly percent80: ShareBounds; readonly percent90: ShareBounds } | null;
  /** Stations that the shares were not estimated from. They still have a table. */
  readonly leftOut: readonly LeftOutStation[];
  /** Stations whose destinations were scaled to the total of their origins. */
  readonly scaledStations: number;
}

/** Low and high share for each origin and destination, 0 to 1. Show shares rounded to 5 points, with these. */
export interface ShareBounds {
  readonly low: Table;
  readonly high: Table;
}

export interface UnreadableVotes {
  readonly ok: false;
  readonly problems: readonly VotesProblem[];
}

/**
 * Who went where between two elections, from the votes of stations alone (ecological inference). Stations are counted by
 * choice, abstention included; nothing is said of a person.
 *
 * Regression in both directions (`startTable`), then expectation and maximisation with a prior (`fitShares`), then
 * the likeliest table of each station. On 278 New Zealand districts where the truth is published, 6.4 % of the voters end
 * up in the wrong cell on average (8.0 % in 2002, with most small parties). Between two elections, with movers and
 * deaths, expect worse: those truths are two votes on one ballot paper.
 *
 * `resampling` asks for intervals of the shares, which cost as many estimates again. Tables of stations have none:
 * they are the likeliest, not known. Counts that are negative or not finite are problems, with their place.
 */
export function estimateVoteTransitions(
  given: VotesBefore,
  resampling?: Resampling,
): VoteTransitions | UnreadableVotes {
  const checked = checkVotes(given);
  if ("problems" in checked) return { ok: false, problems: checked.problems };
  const { originCount, destinationCount, stationCount } = checked.votes;
  const used = usedStations(checked);
  const fitted = fitShares(used, startTable(used));
  const tables = fitStationTables(checked.votes, fitted);
  const votes = columnSums(tables, originCount * destinationCount);
  const shares = sharesOf(votes, fitted, destinationCount);
  const bands = resampling ? shareIntervals(used, checked.votes, shares, resampling) : null;
  const bounds = ({ low, high }: Band): ShareBounds => ({
    low: toTable(low, destinationCount),
    high: toTable(high, destinationCount),
  });
  return {
    ok: true,
    votes: toTable(votes, destinationCount),
    shares: toTable(shares, destinationCount),
    stations: toStationTables(tables, stationCount, destinationCount),
    intervals: bands && { percent80: bounds(bands.percent80), percent90: bounds(bands.percent90) },
    leftOut: checked.leftOut,
    scaledStations: checked.scaledStations,
  };
}

function usedStations({ votes, isUsed }: CheckedVotes): StationVotes {
  const { originCount, destinationCount } = votes;
  return {
    originCount,
    destinationCount,
    stationCount: total(isUsed),
    origins: votes.origins.filter((_, index) => isUsed[Math.floor(index / originCount)] === 1),
    destinations: votes.destinations.filter((_, index) => isUsed[Math.floor(index / destinationCount)] === 1),
  };
}

/** Votes over the votes of the row; `fitted` in rows without votes. */
function sharesOf(votes: Float64Array, fitted: Float64Array, width: number): Float64Array {
  const sums = rowSums(votes, width);
  return votes.map((value, cell) => {
    const sum = sums[Math.floor(cell / width)] ?? 0;
    return sum > 0 ? value / sum : (fitted[cell] ?? 0);
  });
}

function toStationTables(tables: Float64Array, stationCount: number, width: number): Table[] {
  const size = tables.length / stationCount;
  return Array.from({ length: stationCount }, (_, station) =>
    toTable(tables.subarray(station * size, (station + 1) * size), width),
  );
}

function toTable(flat: Float64Array, width: number): Table {
  return Array.from({ length: flat.length / width }, (_, row) => [...flat.subarray(row * width, (row + 1) * width)]);
}

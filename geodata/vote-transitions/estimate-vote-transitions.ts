import {
  type CheckedVotes,
  checkVotes,
  type LeftOutStation,
  type VotesBefore,
  type VotesProblem,
} from "./check-votes.ts";
import { fitShares } from "./fit-shares.ts";
import { fitStationTables } from "./fit-station-tables.ts";
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
  readonly leftOut: readonly LeftOutStation[];
  readonly scaledStations: number;
}

export interface UnreadableVotes {
  readonly ok: false;
  readonly problems: readonly VotesProblem[];
}

export function estimateVoteTransitions(given: VotesBefore): VoteTransitions | UnreadableVotes {
  const checked = checkVotes(given);
  if ("problems" in checked) return { ok: false, problems: checked.problems };
  const { originCount, destinationCount, stationCount } = checked.votes;
  const used = usedStations(checked);
  const fitted = fitShares(used, startTable(used));
  const tables = fitStationTables(checked.votes, fitted);
  const votes = columnSums(tables, originCount * destinationCount);
  return {
    ok: true,
    votes: toTable(votes, destinationCount),
    shares: toTable(sharesOf(votes, fitted, destinationCount), destinationCount),
    stations: toStationTables(tables, stationCount, destinationCount),
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

/**
 * Votes of two elections by station, station by station in flat arrays: `origins[station × originCount + origin]`.
 * In every station the origins add up to the destinations.
 */
export interface StationVotes {
  readonly stationCount: number;
  readonly originCount: number;
  readonly destinationCount: number;
  readonly origins: Float64Array;
  readonly destinations: Float64Array;
}

/** The same voters looked at from the other election. */
export function turnAround(votes: StationVotes): StationVotes {
  return {
    stationCount: votes.stationCount,
    originCount: votes.destinationCount,
    destinationCount: votes.originCount,
    origins: votes.destinations,
    destinations: votes.origins,
  };
}

/** Sums over rows of a flat table with `width` columns. */
export function columnSums(table: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  for (let start = 0; start < table.length; start += width) {
    for (let column = 0; column < width; column++) sums[column] = (sums[column] ?? 0) + (table[start + column] ?? 0);
  }
  return sums;
}

/** Share of each destination in all votes; even where there are none. */
export function overallShares({ destinations, destinationCount }: StationVotes): Float64Array {
  const sums = columnSums(destinations, destinationCount);
  const whole = total(sums);
  return sums.map((value) => (whole > 0 ? value / whole : 1 / sums.length));
}

/** Sums over columns of a flat table with `width` columns. */
export function rowSums(table: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width > 0 ? table.length / width : 0);
  for (let index = 0; index < table.length; index++) {
    const row = Math.floor(index / width);
    sums[row] = (sums[row] ?? 0) + (table[index] ?? 0);
  }
  return sums;
}

export function total(values: Float64Array | Uint8Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

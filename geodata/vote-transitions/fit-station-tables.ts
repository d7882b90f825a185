import { createLocalFit } from "./fit-local-table.ts";
import type { StationVotes } from "./station-votes.ts";

const EXACT_GAP = 1e-11;
const NEWTON_STEPS = 60;
/** Lets a station that was left out have votes where the others had none. */
const LEAST_SHARE = 1e-9;

/**
 * The likeliest table of every station, `[(station × originCount + origin) × destinationCount + destination]`. Rows add up
 * to the origins to the last digits, columns to the destinations within 1e-6 votes.
 */
export function fitStationTables(votes: StationVotes, shares: Float64Array): Float64Array {
  const { stationCount, originCount, destinationCount } = votes;
  const size = originCount * destinationCount;
  const tables = new Float64Array(stationCount * size);
  eachStationTable(votes, shares, EXACT_GAP, (table, station) => tables.set(table, station * size));
  return tables;
}

/** Sum of the tables of all stations, each fitted within `gap` of its voters. */
export function sumStationTables(votes: StationVotes, shares: Float64Array, gap: number): Float64Array {
  const sum = new Float64Array(shares.length);
  eachStationTable(votes, shares, gap, (table) => {
    for (let cell = 0; cell < sum.length; cell++) sum[cell] = (sum[cell] ?? 0) + (table[cell] ?? 0);
  });
  return sum;
}

function eachStationTable(
  votes: StationVotes,
  shares: Float64Array,
  gap: number,
  take: (table: Float64Array, station: number) => void,
): void {
  const { stationCount, originCount, destinationCount } = votes;
  const local = createLocalFit(originCount, destinationCount);
  const tilts = new Float64Array(destinationCount);
  const open = shares.map((share) => Math.max(share, LEAST_SHARE));
  for (let station = 0; station < stationCount; station++) {
    const origins = votes.origins.subarray(station * originCount, (station + 1) * originCount);
    const destinations = votes.destinations.subarray(station * destinationCount, (station + 1) * destinationCount);
    tilts.fill(0);
    local.fit({ shares: open, origins, destinations }, tilts, NEWTON_STEPS, gap);
    take(local.table, station);
  }
}

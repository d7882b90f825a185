import { createLocalFit } from "./fit-local-table.ts";
import type { StationVotes } from "./station-votes.ts";

const EXACT_GAP = 1e-12;
const NEWTON_STEPS = 100;

/**
 * The likeliest table of every station, `[(station × originCount + origin) × destinationCount + destination]`, with margins
 * exact to the rounding of the computer.
 */
export function fitStationTables(votes: StationVotes, shares: Float64Array): Float64Array {
  const { stationCount, originCount, destinationCount } = votes;
  const size = originCount * destinationCount;
  const tables = new Float64Array(stationCount * size);
  const local = createLocalFit(originCount, destinationCount);
  const tilts = new Float64Array(destinationCount);
  for (let station = 0; station < stationCount; station++) {
    const origins = votes.origins.subarray(station * originCount, (station + 1) * originCount);
    const destinations = votes.destinations.subarray(station * destinationCount, (station + 1) * destinationCount);
    tilts.fill(0);
    local.fit({ shares, origins, destinations }, tilts, NEWTON_STEPS, EXACT_GAP);
    tables.set(local.table, station * size);
  }
  return tables;
}

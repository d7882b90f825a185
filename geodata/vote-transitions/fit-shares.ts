import { createLocalFit } from "./fit-local-table.ts";
import { columnSums, overallShares, rowSums, type StationVotes } from "./station-votes.ts";
import { createShareStep } from "./step-shares.ts";

/** A station of this many voters counts half as much per voter as a small one: stations differ by more than luck. */
const EVEN_WEIGHT_VOTERS = 200;
/** Degrees of freedom of the t distribution by which odd stations lose weight. */
const ODDITY_FREEDOM = 10;
/** The start is mixed with this much of the overall shares, because a share of zero would stay zero. */
const START_MIX = 0.02;
/** Stopped early on purpose: the start carries what the regression knows, and 100 rounds forget it (measured). */
const ROUNDS = 30;
const NEWTON_STEPS = 6;

/**
 * Shares of each origin that went to each destination, by expectation and maximisation from `start` (a table of votes).
 * Expectation: the likeliest table of every station. Maximisation: the shares that fit the sum of these tables, pulled
 * towards independence (`createShareStep`). A station of n voters weighs 1 / (1 + n / ν) per voter, less when it is odd,
 * as under a multivariate t (Lange, Little & Taylor, J. American Statistical Association 84:881, 1989).
 *
 * Invariant: rows are distributions, zero only for destinations without votes. O(rounds × stations × origins × destinations²).
 */
export function fitShares(votes: StationVotes, start: Float64Array): Float64Array {
  const { stationCount, originCount, destinationCount } = votes;
  const overall = overallShares(votes);
  const shares = startShares(start, overall);
  const voters = rowSums(votes.origins, originCount);
  const local = createLocalFit(originCount, destinationCount);
  const stepShares = createShareStep(columnSums(votes.origins, originCount), overall);
  const tilts = new Float64Array(stationCount * destinationCount);
  const counts = new Float64Array(originCount * destinationCount);
  for (let round = 0; round < ROUNDS; round++) {
    counts.fill(0);
    for (let station = 0; station < stationCount; station++) {
      const k = station * destinationCount;
      const origins = votes.origins.subarray(station * originCount, (station + 1) * originCount);
      const destinations = votes.destinations.subarray(k, k + destinationCount);
      const tilt = tilts.subarray(k, k + destinationCount);
      local.fit({ shares, origins, destinations }, tilt, NEWTON_STEPS);
      const evenWeight = 1 / (1 + (voters[station] ?? 0) / EVEN_WEIGHT_VOTERS);
      const oddity = evenWeight * oddityOf(shares, origins, destinations, tilt);
      const weight = (evenWeight * (ODDITY_FREEDOM + destinationCount - 1)) / (ODDITY_FREEDOM + oddity);
      for (let cell = 0; cell < counts.length; cell++) {
        counts[cell] = (counts[cell] ?? 0) + weight * (local.table[cell] ?? 0);
      }
    }
    stepShares(shares, counts);
  }
  return shares;
}

/** How far the destinations are from what the shares foresee: tilts times gaps, which is about a chi-squared. */
function oddityOf(
  shares: Float64Array,
  origins: Float64Array,
  destinations: Float64Array,
  tilts: Float64Array,
): number {
  const width = destinations.length;
  let oddity = 0;
  for (let k = 0; k < width; k++) {
    const votes = destinations[k] ?? 0;
    if (votes <= 0) continue;
    let foreseen = 0;
    for (let j = 0; j < origins.length; j++) foreseen += (origins[j] ?? 0) * (shares[j * width + k] ?? 0);
    oddity += (tilts[k] ?? 0) * (votes - foreseen);
  }
  return Math.max(0, oddity);
}

function startShares(start: Float64Array, overall: Float64Array): Float64Array {
  const width = overall.length;
  const sums = rowSums(start, width);
  return start.map((value, cell) => {
    const sum = sums[Math.floor(cell / width)] ?? 0;
    const share = overall[cell % width] ?? 0;
    return ((sum > 0 ? value / sum : share) + START_MIX * share) / (1 + START_MIX);
  });
}

import { createLocalFit } from "./fit-local-table.ts";
import { columnSums, rowSums, type StationVotes, total } from "./station-votes.ts";

/** A station of this many voters counts half as much per voter as a small one: stations differ by more than luck. */
const EVEN_WEIGHT_VOTERS = 200;
/** Strength of the pull towards independence, in voters per unit of log ratio. */
const PULL_VOTERS = 0.3;
/** The start is mixed with this much of the overall shares, because a share of zero would stay zero. */
const START_MIX = 0.02;
const ROUNDS = 30;
const NEWTON_STEPS = 6;
const PULL_STEPS = 10;

/**
 * Shares of each origin that went to each destination, by expectation and maximisation from `start` (a table of votes).
 * Expectation: the likeliest table of every station. Maximisation: rows of shares that fit the sum of these
 * tables, stations weighing 1 / (1 + n / ν) per voter, each log ratio to the overall share pulled towards zero by a normal
 * prior. The prior keeps cells from collapsing to zero, which the truth never does, and hardly touches large ones.
 */
export function fitShares(votes: StationVotes, start: Float64Array): Float64Array {
  const { stationCount, originCount, destinationCount } = votes;
  const overall = overallShares(votes);
  const shares = startShares(start, overall);
  const voters = rowSums(votes.origins, originCount);
  const local = createLocalFit(originCount, destinationCount);
  const tilts = new Float64Array(stationCount * destinationCount);
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Float64Array(originCount * destinationCount);
    for (let station = 0; station < stationCount; station++) {
      const k = station * destinationCount;
      const origins = votes.origins.subarray(station * originCount, (station + 1) * originCount);
      const destinations = votes.destinations.subarray(k, k + destinationCount);
      local.fit({ shares, origins, destinations }, tilts.subarray(k, k + destinationCount), NEWTON_STEPS);
      const weight = 1 / (1 + (voters[station] ?? 0) / EVEN_WEIGHT_VOTERS);
      for (let cell = 0; cell < counts.length; cell++) {
        counts[cell] = (counts[cell] ?? 0) + weight * (local.table[cell] ?? 0);
      }
    }
    for (let j = 0; j < originCount; j++) {
      const row = j * destinationCount;
      maximiseRow(shares.subarray(row, row + destinationCount), counts.subarray(row, row + destinationCount), overall);
    }
  }
  return shares;
}

export function overallShares(votes: StationVotes): Float64Array {
  const sums = columnSums(votes.destinations, votes.destinationCount);
  const whole = total(sums);
  return sums.map((value) => (whole > 0 ? value / whole : 1 / sums.length));
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

/** max Σ c log p − ½ κ Σ log²(p / p0) over distributions p, by a few steps of Newton per cell. */
function maximiseRow(shares: Float64Array, counts: Float64Array, overall: Float64Array): void {
  const voters = total(counts);
  const pulls = new Float64Array(shares.length);
  for (let round = 0; round < PULL_STEPS; round++) {
    let pulled = 0;
    for (let k = 0; k < shares.length; k++) {
      const base = overall[k] ?? 0;
      pulls[k] = base > 0 ? PULL_VOTERS * Math.log((shares[k] ?? 0) / base) : 0;
      pulled += pulls[k] ?? 0;
    }
    let sum = 0;
    for (let k = 0; k < shares.length; k++) {
      if (!((overall[k] ?? 0) > 0)) {
        shares[k] = 0;
        continue;
      }
      const share = shares[k] ?? 0;
      const slope = (counts[k] ?? 0) - (pulls[k] ?? 0) - share * (voters - pulled);
      const move = slope / (voters * share + PULL_VOTERS);
      shares[k] = share * Math.exp(Math.min(1, Math.max(-1, move)));
      sum += shares[k] ?? 0;
    }
    for (let k = 0; k < shares.length; k++) shares[k] = (shares[k] ?? 0) / sum;
  }
}

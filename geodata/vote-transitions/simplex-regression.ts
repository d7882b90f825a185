import { overallShares, type StationVotes } from "./station-votes.ts";

/** Ridge as a share of the mean diagonal of the Gram matrix. */
const RIDGE = 0.01;
/** Above this many voters a station's weight per voter falls: stations differ by more than the luck of counting. */
const EVEN_WEIGHT_VOTERS = 100;
const POWER_ROUNDS = 60;
const MOST_ROUNDS = 1500;
const TOLERANCE = 1e-7;

/**
 * Shares of each origin that went to each destination, `[origin × destinationCount + destination]`, by ecological
 * regression (Goodman 1953) over stations, with every row kept a distribution and drawn a little towards the shares of
 * the whole: min ½ tr(PᵀGP) − tr(PᵀH), solved by accelerated projected gradients (Beck & Teboulle, SIAM J. Imaging
 * Sciences 2:183, 2009). Convex, so there is one optimum; O(stations × origins × (origins + destinations)).
 */
export function regressShares(votes: StationVotes): Float64Array {
  const { originCount, destinationCount } = votes;
  const { gram, moment } = moments(votes);
  const overall = overallShares(votes);
  let trace = 0;
  for (let row = 0; row < originCount; row++) trace += gram[row * originCount + row] ?? 0;
  const ridge = (RIDGE * trace) / originCount;
  const start = new Float64Array(originCount * destinationCount);
  for (let row = 0; row < originCount; row++) {
    const diagonal = row * originCount + row;
    gram[diagonal] = (gram[diagonal] ?? 0) + ridge;
    for (let column = 0; column < destinationCount; column++) {
      const cell = row * destinationCount + column;
      const share = overall[column] ?? 0;
      moment[cell] = (moment[cell] ?? 0) + ridge * share;
      start[cell] = share;
    }
  }
  return descend(gram, moment, start, originCount, destinationCount);
}

/** G = Σ w x xᵀ and H = Σ w x yᵀ, a station of n voters weighing w = 1 / (n (1 + n / ν)). */
function moments({ stationCount, originCount, destinationCount, origins, destinations }: StationVotes) {
  const gram = new Float64Array(originCount * originCount);
  const moment = new Float64Array(originCount * destinationCount);
  for (let station = 0; station < stationCount; station++) {
    const x = station * originCount;
    const y = station * destinationCount;
    let voters = 0;
    for (let row = 0; row < originCount; row++) voters += origins[x + row] ?? 0;
    if (voters <= 0) continue;
    const weight = 1 / (voters * (1 + voters / EVEN_WEIGHT_VOTERS));
    for (let row = 0; row < originCount; row++) {
      const weighted = weight * (origins[x + row] ?? 0);
      if (weighted === 0) continue;
      const g = row * originCount;
      const h = row * destinationCount;
      for (let other = 0; other < originCount; other++) {
        gram[g + other] = (gram[g + other] ?? 0) + weighted * (origins[x + other] ?? 0);
      }
      for (let column = 0; column < destinationCount; column++) {
        moment[h + column] = (moment[h + column] ?? 0) + weighted * (destinations[y + column] ?? 0);
      }
    }
  }
  return { gram, moment };
}

function descend(
  gram: Float64Array,
  moment: Float64Array,
  start: Float64Array,
  originCount: number,
  destinationCount: number,
): Float64Array {
  const step = 1 / (largestEigenvalue(gram, originCount) || 1);
  let current = start;
  const ahead = start.slice();
  let momentum = 1;
  const scratch = new Float64Array(destinationCount);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = new Float64Array(start.length);
    for (let row = 0; row < originCount; row++) {
      const r = row * destinationCount;
      for (let column = 0; column < destinationCount; column++) {
        let slope = -(moment[r + column] ?? 0);
        for (let other = 0; other < originCount; other++) {
          slope += (gram[row * originCount + other] ?? 0) * (ahead[other * destinationCount + column] ?? 0);
        }
        next[r + column] = (ahead[r + column] ?? 0) - step * slope;
      }
      projectOnSimplex(next.subarray(r, r + destinationCount), scratch);
    }
    const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const push = (momentum - 1) / nextMomentum;
    let largestMove = 0;
    for (let cell = 0; cell < next.length; cell++) {
      const move = (next[cell] ?? 0) - (current[cell] ?? 0);
      ahead[cell] = (next[cell] ?? 0) + push * move;
      largestMove = Math.max(largestMove, Math.abs(move));
    }
    current = next;
    momentum = nextMomentum;
    if (largestMove < TOLERANCE) break;
  }
  return current;
}

function largestEigenvalue(matrix: Float64Array, size: number): number {
  let vector = new Float64Array(size).fill(1 / Math.sqrt(size));
  let eigenvalue = 0;
  for (let round = 0; round < POWER_ROUNDS; round++) {
    const image = new Float64Array(size);
    for (let row = 0; row < size; row++) {
      let sum = 0;
      for (let column = 0; column < size; column++) sum += (matrix[row * size + column] ?? 0) * (vector[column] ?? 0);
      image[row] = sum;
    }
    eigenvalue = Math.hypot(...image);
    if (eigenvalue === 0) return 0;
    vector = image.map((value) => value / eigenvalue);
  }
  return eigenvalue;
}

/** The nearest distribution, in place (Held, Wolfe & Crowder, Mathematical Programming 6:62, 1974). */
function projectOnSimplex(row: Float64Array, scratch: Float64Array): void {
  scratch.set(row);
  scratch.sort();
  let sum = 0;
  let threshold = 0;
  for (let rank = 1; rank <= scratch.length; rank++) {
    const value = scratch[scratch.length - rank] ?? 0;
    sum += value;
    const candidate = (sum - 1) / rank;
    if (value - candidate > 0) threshold = candidate;
  }
  for (let index = 0; index < row.length; index++) row[index] = Math.max(0, (row[index] ?? 0) - threshold);
}

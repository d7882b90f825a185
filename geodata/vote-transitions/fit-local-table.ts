import { solvePositive } from "../numbers/solve-positive.ts";

/** Columns may miss their votes by this share of the station's voters. */
const FINE_GAP = 1e-3;
const LONGEST_STEP = 3;
const LARGEST_TILT = 60;
const MOST_HALVINGS = 12;
/** Of the mean curvature, so that a column without votes does not make the system singular. */
const LEAST_CURVATURE = 1e-6;

export interface LocalFit {
  /** Votes of the station that was fitted last, `[origin × destinationCount + destination]`. */
  readonly table: Float64Array;
  /**
   * Fits `table` to the votes of a station. Begins from `tilts` (one per destination, zeros when nothing is known) and
   * leaves the new ones there. Stops after `rounds`, or when every column is within `gap` × voters of its votes.
   */
  fit(station: LocalVotes, tilts: Float64Array, rounds: number, gap?: number): void;
}

export interface LocalVotes {
  /** Share of each origin that goes to each destination where nothing is known of the station; rows add up to 1. */
  readonly shares: Float64Array;
  readonly origins: Float64Array;
  readonly destinations: Float64Array;
}

/**
 * Likeliest table of one station: the one closest to `origins × shares` (Kullback–Leibler) whose rows add up to the
 * origins and whose columns to the destinations. Iterative proportional fitting converges to the same table (Csiszár,
 * Annals of Probability 3:146, 1975); here Newton's method climbs down the convex dual: the table is
 * x_j p_jk exp(t_k) / Σ_k p_jk exp(t_k), with rows exact at every step and one tilt t per destination. With tilts
 * kept between calls a step or two do. O(origins × destinations²) a step.
 */
export function createLocalFit(originCount: number, destinationCount: number): LocalFit {
  const table = new Float64Array(originCount * destinationCount);
  const slope = new Float64Array(destinationCount);
  const curve = new Float64Array(destinationCount * destinationCount);
  const step = new Float64Array(destinationCount);
  const before = new Float64Array(destinationCount);
  const factors = new Float64Array(destinationCount);

  return {
    table,
    fit(station, tilts, rounds, gap = FINE_GAP) {
      let voters = 0;
      for (const votes of station.origins) voters += votes;
      if (!(voters > 0)) {
        table.fill(0);
        return;
      }
      let height = look(station, tilts);
      for (let round = 0; round < rounds && largest(slope) > gap * voters; round++) {
        height = stepDown(station, tilts, height, voters);
      }
    },
  };

  /** One Newton step, halved until the dual falls. */
  function stepDown(station: LocalVotes, tilts: Float64Array, height: number, voters: number): number {
    findStep();
    before.set(tilts);
    let falling = 0;
    for (let k = 0; k < destinationCount; k++) falling += (slope[k] ?? 0) * (step[k] ?? 0);
    let length = Math.min(1, LONGEST_STEP / (largest(step) || 1));
    let reached = height;
    for (let halving = 0; halving < MOST_HALVINGS; halving++) {
      for (let k = 0; k < destinationCount; k++) {
        const tilt = (before[k] ?? 0) + length * (step[k] ?? 0);
        tilts[k] = Math.min(LARGEST_TILT, Math.max(-LARGEST_TILT, tilt));
      }
      reached = look(station, tilts);
      if (reached <= height + 1e-4 * length * falling + 1e-12 * voters) break;
      length /= 2;
    }
    return reached;
  }

  /** Value of the dual; fills the table, its slope (columns less destinations) and the lower half of its curvature. */
  function look({ shares, origins, destinations }: LocalVotes, tilts: Float64Array): number {
    let height = 0;
    curve.fill(0);
    for (let k = 0; k < destinationCount; k++) {
      const votes = destinations[k] ?? 0;
      const tilt = tilts[k] ?? 0;
      factors[k] = votes > 0 ? Math.exp(tilt) : 0;
      slope[k] = -votes;
      height -= tilt * votes;
    }
    for (let j = 0; j < originCount; j++) {
      const row = j * destinationCount;
      const votes = origins[j] ?? 0;
      let sum = 0;
      for (let k = 0; k < destinationCount; k++) {
        const part = (shares[row + k] ?? 0) * (factors[k] ?? 0);
        table[row + k] = part;
        sum += part;
      }
      const scale = sum > 0 ? votes / sum : 0;
      if (scale > 0) height += votes * Math.log(sum);
      for (let k = 0; k < destinationCount; k++) {
        const cell = (table[row + k] ?? 0) * scale;
        table[row + k] = cell;
        if (cell === 0) continue;
        slope[k] = (slope[k] ?? 0) + cell;
        const line = k * destinationCount;
        curve[line + k] = (curve[line + k] ?? 0) + cell;
        const share = cell / votes;
        for (let l = 0; l <= k; l++) curve[line + l] = (curve[line + l] ?? 0) - share * (table[row + l] ?? 0);
      }
    }
    return height;
  }

  /** The curvature has no hold on tilts that all move together, nor on columns without votes: it is given a little. */
  function findStep(): void {
    let trace = 0;
    for (let k = 0; k < destinationCount; k++) trace += curve[k * destinationCount + k] ?? 0;
    const mean = trace / destinationCount;
    const together = mean / destinationCount;
    for (let k = 0; k < destinationCount; k++) {
      const line = k * destinationCount;
      for (let l = 0; l <= k; l++) curve[line + l] = (curve[line + l] ?? 0) + together;
      curve[line + k] = (curve[line + k] ?? 0) + LEAST_CURVATURE * mean + 1e-12;
      step[k] = -(slope[k] ?? 0);
    }
    solvePositive(curve, step);
  }
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (size > most) most = size;
  }
  return most;
}

/** Strength of the pull towards independence, in (weighted) voters per unit of log ratio. */
const PULL_VOTERS = 1;
const STEPS = 10;

/**
 * Returns a function that moves `shares` towards the ones that fit `counts` best:
 * max Σ c log p − ½ κ Σ r² over rows p that are distributions, where r is the log of a share over the overall share, less the
 * means of its row and its column (the interaction of a log-linear model, so origins and destinations are treated
 * alike). This normal prior keeps cells from collapsing to zero, which true tables never do, and hardly touches
 * large ones. Ten Newton steps with a diagonal curvature, warm from the last call.
 *
 * `voters` are those of each origin. An origin without any gets the overall shares, a destination without any gets none.
 */
export function createShareStep(
  voters: Float64Array,
  overall: Float64Array,
): (shares: Float64Array, counts: Float64Array) => void {
  const width = overall.length;
  const rows = indexesAbove(voters);
  const columns = indexesAbove(overall);
  const pulls = new Float64Array(voters.length * width);
  const rowMeans = new Float64Array(voters.length);
  const columnMeans = new Float64Array(width);

  return (shares, counts) => {
    for (let j = 0; j < voters.length; j++) if (!((voters[j] ?? 0) > 0)) shares.set(overall, j * width);
    for (let step = 0; step < STEPS; step++) {
      pull(shares);
      for (const j of rows) stepRow(shares, counts, j * width);
    }
  };

  /** κ r for every cell. */
  function pull(shares: Float64Array): void {
    rowMeans.fill(0);
    columnMeans.fill(0);
    let mean = 0;
    for (const j of rows) {
      for (const k of columns) {
        const ratio = Math.log((shares[j * width + k] ?? 0) / (overall[k] ?? 1));
        pulls[j * width + k] = ratio;
        rowMeans[j] = (rowMeans[j] ?? 0) + ratio / columns.length;
        columnMeans[k] = (columnMeans[k] ?? 0) + ratio / rows.length;
        mean += ratio / (rows.length * columns.length);
      }
    }
    for (const j of rows) {
      for (const k of columns) {
        const cell = j * width + k;
        pulls[cell] = PULL_VOTERS * ((pulls[cell] ?? 0) - (rowMeans[j] ?? 0) - (columnMeans[k] ?? 0) + mean);
      }
    }
  }

  function stepRow(shares: Float64Array, counts: Float64Array, row: number): void {
    let counted = 0;
    let pulled = 0;
    for (const k of columns) {
      counted += counts[row + k] ?? 0;
      pulled += pulls[row + k] ?? 0;
    }
    let sum = 0;
    for (const k of columns) {
      const share = shares[row + k] ?? 0;
      const slope = (counts[row + k] ?? 0) - (pulls[row + k] ?? 0) - share * (counted - pulled);
      const move = slope / (counted * share + PULL_VOTERS);
      const moved = Math.max(LEAST_SHARE, share * Math.exp(Math.min(1, Math.max(-1, move))));
      shares[row + k] = moved;
      sum += moved;
    }
    for (const k of columns) shares[row + k] = (shares[row + k] ?? 0) / sum;
  }
}

/** So that a logarithm always exists. */
const LEAST_SHARE = 1e-12;

function indexesAbove(values: Float64Array): readonly number[] {
  return [...values.keys()].filter((index) => (values[index] ?? 0) > 0);
}

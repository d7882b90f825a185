/** One row of a weighted regression without intercept. */
export interface LeastSquaresRow {
  readonly predictors: readonly number[];
  readonly target: number;
  readonly weight: number;
}

const SWEEPS = 2000;

/**
 * Weighted least squares with each coefficient kept in [0, 1], by coordinate descent: convex, so it ends at the
 * optimum. Ecological regression with the bounds of the accounting identity (Goodman 1953, Am. Sociol. Rev. 18:663).
 * `ridge`, as a share of the mean diagonal, keeps predictors apart that say nearly the same. An empty list gives an
 * empty list; a predictor that is always zero keeps coefficient 0.
 */
export function boundedLeastSquares(rows: readonly LeastSquaresRow[], ridge = 0): readonly number[] {
  const size = rows[0]?.predictors.length ?? 0;
  const gram = new Float64Array(size * size);
  const moment = new Float64Array(size);
  for (const { predictors, target, weight } of rows) {
    for (let i = 0; i < size; i++) {
      const left = weight * (predictors[i] ?? 0);
      moment[i] = (moment[i] ?? 0) + left * target;
      for (let j = 0; j < size; j++) gram[i * size + j] = (gram[i * size + j] ?? 0) + left * (predictors[j] ?? 0);
    }
  }
  let trace = 0;
  for (let i = 0; i < size; i++) trace += gram[i * size + i] ?? 0;
  const extra = size > 0 ? (ridge * trace) / size : 0;
  const coefficients = new Float64Array(size);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let largestMove = 0;
    for (let i = 0; i < size; i++) {
      const diagonal = (gram[i * size + i] ?? 0) + extra;
      if (diagonal <= 0) continue;
      let rest = moment[i] ?? 0;
      for (let j = 0; j < size; j++) if (j !== i) rest -= (gram[i * size + j] ?? 0) * (coefficients[j] ?? 0);
      const next = Math.min(1, Math.max(0, rest / diagonal));
      largestMove = Math.max(largestMove, Math.abs(next - (coefficients[i] ?? 0)));
      coefficients[i] = next;
    }
    if (largestMove < 1e-9) break;
  }
  return [...coefficients];
}

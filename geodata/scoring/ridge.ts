import { solvePositive } from "../numbers/solve-positive.ts";

/** A linear model: prediction = `intercept` + Σ `slopes[k]` · x_k. */
export interface LinearFit {
  readonly intercept: number;
  readonly slopes: Float64Array;
}

/** Rows of a regression, by row: predictors (`row × width`), target, weight. A weight of zero leaves a row out. */
export interface RegressionRows {
  readonly width: number;
  readonly predictors: Float64Array;
  readonly target: Float64Array;
  readonly weight: Float64Array;
}

/**
 * Weighted ridge regression by the normal equations of the centred columns and their Cholesky factor. The penalty is
 * `penalty` times each predictor's own variance, the intercept is free: the fit does not depend on units. A predictor
 * that does not vary gets no slope. (Hoerl & Kennard 1970, Technometrics 12:55.)
 */
export function ridgeFit({ width, predictors, target, weight }: RegressionRows, penalty: number): LinearFit {
  const rows = target.length;
  const means = new Float64Array(width);
  let total = 0;
  let targetMean = 0;
  for (let row = 0; row < rows; row++) {
    const own = weight[row] ?? 0;
    if (own <= 0) continue;
    total += own;
    targetMean += own * (target[row] ?? 0);
    for (let k = 0; k < width; k++) means[k] = (means[k] ?? 0) + own * (predictors[row * width + k] ?? 0);
  }
  if (total <= 0) return { intercept: 0, slopes: new Float64Array(width) };
  targetMean /= total;
  for (let k = 0; k < width; k++) means[k] = (means[k] ?? 0) / total;

  const gram = new Float64Array(width * width);
  const moment = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    const own = weight[row] ?? 0;
    if (own <= 0) continue;
    const start = row * width;
    const away = (target[row] ?? 0) - targetMean;
    for (let k = 0; k < width; k++) {
      const left = own * ((predictors[start + k] ?? 0) - (means[k] ?? 0));
      moment[k] = (moment[k] ?? 0) + left * away;
      for (let j = 0; j <= k; j++) {
        const place = k * width + j;
        gram[place] = (gram[place] ?? 0) + left * ((predictors[start + j] ?? 0) - (means[j] ?? 0));
      }
    }
  }
  for (let k = 0; k < width; k++) {
    const place = k * width + k;
    gram[place] = (gram[place] ?? 0) * (1 + penalty);
  }
  solvePositive(gram, moment);
  let intercept = targetMean;
  for (let k = 0; k < width; k++) intercept -= (moment[k] ?? 0) * (means[k] ?? 0);
  return { intercept, slopes: moment };
}

/** The prediction for one row of `predictors`. */
export function predict(fit: LinearFit, predictors: Float64Array, row: number): number {
  const width = fit.slopes.length;
  let value = fit.intercept;
  for (let k = 0; k < width; k++) value += (fit.slopes[k] ?? 0) * (predictors[row * width + k] ?? 0);
  return value;
}

/**
 * Solves H x = g for a symmetric positive definite H, given by its lower triangle, by Cholesky decomposition.
 * Throws RangeError when H is not positive definite.
 */
export function solvePositive(hessian: readonly Float64Array[], right: Float64Array): Float64Array {
  const lower = decompose(hessian);
  const solution = Float64Array.from(right);
  lower.forEach((line, k) => {
    let value = solution[k] ?? 0;
    for (let l = 0; l < k; l++) value -= (line[l] ?? 0) * (solution[l] ?? 0);
    solution[k] = value / (line[k] ?? 1);
  });
  for (let k = lower.length - 1; k >= 0; k--) {
    let value = solution[k] ?? 0;
    for (let l = k + 1; l < lower.length; l++) value -= (lower[l]?.[k] ?? 0) * (solution[l] ?? 0);
    solution[k] = value / (lower[k]?.[k] ?? 1);
  }
  return solution;
}

function decompose(hessian: readonly Float64Array[]): readonly Float64Array[] {
  const lower: Float64Array[] = [];
  hessian.forEach((given, k) => {
    const line = new Float64Array(hessian.length);
    for (let l = 0; l <= k; l++) {
      const other = l === k ? line : lower[l];
      let value = given[l] ?? 0;
      for (let m = 0; m < l; m++) value -= (line[m] ?? 0) * (other?.[m] ?? 0);
      if (l < k) {
        line[l] = value / (other?.[l] ?? 1);
      } else {
        if (!(value > 0)) throw new RangeError(`line ${k} of the matrix makes it not positive definite`);
        line[k] = Math.sqrt(value);
      }
    }
    lower.push(line);
  });
  return lower;
}

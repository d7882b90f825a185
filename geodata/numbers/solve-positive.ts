/** Of the largest diagonal entry: what is left of a smaller pivot is rounding. */
const FLAT = 1e-12;

/**
 * Solves A x = b in place for a symmetric, positive semi-definite A, row by row, of which the lower half is given, by
 * Cholesky's method: A becomes its factor and b the solution. A direction in which A is flat gets zero.
 */
export function solvePositive(matrix: Float64Array, vector: Float64Array): void {
  const size = vector.length;
  let largest = 0;
  for (let row = 0; row < size; row++) largest = Math.max(largest, matrix[row * size + row] ?? 0);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0;
      for (let inner = 0; inner < column; inner++) {
        sum -= (matrix[row * size + inner] ?? 0) * (matrix[column * size + inner] ?? 0);
      }
      const isPivot = row === column;
      if (isPivot) matrix[row * size + row] = sum > FLAT * largest ? Math.sqrt(sum) : 0;
      else matrix[row * size + column] = over(sum, matrix[column * size + column] ?? 0);
    }
  }
  for (let row = 0; row < size; row++) {
    let sum = vector[row] ?? 0;
    for (let inner = 0; inner < row; inner++) sum -= (matrix[row * size + inner] ?? 0) * (vector[inner] ?? 0);
    vector[row] = over(sum, matrix[row * size + row] ?? 0);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = vector[row] ?? 0;
    for (let inner = row + 1; inner < size; inner++) sum -= (matrix[inner * size + row] ?? 0) * (vector[inner] ?? 0);
    vector[row] = over(sum, matrix[row * size + row] ?? 0);
  }
}

function over(sum: number, pivot: number): number {
  return pivot > 0 ? sum / pivot : 0;
}

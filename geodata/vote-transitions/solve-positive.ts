/**
 * Solves A v = b in place for a positive definite A of which the lower half is given, by Cholesky's method; A becomes
 * its factor and b the solution.
 */
export function solvePositive(matrix: Float64Array, vector: Float64Array): void {
  const size = vector.length;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0;
      for (let inner = 0; inner < column; inner++) {
        sum -= (matrix[row * size + inner] ?? 0) * (matrix[column * size + inner] ?? 0);
      }
      const pivot = matrix[column * size + column] ?? 1;
      matrix[row * size + column] = row === column ? Math.sqrt(Math.max(sum, Number.MIN_VALUE)) : sum / pivot;
    }
  }
  for (let row = 0; row < size; row++) {
    let sum = vector[row] ?? 0;
    for (let inner = 0; inner < row; inner++) sum -= (matrix[row * size + inner] ?? 0) * (vector[inner] ?? 0);
    vector[row] = sum / (matrix[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = vector[row] ?? 0;
    for (let inner = row + 1; inner < size; inner++) sum -= (matrix[inner * size + row] ?? 0) * (vector[inner] ?? 0);
    vector[row] = sum / (matrix[row * size + row] ?? 1);
  }
}

/**
 * A vector u ≠ 0 with A u = 0, by Gauss-Jordan elimination with partial pivoting; null when the columns of A are
 * independent. `matrix` holds the rows of A one after the other, `stride` apart, and is overwritten.
 *
 * @param matrix rows × columns, entries of the order of 1
 */
export function nullVector(
  matrix: Float64Array,
  stride: number,
  rows: number,
  columns: number,
  vector: Float64Array,
  pivotColumns: Int32Array,
): boolean {
  let rank = 0;
  let free = -1;
  for (let column = 0; column < columns && free === -1; column++) {
    if (rank === rows || !eliminate(matrix, stride, rows, columns, rank, column)) free = column;
    else pivotColumns[rank++] = column;
  }
  if (free === -1) return false;
  vector.fill(0, 0, columns);
  vector[free] = 1;
  for (let row = 0; row < rank; row++) vector[pivotColumns[row] ?? 0] = -(matrix[row * stride + free] ?? 0);
  return true;
}

/** Below this an entry is the rounding error of an earlier elimination. */
const NOTHING = 1e-10;

/** Makes `column` a unit column with its 1 in `row`; false when it depends on the columns before. */
function eliminate(
  matrix: Float64Array,
  stride: number,
  rows: number,
  columns: number,
  row: number,
  column: number,
): boolean {
  let best = row;
  let largest = 0;
  for (let i = row; i < rows; i++) {
    const size = Math.abs(matrix[i * stride + column] ?? 0);
    if (size > largest) {
      largest = size;
      best = i;
    }
  }
  if (largest < NOTHING) return false;
  const pivotAt = row * stride;
  const bestAt = best * stride;
  if (best !== row) {
    for (let j = column; j < columns; j++) {
      const swapped = matrix[pivotAt + j] ?? 0;
      matrix[pivotAt + j] = matrix[bestAt + j] ?? 0;
      matrix[bestAt + j] = swapped;
    }
  }
  const scale = 1 / (matrix[pivotAt + column] ?? 1);
  for (let j = column; j < columns; j++) matrix[pivotAt + j] = (matrix[pivotAt + j] ?? 0) * scale;
  for (let i = 0; i < rows; i++) {
    const factor = matrix[i * stride + column] ?? 0;
    if (i === row || factor === 0) continue;
    for (let j = column; j < columns; j++) {
      matrix[i * stride + j] = (matrix[i * stride + j] ?? 0) - factor * (matrix[pivotAt + j] ?? 0);
    }
  }
  return true;
}

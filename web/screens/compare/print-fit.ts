/** Rows that A4 holds with its notes at full size, beside three neighbours with long names. */
const ROWS_AT_FULL_SIZE = 41;
/** What a row more takes, in wrapped lines and all. */
const SHARE_OF_A_ROW = 0.006;
/** Below this nobody reads it without a glass. */
const SMALLEST = 0.85;

/** How large the table is printed so that it stays on one page, 1 for full size. */
export function printFit(rows: number): number {
  return Math.max(SMALLEST, 1 - SHARE_OF_A_ROW * Math.max(0, rows - ROWS_AT_FULL_SIZE));
}

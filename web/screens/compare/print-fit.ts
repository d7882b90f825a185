import { MOST_COMPARED } from "../../../server/contract/comparison.ts";

/** Rows that A4 holds with its notes at full size, beside four columns with long names. */
const ROWS_AT_FULL_SIZE = 41;
/** What a row more takes, in wrapped lines and all. */
const SHARE_OF_A_ROW = 0.006;
/** What a row less leaves, with room kept for names that wrap. */
const SHARE_LEFT_BY_A_ROW = 0.012;
/** Fewer columns wrap less. */
const SHARE_LEFT_BY_A_COLUMN = 0.06;
/** Below this nobody reads it without a glass. */
const SMALLEST = 0.85;
/** Above this it is no easier to read. */
const LARGEST = 1.3;
/** Above this the words of the most columns have no room beside their charts, and every row takes two lines. */
const LARGEST_OF_MOST_COLUMNS = 1;

/** How large the table is printed so that it stays on one page and fills it, 1 for full size. Measured on real pages. */
export function printFit(rows: number, columns: number): number {
  const spare = ROWS_AT_FULL_SIZE - rows;
  const byRows = spare * (spare < 0 ? SHARE_OF_A_ROW : SHARE_LEFT_BY_A_ROW);
  const byColumns = Math.max(0, MOST_COMPARED - columns) * SHARE_LEFT_BY_A_COLUMN;
  const largest = columns < MOST_COMPARED ? LARGEST : LARGEST_OF_MOST_COLUMNS;
  return Math.min(largest, Math.max(SMALLEST, 1 + byRows + byColumns));
}

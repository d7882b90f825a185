import type { Cell, CompareRow, Unit } from "./compare-rows.ts";

/** What the others are held against: the territory (null) or one of the neighbourhoods. */
export function baselineCell(row: CompareRow, baseline: number | null): Cell {
  return (baseline === null ? row.territory : row.cells[baseline]) ?? row.territory;
}

/**
 * How far a neighbourhood lies from the baseline, in the row's unit. Null for the baseline itself, where either is not
 * known, and for a total beside the territory's.
 */
export function differenceAt(row: CompareRow, place: number, baseline: number | null): number | null {
  if (place === baseline || (baseline === null && row.isTotal)) return null;
  const [own, base] = [row.cells[place], baselineCell(row, baseline)];
  return own?.kind === "known" && base.kind === "known" ? own.value - base.value : null;
}

export interface Best {
  /** More than one when they are equal. */
  readonly places: readonly number[];
  /** False when the order may be chance: the interval of the best overlaps another, or the error is not known. */
  readonly isClear: boolean;
}

/** Steps in which values are written: those that read alike are equal. Votes per hour are written to two figures. */
const STEPS: Readonly<Record<Exclude<Unit, "hourly">, number>> = {
  share: 0.001,
  percent: 0.1,
  count: 1,
  euros: 1,
  number: 0.01,
  seconds: 0.1,
  perHour: 0.1,
  minutes: 1,
  hours: 0.1,
  metres: 0.1,
  kilometres: 0.1,
  decimal: 0.1,
};

/** Null where no end is better, where fewer than two are known, and where all are equal. */
export function bestOf(row: CompareRow): Best | null {
  const known = row.cells.flatMap((cell, place) =>
    cell.kind === "known" ? [{ place, range: cell.range, value: asWritten(row.unit, cell.value) }] : [],
  );
  if (row.better === null || known.length < 2) return null;
  const sign = row.better === "higher" ? 1 : -1;
  const top = Math.max(...known.map(({ value }) => sign * value));
  const isTop = ({ value }: { readonly value: number }) => sign * value === top;
  const [best, others] = [known.filter(isTop), known.filter((one) => !isTop(one))];
  if (others.length === 0) return null;
  const isApart = (own: Range, other: Range) => own === null || other === null || own.low > other.high;
  // The range of votes per hour is of assumptions, which move all neighbourhoods alike: it tells nothing of the order.
  const isClear =
    row.unit !== "hourly" && best.every((own) => others.every((other) => isApart(own.range, other.range)));
  return { places: best.map(({ place }) => place), isClear };
}

type Range = { readonly low: number; readonly high: number } | null;

function asWritten(unit: Unit, value: number): number {
  if (unit === "hourly") return Number(value.toPrecision(2));
  return Math.round(value / STEPS[unit]);
}

export const ROW_ORDERS = ["fixed", "difference"] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

export const SORT_DIRECTIONS = ["descending", "ascending"] as const;
export type SortDirection = (typeof SORT_DIRECTIONS)[number];

/** In which order rows come: within their themes or as one list, and by which neighbourhood. */
export interface RowSort {
  readonly order: RowOrder;
  /** The neighbourhood whose differences rows are sorted by; null is none, or in one list the largest of any. */
  readonly place: number | null;
  readonly direction: SortDirection;
}

export const NO_SORT: RowSort = { order: "fixed", place: null, direction: "descending" };

/** What the next click on a head does: highest above the baseline first, then lowest first, then as before. */
export function nextSort(sort: RowSort, place: number): RowSort {
  if (sort.place !== place) return { ...sort, place, direction: "descending" };
  if (sort.direction === "descending") return { ...sort, direction: "ascending" };
  return { ...sort, place: null, direction: "descending" };
}

/** Rows without a difference to tell come last; rows that differ alike keep their order. */
export function sortRows(
  rows: readonly CompareRow[],
  { order, place, direction }: RowSort,
  baseline: number | null,
): readonly CompareRow[] {
  if (place === null && order === "fixed") return rows;
  const sign = direction === "ascending" ? -1 : 1;
  const weightOf = (row: CompareRow) => {
    if (place === null) return largestRelativeDifference(row, baseline);
    const difference = relativeDifference(row, place, baseline);
    return difference === null ? Number.NEGATIVE_INFINITY : sign * difference;
  };
  // Equal weights first: the difference of two infinities is no number.
  const weighed = rows.map((row) => ({ row, weight: weightOf(row) }));
  return weighed.sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight)).map(({ row }) => row);
}

/**
 * With its sign, over the larger of both values, so that euros, points and seconds can be put in one order: from 0
 * (equal) to 1 (one is nothing) or 2 (of opposite sign). Null without a difference to tell.
 */
function relativeDifference(row: CompareRow, place: number, baseline: number | null): number | null {
  const [difference, own, base] = [differenceAt(row, place, baseline), row.cells[place], baselineCell(row, baseline)];
  if (difference === null || own?.kind !== "known" || base.kind !== "known") return null;
  const size = Math.max(Math.abs(own.value), Math.abs(base.value));
  return size === 0 ? 0 : difference / size;
}

/** −1 without any difference to tell. */
function largestRelativeDifference(row: CompareRow, baseline: number | null): number {
  const known = row.cells.flatMap((_, place) => relativeDifference(row, place, baseline) ?? []);
  return Math.max(-1, ...known.map(Math.abs));
}

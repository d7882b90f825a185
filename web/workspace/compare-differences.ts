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

/** By the largest difference from the baseline, rows without one last; rows that differ alike keep their order. */
export function orderRows(
  rows: readonly CompareRow[],
  order: RowOrder,
  baseline: number | null,
): readonly CompareRow[] {
  if (order === "fixed") return rows;
  const weighed = rows.map((row) => ({ row, weight: largestRelativeDifference(row, baseline) }));
  return weighed.sort((a, b) => b.weight - a.weight).map(({ row }) => row);
}

/**
 * Over the larger of both values, so that euros, points and seconds can be put in one order: from 0 (equal) to 1 (one
 * is nothing) or 2 (of opposite sign). −1 without any difference to tell.
 */
function largestRelativeDifference(row: CompareRow, baseline: number | null): number {
  const base = baselineCell(row, baseline);
  const relative = row.cells.map((cell, place) => {
    const difference = differenceAt(row, place, baseline);
    if (difference === null || cell.kind !== "known" || base.kind !== "known") return -1;
    const size = Math.max(Math.abs(cell.value), Math.abs(base.value));
    return size === 0 ? 0 : Math.abs(difference) / size;
  });
  return Math.max(-1, ...relative);
}

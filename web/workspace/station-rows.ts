import type { ScoreReport, StationScore } from "../../server/contract/scores.ts";
import type { StationCollection } from "../../server/contract/territories.ts";
import { MEASURES } from "./workspace-state.ts";

/** One line of the station list: what the contours say, and its score when it has one. */
export interface StationRow {
  readonly index: number;
  readonly stationId: string;
  readonly name: string;
  readonly number: string;
  readonly communeName: string;
  readonly registered: number | null;
  readonly addresses: number;
  readonly doors: number;
  readonly box: readonly [number, number, number, number];
  readonly labelPosition: readonly [number, number];
  readonly score: StationScore | null;
}

/** A result that covers less of a station, whose contours have changed since, is told with its share. */
export const DOUBTFUL_MATCH = 0.9;

export const SORT_KEYS = [...MEASURES, "registered", "doors", "name"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export function joinStationRows(stations: StationCollection, report: ScoreReport | null): StationRow[] {
  const scores = new Map((report?.stations ?? []).map((score) => [score.stationId, score]));
  return stations.features.map((feature) => ({
    index: Number(feature.id),
    ...feature.properties,
    score: scores.get(feature.properties.stationId) ?? null,
  }));
}

/** Highest first, names in reading order, by which all are sorted without a measure; stations without a value come last. */
export function sortStationRows(
  rows: readonly StationRow[],
  measured: ((row: StationRow) => number | null) | null,
  compareNames: (a: string, b: string) => number,
): StationRow[] {
  const byName = (a: StationRow, b: StationRow) =>
    compareNames(a.communeName, b.communeName) || compareNames(a.name, b.name) || a.index - b.index;
  if (measured === null) return [...rows].sort(byName);
  const valued = rows.map((row) => ({ row, value: measured(row) ?? -Infinity }));
  valued.sort((a, b) => (a.value === b.value ? byName(a.row, b.row) : b.value - a.value));
  return valued.map(({ row }) => row);
}

/** Rows whose name, number or commune holds every word of the text; case and accents are ignored. */
export function filterStationRows(rows: readonly StationRow[], text: string): readonly StationRow[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const haystack = fold(`${row.name} ${row.number} ${row.communeName}`);
    return words.every((word) => haystack.includes(word));
  });
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

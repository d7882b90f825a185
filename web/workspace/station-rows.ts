import type { ScoreReport, StationScore } from "../../server/contract/scores.ts";
import type { StationCollection } from "../../server/contract/territories.ts";
import type { Measure } from "./workspace-state.ts";

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

export const SORT_KEYS = ["mobilisation", "persuasion", "registered", "doors", "name"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export function joinStationRows(stations: StationCollection, report: ScoreReport | null): StationRow[] {
  const scores = new Map((report?.stations ?? []).map((score) => [score.stationId, score]));
  return stations.features.map((feature) => ({
    index: Number(feature.id),
    ...feature.properties,
    score: scores.get(feature.properties.stationId) ?? null,
  }));
}

/** Highest first, names in reading order; stations without a value come last whatever the order. */
export function sortStationRows(
  rows: readonly StationRow[],
  key: SortKey,
  compareNames: (a: string, b: string) => number,
): StationRow[] {
  const byName = (a: StationRow, b: StationRow) =>
    compareNames(a.communeName, b.communeName) || compareNames(a.name, b.name) || a.index - b.index;
  if (key === "name") return [...rows].sort(byName);
  return [...rows].sort((a, b) => (sortValue(b, key) ?? -Infinity) - (sortValue(a, key) ?? -Infinity) || byName(a, b));
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

export function measureOf(row: StationRow, measure: Measure): number | null {
  return row.score === null ? null : row.score[measure].share;
}

function sortValue(row: StationRow, key: Exclude<SortKey, "name">): number | null {
  if (key === "registered" || key === "doors") return row[key];
  return measureOf(row, key);
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

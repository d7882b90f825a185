import type { RankedReport, RankedScore } from "../../server/contract/scores.ts";
import type { StationItem } from "../../server/contract/territories.ts";
import { MEASURES, STATION_SORTS } from "./workspace-state.ts";

/** One line of the station list: what is known of the place, and its score when it has one. */
export interface StationRow extends StationItem {
  readonly score: RankedScore | null;
}

/** A result that covers less of a station, whose contours have changed since, is told with its share. */
export const DOUBTFUL_MATCH = 0.9;

export const SORT_KEYS = [...MEASURES, ...STATION_SORTS] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** In index order. */
export function joinStationRows(stations: readonly StationItem[], report: RankedReport | null): StationRow[] {
  const scores = new Map((report?.stations ?? []).map((score) => [score.stationId, score]));
  return stations.map((station) => ({ ...station, score: scores.get(station.stationId) ?? null }));
}

/**
 * Highest first, names in reading order, by which all are sorted without a measure; stations without a value come last.
 * Columns of numbers and not pairs: 66,000 stations are put in order between two frames.
 */
export function sortStationRows(
  rows: readonly StationRow[],
  measured: ((row: StationRow) => number | null) | null,
): StationRow[] {
  const orders = Uint32Array.from(rows, ({ order }) => order);
  const values = Float64Array.from(rows, (row) => (measured === null ? 0 : (measured(row) ?? -Infinity)));
  const places = Uint32Array.from(rows.keys());
  places.sort((a, b) => {
    const [own, other] = [values[a] ?? 0, values[b] ?? 0];
    return own === other ? (orders[a] ?? 0) - (orders[b] ?? 0) : other - own;
  });
  return Array.from(places, (place) => rows[place]).filter((row) => row !== undefined);
}

/** What a text is looked for in, by station index: name, number and commune, without case and accents. */
export function searchTexts(stations: readonly StationItem[]): readonly string[] {
  return stations.map(({ name, number, communeName }) => fold(`${name} ${number} ${communeName}`));
}

/** Words as they are looked for, without case and accents. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

export function holdsWords(known: string, words: readonly string[]): boolean {
  return words.every((word) => known.includes(word));
}

/** Rows whose name, number or commune holds every word of the text; case and accents are ignored. */
export function filterStationRows(
  rows: readonly StationRow[],
  text: string,
  texts: () => readonly string[],
): readonly StationRow[] {
  const words = wordsOf(text);
  if (words.length === 0) return rows;
  const known = texts();
  return rows.filter(({ index }) => holdsWords(known[index] ?? "", words));
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

import { foldName } from "../geometry/fold-name.ts";
import type { SqliteFile } from "./sqlite-file.ts";
import type { SearchHit } from "./territory.ts";

/** Nobody types more; a pasted page must not become a query of a thousand words. */
const LONGEST_TEXT = 200;
const MOST_WORDS = 12;
/** Matches ranked before the best are handed on. Names are stored most general first, so these hold the best. */
const RANKED = 400;

interface NameRow {
  readonly kind: SearchHit["kind"];
  readonly id: string;
  readonly label: string;
  readonly folded: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
  readonly station: number | null;
}

/**
 * Search by the beginning of every word, in any order. Names that hold the words whole come first ("1 rue X" before
 * "12 rue X"), then stations, streets, addresses, then the shortest.
 */
export function createNameSearch(file: SqliteFile): (text: string, limit: number) => readonly SearchHit[] {
  const select = file.prepare<[string, number], NameRow>(
    `SELECT names.* FROM name_index JOIN names ON names.name = name_index.rowid
     WHERE name_index MATCH ? ORDER BY name_index.rowid LIMIT ?`,
  );
  return (text, limit) => {
    const words = queryWords(text);
    if (words.length === 0 || !(limit >= 1)) return [];
    return select
      .all(words.map((word) => `"${word}"*`).join(" "), Math.max(RANKED, limit))
      .map((row, position) => ({ row, position, whole: wholeWords(words, row.folded) }))
      .sort((a, b) => b.whole - a.whole || a.position - b.position)
      .slice(0, limit)
      .map(({ row }) => toHit(row));
  };
}

/** Folded words of letters and digits only, so that no text can be read as the query language of the index. */
export function queryWords(text: string): string[] {
  return foldName(text.slice(0, LONGEST_TEXT))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);
}

function wholeWords(words: readonly string[], folded: string): number {
  const held = new Set(folded.split(/[^\p{L}\p{N}]+/u));
  return words.filter((word) => held.has(word)).length;
}

function toHit(row: NameRow): SearchHit {
  const { kind, id, label, longitude, latitude, west, south, east, north, station } = row;
  const hasBox = west !== null && south !== null && east !== null && north !== null;
  return {
    kind,
    id,
    label,
    position: [longitude, latitude],
    box: hasBox ? [west, south, east, north] : null,
    stationIndex: station,
  };
}

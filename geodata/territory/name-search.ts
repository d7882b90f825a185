import { foldName, isStreetKind } from "../geometry/fold-name.ts";
import { BEGINNING_COST, type TypedWord, typedWords } from "../geometry/typed-words.ts";
import { type KnownWords, readKnownWords } from "./known-words.ts";
import type { SqliteFile } from "./sqlite-file.ts";
import type { SearchHit } from "./territory.ts";

/** Matches of a kind that are ranked before the best are handed on. */
const RANKED = 200;
/** With fewer exact matches than these, names that are nearly so are looked for. */
const FEW = 3;
/** Words this short are typed for their place between others, not to tell one name from another. */
const SMALL_WORD = 3;

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

/** A typed word, and the words it may have been meant for. */
interface SoughtWord extends TypedWord {
  readonly near: ReadonlyMap<string, number>;
}

/**
 * Search by the beginning of every word, in any order. Names that hold the words whole come first ("1 rue X" before
 * "12 rue X"), then the most general kind, then those with the fewest other words ("12 rue X" before "12 rue du X"), then
 * the order of the territory. Where hardly anything holds the words as
 * they were typed, each may be a few slips away from a word of some name; where still nothing does, names that hold
 * the rest of the words are handed on as a guess.
 */
export function createNameSearch(file: SqliteFile): (text: string, limit: number) => readonly SearchHit[] {
  const select = file.prepare<[string, number, number, number], NameRow>(
    `SELECT names.* FROM name_index JOIN names ON names.name = name_index.rowid
     WHERE name_index MATCH ? AND name_index.rowid BETWEEN ? AND ? ORDER BY name_index.rowid LIMIT ?`,
  );
  let kinds: readonly KindRange[] | null = null;
  let known: KnownWords | null = null;

  const find = (words: readonly SoughtWord[], match: SearchHit["match"], limit: number): readonly SearchHit[] => {
    kinds ??= readKinds(file);
    const query = words.map(clauseOf).join(" AND ");
    return kinds
      .flatMap(({ first, last }) =>
        select
          .all(query, first, last, Math.max(RANKED, limit))
          .map((row, position) => ({
            row,
            position,
            cost: costOf(words, row.folded),
            others: otherWords(words, row.label),
          }))
          .sort((a, b) => a.cost - b.cost || a.others - b.others || a.position - b.position)
          .slice(0, limit),
      )
      .sort((a, b) => a.cost - b.cost)
      .map(({ row }) => toHit(row, match));
  };

  return (text, limit) => {
    const typed = typedWords(text);
    if (typed.length === 0 || !(limit >= 1)) return [];
    const exact = find(
      typed.map((word) => ({ ...word, near: new Map() })),
      "exact",
      limit,
    );
    if (exact.length >= FEW) return exact;
    known ??= readKnownWords(file);
    const { near } = known;
    const sought = typed.map((word) => ({ ...word, near: near(word.text) }));
    const held = new Set(exact.map(({ kind, id }) => `${kind}/${id}`));
    const close = find(sought, "close", limit).filter(({ kind, id }) => !held.has(`${kind}/${id}`));
    if (exact.length + close.length > 0) return [...exact, ...close];
    for (const rest of withoutSome(sought)) {
      const guessed = find(rest, "partial", limit);
      if (guessed.length > 0) return guessed;
    }
    return [];
  };
}

/**
 * The typed words without some of them, most likely first: without those that are in no name, without small ones as
 * well, and then without any one of what remains, the least telling first.
 */
function withoutSome(words: readonly SoughtWord[]): (readonly SoughtWord[])[] {
  const heldWords = words.filter(({ text, near }) => near.size > 0 || /\d/.test(text));
  const telling = heldWords.filter(({ text }) => text.length > SMALL_WORD || /\d/.test(text));
  const rest = telling.length > 0 ? telling : heldWords;
  const leastTelling = rest
    .map((word, place) => ({ place, weight: weightOf(word) }))
    .sort((a, b) => a.weight - b.weight || b.place - a.place)
    .map(({ place }) => rest.filter((_, other) => other !== place));
  return [heldWords, rest, ...leastTelling].filter(
    (some) => some.length < words.length && some.some(({ text }) => text.length > SMALL_WORD && !/\d/.test(text)),
  );
}

/** How much a word tells of the name that is meant: most when it was typed as some name has it. */
function weightOf({ text, near }: SoughtWord): number {
  if (/\d/.test(text)) return 0;
  if (isStreetKind(text)) return 1;
  return text.length + (Math.min(...near.values()) <= BEGINNING_COST ? 100 : 0);
}

/** In the query language of the index, of folded words in quotes: no text can be read as that language. */
function clauseOf({ text, readings, near }: SoughtWord): string {
  const readingClauses = readings.map((reading) => `(${reading.map((word) => `"${word}"`).join(" AND ")})`);
  const nearClauses = [...near.keys()].filter((word) => !word.startsWith(text)).map((word) => `"${word}"`);
  return `(${[`"${text}"*`, ...readingClauses, ...nearClauses].join(" OR ")})`;
}

function costOf(words: readonly SoughtWord[], folded: string): number {
  const held = folded.split(/[^\p{L}\p{N}]+/u);
  let sum = 0;
  for (const { text, readings, near } of words) {
    let least = readings.some((reading) => reading.every((word) => held.includes(word))) ? 0 : Infinity;
    for (const word of held) {
      if (word === text) least = 0;
      else if (word.startsWith(text)) least = Math.min(least, BEGINNING_COST);
      else least = Math.min(least, near.get(word) ?? Infinity);
    }
    sum += least;
  }
  return sum;
}

/** How many words the name proper, without the place after its comma, has beside those that were typed. */
function otherWords(words: readonly SoughtWord[], label: string): number {
  const [name = ""] = label.split(", ", 1);
  const isTyped = (word: string) =>
    words.some(
      ({ text, readings, near }) =>
        word.startsWith(text) || readings.some((reading) => reading.includes(word)) || near.has(word),
    );
  return foldName(name)
    .split(" ")
    .filter((word) => !isTyped(word)).length;
}

interface KindRange {
  readonly first: number;
  readonly last: number;
}

/** Names are stored kind by kind, the most general first. */
function readKinds(file: SqliteFile): readonly KindRange[] {
  return file
    .prepare<[], KindRange>(`SELECT min(name) AS "first", max(name) AS "last" FROM names GROUP BY kind ORDER BY 1`)
    .all();
}

function toHit(row: NameRow, match: SearchHit["match"]): SearchHit {
  const { kind, id, label, longitude, latitude, west, south, east, north, station } = row;
  const hasBox = west !== null && south !== null && east !== null && north !== null;
  return {
    kind,
    id,
    label,
    position: [longitude, latitude],
    box: hasBox ? [west, south, east, north] : null,
    stationIndex: station,
    match,
  };
}

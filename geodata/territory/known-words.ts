import { forgivenSlips } from "../geometry/spelling-distance.ts";
import { createSlipCost } from "../geometry/typed-words.ts";
import type { SqliteFile } from "./sqlite-file.ts";

/** Words that are tried for one that has slips: the nearest, then those that stand in most names. */
const MOST_TRIED = 24;

export interface KnownWords {
  /** Words that a typed one may have been meant for, with what that costs. */
  near(typed: string): ReadonlyMap<string, number>;
}

/**
 * Every word of the index of names, as SQLite keeps them (sqlite.org/fts5.html, 8: fts5vocab), with a mark for each
 * letter that is in it. A slip brings in at most one letter that the word does not have, so that most words are
 * passed over by one operation on two numbers.
 */
export function readKnownWords(file: SqliteFile): KnownWords {
  file.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.known_words USING fts5vocab('main', 'name_index', 'row')");
  const rows = file
    .prepare<[], { readonly term: string; readonly doc: number }>(
      "SELECT term, doc FROM temp.known_words ORDER BY doc DESC, term",
    )
    .all()
    .filter(({ term }) => !/\d/.test(term));
  const words = rows.map(({ term }) => term);
  const letters = Uint32Array.from(words, lettersOf);

  return {
    near(typed) {
      const most = forgivenSlips(typed);
      const own = lettersOf(typed);
      const cost = createSlipCost(typed);
      const found: { readonly word: string; readonly cost: number }[] = [];
      for (let place = 0; place < words.length; place++) {
        if (countBits(own & ~(letters[place] ?? 0)) > most) continue;
        const word = words[place] ?? "";
        const wordCost = cost(word);
        if (wordCost < Infinity) found.push({ word, cost: wordCost });
      }
      found.sort((a, b) => a.cost - b.cost);
      return new Map(found.slice(0, MOST_TRIED).map((one) => [one.word, one.cost]));
    },
  };
}

/** One bit for each letter of the Latin alphabet that occurs; other letters have none. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let place = 0; place < word.length; place++) {
    const letter = word.charCodeAt(place) - 97;
    if (letter >= 0 && letter < 26) bits |= 1 << letter;
  }
  return bits >>> 0;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

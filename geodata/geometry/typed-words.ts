import { expandAbbreviation, foldName } from "./fold-name.ts";
import { createSpelling, forgivenSlips, type SpellingDistance } from "./spelling-distance.ts";

/** Nobody types more; a pasted page must not become a query of a thousand words. */
const LONGEST_TEXT = 200;
const MOST_WORDS = 12;

/** A word somebody typed to find a name. */
export interface TypedWord {
  /** Folded, letters and digits only. */
  readonly text: string;
  /** Words that it may stand for: "boulevard" for "bd", "68" and "b" for "68b". All of one line are meant together. */
  readonly readings: readonly (readonly string[])[];
  /** What it costs to take it, with its slips, for a word of a name; see `createSlipCost`. Answers are kept. */
  readonly slipCost: (word: string) => number;
}

/** The words of a text, folded as names are, and what each may stand for. */
export function typedWords(text: string): TypedWord[] {
  return foldName(text.slice(0, LONGEST_TEXT))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS)
    .map((word, place, words) => ({
      text: word,
      readings: [
        ...abbreviated(word),
        ...numberWithLetter(word),
        ...ordinal(word, [words[place - 1], words[place + 1]]),
      ],
      slipCost: kept(createSlipCost(word)),
    }));
}

/** Names share most of their words. */
function kept(cost: (word: string) => number): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = cost(word);
    known.set(word, found);
    return found;
  };
}

function abbreviated(word: string): string[][] {
  const whole = expandAbbreviation(word) ?? PLACE_WORDS.get(word) ?? null;
  return whole === null ? [] : [whole.split(" ")];
}

const DISTRICT = "arrondissement";
const DISTRICT_SHORT = ["arr", "arrdt", "arrond", "ardt"];
/** Short for a place that is no street: nobody writes them in an address. */
const PLACE_WORDS: ReadonlyMap<string, string> = new Map([
  ["bv", "bureau"],
  ...DISTRICT_SHORT.map((word) => [word, DISTRICT] as const),
]);

/** Names have "11e" and "1er": of an arrondissement its number alone is meant so, "11eme" is wherever it is typed. */
function ordinal(word: string, beside: readonly (string | undefined)[]): string[][] {
  const [, number, ending] = /^(\d{1,2})(eme|ieme|ere)?$/.exec(word) ?? [];
  const isOrdinal =
    ending !== undefined || beside.some((one) => one === DISTRICT || DISTRICT_SHORT.includes(one ?? ""));
  return number === undefined || !isOrdinal ? [] : [[number === "1" ? "1er" : `${number}e`]];
}

/** "12bis" is written apart in names. "11e" and "1er" are not house numbers. */
function numberWithLetter(word: string): string[][] {
  const [, number, letter] = /^(\d+)(bis|ter|quater|[a-df-z])$/.exec(word) ?? [];
  return number === undefined || letter === undefined ? [] : [[number, letter]];
}

/** What it costs to take a typed word for another: nothing for itself, little for its beginning, more for each slip. */
export const BEGINNING_COST = 1;
const SLIP_COST = 3;
/** Few people slip on the first letter. */
const FIRST_LETTER_COST = 1;

/** Measures words against a typed one that may have slips. Infinity is no match. */
export function createSlipCost(typed: string): (word: string) => number {
  const most = forgivenSlips(typed);
  const distance = createSpelling(typed, most);
  return (word) => {
    const cost = slipCost(distance(word), typed.length);
    return cost > 0 && typed[0] !== word[0] ? cost + FIRST_LETTER_COST : cost;
  };
}

/** Three letters with a slip are the beginning of too many words: only a whole word may be meant. */
function slipCost({ whole, beginning }: SpellingDistance, length: number): number {
  const asWhole = whole * SLIP_COST;
  return length <= 3 && beginning > 0 ? asWhole : Math.min(asWhole, beginning * SLIP_COST + BEGINNING_COST);
}

/**
 * What it costs to take the typed words for a name, in any order; null when one of them is not in it.
 *
 * @param folded the name as `foldName` writes it
 * @param forgives whether words may have slips
 */
export function nameCost(typed: readonly TypedWord[], folded: string, forgives: boolean): number | null {
  const words = folded.split(" ");
  let sum = 0;
  for (const { text, readings, slipCost } of typed) {
    let least = readings.some((reading) => reading.every((one) => words.includes(one))) ? 0 : Infinity;
    for (const word of words) {
      if (word === text) least = 0;
      else if (word.startsWith(text)) least = Math.min(least, BEGINNING_COST);
    }
    if (least === Infinity && forgives) least = Math.min(...words.map(slipCost));
    if (least === Infinity) return null;
    sum += least;
  }
  return sum;
}

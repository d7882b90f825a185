import { holdsWords, wordsOf } from "./station-rows.ts";

/** Longer texts narrow no list any further. */
export const LONGEST_FILTER = 60;

/**
 * A text as the address may hold it: only one that narrows the list to some station, so that every word of it stands in
 * a public name, number or commune. Whatever else somebody types there stays on their screen.
 *
 * @param texts what the stations are found by; see `searchTexts`
 */
export function filterForAddress(text: string, texts: () => readonly string[]): string {
  const written = cleanFilter(text);
  if (written === "") return "";
  const words = wordsOf(written);
  return texts().some((known) => holdsWords(known, words)) ? written : "";
}

/** One space between words; nothing for what is too long to be a name. */
export function cleanFilter(text: string): string {
  const written = text.split(/\s+/).filter(Boolean).join(" ");
  return written.length > LONGEST_FILTER ? "" : written;
}

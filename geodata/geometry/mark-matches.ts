import { foldName } from "./fold-name.ts";
import { BEGINNING_COST, type TypedWord } from "./typed-words.ts";

/** A piece of a label; marked when it is what was typed. Pieces in order make up the label. */
export interface LabelPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Cuts a label where it holds what was typed: as many letters as were typed of a word that begins so, else the whole word. */
export function markMatches(typed: readonly TypedWord[], label: string): LabelPiece[] {
  const pieces: LabelPiece[] = [];
  let done = 0;
  for (const match of label.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = match[0];
    const letters = markedLetters(typed, word);
    if (letters === 0) continue;
    pieces.push({ text: label.slice(done, match.index), isMarked: false });
    pieces.push({ text: word.slice(0, letters), isMarked: true });
    done = match.index + letters;
  }
  return [...pieces, { text: label.slice(done), isMarked: false }].filter(({ text }) => text !== "");
}

function markedLetters(typed: readonly TypedWord[], word: string): number {
  const folded = foldName(word);
  let most = 0;
  for (const { text, readings, slipCost } of typed) {
    if (readings.some((reading) => reading.includes(folded))) return word.length;
    // A ligature is one letter of the label and two of what is typed.
    if (folded.startsWith(text)) most = Math.max(most, folded.length === word.length ? text.length : word.length);
    else if (text.length > 3 && slipCost(folded) > BEGINNING_COST && slipCost(folded) < Infinity) most = word.length;
  }
  return Math.min(most, word.length);
}

/** How far a typed word is from a known one, in slips. Infinity where it is farther than was asked about. */
export interface SpellingDistance {
  /** From the whole word. */
  readonly whole: number;
  /** From the nearest beginning of it: people stop typing early. */
  readonly beginning: number;
}

/**
 * Measures words against one typed word. A slip is a letter too many, too few, another one, or two neighbours swapped:
 * the optimal string alignment distance (Damerau 1964, CACM 7/3; restricted as in Oommen and Loke 1997, each part
 * changed once). Only the band of `most` beside the diagonal is filled in: O(typed length × most) for a word. The last
 * row of the table has the distance from every beginning of the word.
 */
export function createSpelling(typed: string, most: number): (word: string) => SpellingDistance {
  const width = typed.length + most + 1;
  let row = new Uint8Array(width + 1);
  let above = new Uint8Array(width + 1);
  let twoAbove = new Uint8Array(width + 1);
  const far = most + 1;

  return (word) => {
    const columns = Math.min(word.length, typed.length + most);
    if (columns < typed.length - most) return { whole: Infinity, beginning: Infinity };
    for (let column = 0; column <= columns; column++) above[column] = Math.min(column, far);
    for (let line = 1; line <= typed.length; line++) {
      const first = Math.max(1, line - most);
      const last = Math.min(columns, line + most);
      row.fill(far);
      if (line <= most) row[0] = line;
      let least = row[0] ?? far;
      for (let column = first; column <= last; column++) {
        const isSame = typed.charCodeAt(line - 1) === word.charCodeAt(column - 1);
        let slips = (above[column - 1] ?? far) + (isSame ? 0 : 1);
        slips = Math.min(slips, (above[column] ?? far) + 1, (row[column - 1] ?? far) + 1);
        const isSwapped =
          line > 1 &&
          column > 1 &&
          typed.charCodeAt(line - 1) === word.charCodeAt(column - 2) &&
          typed.charCodeAt(line - 2) === word.charCodeAt(column - 1);
        if (isSwapped) slips = Math.min(slips, (twoAbove[column - 2] ?? far) + 1);
        row[column] = Math.min(slips, far);
        least = Math.min(least, slips);
      }
      if (least > most) return { whole: Infinity, beginning: Infinity };
      [twoAbove, above, row] = [above, row, twoAbove];
    }
    let beginning = far;
    for (let column = Math.max(0, typed.length - most); column <= columns; column++) {
      beginning = Math.min(beginning, above[column] ?? far);
    }
    const whole = columns === word.length ? (above[columns] ?? far) : far;
    return { whole: within(whole, most), beginning: within(beginning, most) };
  };
}

function within(slips: number, most: number): number {
  return slips > most ? Infinity : slips;
}

/** Slips that a word of this length is forgiven. Figures none: another number is another house. */
export function forgivenSlips(typed: string): number {
  if (/\d/.test(typed) || typed.length < 3) return 0;
  return typed.length < 6 ? 1 : 2;
}

/** The known words within two typing slips of `word` (or that it begins), nearest first, at most three. */
export function nearestWords(word: string, known: readonly string[]): string[] {
  const typed = word.toLowerCase();
  return known
    .map((candidate) => ({
      candidate,
      slips: typed.length >= 2 && candidate.startsWith(typed) ? 1 : typingSlips(typed, candidate),
    }))
    .filter(({ slips }) => slips <= 2)
    .sort((a, b) => a.slips - b.slips)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Levenshtein distance: letters added, dropped or replaced. */
function typingSlips(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? a.length;
}

/**
 * Exchanges chosen stations for stations of a pool until no exchange brings the margins nearer to balance. What is made
 * small is the sum of the fourth powers of the gaps, which follows the largest. Fixed stations stay. The pool is a few
 * stations at random, not all of them: otherwise the same middling stations would end up in every draw.
 *
 * Complexity: some rounds × stations × pool × margins, most of it cut short as soon as an exchange cannot win.
 *
 * @param draw chosen stations; not changed
 * @param pool stations to exchange for, each once; those already chosen are passed over
 * @param balance one per margin: what a station adds to its gap
 */
export function improveDraw(
  draw: Int32Array,
  pool: Int32Array,
  balance: readonly Float64Array[],
  isFixed: (station: number) => boolean,
): Int32Array {
  const chosen = Int32Array.from(draw);
  const taken = new Set(chosen);
  const free = pool.filter((station) => !taken.has(station) && !isFixed(station));
  const gaps = Float64Array.from(balance, (column) => chosen.reduce((sum, station) => sum + (column[station] ?? 0), 0));
  let badness = gaps.reduce((sum, gap) => sum + gap ** 4, 0);
  let unchanged = 0;
  for (let place = 0; unchanged < chosen.length; place = (place + 1) % chosen.length) {
    unchanged++;
    const leaving = chosen[place] ?? 0;
    if (isFixed(leaving)) continue;
    let best = badness * (1 - SMALLEST_GAIN);
    let from = -1;
    for (let j = 0; j < free.length; j++) {
      const after = badnessAfter(gaps, balance, leaving, free[j] ?? 0, best);
      if (after >= best) continue;
      best = after;
      from = j;
    }
    if (from === -1) continue;
    const coming = free[from] ?? 0;
    balance.forEach((column, k) => {
      gaps[k] = (gaps[k] ?? 0) - (column[leaving] ?? 0) + (column[coming] ?? 0);
    });
    chosen[place] = coming;
    free[from] = leaving;
    badness = best;
    unchanged = 0;
  }
  return chosen.sort();
}

/** A gain below this share is rounding: without it two exchanges could undo each other for ever. */
const SMALLEST_GAIN = 1e-9;

/** Stops adding as soon as `limit` is passed. */
function badnessAfter(
  gaps: Float64Array,
  balance: readonly Float64Array[],
  leaving: number,
  coming: number,
  limit: number,
): number {
  let badness = 0;
  for (let k = 0; k < balance.length && badness < limit; k++) {
    const column = balance[k];
    if (!column) continue;
    const gap = (gaps[k] ?? 0) - (column[leaving] ?? 0) + (column[coming] ?? 0);
    const square = gap * gap;
    badness += square * square;
  }
  return badness;
}

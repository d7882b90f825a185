/** The draw that `random` falls on. Throws RangeError when there is none. */
export function pickDraw(draws: readonly Int32Array[], chances: Float64Array, random: () => number): Int32Array {
  let mark = random();
  for (const [j, draw] of draws.entries()) {
    mark -= chances[j] ?? 0;
    if (mark < 0) return draw;
  }
  const last = draws.at(-1);
  if (!last) throw new RangeError("expected at least one draw");
  return last;
}

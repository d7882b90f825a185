/**
 * Draws stations with the given probabilities and nothing else in mind: systematic sampling along a random order.
 * Returns the chosen stations in index order; as many as the probabilities add up to, a whole number.
 * Source: Goodman & Kish 1950 (JASA 45:350).
 */
export function drawProportional(probabilities: Float64Array, random: () => number): Int32Array {
  const order = Int32Array.from(probabilities, (_, i) => i);
  shuffleFirst(order, order.length, random);
  const count = Math.round(probabilities.reduce((sum, probability) => sum + probability, 0));
  const chosen = new Int32Array(count);
  let taken = 0;
  let reached = 0;
  let mark = random();
  for (const station of order) {
    reached += probabilities[station] ?? 0;
    if (taken === count || reached <= mark) continue;
    chosen[taken++] = station;
    mark += 1;
  }
  // Rounding can leave the last mark a hair beyond the end of the line.
  if (taken < count) chosen[taken] = order.findLast((station) => !chosen.subarray(0, taken).includes(station)) ?? 0;
  return chosen.sort();
}

/** Draws `count` of `stations` stations, all alike. In index order. */
export function drawSimple(stations: number, count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: stations }, (_, i) => i);
  shuffleFirst(order, count, random);
  return order.slice(0, count).sort();
}

/** Puts a random choice of `count` entries first, in random order (Fisher & Yates). */
export function shuffleFirst(order: Int32Array, count: number, random: () => number): void {
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (order.length - i));
    const swapped = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = swapped;
  }
}

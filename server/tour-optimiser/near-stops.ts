/** For each stop the stops nearest to it, nearest first: `list[stop × width + rank]`. */
export interface NearStops {
  readonly width: number;
  readonly list: Int32Array;
}

/**
 * The `width` nearest stops of every stop, by the walk there and back, ties by number. Each row keeps its nearest few
 * sorted while it is read once; rows are done a block at a time, because the walk back lies in a column, and a column is
 * read from memory as fast as a row only when several neighbours are read together. O(n²) time.
 */
export function findNearStops(stopCount: number, durations: Float32Array, width: number): NearStops {
  const rowWidth = Math.max(0, Math.min(width, stopCount - 1));
  const list = new Int32Array(stopCount * rowWidth);
  if (rowWidth === 0) return { width: rowWidth, list };
  const keys = new Float32Array(BLOCK * rowWidth);
  const counts = new Int32Array(BLOCK);
  for (let first = 0; first < stopCount; first += BLOCK) {
    const size = Math.min(BLOCK, stopCount - first);
    counts.fill(0);
    for (let other = 0; other < stopCount; other++) {
      const back = other * stopCount + first;
      for (let row = 0; row < size; row++) {
        const stop = first + row;
        if (stop === other) continue;
        const key = (durations[stop * stopCount + other] ?? 0) + (durations[back + row] ?? 0);
        const count = counts[row] ?? 0;
        const start = row * rowWidth;
        if (count === rowWidth && key >= (keys[start + rowWidth - 1] ?? 0)) continue;
        const listStart = stop * rowWidth;
        let at = count < rowWidth ? count : rowWidth - 1;
        if (count < rowWidth) counts[row] = count + 1;
        while (at > 0 && (keys[start + at - 1] ?? 0) > key) {
          keys[start + at] = keys[start + at - 1] ?? 0;
          list[listStart + at] = list[listStart + at - 1] ?? 0;
          at--;
        }
        keys[start + at] = key;
        list[listStart + at] = other;
      }
    }
  }
  return { width: rowWidth, list };
}

/** One cache line of floats. */
const BLOCK = 16;

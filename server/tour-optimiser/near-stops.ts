/** For each stop the stops nearest to it, nearest first: `list[stop × width + rank]`. */
export interface NearStops {
  readonly width: number;
  readonly list: Int32Array;
}

/**
 * The `width` nearest stops of every stop, by the walk there and back. Partial selection: a row is cut to the nearest
 * few by quickselect, and only those are sorted. O(n²) time.
 */
export function findNearStops(stopCount: number, durations: Float32Array, width: number): NearStops {
  const rowWidth = Math.max(0, Math.min(width, stopCount - 1));
  const list = new Int32Array(stopCount * rowWidth);
  const keys = new Float32Array(stopCount);
  const stops = new Int32Array(stopCount);
  for (let stop = 0; stop < stopCount; stop++) {
    let count = 0;
    for (let other = 0; other < stopCount; other++) {
      if (other === stop) continue;
      keys[count] = (durations[stop * stopCount + other] ?? 0) + (durations[other * stopCount + stop] ?? 0);
      stops[count++] = other;
    }
    if (rowWidth < count) selectSmallest(keys, stops, count, rowWidth);
    const row = Array.from({ length: rowWidth }, (_, index) => index);
    row.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || (stops[a] ?? 0) - (stops[b] ?? 0));
    row.forEach((at, rank) => {
      list[stop * rowWidth + rank] = stops[at] ?? 0;
    });
  }
  return { width: rowWidth, list };
}

/** Reorders both arrays so that the `kept` smallest keys come first (Hoare's selection, median of three). */
function selectSmallest(keys: Float32Array, stops: Int32Array, count: number, kept: number): void {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = medianOfThree(keys[low] ?? 0, keys[(low + high) >> 1] ?? 0, keys[high] ?? 0);
    let left = low;
    let right = high;
    while (left <= right) {
      while ((keys[left] ?? 0) < pivot) left++;
      while ((keys[right] ?? 0) > pivot) right--;
      if (left > right) break;
      swap(keys, left, right);
      swap(stops, left, right);
      left++;
      right--;
    }
    if (kept - 1 <= right) high = right;
    else if (kept - 1 >= left) low = left;
    else return;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function swap(numbers: Float32Array | Int32Array, one: number, other: number): void {
  const kept = numbers[one] ?? 0;
  numbers[one] = numbers[other] ?? 0;
  numbers[other] = kept;
}

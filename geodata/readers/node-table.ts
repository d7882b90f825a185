import type { Position } from "../geometry/position.ts";

/**
 * Positions of the nodes that ways are made of: sorted ids beside coordinates in units of 1e-7 degree (the precision
 * of OpenStreetMap, 1 cm), 16 bytes per node.
 */
export interface NodeTable {
  readonly size: number;
  /** Where a node stands in the table, -1 when no way needs it. */
  indexOf(id: number): number;
  idAt(index: number): number;
  place(index: number, longitude: number, latitude: number): void;
  isPlaced(index: number): boolean;
  /** Degrees. Means nothing for a node that is not placed. */
  positionAt(index: number): Position;
}

const UNITS_PER_DEGREE = 1e7;
const NOWHERE = -0x80000000;

/** A table for these ids, in any order and as often as they come. The array is sorted in place. */
export function createNodeTable(ids: Float64Array): NodeTable {
  const sorted = withoutRepeats(ids.sort());
  const longitudes = new Int32Array(sorted.length).fill(NOWHERE);
  const latitudes = new Int32Array(sorted.length);
  // Files and ways go through ids mostly in order: the next one is tried before the search begins.
  let hint = 0;

  function indexOf(id: number): number {
    if (sorted[hint + 1] === id) return ++hint;
    if (sorted[hint] === id) return hint;
    const found = findSorted(sorted, id);
    if (found !== -1) hint = found;
    return found;
  }
  return {
    size: sorted.length,
    indexOf,
    idAt: (index) => sorted[index] ?? Number.NaN,
    place: (index, longitude, latitude) => {
      longitudes[index] = Math.round(longitude * UNITS_PER_DEGREE);
      latitudes[index] = Math.round(latitude * UNITS_PER_DEGREE);
    },
    isPlaced: (index) => index < sorted.length && longitudes[index] !== NOWHERE,
    positionAt: (index) => [
      (longitudes[index] ?? NOWHERE) / UNITS_PER_DEGREE,
      (latitudes[index] ?? NOWHERE) / UNITS_PER_DEGREE,
    ],
  };
}

/** Index of a value in a sorted list, -1 when it is not there. */
export function findSorted(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] ?? Number.NaN;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The same ascending list with each value once, over the same memory. */
function withoutRepeats(sorted: Float64Array): Float64Array {
  let length = 0;
  for (let index = 0; index < sorted.length; index++) {
    if (index === 0 || sorted[index] !== sorted[index - 1]) sorted[length++] = sorted[index] ?? Number.NaN;
  }
  return sorted.subarray(0, length);
}

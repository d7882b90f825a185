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
  /** Degrees. These mean nothing for a node that is not placed. */
  longitudeAt(index: number): number;
  latitudeAt(index: number): number;
  positionAt(index: number): Position;
}

const UNITS_PER_DEGREE = 1e7;
const NOWHERE = -0x80000000;

/** A table for these ids, in any order and as often as they come. The array is sorted in place. */
export function createNodeTable(ids: Float64Array): NodeTable {
  const sorted = withoutRepeats(ids.sort());
  const directory = createDirectory(sorted);
  const longitudes = new Int32Array(sorted.length).fill(NOWHERE);
  const latitudes = new Int32Array(sorted.length);
  // Files and ways go through ids mostly in order: the next one is tried before the search begins.
  let hint = 0;

  function indexOf(id: number): number {
    if (sorted[hint + 1] === id) return ++hint;
    if (sorted[hint] === id) return hint;
    const stretch = directory.stretchOf(id);
    const found = findBetween(sorted, id, directory.startOf(stretch), directory.startOf(stretch + 1) - 1);
    if (found !== -1) hint = found;
    return found;
  }
  const longitudeAt = (index: number) => (longitudes[index] ?? NOWHERE) / UNITS_PER_DEGREE;
  const latitudeAt = (index: number) => (latitudes[index] ?? NOWHERE) / UNITS_PER_DEGREE;
  return {
    size: sorted.length,
    indexOf,
    idAt: (index) => sorted[index] ?? Number.NaN,
    place: (index, longitude, latitude) => {
      longitudes[index] = Math.round(longitude * UNITS_PER_DEGREE);
      latitudes[index] = Math.round(latitude * UNITS_PER_DEGREE);
    },
    isPlaced: (index) => index < sorted.length && longitudes[index] !== NOWHERE,
    longitudeAt,
    latitudeAt,
    positionAt: (index) => [longitudeAt(index), latitudeAt(index)],
  };
}

/** Ids to a stretch of the directory, on average. */
const IDS_PER_STRETCH = 8;

/**
 * Cuts the range of ids into equal stretches and notes where each begins, so that a search meets a few ids and not
 * the whole table: four bytes per eight ids, and one reach into far memory instead of twenty.
 */
function createDirectory(sorted: Float64Array): { stretchOf(id: number): number; startOf(stretch: number): number } {
  const lowest = sorted[0] ?? 0;
  const width = Math.max(1, ((sorted[sorted.length - 1] ?? 0) - lowest + 1) / (sorted.length / IDS_PER_STRETCH));
  const stretchOf = (id: number) => Math.floor((id - lowest) / width);
  const count = sorted.length === 0 ? 0 : stretchOf(sorted[sorted.length - 1] ?? 0) + 1;
  const starts = new Uint32Array(count + 1).fill(sorted.length);
  for (let index = sorted.length - 1; index >= 0; index--) starts[stretchOf(sorted[index] ?? 0)] = index;
  for (let stretch = count - 1; stretch >= 0; stretch--) {
    starts[stretch] = Math.min(starts[stretch] ?? 0, starts[stretch + 1] ?? sorted.length);
  }
  return { stretchOf, startOf: (stretch) => (stretch < 0 ? 0 : (starts[stretch] ?? sorted.length)) };
}

/** Index of a value in a sorted list, -1 when it is not there. */
export function findSorted(sorted: Float64Array, value: number): number {
  return findBetween(sorted, value, 0, sorted.length - 1);
}

function findBetween(sorted: Float64Array, value: number, first: number, last: number): number {
  let low = first;
  let high = last;
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

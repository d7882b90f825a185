/** Pixels of the radius of the largest circle, where there is room and where there is little. */
const LARGEST_RADIUS = 24;
const SMALLEST_LARGEST = 9;
/** Largest radius times the root of the number of circles: the same share of the map is covered, whatever their number. */
const CROWD = 150;

export interface CircleSizes {
  /** Pixels; the area of a circle is in proportion to its value. */
  readonly radiusOf: (value: number) => number;
  /** Round values for the legend, largest first. */
  readonly samples: readonly number[];
}

/** Sizes of circles that stand for counts. Null without a count above zero. */
export function circleSizes(values: readonly number[]): CircleSizes | null {
  const most = values.reduce((high, value) => Math.max(high, value), 0);
  if (most <= 0) return null;
  const largest = Math.min(LARGEST_RADIUS, Math.max(SMALLEST_LARGEST, CROWD / Math.sqrt(values.length)));
  return {
    radiusOf: (value) => largest * Math.sqrt(Math.max(0, value) / most),
    samples: [...new Set([roundBelow(most), roundBelow(most / 3), roundBelow(most / 10)])],
  };
}

/** The next of 1, 2, 5, 10, 20, 50… that is not above the value. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [5, 2, 1].find((one) => one * power <= value * (1 + 1e-9)) ?? 1;
  return step * power;
}

/** A straight scale from values to pixels, with round values to mark on it. */
export interface ChartScale {
  readonly ticks: readonly number[];
  /** Where a value is drawn. */
  readonly at: (value: number) => number;
}

/**
 * @param values what must fit, of which 0 always is one
 * @param from, to pixels of the lowest and of the highest end
 */
export function chartScale(values: readonly number[], from: number, to: number, mostTicks = 5): ChartScale {
  const low = values.reduce((least, one) => Math.min(least, one), 0);
  const high = values.reduce((most, one) => Math.max(most, one), 0);
  const span = Math.max(high - low, LEAST_SPAN);
  const step = roundStep(span / mostTicks);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return {
    // Adding zero makes a plain 0 of −0.
    ticks: Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step + 0),
    at: (value) => from + ((value - low) / span) * (to - from),
  };
}

/** Values that do not differ still need a scale. */
const LEAST_SPAN = 1e-9;

/** The smallest of 1, 2 or 5 times a power of ten that is not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10) * power;
}

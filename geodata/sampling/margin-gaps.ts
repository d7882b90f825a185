import type { Margin } from "./sampling-frame.ts";

/**
 * Gap of one margin in standard deviations: weighted mean of the chosen stations that have a value, less the
 * reference. NaN when none of them has one.
 *
 * @param weightOf weight of the chosen station at a place of `draw`
 */
export function marginGap(margin: Margin, draw: Int32Array, weightOf: (place: number) => number): number {
  let sum = 0;
  let known = 0;
  for (let place = 0; place < draw.length; place++) {
    const value = margin.standardised[draw[place] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const weight = weightOf(place);
    sum += weight * value;
    known += weight;
  }
  return known > 0 ? sum / known : Number.NaN;
}

/** The largest gap, sign left out, among the margins that some chosen station has a value for; 0 without margins. */
export function largestGap(margins: readonly Margin[], draw: Int32Array, weightOf: (place: number) => number): number {
  let largest = 0;
  for (const margin of margins) {
    const gap = Math.abs(marginGap(margin, draw, weightOf));
    if (gap > largest) largest = gap;
  }
  return largest;
}

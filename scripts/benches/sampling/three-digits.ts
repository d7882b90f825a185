/** As many digits as a figure of a bench is good for. */
export function threeDigits(value: number): number {
  return Number(value.toPrecision(3));
}

/** Gaps of a way of drawing, in so many digits. */
export function gapDigits({ mean, percentile95 }: { readonly mean: number; readonly percentile95: number }) {
  return { mean: threeDigits(mean), percentile95: threeDigits(percentile95) };
}

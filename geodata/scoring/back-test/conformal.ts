/**
 * Intervals by split-conformal prediction: the residuals of stations that a fit has not seen, divided by what chance
 * and scale alone explain, give the width that holds 80 % of them, whatever their distribution (Vovk, Gammerman &
 * Shafer 2005; by size class, "Mondrian": Vovk 2012). The scale √(0.03² + 0.15 ÷ N) was measured on 57,047 stations
 * between the European and the legislative election of June 2024.
 */
export const SIZE_CLASSES = [0, 300, 600, 900] as const;

/** Place in SIZE_CLASSES of a station with this many registered voters. */
export function sizeClass(registered: number): number {
  let place = 0;
  while (place + 1 < SIZE_CLASSES.length && registered >= (SIZE_CLASSES[place + 1] ?? Infinity)) place++;
  return place;
}

/** What a residual is divided by, as a share of registered voters. */
export function residualScale(registered: number): number {
  return Math.sqrt(0.03 ** 2 + 0.15 / Math.max(1, registered));
}

/** Widths by size class, in units of residualScale. */
export type ConformalWidths = readonly number[];

/**
 * A class with fewer residuals than this is not told apart from its neighbours: their residuals are taken together
 * until there are as many.
 */
const SMALLEST_CLASS = 40;

/**
 * @param residuals of stations, as shares of registered voters; @param level e.g. 0.8
 * Null where there are fewer than SMALLEST_CLASS residuals in all.
 */
export function conformalWidths(
  residuals: readonly { readonly residual: number; readonly registered: number }[],
  level: number,
): ConformalWidths | null {
  if (residuals.length < SMALLEST_CLASS) return null;
  const scaled = residuals.map(({ residual, registered }) => ({
    width: Math.abs(residual) / residualScale(registered),
    place: sizeClass(registered),
  }));
  return SIZE_CLASSES.map((_, place) => {
    for (let reach = 0; ; reach++) {
      const near = scaled.filter((one) => Math.abs(one.place - place) <= reach);
      if (near.length >= SMALLEST_CLASS || reach > SIZE_CLASSES.length) return quantile(near, level);
    }
  });
}

/** The ⌈(n + 1) · level⌉-th smallest, which is what makes the coverage hold for small n. */
function quantile(scaled: readonly { readonly width: number }[], level: number): number {
  const sorted = scaled.map(({ width }) => width).sort((a, b) => a - b);
  const place = Math.min(sorted.length - 1, Math.ceil((sorted.length + 1) * level) - 1);
  return sorted[place] ?? 0;
}

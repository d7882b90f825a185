/** A count out of a total, e.g. abstentions out of registered voters. */
export interface CountedShare {
  readonly count: number;
  readonly total: number;
}

export interface ShrunkShare {
  readonly share: number;
  /** Variance of the shrunk share (beta posterior). */
  readonly variance: number;
}

/**
 * Empirical Bayes: draws the share of each station towards the mean of all, the more so the smaller the station, so
 * that a station of 300 is not at an extreme by chance. s~ = (n s + φ m) / (n + φ), with φ = 1/ρ and ρ the
 * overdispersion by moments: the weighted mean of [((s - m)² - m(1 - m)/n) / (m(1 - m))].
 * Source: beta-binomial shrinkage, Efron & Morris 1975; moments as in Marshall 1991 (Applied Statistics 40:283).
 *
 * A total of zero gets the mean. An empty list gives an empty list.
 */
export function shrinkShares(rows: readonly CountedShare[]): readonly ShrunkShare[] {
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const mean = total > 0 ? rows.reduce((sum, row) => sum + row.count, 0) / total : 0;
  const precision = priorPrecision(rows, mean, total);
  return rows.map(({ count, total: size }) => {
    const weight = size + precision;
    const share = weight > 0 ? (count + precision * mean) / weight : mean;
    return { share, variance: Math.max(0, share * (1 - share)) / (weight + 1) };
  });
}

/** φ: how many voters the mean of all stations counts for. Bounded so that neither side is ignored. */
function priorPrecision(rows: readonly CountedShare[], mean: number, total: number): number {
  const binomial = mean * (1 - mean);
  if (binomial <= 0 || total <= 0) return LARGEST_PRECISION;
  let overdispersion = 0;
  for (const row of rows) {
    if (row.total <= 0) continue;
    const deviation = row.count / row.total - mean;
    overdispersion += (row.total / total) * ((deviation * deviation - binomial / row.total) / binomial);
  }
  return overdispersion > 0 ? clamp(1 / overdispersion, SMALLEST_PRECISION, LARGEST_PRECISION) : LARGEST_PRECISION;
}

const SMALLEST_PRECISION = 10;
const LARGEST_PRECISION = 2000;

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

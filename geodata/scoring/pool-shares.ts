import { predict, type RegressionRows, ridgeFit } from "./ridge.ts";
import type { StationGround } from "./station-ground.ts";

/** What the share of a station is drawn towards where its own count is small. */
export type PriorKind = "mean" | "neighbours" | "census";

/** Counts out of totals by station, e.g. abstentions out of registered; NaN where a station has none. */
export interface CountedColumn {
  readonly counts: Float64Array;
  readonly totals: Float64Array;
}

/**
 * Share of each station after partial pooling, 0 to 1; NaN where there was no count. Partial pooling by empirical Bayes: s~ = (n s + φ m) / (n + φ). The prior m of a station is the mean of all
 * ("mean"), a regression on the share of its nearest stations ("neighbours"), or on these and the census ("census");
 * φ = 1/ρ with ρ the overdispersion about m by moments, the weighted mean of [((s - m)² - m(1 - m)/n) / (m(1 - m))].
 * A station of 300 is not at an extreme by chance, and one of 1,500 keeps its own count.
 * Source: beta-binomial shrinkage, Efron & Morris 1975; moments as in Marshall 1991 (Applied Statistics 40:283).
 */
export function poolShares(column: CountedColumn, ground: StationGround, prior: PriorKind): Float64Array {
  const { counts, totals } = column;
  const means = priorMeans(column, ground, prior);
  const precision = priorPrecision(column, means);
  return counts.map(
    (count, station) => (count + precision * (means[station] ?? 0)) / ((totals[station] ?? Number.NaN) + precision),
  );
}

/** Pools a count out of a total over the stations; see poolShares. */
export type Pooling = (counts: Float64Array, totals: Float64Array) => Float64Array;

/** Pooled shares, each column computed once: a round takes part in the scores of many elections. */
export function createPooling(ground: StationGround, prior: PriorKind): Pooling {
  const known = new Map<Float64Array, Map<Float64Array, Float64Array>>();
  return (counts, totals) => {
    const ofCounts = known.get(counts) ?? new Map<Float64Array, Float64Array>();
    known.set(counts, ofCounts);
    const shares = ofCounts.get(totals) ?? poolShares({ counts, totals }, ground, prior);
    ofCounts.set(totals, shares);
    return shares;
  };
}

/** Fewer stations than this have no regression of their own: the mean is the prior. */
const SMALLEST_REGRESSION = 30;
/** Share of a predictor's own variance: enough to keep collinear census columns apart. */
export const PRIOR_PENALTY = 0.05;
const SMALLEST_PRECISION = 10;
const LARGEST_PRECISION = 2000;

function priorMeans(column: CountedColumn, ground: StationGround, prior: PriorKind): Float64Array {
  const overall = meanOf(column);
  const rows = prior === "mean" ? null : priorRows(column, ground, prior);
  if (!rows) return new Float64Array(column.counts.length).fill(overall);
  const fit = ridgeFit(rows, PRIOR_PENALTY);
  return rows.target.map((_, station) => bounded(predict(fit, rows.predictors, station)));
}

/**
 * The rows that a prior is fitted on: neighbours' share, then census columns (0, their mean, where unknown). Null
 * where stations are too few.
 */
export function priorRows(column: CountedColumn, ground: StationGround, prior: PriorKind): RegressionRows | null {
  const { counts, totals } = column;
  const size = counts.length;
  const overall = meanOf(column);
  const census = prior === "census" ? ground.census : [];
  const width = prior === "mean" ? 0 : 1 + census.length;
  const predictors = new Float64Array(size * width);
  const target = new Float64Array(size);
  const weight = new Float64Array(size);
  let known = 0;
  for (let station = 0; station < size; station++) {
    const total = totals[station] ?? 0;
    if (total > 0) {
      known++;
      target[station] = (counts[station] ?? 0) / total;
      weight[station] = total;
    }
    if (width === 0) continue;
    predictors[station * width] = neighbourShare(column, ground, station) ?? overall;
    census.forEach(({ values }, place) => {
      const value = values[station] ?? Number.NaN;
      predictors[station * width + 1 + place] = Number.isNaN(value) ? 0 : value;
    });
  }
  return known >= SMALLEST_REGRESSION ? { width, predictors, target, weight } : null;
}

function neighbourShare({ counts, totals }: CountedColumn, ground: StationGround, station: number): number | null {
  const { width, indices } = ground.neighbours;
  let count = 0;
  let total = 0;
  for (let rank = 0; rank < width; rank++) {
    const other = indices[station * width + rank] ?? station;
    const size = totals[other] ?? Number.NaN;
    if (!(size > 0)) continue;
    count += counts[other] ?? 0;
    total += size;
  }
  return total > 0 ? count / total : null;
}

/** How many voters the prior counts for, φ: bounded so that neither the station nor its prior is ignored. */
function priorPrecision({ counts, totals }: CountedColumn, means: Float64Array): number {
  let weightSum = 0;
  let overdispersion = 0;
  for (let station = 0; station < counts.length; station++) {
    const total = totals[station] ?? 0;
    const mean = means[station] ?? 0;
    const binomial = mean * (1 - mean);
    if (!(total > 0) || binomial <= 0) continue;
    const away = (counts[station] ?? 0) / total - mean;
    weightSum += total;
    overdispersion += total * ((away * away - binomial / total) / binomial);
  }
  const rho = weightSum > 0 ? overdispersion / weightSum : 0;
  return rho > 0 ? Math.min(LARGEST_PRECISION, Math.max(SMALLEST_PRECISION, 1 / rho)) : LARGEST_PRECISION;
}

function meanOf({ counts, totals }: CountedColumn): number {
  let count = 0;
  let total = 0;
  for (let station = 0; station < counts.length; station++) {
    if (!((totals[station] ?? 0) > 0)) continue;
    count += counts[station] ?? 0;
    total += totals[station] ?? 0;
  }
  return total > 0 ? count / total : 0;
}

function bounded(share: number): number {
  return Math.min(0.999, Math.max(0.001, share));
}

import { solvePositive } from "../numbers/solve-positive.ts";

export interface RakingLimits {
  /** Smallest and largest factor on a weight, around 1. */
  readonly low: number;
  readonly high: number;
  /** Stops closing gaps where unequal weights would multiply the variance by more than this (Kish). */
  readonly largestKish: number;
}

/** Gaps are let be, then weighed dearer each round, until they are closed or cannot be. */
const SOFTEST = 1;
const HARDEST = 1e-8;
const HARDER = 4;
const CLOSED = 1e-7;

/**
 * Factors on weights that bring every margin to zero on average: raking (calibration with the exponential distance)
 * between two bounds. Where the bounds leave no exact answer, or one that costs too much, the gaps that are left are
 * small rather than none: the penalty is on their squares. The sum of the weights is kept.
 * Source: Deville & Särndal 1992 (JASA 87:376), case 2 truncated; soft calibration after Beaumont & Bocci 2008.
 *
 * @param weights before, all positive
 * @param columns one per margin: what a station says of it, 0 where it says nothing
 */
export function rakeWeights(
  weights: Float64Array,
  columns: readonly Float64Array[],
  limits: RakingLimits,
): Float64Array {
  const problem = { weights, columns, ...limits };
  let factors: Float64Array = new Float64Array(weights.length).fill(1);
  let multipliers: Float64Array = new Float64Array(columns.length + 1);
  if (columns.length === 0) return factors;
  let gap = largestGap(problem, factors);
  for (let softness = SOFTEST; softness >= HARDEST; softness /= HARDER) {
    multipliers = minimise(problem, multipliers, softness);
    const next = factorsAt(problem, multipliers);
    if (kishFactor(weights.map((weight, i) => weight * (next[i] ?? 1))) > limits.largestKish) break;
    const nextGap = largestGap(problem, next);
    if (nextGap < gap) {
      factors = next;
      gap = nextGap;
    }
    if (gap < CLOSED) break;
  }
  return rescaled(weights, factors, limits);
}

/** n Σw² ÷ (Σw)²: by how much unequal weights multiply the variance of a mean. Source: Kish 1965, section 11.7. */
export function kishFactor(weights: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return sum > 0 ? (weights.length * squares) / (sum * sum) : 1;
}

interface Problem {
  readonly weights: Float64Array;
  readonly columns: readonly Float64Array[];
  readonly low: number;
  readonly high: number;
}

/** Damped Newton on the dual, which is convex; at most some tens of steps. */
function minimise(problem: Problem, start: Float64Array, softness: number): Float64Array {
  let at = start;
  let value = dual(problem, at, softness);
  for (let round = 0; round < 60; round++) {
    const { gradient, hessian } = slopes(problem, at, softness);
    const direction = gradient.slice();
    solvePositive(hessian, direction);
    const descent = direction.reduce((sum, d, k) => sum + d * (gradient[k] ?? 0), 0);
    if (!(descent > 1e-18)) break;
    let length = 1;
    let next = at;
    let nextValue = Number.POSITIVE_INFINITY;
    for (; length > 1e-6; length /= 2) {
      next = at.map((multiplier, k) => multiplier - length * (direction[k] ?? 0));
      nextValue = dual(problem, next, softness);
      if (nextValue <= value - 1e-4 * length * descent) break;
    }
    if (!(nextValue < value)) break;
    at = next;
    value = nextValue;
  }
  return at;
}

function dual({ weights, columns, low, high }: Problem, multipliers: Float64Array, softness: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let value = -total * (multipliers[0] ?? 0);
  for (let i = 0; i < weights.length; i++) {
    const exponent = exponentAt(columns, multipliers, i);
    const factor = Math.min(high, Math.max(low, Math.exp(exponent)));
    value += (weights[i] ?? 0) * factor * (1 + exponent - Math.log(factor));
  }
  for (const multiplier of multipliers.subarray(1)) value += 0.5 * softness * total * multiplier * multiplier;
  return value / total;
}

/** Gradient of the dual, and the lower half of its Hessian, row by row. */
function slopes({ weights, columns, low, high }: Problem, multipliers: Float64Array, softness: number) {
  const count = columns.length + 1;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const gradient = new Float64Array(count);
  const hessian = new Float64Array(count * count);
  const row = new Float64Array(count);
  gradient[0] = -1;
  for (let i = 0; i < weights.length; i++) {
    const factor = Math.exp(exponentAt(columns, multipliers, i));
    const bounded = Math.min(high, Math.max(low, factor));
    const share = ((weights[i] ?? 0) * bounded) / total;
    row[0] = 1;
    for (let k = 1; k < count; k++) row[k] = columns[k - 1]?.[i] ?? 0;
    for (let k = 0; k < count; k++) gradient[k] = (gradient[k] ?? 0) + share * (row[k] ?? 0);
    if (bounded !== factor) continue;
    for (let k = 0; k < count; k++) {
      const line = k * count;
      for (let l = 0; l <= k; l++) hessian[line + l] = (hessian[line + l] ?? 0) + share * (row[k] ?? 0) * (row[l] ?? 0);
    }
  }
  for (let k = 0; k < count; k++) {
    const diagonal = k * count + k;
    hessian[diagonal] = (hessian[diagonal] ?? 0) + (k === 0 ? 1e-9 : softness) + 1e-12;
    if (k > 0) gradient[k] = (gradient[k] ?? 0) + softness * (multipliers[k] ?? 0);
  }
  return { gradient, hessian };
}

function exponentAt(columns: readonly Float64Array[], multipliers: Float64Array, station: number): number {
  let exponent = multipliers[0] ?? 0;
  for (let k = 0; k < columns.length; k++) exponent += (multipliers[k + 1] ?? 0) * (columns[k]?.[station] ?? 0);
  return exponent;
}

function factorsAt({ columns, weights, low, high }: Problem, multipliers: Float64Array): Float64Array {
  return weights.map((_, i) => Math.min(high, Math.max(low, Math.exp(exponentAt(columns, multipliers, i)))));
}

function largestGap({ weights, columns }: Problem, factors: Float64Array): number {
  const total = weights.reduce((sum, weight, i) => sum + weight * (factors[i] ?? 1), 0);
  return Math.max(
    ...columns.map((column) => {
      const sum = column.reduce((part, value, i) => part + value * (weights[i] ?? 0) * (factors[i] ?? 1), 0);
      return Math.abs(sum / total);
    }),
  );
}

/** Keeps the sum of the weights where it can be kept inside the bounds. */
function rescaled(weights: Float64Array, factors: Float64Array, { low, high }: RakingLimits): Float64Array {
  const before = weights.reduce((sum, weight) => sum + weight, 0);
  const after = weights.reduce((sum, weight, i) => sum + weight * (factors[i] ?? 1), 0);
  return factors.map((factor) => Math.min(high, Math.max(low, (factor * before) / after)));
}

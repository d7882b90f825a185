import { LARGEST_LANDING, landDraw } from "./land-draw.ts";
import { nullVector } from "./null-vector.ts";

/** What a draw has to respect. */
export interface BalancedDesign {
  /** Probability of each station of being chosen; the sum is a whole number. */
  readonly probabilities: Float64Array;
  /** One per margin, the most important first: what a station adds to the margin when it is chosen. */
  readonly balance: readonly Float64Array[];
}

/** A probability this close to 0 or 1 is decided. */
const DECIDED = 1e-9;

/**
 * Draws one balanced sample of fixed size by the cube method and returns the chosen stations in index order.
 *
 * Idea: the probabilities are a point in a cube whose corners are samples. *Flight*: among one more undecided stations
 * than there are constraints (size and margins), move along a direction that changes no constraint, this way or that,
 * so that each station's expectation stays its probability, until one is decided; take in the next. *Landing*: when so
 * few are undecided that every direction changes a constraint, the least important margins are given up until all
 * choices among the undecided can be looked at, and one of them is drawn, the better balanced the likelier.
 * Invariants: E(chosen) = probability (to one part in a million); the size is kept; the margins are exact until the
 * landing. Complexity: stations × margins³, with the stations in random order.
 * Source: Deville & Tillé 2004 (Biometrika 91:893); the flight by windows: Chauvet & Tillé 2006 (Computational
 * Statistics 21:53).
 *
 * Throws RangeError when the probabilities leave 0 to 1 or do not add up to a whole number.
 */
export function drawCube(design: BalancedDesign, random: () => number): Int32Array {
  const { balance } = design;
  const count = checkedCount(design.probabilities);
  const probabilities = Float64Array.from(design.probabilities);
  const waiting = shuffledUndecided(probabilities, random);
  const stride = balance.length + 2;
  const matrix = new Float64Array((balance.length + 1) * stride);
  const direction = new Float64Array(stride);
  const pivots = new Int32Array(stride);
  const window: number[] = [];
  let taken = 0;
  let constraints = balance.length + 1;

  while (constraints > 0) {
    while (window.length <= constraints && taken < waiting.length) window.push(waiting[taken++] ?? 0);
    if (window.length < 2) break;
    layOut(matrix, stride, window, balance, constraints);
    if (nullVector(matrix, stride, constraints, window.length, direction, pivots)) {
      step(probabilities, window, direction, random);
      continue;
    }
    const landed = window.length <= LARGEST_LANDING ? landDraw(window, probabilities, balance, random) : null;
    if (landed !== null) {
      for (const station of window) probabilities[station] = landed.includes(station) ? 1 : 0;
      break;
    }
    constraints--;
  }
  const chosen = indicesOf(probabilities, (probability) => probability > 1 - DECIDED);
  const [last] = window;
  // One that is left holds what rounding has gathered: the size decides.
  return last !== undefined && chosen.length < count ? Int32Array.from([...chosen, last]).sort() : chosen;
}

function checkedCount(probabilities: Float64Array): number {
  if (probabilities.some((probability) => !(probability >= 0 && probability <= 1))) {
    throw new RangeError("a probability lies outside 0 to 1");
  }
  const sum = probabilities.reduce((total, probability) => total + probability, 0);
  if (Math.abs(sum - Math.round(sum)) > 1e-6)
    throw new RangeError(`probabilities add up to ${sum}; expected a whole number`);
  return Math.round(sum);
}

function shuffledUndecided(probabilities: Float64Array, random: () => number): Int32Array {
  const undecided = indicesOf(probabilities, (probability) => probability > DECIDED && probability < 1 - DECIDED);
  for (let i = undecided.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const swapped = undecided[i] ?? 0;
    undecided[i] = undecided[j] ?? 0;
    undecided[j] = swapped;
  }
  return undecided;
}

/** The size first, then the margins: what comes last is given up first. */
function layOut(
  matrix: Float64Array,
  stride: number,
  window: readonly number[],
  balance: readonly Float64Array[],
  constraints: number,
): void {
  for (let column = 0; column < window.length; column++) {
    const station = window[column] ?? 0;
    matrix[column] = 1;
    for (let row = 1; row < constraints; row++) matrix[row * stride + column] = balance[row - 1]?.[station] ?? 0;
  }
}

/** Moves as far as the cube allows, forwards or backwards with the chances that keep the expectation. */
function step(probabilities: Float64Array, window: number[], direction: Float64Array, random: () => number): void {
  let forwards = Number.POSITIVE_INFINITY;
  let backwards = Number.POSITIVE_INFINITY;
  window.forEach((station, column) => {
    const slope = direction[column] ?? 0;
    const probability = probabilities[station] ?? 0;
    if (slope > 0) {
      forwards = Math.min(forwards, (1 - probability) / slope);
      backwards = Math.min(backwards, probability / slope);
    } else if (slope < 0) {
      forwards = Math.min(forwards, probability / -slope);
      backwards = Math.min(backwards, (1 - probability) / -slope);
    }
  });
  const length = random() * (forwards + backwards) < backwards ? forwards : -backwards;
  let kept = 0;
  window.forEach((station, column) => {
    const moved = (probabilities[station] ?? 0) + length * (direction[column] ?? 0);
    probabilities[station] = moved < DECIDED ? 0 : moved > 1 - DECIDED ? 1 : moved;
    if (moved >= DECIDED && moved <= 1 - DECIDED) window[kept++] = station;
  });
  window.length = kept;
}

function indicesOf(values: Float64Array, holds: (value: number) => boolean): Int32Array {
  const indices: number[] = [];
  values.forEach((value, i) => {
    if (holds(value)) indices.push(i);
  });
  return Int32Array.from(indices);
}

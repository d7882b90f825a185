export interface WeighedDraws {
  /** Chance of each draw; they add up to 1. */
  readonly chances: Float64Array;
  /** What each station's probability of being chosen then is, exactly. */
  readonly probabilities: Float64Array;
  /** Largest |probability ÷ wanted − 1|. */
  readonly largestDeviation: number;
}

export interface WeighingOptions {
  /** What chances should be like before they are fitted; even when left out. */
  readonly preferences?: readonly number[];
  /** Deviation at which fitting ends. */
  readonly closeEnough?: number;
}

const MOST_ROUNDS = 1000;

/**
 * Gives draws the chances with which every station is chosen as often as wanted: iterative proportional fitting, one
 * station after the other, which keeps the chances as near to the preferences as they can be. Where no chances do that, the deviation says
 * how far it is. Complexity: rounds × stations in all draws; some tens of rounds.
 * Source: Deming & Stephan 1940 (Annals of Mathematical Statistics 11:427); Ireland & Kullback 1968 (Biometrika 55:179).
 *
 * @param draws chosen stations of each draw, as many as the wanted probabilities add up to
 */
export function weighDraws(
  draws: readonly Int32Array[],
  wanted: Float64Array,
  { preferences = draws.map(() => 1), closeEnough = 1e-3 }: WeighingOptions = {},
): WeighedDraws {
  const drawsOf = drawsByStation(draws, wanted.length);
  const total = preferences.reduce((sum, preference) => sum + preference, 0);
  const chances = Float64Array.from(preferences, (preference) => preference / total);
  let probabilities = probabilitiesOf(draws, chances, wanted.length);
  let largestDeviation = deviationFrom(wanted, probabilities);
  for (let round = 0; round < MOST_ROUNDS && largestDeviation > closeEnough; round++) {
    fitEachStation(drawsOf, wanted, chances);
    probabilities = probabilitiesOf(draws, chances, wanted.length);
    largestDeviation = deviationFrom(wanted, probabilities);
  }
  return { chances, probabilities, largestDeviation };
}

/** Raises or lowers the chances of a station's draws until they add up to what is wanted, for one station at a time. */
function fitEachStation(drawsOf: readonly Int32Array[], wanted: Float64Array, chances: Float64Array): void {
  let total = chances.reduce((sum, chance) => sum + chance, 0);
  drawsOf.forEach((own, station) => {
    const probability = wanted[station] ?? 0;
    let sum = 0;
    for (const draw of own) sum += chances[draw] ?? 0;
    const others = total - sum;
    if (!(sum > 0 && others > 0 && probability > 0 && probability < 1)) return;
    const factor = (probability / (1 - probability)) * (others / sum);
    for (const draw of own) chances[draw] = (chances[draw] ?? 0) * factor;
    total = others + sum * factor;
  });
  for (let draw = 0; draw < chances.length; draw++) chances[draw] = (chances[draw] ?? 0) / total;
}

function drawsByStation(draws: readonly Int32Array[], stations: number): readonly Int32Array[] {
  const lists: number[][] = Array.from({ length: stations }, () => []);
  draws.forEach((draw, j) => {
    for (const station of draw) lists[station]?.push(j);
  });
  return lists.map((list) => Int32Array.from(list));
}

function probabilitiesOf(draws: readonly Int32Array[], chances: Float64Array, stations: number): Float64Array {
  const probabilities = new Float64Array(stations);
  draws.forEach((draw, j) => {
    for (const station of draw) probabilities[station] = (probabilities[station] ?? 0) + (chances[j] ?? 0);
  });
  return probabilities;
}

function deviationFrom(wanted: Float64Array, probabilities: Float64Array): number {
  let largest = 0;
  wanted.forEach((probability, station) => {
    if (probability > 0) largest = Math.max(largest, Math.abs((probabilities[station] ?? 0) / probability - 1));
  });
  return largest;
}

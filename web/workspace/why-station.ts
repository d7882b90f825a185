import { type AverageStation, DRIFT_WEIGHT, type Factor, readParts } from "../../server/contract/average-station.ts";
import type { JudgedScore } from "../../server/contract/back-test.ts";
import type { StationScore } from "../../server/contract/scores.ts";

export interface Contribution {
  readonly factor: Factor;
  /** The part at this station and its mean over the territory; null for `other`, which has no number of its own. */
  readonly here: number | null;
  readonly mean: number | null;
  /** What it adds to the score against an average station, as a share of registered voters. */
  readonly added: number;
}

export interface StationReasons {
  /** In the order of the formula. */
  readonly contributions: readonly Contribution[];
  /** Their sum: how far the score lies above that of an average station. */
  readonly total: number;
}

/** Below this an unexplained rest is rounding. */
const LEAST_OTHER = 0.0005;

/**
 * Splits the distance between a station's score and that of an average station among the parts of the score. A product
 * of two parts is split evenly (Shapley value): each change is counted at the mean of the other part, so that the
 * contributions add up exactly, in whatever order they are told.
 */
export function stationReasons(station: StationScore, score: JudgedScore, average: AverageStation): StationReasons {
  const { parts, other } = readParts(station, score);
  const middle = (factor: "intermittent" | "leaning") => ((parts[factor] ?? 0) + (average.parts[factor] ?? 0)) / 2;
  const weights: Readonly<Record<Exclude<Factor, "other">, number>> = {
    intermittent: middle("leaning"),
    leaning: middle("intermittent"),
    drift: DRIFT_WEIGHT,
    near: average.rates.near,
    neutral: average.rates.neutral,
    lapsed: 1,
  };
  const contributions: Contribution[] = FACTORS[score].flatMap((factor) => {
    const [here, mean] = [parts[factor], average.parts[factor]];
    return here === null || mean === null ? [] : [{ factor, here, mean, added: weights[factor] * (here - mean) }];
  });
  const rest = other - average.other;
  if (Math.abs(rest) >= LEAST_OTHER) contributions.push({ factor: "other", here: null, mean: null, added: rest });
  return { contributions, total: contributions.reduce((sum, { added }) => sum + added, 0) };
}

const FACTORS = {
  mobilisation: ["intermittent", "leaning", "drift"],
  persuasion: ["near", "neutral", "lapsed"],
} as const;

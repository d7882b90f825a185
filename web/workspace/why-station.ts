import type { JudgedScore } from "../../server/contract/back-test.ts";
import type { ScorePart, StationScore } from "../../server/contract/scores.ts";

/** What may lift or lower a station's score. `other` is what its parts do not explain, e.g. a census correction. */
export type Factor = "intermittent" | "leaning" | "drift" | "near" | "neutral" | "lapsed" | "other";

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

/** Shares of near and of neutral voters who come over: one value each for the whole territory. */
interface TransferRates {
  readonly near: number;
  readonly neutral: number;
}

/** The average station of a territory: means of the parts of a score, weighted by registered voters. */
export interface AverageStation {
  readonly parts: Readonly<Record<Exclude<Factor, "other">, number | null>>;
  readonly rates: TransferRates;
  /** Mean of what the parts leave unexplained. */
  readonly other: number;
}

/** Null where no station has parts of this score. */
export function averageStation(stations: readonly StationScore[], score: JudgedScore): AverageStation | null {
  const known = stations
    .map((station) => ({ registered: station.registered, read: readParts(station, score) }))
    .filter(({ read }) => Object.values(read.parts).some((value) => value !== null));
  if (known.length === 0) return null;
  const mean = (value: (read: ReadParts) => number | null) => {
    let [sum, weight] = [0, 0];
    for (const { registered, read } of known) {
      const own = value(read);
      if (own === null) continue;
      sum += own * registered;
      weight += registered;
    }
    return weight > 0 ? sum / weight : null;
  };
  return {
    parts: {
      intermittent: mean(({ parts }) => parts.intermittent),
      leaning: mean(({ parts }) => parts.leaning),
      drift: mean(({ parts }) => parts.drift),
      near: mean(({ parts }) => parts.near),
      neutral: mean(({ parts }) => parts.neutral),
      lapsed: mean(({ parts }) => parts.lapsed),
    },
    rates: { near: mean(({ rates }) => rates.near) ?? 0, neutral: mean(({ rates }) => rates.neutral) ?? 0 },
    other: mean(({ other }) => other) ?? 0,
  };
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
const DRIFT_WEIGHT = 0.5;

interface ReadParts {
  readonly parts: Readonly<Record<Exclude<Factor, "other">, number | null>>;
  readonly rates: TransferRates;
  readonly other: number;
}

function readParts(station: StationScore, score: JudgedScore): ReadParts {
  const list = station.parts[score];
  const mobilises = score === "mobilisation";
  const parts = {
    // Without an election of low turnout every abstainer counts as intermittent.
    intermittent: mobilises ? (find(list, "intermittent") ?? find(list, "abstention-high")) : null,
    leaning: mobilises ? find(list, "ours-of-expressed") : null,
    drift: mobilises ? find(list, "ours-drift") : null,
    near: mobilises ? null : find(list, "near-of-registered"),
    neutral: mobilises ? null : find(list, "neutral-of-registered"),
    lapsed: mobilises ? null : find(list, "lapsed"),
  };
  const rates = { near: find(list, "transfer-rate") ?? 0, neutral: find(list, "neutral-transfer-rate") ?? 0 };
  const explained = mobilises
    ? (parts.intermittent ?? 0) * (parts.leaning ?? 0) + DRIFT_WEIGHT * (parts.drift ?? 0)
    : (parts.near ?? 0) * rates.near + (parts.neutral ?? 0) * rates.neutral + (parts.lapsed ?? 0);
  return { parts, rates, other: station[score].signed - explained };
}

function find(parts: readonly ScorePart[], code: string): number | null {
  const value = parts.find((part) => part.code === code)?.value;
  return value === undefined || Number.isNaN(value) ? null : value;
}

import type { JudgedScore } from "./back-test.ts";
import type { ScorePart, StationScore } from "./scores.ts";

/** What may lift or lower a station's score. `other` is what its parts do not explain, e.g. a census correction. */
export type Factor = "intermittent" | "leaning" | "drift" | "near" | "neutral" | "lapsed" | "other";

/** What is read of a score. */
export type PartedScore = Pick<StationScore, "registered" | "parts" | JudgedScore>;

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
export function averageStation(stations: Iterable<PartedScore>, score: JudgedScore): AverageStation | null {
  const known = Array.from(stations, (station) => ({
    registered: station.registered,
    read: readParts(station, score),
  })).filter(({ read }) => Object.values(read.parts).some((value) => value !== null));
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

/** Of what the formula of mobilisation takes of a drift. */
export const DRIFT_WEIGHT = 0.5;

export interface ReadParts {
  readonly parts: Readonly<Record<Exclude<Factor, "other">, number | null>>;
  readonly rates: TransferRates;
  readonly other: number;
}

/** A score by its parts, as far as they are known. */
export function readParts(station: PartedScore, score: JudgedScore): ReadParts {
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

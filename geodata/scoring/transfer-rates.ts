import { estimateVoteTransitions } from "../vote-transitions/estimate-vote-transitions.ts";
import { type CampRound, STANCES } from "./camp-round.ts";

/** Shares of voters who came over to ours from one election to the next, one value each for the territory. */
export interface TransferRates {
  /** Of the near candidates' voters, 0 to 1. */
  readonly near: number;
  /** Of the neutral candidates' voters. */
  readonly neutral: number;
  /** Stations they were estimated from; 0 when they are the assumption alone. */
  readonly stations: number;
}

/** Without two elections to compare: one near voter in four, one neutral in twenty. A judgement, shown as such. */
const ASSUMED = { near: 0.25, neutral: 0.05 };
/** The assumption counts for as much as this many stations. */
const ASSUMED_STATIONS = 20;
/** Registers that changed more than this between the two elections are other people. */
const REGISTER_CHANGE = 0.1;
/** As many stations give one value for a territory as well as all of them do. */
const MOST_STATIONS = 500;

/**
 * Which shares of the near and of the neutral candidates' voters moved to ours between two rounds, from the table of
 * transitions between stances and abstention (see estimateVoteTransitions), drawn towards the assumption where there
 * are few stations.
 */
export function transferRates(latest: CampRound, previous: CampRound | null): TransferRates {
  const stations = previous ? comparable(latest, previous) : [];
  if (!previous || stations.length === 0) return { ...ASSUMED, stations: 0 };
  const estimated = estimateVoteTransitions({
    origins: stations.map((station) => stanceCounts(previous, station)),
    destinations: stations.map((station) => stanceCounts(latest, station)),
  });
  if (!estimated.ok) return { ...ASSUMED, stations: 0 };
  const rate = (stance: "near" | "neutral") => {
    const found = previous.totals[stance] > 0 ? estimated.shares[STANCES.indexOf(stance)]?.[0] : undefined;
    const weight = found === undefined ? 0 : stations.length;
    return (weight * (found ?? 0) + ASSUMED_STATIONS * ASSUMED[stance]) / (weight + ASSUMED_STATIONS);
  };
  return { near: rate("near"), neutral: rate("neutral"), stations: stations.length };
}

/** Votes of one station by stance, in the order of STANCES, then everybody else who is registered. */
export function stanceCounts(round: CampRound, station: number): readonly number[] {
  const votes = STANCES.map((stance) => round.votes[stance][station] ?? 0);
  const cast = votes.reduce((sum, count) => sum + count, 0);
  return [...votes, Math.max(0, (round.registered[station] ?? 0) - cast)];
}

function comparable(latest: CampRound, previous: CampRound): readonly number[] {
  const stations = [...latest.registered.keys()].filter((station) => {
    const now = latest.registered[station] ?? Number.NaN;
    const before = previous.registered[station] ?? Number.NaN;
    return now > 0 && before > 0 && Math.abs(now / before - 1) <= REGISTER_CHANGE;
  });
  const step = Math.ceil(stations.length / MOST_STATIONS);
  return step <= 1 ? stations : stations.filter((_, place) => place % step === 0);
}

import type { CampRound } from "../camp-round.ts";
import { chooseBasis, type ElectionBasis, TURNOUT_GAP, usableRounds } from "../election-basis.ts";
import { mobilisation } from "../mobilisation.ts";
import type { Pooling } from "../pool-shares.ts";
import { comparableStations } from "./comparable-stations.ts";
import { columnAt, naiveAt, realisedAt } from "./foretold-columns.ts";
import type { NaiveIndexes, Realised } from "./judge-index.ts";

/** A past election foretold from what came before it alone. */
export interface PastMobilisation {
  readonly target: CampRound;
  readonly basis: ElectionBasis;
  /** The round that the gain is counted from. */
  readonly reference: CampRound;
  /**
   * Whether clearly more people voted than at the reference: what a mobilisation score is about. Elsewhere the gain
   * shows who lost least.
   */
  readonly mobilised: boolean;
  readonly realised: Realised;
  /** Mobilisation as it would have been shown before the election, for the realised stations. */
  readonly score: Float64Array;
  readonly naive: NaiveIndexes;
}

/**
 * Takes each round in turn as the one to foretell. The score of an election is made of the rounds before it, by the
 * rules that make today's score, and compared with our gain in votes ÷ registered: from the election of low turnout
 * where the target mobilised, else from the round of the same kind before it, else from the latest.
 *
 * @param rounds first rounds, latest first; the answer has the same order, without rounds that nothing precedes
 */
export function pastMobilisation(
  rounds: readonly CampRound[],
  groups: readonly (string | null)[],
  pool: Pooling,
): readonly PastMobilisation[] {
  return usableRounds(rounds).flatMap((target) => {
    const before = rounds.slice(rounds.indexOf(target) + 1);
    const basis = chooseBasis(before);
    if (!basis) return [];
    const low = basis.low ?? basis.high;
    const mobilised = target.totals.turnoutShare >= low.totals.turnoutShare + TURNOUT_GAP;
    const reference = mobilised ? low : (sameKind(target, usableRounds(before)) ?? low);
    const score = mobilisation(basis, pool).potential;
    const places = comparableStations(target, [reference, basis.high, ...(basis.low ? [basis.low] : [])], score);
    if (places.length === 0) return [];
    const own = (round: CampRound, station: number) =>
      (round.votes.ours[station] ?? 0) / (round.registered[station] ?? 1);
    return [
      {
        target,
        basis,
        reference,
        mobilised,
        realised: realisedAt(target, places, groups, (station) => own(target, station) - own(reference, station)),
        score: columnAt(places, (station) => score[station] ?? 0),
        naive: naiveAt(reference, places, (station) => own(reference, station)),
      },
    ];
  });
}

function sameKind(target: CampRound, before: readonly CampRound[]): CampRound | undefined {
  return before.find(({ election }) => election.type === target.election.type);
}

import type { CampRound } from "../camp-round.ts";
import { usableRounds } from "../election-basis.ts";
import { choosePersuasionBasis, type PersuasionBasis, persuasion } from "../persuasion.ts";
import type { Pooling } from "../pool-shares.ts";
import { comparableStations } from "./comparable-stations.ts";
import { columnAt, naiveAt, oursOfExpressed, realisedAt } from "./foretold-columns.ts";
import type { NaiveIndexes, Realised } from "./judge-index.ts";

/** A past election whose changes of mind are foretold from what came before it alone. */
export interface PastPersuasion {
  readonly target: CampRound;
  readonly basis: PersuasionBasis;
  readonly realised: Realised;
  readonly score: Float64Array;
  readonly naive: NaiveIndexes;
}

/**
 * Takes each round in turn as the one to foretell, as pastMobilisation does. What persuasion is judged by is our change
 * at constant turnout: our share of the expressed votes, minus the same at the latest round before, times the turnout
 * of the target. Who stays at home at one and votes at the other is left to mobilisation.
 *
 * @param most how many past elections are wanted, the latest first
 */
export function pastPersuasion(
  rounds: readonly CampRound[],
  groups: readonly (string | null)[],
  pool: Pooling,
  most = Infinity,
): readonly PastPersuasion[] {
  const found: PastPersuasion[] = [];
  for (const target of usableRounds(rounds)) {
    if (found.length >= most) break;
    found.push(...foretold(target, rounds, groups, pool));
  }
  return found;
}

function foretold(
  target: CampRound,
  rounds: readonly CampRound[],
  groups: readonly (string | null)[],
  pool: Pooling,
): readonly PastPersuasion[] {
  const basis = choosePersuasionBasis(rounds.slice(rounds.indexOf(target) + 1));
  if (!basis || basis.earlier.length === 0) return [];
  const { latest } = basis;
  const score = persuasion(basis, pool).potential;
  const places = comparableStations(target, [latest, ...basis.earlier], score);
  if (places.length === 0) return [];
  const change = (station: number) => oursOfExpressed(target, station) - oursOfExpressed(latest, station);
  return [
    {
      target,
      basis,
      realised: realisedAt(target, places, groups, (station) => change(station) * target.totals.turnoutShare),
      score: columnAt(places, (station) => score[station] ?? 0),
      naive: naiveAt(latest, places, (station) => oursOfExpressed(latest, station)),
    },
  ];
}

import type { CampChoice } from "../../server/contract/scores.ts";
import type { Territory } from "../territory/territory.ts";
import { type CensusVerdict, tryCensus } from "./back-test/census-trial.ts";
import { type PastMobilisation, pastMobilisation } from "./back-test/past-mobilisation.ts";
import { type PastPersuasion, pastPersuasion } from "./back-test/past-persuasion.ts";
import { type CampRound, campRound } from "./camp-round.ts";
import { choosePrior, type PriorChoice } from "./choose-prior.ts";
import { chooseBasis } from "./election-basis.ts";
import { latestConstituencies } from "./latest-constituencies.ts";
import { createPooling, type Pooling } from "./pool-shares.ts";
import { type StationGround, territoryGround } from "./station-ground.ts";
import { voteTables } from "./vote-table.ts";

export type ScoredTerritory = Pick<Territory, "summary" | "stations" | "elections" | "candidates" | "results"> &
  Partial<Pick<Territory, "indicators" | "stationIndicators">>;

/** What both scores and their back-tests are made from, for one campaign. */
export interface ScoreModel {
  /** First rounds, latest first. */
  readonly rounds: readonly CampRound[];
  readonly ground: StationGround;
  readonly prior: PriorChoice;
  readonly pool: Pooling;
  readonly pastMobilisation: readonly PastMobilisation[];
  readonly pastPersuasion: readonly PastPersuasion[];
  readonly census: CensusVerdict;
}

/**
 * Columns of the territory are read once and kept; everything that depends on the choice is computed here.
 *
 * @param depth how many past elections persuasion is tested on, the latest first; all for a back-test, the few that
 * give intervals and signal for a score
 */
export function territoryModel(territory: ScoredTerritory, choice: CampChoice, depth = Infinity): ScoreModel {
  const tables = voteTables(territory);
  return scoreModel(
    tables.map((table) => campRound(table, choice.sides)),
    territoryGround(territory),
    latestConstituencies(tables),
    depth,
  );
}

/** @param constituencies of each station, null where unknown */
export function scoreModel(
  rounds: readonly CampRound[],
  ground: StationGround,
  constituencies: readonly (string | null)[],
  depth = Infinity,
): ScoreModel {
  const prior = priorOf(rounds, ground);
  const pool = createPooling(ground, prior.prior);
  const mobilised = pastMobilisation(rounds, constituencies, pool);
  return {
    rounds,
    ground,
    prior,
    pool,
    pastMobilisation: mobilised,
    pastPersuasion: pastPersuasion(rounds, constituencies, pool, depth),
    census: tryCensus(mobilised, ground),
  };
}

function priorOf(rounds: readonly CampRound[], ground: StationGround): PriorChoice {
  const basis = chooseBasis(rounds);
  if (!basis) return { prior: "mean", censusTried: [], censusGain: null };
  const { high, low } = basis;
  return choosePrior(
    [
      { counts: high.abstentions, totals: high.registered },
      { counts: high.votes.ours, totals: high.expressed },
      ...(low ? [{ counts: low.abstentions, totals: low.registered }] : []),
    ],
    ground,
  );
}

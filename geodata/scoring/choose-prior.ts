import { meanAndDeviation } from "../numbers/mean-and-deviation.ts";
import { type CountedColumn, PRIOR_PENALTY, type PriorKind, priorRows } from "./pool-shares.ts";
import { predict, ridgeFit } from "./ridge.ts";
import type { StationGround } from "./station-ground.ts";

export interface PriorChoice {
  readonly prior: PriorKind;
  /** Census columns that were tried; none when the territory has none, or too few stations. */
  readonly censusTried: readonly string[];
  /**
   * By how much the census lowers the squared error of stations in blocks that were left out, as a share of the error
   * with neighbours alone, with its standard error over blocks; null when it was not tried.
   */
  readonly censusGain: { readonly share: number; readonly deviation: number } | null;
}

/**
 * Chooses what small stations are drawn towards: neighbours where there are enough stations, and the census besides
 * only where it foretells whole blocks of stations that the fit has not seen, by more than one standard error
 * (spatially blocked cross-validation, Roberts et al. 2017, Ecography 40:913; one-standard-error rule of Breiman et
 * al. 1984). Blocks, because a random split would let every station be foretold by its own neighbours.
 */
export function choosePrior(columns: readonly CountedColumn[], ground: StationGround): PriorChoice {
  const usable = columns.filter((column) => priorRows(column, ground, "neighbours") !== null);
  if (usable.length === 0 || ground.blockCount < 2) return { prior: "mean", censusTried: [], censusGain: null };
  if (ground.census.length === 0) return { prior: "neighbours", censusTried: [], censusGain: null };
  const gains = usable.flatMap((column) => blockGains(column, ground));
  const gain = meanAndDeviation(gains);
  // Columns of one block are not independent: the blocks alone count.
  const deviation = gain.deviation / Math.sqrt(ground.blockCount);
  return {
    prior: gain.mean > deviation ? "census" : "neighbours",
    censusTried: ground.census.map(({ indicatorId }) => indicatorId),
    censusGain: { share: gain.mean, deviation },
  };
}

/** For every block left out: share of the error with neighbours alone that the census takes away. */
function blockGains(column: CountedColumn, ground: StationGround): readonly number[] {
  const without = blockErrors(column, ground, "neighbours");
  const withCensus = blockErrors(column, ground, "census");
  return without.flatMap((error, block) => (error > 0 ? [1 - (withCensus[block] ?? error) / error] : []));
}

function blockErrors(column: CountedColumn, ground: StationGround, prior: PriorKind): readonly number[] {
  const rows = priorRows(column, ground, prior);
  if (!rows) return [];
  return Array.from({ length: ground.blockCount }, (_, block) => {
    const weight = rows.weight.map((own, station) => (ground.block[station] === block ? 0 : own));
    const fit = ridgeFit({ ...rows, weight }, PRIOR_PENALTY);
    let error = 0;
    rows.weight.forEach((own, station) => {
      if (own <= 0 || ground.block[station] !== block) return;
      error += own * ((rows.target[station] ?? 0) - predict(fit, rows.predictors, station)) ** 2;
    });
    return error;
  });
}

import { groupedRankCorrelation, rankCorrelation } from "../../../geodata/scoring/back-test/rank-correlation.ts";
import { predict, ridgeFit } from "../../../geodata/scoring/ridge.ts";
import type { StationGround } from "../../../geodata/scoring/station-ground.ts";

/** What a learned model is given of each station before the election that it foretells. */
export interface LearnedGainRows {
  /** Shares of registered voters by station: every list, blank and null, abstention last. */
  readonly shares: readonly Float64Array[];
  /** NaN where the station is not compared. */
  readonly gain: Float64Array;
  readonly registered: Float64Array;
  readonly constituencies: readonly string[];
  /** Part of the country that is left out together. */
  readonly regions: readonly string[];
}

const FOLDS = 10;
const PENALTY = 0.1;

/**
 * The gain foretold by ridge regression on past shares, shares × abstention, and the means of both over neighbours,
 * each region by the others: how far a model learned on the same election could go, which a campaign before the
 * election cannot have.
 */
export function learnedGain(rows: LearnedGainRows, ground: StationGround): object {
  const columns = [...rows.shares];
  const abstention = rows.shares.at(-1) ?? new Float64Array(0);
  for (const share of rows.shares.slice(0, -1)) {
    columns.push(share.map((value, station) => value * (abstention[station] ?? 0)));
  }
  const width = 2 * columns.length;
  const size = rows.gain.length;
  const predictors = new Float64Array(size * width);
  columns.forEach((column, place) => {
    for (let station = 0; station < size; station++) {
      predictors[station * width + place] = column[station] ?? 0;
      predictors[station * width + columns.length + place] = neighbourMean(column, ground, station);
    }
  });
  const target = rows.gain.map((value) => (Number.isNaN(value) ? 0 : value));
  const regionNames = [...new Set(rows.regions)].sort();
  const fold = rows.regions.map((region) => regionNames.indexOf(region) % FOLDS);
  const foretold = new Float64Array(size);
  for (let left = 0; left < FOLDS; left++) {
    const weight = rows.registered.map((count, station) =>
      fold[station] === left || Number.isNaN(rows.gain[station] ?? Number.NaN) ? 0 : count,
    );
    const fit = ridgeFit({ width, predictors, target, weight }, PENALTY);
    for (let station = 0; station < size; station++) {
      if (fold[station] === left) foretold[station] = predict(fit, predictors, station);
    }
  }
  const compared = [...rows.gain.keys()].filter((station) => !Number.isNaN(rows.gain[station] ?? Number.NaN));
  const take = (column: Float64Array) => Float64Array.from(compared, (station) => column[station] ?? 0);
  return {
    rankCorrelation: rankCorrelation(take(foretold), take(rows.gain))?.toFixed(3),
    withinConstituency: groupedRankCorrelation(
      take(foretold),
      take(rows.gain),
      compared.map((station) => rows.constituencies[station] ?? null),
    )?.toFixed(3),
  };
}

function neighbourMean(column: Float64Array, ground: StationGround, station: number): number {
  const { width, indices } = ground.neighbours;
  let sum = 0;
  for (let rank = 0; rank < width; rank++) sum += column[indices[station * width + rank] ?? station] ?? 0;
  return width > 0 ? sum / width : (column[station] ?? 0);
}

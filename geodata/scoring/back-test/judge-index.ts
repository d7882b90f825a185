import { weightedMean } from "../../numbers/weighted-mean.ts";
import { predict, ridgeFit } from "../ridge.ts";
import type { StationGround } from "../station-ground.ts";
import { type ConformalWidths, conformalWidths, residualScale, SIZE_CLASSES, sizeClass } from "./conformal.ts";
import { type LiftPoint, liftAt, liftCurve } from "./lift.ts";
import { groupedRankCorrelation, rankCorrelation } from "./rank-correlation.ts";

/** The stations of one back-test: what each gained afterwards. Columns of equal length, no NaN. */
export interface Realised {
  /** Station indices. */
  readonly stations: Int32Array;
  /** Share of registered voters. */
  readonly gain: Float64Array;
  readonly registered: Float64Array;
  /** Constituency of each; null where unknown. */
  readonly groups: readonly (string | null)[];
}

/** What anybody could have used instead, for the same stations. */
export interface NaiveIndexes {
  /** Our result at the reference. */
  readonly lastResult: Float64Array;
  /** Abstention × our share of the expressed votes at the reference. */
  readonly abstentionTimesOwn: Float64Array;
  /** The same change everywhere: all equal. */
  readonly uniformSwing: Float64Array;
}

/** How well an index put the stations in the order of what they gained. */
export interface IndexJudgement {
  /** Spearman's rank correlation over all stations; null for an index that is the same everywhere. */
  readonly rankCorrelation: number | null;
  /** Mean of the same inside constituencies of ten stations or more; null with fewer than two constituencies. */
  readonly withinConstituency: number | null;
  /** Lift of the first 20 % of registered voters, as a share of registered voters. */
  readonly lift: number;
  /**
   * Mean absolute error, as a share of registered voters, of the gain foretold by a straight line through the index,
   * fitted on the other blocks of stations.
   */
  readonly error: number;
}

export const TOP_SHARE = 0.2;
/** Steps of the lift curve. */
const CURVE = Array.from({ length: 20 }, (_, step) => (step + 1) / 20);

/** @param index one value per realised station; all equal for a uniform swing */
export function judgeIndex(index: Float64Array, realised: Realised, ground: StationGround): IndexJudgement {
  const { gain, registered, groups } = realised;
  const foretold = foretellBlocks(index, realised, ground);
  const varies = index.some((value) => value !== index[0]);
  return {
    rankCorrelation: rankCorrelation(index, gain),
    withinConstituency: new Set(groups).size > 1 ? groupedRankCorrelation(index, gain, groups) : null,
    lift: varies ? liftAt(index, gain, registered, TOP_SHARE) : 0,
    error: weightedMean(
      gain.map((own, place) => Math.abs(own - (foretold[place] ?? 0))),
      registered,
    ),
  };
}

export function curveOf(index: Float64Array, realised: Realised): readonly LiftPoint[] {
  return liftCurve(index, realised.gain, realised.registered, CURVE);
}

/** The gain of each station by a straight line through the index, fitted on the stations of the other blocks. */
export function foretellBlocks(index: Float64Array, realised: Realised, ground: StationGround): Float64Array {
  const foretold = new Float64Array(index.length);
  const blockOf = (place: number) => ground.block[realised.stations[place] ?? 0] ?? 0;
  for (let block = 0; block < ground.blockCount; block++) {
    const weight = realised.registered.map((count, place) =>
      ground.blockCount > 1 && blockOf(place) === block ? 0 : count,
    );
    const fit = ridgeFit({ width: 1, predictors: index, target: realised.gain, weight }, 0);
    for (let place = 0; place < index.length; place++) {
      if (blockOf(place) === block) foretold[place] = predict(fit, index, place);
    }
  }
  return foretold;
}

/** Mean gain foretold and realised of each tenth of the stations, lowest first; fewer with fewer than 50 stations. */
export function calibrationTenths(
  foretold: Float64Array,
  realised: Realised,
): readonly { readonly foretold: number; readonly realised: number }[] {
  const order = [...foretold.keys()].sort((a, b) => (foretold[a] ?? 0) - (foretold[b] ?? 0) || a - b);
  const parts = Math.max(1, Math.min(10, Math.floor(order.length / 5)));
  return Array.from({ length: parts }, (_, part) => {
    const members = order.slice(
      Math.round((part * order.length) / parts),
      Math.round(((part + 1) * order.length) / parts),
    );
    const weight = members.reduce((sum, place) => sum + (realised.registered[place] ?? 0), 0);
    const mean = (column: Float64Array) =>
      members.reduce((sum, place) => sum + (column[place] ?? 0) * (realised.registered[place] ?? 0), 0) / weight;
    return { foretold: mean(foretold), realised: mean(realised.gain) };
  });
}

export interface Coverage {
  /** Share of the stations whose gain fell inside the interval that the other blocks of stations gave. */
  readonly share: number;
  readonly stations: number;
  readonly bySize: readonly {
    readonly from: number;
    readonly stations: number;
    readonly share: number;
  }[];
}

/** Coverage of the `level` interval, each block judged by widths that it took no part in. Null with too few stations. */
export function coverageOf(
  foretold: Float64Array,
  realised: Realised,
  ground: StationGround,
  level: number,
): Coverage | null {
  const residuals = residualsOf(foretold, realised);
  const blocks = residuals.map((_, place) => ground.block[realised.stations[place] ?? 0] ?? 0);
  const inside = SIZE_CLASSES.map(() => ({ stations: 0, covered: 0 }));
  for (let block = 0; block < ground.blockCount; block++) {
    const widths = conformalWidths(
      residuals.filter((_, place) => blocks[place] !== block),
      level,
    );
    if (widths === null) return null;
    residuals.forEach(({ residual, registered }, place) => {
      if (blocks[place] !== block) return;
      const own = inside[sizeClass(registered)];
      if (!own) return;
      own.stations++;
      if (isInside(residual, registered, widths)) own.covered++;
    });
  }
  const stations = inside.reduce((sum, one) => sum + one.stations, 0);
  const covered = inside.reduce((sum, one) => sum + one.covered, 0);
  return {
    share: stations > 0 ? covered / stations : 0,
    stations,
    bySize: inside.flatMap((one, place) =>
      one.stations > 0
        ? [{ from: SIZE_CLASSES[place] ?? 0, stations: one.stations, share: one.covered / one.stations }]
        : [],
    ),
  };
}

export function residualsOf(foretold: Float64Array, { gain, registered }: Realised) {
  return [...foretold].map((value, place) => ({
    residual: (gain[place] ?? 0) - value,
    registered: registered[place] ?? 0,
  }));
}

function isInside(residual: number, registered: number, widths: ConformalWidths): boolean {
  return Math.abs(residual) <= (widths[sizeClass(registered)] ?? 0) * residualScale(registered);
}

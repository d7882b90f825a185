import type { CensusTrial } from "../../../server/contract/back-test.ts";
import { meanAndDeviation } from "../../numbers/mean-and-deviation.ts";
import { type LinearFit, predict, ridgeFit } from "../ridge.ts";
import type { StationGround } from "../station-ground.ts";
import type { PastMobilisation } from "./past-mobilisation.ts";

const PENALTY = 0.05;
/** Trials needed before the census may enter the score. */
const TRIALS_NEEDED = 2;

/** What the census adds to a score, by station, and the trials that allow it; `correction` is null where it is left out. */
export interface CensusVerdict {
  readonly trial: CensusTrial;
  readonly correction: Float64Array | null;
}

/**
 * Learns at one past election what the census says of the gain that the score left unexplained (ridge regression), and
 * tries it on the next. A fit on one election nearly always helps on that same election, spatial blocks or not; what a
 * campaign needs is that it helps at the one to come. The census enters the score when it has lowered the squared
 * error of the next election by more than one standard error over at least two trials, and is left out otherwise.
 */
export function tryCensus(past: readonly PastMobilisation[], ground: StationGround): CensusVerdict {
  const fair = past.filter(({ mobilised }) => mobilised);
  const indicators = ground.census.map(({ indicatorId }) => indicatorId);
  const trials = fair.slice(0, -1).flatMap((tried, place) => {
    const learned = fair[place + 1];
    if (!learned || indicators.length === 0) return [];
    const fit = learnUnexplained(learned, ground);
    const change = relativeError(tried, fit, ground);
    return [{ learned: learned.target.election.id, tried: tried.target.election.id, change }];
  });
  const { mean, deviation } = meanAndDeviation(trials.map(({ change }) => change));
  const isUsed = trials.length >= TRIALS_NEEDED && mean < -deviation / Math.sqrt(trials.length);
  const latest = fair[0];
  return {
    trial: { indicators, trials, isUsed, sentence: sentence(indicators.length, trials, mean, isUsed) },
    correction: isUsed && latest ? correctionOf(learnUnexplained(latest, ground), ground) : null,
  };
}

function learnUnexplained(past: PastMobilisation, ground: StationGround): LinearFit {
  return ridgeFit(
    {
      width: ground.census.length,
      predictors: censusRows(past, ground),
      target: unexplained(past),
      weight: past.realised.registered,
    },
    PENALTY,
  );
}

/** What is left of the gain after the line through the score. */
function unexplained({ score, realised }: PastMobilisation): Float64Array {
  const line = ridgeFit({ width: 1, predictors: score, target: realised.gain, weight: realised.registered }, 0);
  return realised.gain.map((gain, place) => gain - predict(line, score, place));
}

function censusRows(past: PastMobilisation, { census }: StationGround): Float64Array {
  const rows = new Float64Array(past.score.length * census.length);
  past.realised.stations.forEach((station, place) => {
    census.forEach(({ values }, column) => {
      rows[place * census.length + column] = known(values[station]);
    });
  });
  return rows;
}

function relativeError(past: PastMobilisation, fit: LinearFit, ground: StationGround): number {
  const rows = censusRows(past, ground);
  let [without, withCensus] = [0, 0];
  unexplained(past).forEach((error, place) => {
    const weight = past.realised.registered[place] ?? 0;
    without += weight * error ** 2;
    withCensus += weight * (error - predict(fit, rows, place)) ** 2;
  });
  return without > 0 ? withCensus / without - 1 : 0;
}

function correctionOf(fit: LinearFit, { census, stationCount }: StationGround): Float64Array {
  const rows = new Float64Array(stationCount * census.length);
  census.forEach(({ values }, column) => {
    values.forEach((value, station) => {
      rows[station * census.length + column] = known(value);
    });
  });
  return Float64Array.from({ length: stationCount }, (_, station) => predict(fit, rows, station) - fit.intercept);
}

/** An unknown value counts as the mean, 0 in a standardised column. */
function known(value: number | undefined): number {
  return value === undefined || Number.isNaN(value) ? 0 : value;
}

function sentence(
  indicators: number,
  trials: CensusTrial["trials"],
  mean: number,
  isUsed: boolean,
): CensusTrial["sentence"] {
  if (indicators === 0) {
    return {
      fr: "Aucune donnée de recensement dans ce territoire : les scores viennent des seuls résultats passés.",
      en: "No census data in this territory: the scores come from past results alone.",
    };
  }
  if (trials.length < TRIALS_NEEDED) {
    return {
      fr: "Trop peu d’élections comparables pour savoir si le recensement aide : il est laissé de côté.",
      en: "Too few comparable elections to know whether the census helps: it is left out.",
    };
  }
  const percent = (share: number) => Math.round(Math.abs(share) * 100);
  if (isUsed) {
    return {
      fr: `Appris sur une élection et essayé sur la suivante, le recensement réduit l’erreur de ${percent(mean)} % en moyenne : il est utilisé.`,
      en: `Learned on one election and tried on the next, the census lowers the error by ${percent(mean)} % on average: it is used.`,
    };
  }
  return mean > 0
    ? {
        fr: `Une fois les votes passés connus, le recensement n’aide pas : appris sur une élection et essayé sur la suivante, il augmente l’erreur de ${percent(mean)} % en moyenne. Il est laissé de côté.`,
        en: `Once past votes are known the census does not help: learned on one election and tried on the next, it raises the error by ${percent(mean)} % on average. It is left out.`,
      }
    : {
        fr: "Une fois les votes passés connus, le recensement n’aide pas assez sûrement d’une élection à la suivante : il est laissé de côté.",
        en: "Once past votes are known the census does not help reliably enough from one election to the next: it is left out.",
      };
}

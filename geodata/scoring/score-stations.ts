import type { CampChoice, Estimate, ScoreReport, StationScore } from "../../server/contract/scores.ts";
import type { Station, Territory } from "../territory/territory.ts";
import { type CampResult, campElection } from "./camps.ts";
import { chooseBasis, type ElectionBasis } from "./election-basis.ts";
import { firstRoundsLatestFirst } from "./election-order.ts";
import { votesPerDoor } from "./expected-votes.ts";
import { mobilisationParts, persuasionParts, reportNotes } from "./score-words.ts";
import { shrinkShares } from "./shrink-shares.ts";
import { type TransferRate, transferRate } from "./transfer-rate.ts";

type ScoredTerritory = Pick<Territory, "summary" | "stations" | "elections" | "candidates" | "results">;

/** Stations with fewer registered voters are too small to publish a share of. */
const SMALLEST_STATION = 150;
/** Below this matched share the interval is widened by 1 ÷ √matched. */
const WELL_MATCHED = 0.8;
/** Standard normal quantile that leaves 10 % on either side. */
const Z80 = 1.2816;

/**
 * Two potentials per station, in shares of registered voters with an 80 % interval.
 *
 * *Mobilisation* (A_low - A_high) · s_high + ½ (x_high - x_low): voters who vote at an election of high turnout and
 * abstain at one of low turnout, times how the station leans; without an election of low turnout, A_high · s_high.
 * *Persuasion* x_near · t: voters of near candidates, times the share t of them that past elections moved to ours.
 * A = abstention, x = votes ÷ registered, s = votes ÷ expressed, each drawn towards the territory's mean where the
 * station is small. Potentials are reservoirs, not forecasts, and are never defined on a person or a door.
 */
export function scoreStations(territory: ScoredTerritory, choice: CampChoice): ScoreReport {
  const stations = territory.stations();
  const rounds = firstRoundsLatestFirst(territory.elections()).map((election) =>
    campElection(territory, election, choice.sides),
  );
  const basis = chooseBasis(rounds);
  const report = { territory: { name: territory.summary.name, version: territory.summary.version }, choice };
  if (!basis) {
    return {
      ...report,
      basis: { low: null, high: null, persuasion: [] },
      stations: [],
      missing: stations.map(({ id }) => ({ stationId: id, reason: NO_BASIS })),
      notes: [NO_BASIS],
    };
  }

  const { scorable, missing } = splitScorable(stations, basis);
  const transfer = basis.persuasion ? transferRate(basis.persuasion.latest, basis.persuasion.previous) : null;
  const measures = measureStations(scorable, basis, transfer);
  const means = territoryMeans(measures);
  return {
    ...report,
    basis: {
      low: basis.low?.election.id ?? null,
      high: basis.high.election.id,
      persuasion: basis.persuasion
        ? [basis.persuasion.latest, basis.persuasion.previous].flatMap((round) => (round ? [round.election.id] : []))
        : [],
    },
    stations: measures.map((measure) => stationScore(measure, basis, transfer, means)),
    missing,
    notes: reportNotes(basis, transfer),
  };
}

interface Scorable {
  readonly station: Station;
  readonly high: CampResult;
  readonly low: CampResult | null;
  readonly near: CampResult | null;
}

/** Shares of one station after shrinking. */
export interface StationMeasure extends Scorable {
  readonly abstentionHigh: number;
  readonly abstentionLow: number;
  readonly oursOfExpressed: number;
  readonly farOfExpressed: number;
  readonly oursHigh: number;
  readonly oursLow: number;
  readonly nearShare: number;
  readonly nearVariance: number;
  readonly intermittent: number;
  readonly mobilisation: number;
  readonly persuasion: number;
  readonly matchedShare: number;
}

function splitScorable(stations: readonly Station[], basis: ElectionBasis) {
  const scorable: Scorable[] = [];
  const missing: ScoreReport["missing"][number][] = [];
  for (const station of stations) {
    const high = basis.high.byStation.get(station.index);
    const low = basis.low?.byStation.get(station.index) ?? null;
    if (!high || (basis.low && !low)) {
      missing.push({ stationId: station.id, reason: NO_RESULT });
    } else if (high.registered < SMALLEST_STATION) {
      missing.push({ stationId: station.id, reason: TOO_SMALL });
    } else {
      scorable.push({ station, high, low, near: basis.persuasion?.latest.byStation.get(station.index) ?? null });
    }
  }
  return { scorable, missing };
}

function measureStations(
  rows: readonly Scorable[],
  basis: ElectionBasis,
  transfer: TransferRate | null,
): readonly StationMeasure[] {
  const shrink = (count: (row: Scorable) => number, total: (row: Scorable) => number) =>
    shrinkShares(rows.map((row) => ({ count: count(row), total: total(row) })));
  const abstentionHigh = shrink(
    ({ high }) => high.abstentions,
    ({ high }) => high.registered,
  );
  const abstentionLow = shrink(
    ({ low }) => low?.abstentions ?? 0,
    ({ low }) => low?.registered ?? 0,
  );
  const oursOfExpressed = shrink(
    ({ high }) => high.ours,
    ({ high }) => high.expressed,
  );
  const farOfExpressed = shrink(
    ({ high }) => high.far + high.hostile,
    ({ high }) => high.expressed,
  );
  const oursHigh = shrink(
    ({ high }) => high.ours,
    ({ high }) => high.registered,
  );
  const oursLow = shrink(
    ({ low }) => low?.ours ?? 0,
    ({ low }) => low?.registered ?? 0,
  );
  const near = shrink(
    ({ near }) => near?.near ?? 0,
    ({ near }) => near?.registered ?? 0,
  );
  return rows.map((row, i) => {
    const shares = {
      abstentionHigh: abstentionHigh[i]?.share ?? 0,
      abstentionLow: abstentionLow[i]?.share ?? 0,
      oursOfExpressed: oursOfExpressed[i]?.share ?? 0,
      farOfExpressed: farOfExpressed[i]?.share ?? 0,
      oursHigh: oursHigh[i]?.share ?? 0,
      oursLow: oursLow[i]?.share ?? 0,
      nearShare: near[i]?.share ?? 0,
      nearVariance: near[i]?.variance ?? 0,
    };
    const intermittent = basis.low ? shares.abstentionLow - shares.abstentionHigh : shares.abstentionHigh;
    const drift = basis.low ? 0.5 * (shares.oursHigh - shares.oursLow) : 0;
    const matched = [row.high, row.low, row.near].flatMap((result) => (result ? [result.matchedShare] : []));
    return {
      ...row,
      ...shares,
      intermittent,
      mobilisation: intermittent * shares.oursOfExpressed + drift,
      persuasion: transfer ? shares.nearShare * transfer.rate : 0,
      matchedShare: Math.min(...matched),
    };
  });
}

function territoryMeans(measures: readonly StationMeasure[]) {
  const registered = measures.reduce((sum, { high }) => sum + high.registered, 0);
  const mean = (value: (measure: StationMeasure) => number) =>
    registered > 0
      ? measures.reduce((sum, measure) => sum + value(measure) * measure.high.registered, 0) / registered
      : 0;
  return { intermittent: mean(({ intermittent }) => Math.max(0, intermittent)), persuasion: mean((m) => m.persuasion) };
}

function stationScore(
  measure: StationMeasure,
  basis: ElectionBasis,
  transfer: TransferRate | null,
  means: ReturnType<typeof territoryMeans>,
): StationScore {
  const { station, matchedShare } = measure;
  const registered = Math.round(station.registered ?? measure.high.registered);
  const widening = matchedShare < WELL_MATCHED ? 1 / Math.sqrt(Math.max(0.05, matchedShare)) : 1;
  const persuasionDeviation = transfer
    ? Math.sqrt(measure.nearVariance * transfer.rate ** 2 + measure.nearShare ** 2 * transfer.deviation ** 2)
    : 0;
  return {
    stationIndex: station.index,
    stationId: station.id,
    registered,
    mobilisation: estimate(measure.mobilisation, widening * mobilisationHalfWidth(registered), registered),
    persuasion: estimate(measure.persuasion, widening * Z80 * persuasionDeviation, registered),
    parts: {
      mobilisation: mobilisationParts(measure, basis),
      persuasion: transfer ? persuasionParts(measure, transfer) : [],
    },
    votesPerDoor: votesPerDoor({ ...measure, intermittent: Math.max(0, measure.intermittent) }, means),
    matchedShare,
  };
}

/**
 * Half the width of the 80 % interval: split-conformal residuals of station gains between the European election and
 * the legislative election of June 2024 (57,047 stations, folds by department) scale as √(0.03² + 0.15 ÷ N), with
 * 80 % of them within 1.19 of that.
 */
function mobilisationHalfWidth(registered: number): number {
  return 1.19 * Math.sqrt(0.03 ** 2 + 0.15 / Math.max(1, registered));
}

/** A share below zero has no meaning for a reader: it is shown as zero, inside its interval. */
function estimate(share: number, halfWidth: number, registered: number): Estimate {
  const bounded = Math.min(1, Math.max(0, share));
  return {
    share: bounded,
    low: Math.max(0, share - halfWidth),
    high: Math.min(1, Math.max(bounded, share + halfWidth)),
    voters: Math.round(bounded * registered),
  };
}

const NO_BASIS = {
  fr: "Aucun candidat « à nous » n'a de voix dans les résultats de ce territoire. Choisissez vos candidats dans « Camps ».",
  en: "No candidate marked as ours has votes in this territory's results. Choose your candidates under “Camps”.",
};
const NO_RESULT = {
  fr: "Pas de résultat pour ce bureau aux élections comparées.",
  en: "No result for this station at the elections compared.",
};
const TOO_SMALL = {
  fr: `Moins de ${SMALLEST_STATION} inscrits : trop peu pour publier une part.`,
  en: `Fewer than ${SMALLEST_STATION} registered voters: too few to publish a share.`,
};

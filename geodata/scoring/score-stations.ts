import type { CampChoice, RankedScore, ScoreReport, StationScore } from "../../server/contract/scores.ts";
import { shareEstimate } from "../numbers/share-estimate.ts";
import type { Station } from "../territory/territory.ts";
import { signals } from "./back-test/back-test-report.ts";
import { SMALLEST_STATION, WELL_MATCHED } from "./back-test/comparable-stations.ts";
import { residualScale, sizeClass } from "./back-test/conformal.ts";
import { type IntervalWidths, intervalWidths, WIDTH_ELECTIONS } from "./back-test/interval-widths.ts";
import { chooseBasis, type ElectionBasis } from "./election-basis.ts";
import { votesPerDoor, votesPerDoorRange } from "./expected-votes.ts";
import { DEFAULT_ASSUMPTIONS } from "./field-assumptions.ts";
import { type Mobilisation, mobilisation } from "./mobilisation.ts";
import { choosePersuasionBasis, type Persuasion, type PersuasionBasis, persuasion } from "./persuasion.ts";
import { type ScoredTerritory, type ScoreModel, territoryModel } from "./score-model.ts";
import {
  intervalNote,
  mobilisationParts,
  NO_BASIS,
  NO_RESULT,
  persuasionParts,
  reportNotes,
  TOO_SMALL,
} from "./score-words.ts";

/** Everything that both scores are made from, in columns by station. */
export interface Scored {
  readonly basis: ElectionBasis;
  readonly persuasionBasis: PersuasionBasis;
  readonly mobilisation: Mobilisation;
  readonly persuasion: Persuasion;
}

/**
 * Two potentials per station, mobilisation and persuasion, in shares of registered voters with an 80 % interval (see
 * mobilisation and persuasion for the formulas, intervalWidths for the intervals), with what past elections say of
 * them. Potentials are reservoirs, not forecasts, and are never defined on a person or a door.
 */
export function scoreStations(territory: ScoredTerritory, choice: CampChoice): ScoreReport {
  const { report, stations, partsOf } = rankStations(territory, choice);
  return { ...report, stations: stations.map((station) => ({ ...station, parts: partsOf(station.stationIndex) })) };
}

/** The report without its stations, what they are ranked by, and the parts of the score of whichever is asked for. */
export interface StationRanking {
  readonly report: Omit<ScoreReport, "stations">;
  readonly stations: readonly (RankedScore & Pick<StationScore, "leaning">)[];
  partsOf(stationIndex: number): StationScore["parts"];
}

/** The same, for who does not need the parts of every station of a country. */
export function rankStations(territory: ScoredTerritory, choice: CampChoice): StationRanking {
  const stations = territory.stations();
  const model = territoryModel(territory, choice, WIDTH_ELECTIONS);
  const assumptions = choice.assumptions ?? DEFAULT_ASSUMPTIONS;
  const widths = modelWidths(model);
  const report = {
    territory: { name: territory.summary.name, version: territory.summary.version },
    choice,
    assumptions,
    intervals: { mobilisation: source(widths.mobilisation), persuasion: source(widths.persuasion) },
    signal: signals(model),
    leftOut: model.rounds.flatMap(({ leftOut }) =>
      leftOut.map(({ electionId, stationIndex, reason }) => ({
        electionId,
        stationId: stations[stationIndex]?.id ?? String(stationIndex),
        reason,
      })),
    ),
  };
  const scored = scoreColumns(model);
  if (!scored) {
    return {
      report: {
        ...report,
        basis: { low: null, high: null, persuasion: [] },
        means: { intermittent: 0, persuasion: 0 },
        missing: stations.map(({ id }) => ({ stationId: id, reason: NO_BASIS })),
        notes: [NO_BASIS],
      },
      stations: [],
      partsOf: () => ({ mobilisation: [], persuasion: [] }),
    };
  }
  const { scorable, missing } = splitScorable(stations, scored);
  const means = territoryMeans(scorable, scored);
  const rows = scorable.map((station) => stationRow(station, scored, widths));
  return {
    report: {
      ...report,
      basis: {
        low: scored.basis.low?.election.id ?? null,
        high: scored.basis.high.election.id,
        persuasion: [scored.persuasionBasis.latest, ...scored.persuasionBasis.earlier].map(
          ({ election }) => election.id,
        ),
      },
      means,
      missing,
      notes: [...reportNotes(scored, model), intervalNote(widths.mobilisation)],
    },
    stations: rows.map((row) => ({
      ...row,
      votesPerDoor: votesPerDoor(row.leaning, means, assumptions),
      votesPerDoorRange: votesPerDoorRange(row.leaning, means, assumptions),
    })),
    partsOf: (index) => ({
      mobilisation: mobilisationParts(index, scored),
      persuasion: persuasionParts(index, scored),
    }),
  };
}

/** The columns of both scores; null when the campaign has no candidate of its own in any round. */
export function scoreColumns({ rounds, pool, census }: ScoreModel): Scored | null {
  const basis = chooseBasis(rounds);
  const persuasionBasis = choosePersuasionBasis(rounds);
  if (!basis || !persuasionBasis) return null;
  const own = mobilisation(basis, pool);
  const { correction } = census;
  return {
    basis,
    persuasionBasis,
    mobilisation: correction
      ? { ...own, potential: own.potential.map((share, station) => share + (correction[station] ?? 0)) }
      : own,
    persuasion: persuasion(persuasionBasis, pool),
  };
}

interface ModelWidths {
  readonly mobilisation: IntervalWidths;
  readonly persuasion: IntervalWidths;
}

export function modelWidths({ pastMobilisation, pastPersuasion, ground }: ScoreModel): ModelWidths {
  const asPast = ({ target, score, realised }: (typeof pastMobilisation | typeof pastPersuasion)[number]) => ({
    election: target.election.id,
    score,
    realised,
  });
  return {
    mobilisation: intervalWidths(pastMobilisation.filter(({ mobilised }) => mobilised).map(asPast), ground),
    persuasion: intervalWidths(pastPersuasion.map(asPast), ground),
  };
}

function source({ elections, stations }: IntervalWidths) {
  return { elections, stations };
}

function splitScorable(stations: readonly Station[], { basis, mobilisation, persuasion }: Scored) {
  const scorable: Station[] = [];
  const missing: ScoreReport["missing"][number][] = [];
  for (const station of stations) {
    const registered = basis.high.registered[station.index] ?? Number.NaN;
    const isKnown = [mobilisation, persuasion].every(
      ({ potential }) => !Number.isNaN(potential[station.index] ?? Number.NaN),
    );
    if (!isKnown || Number.isNaN(registered)) {
      missing.push({ stationId: station.id, reason: NO_RESULT });
    } else if (registered < SMALLEST_STATION) missing.push({ stationId: station.id, reason: TOO_SMALL });
    else scorable.push(station);
  }
  return { scorable, missing };
}

function territoryMeans(scorable: readonly Station[], { basis, mobilisation, persuasion }: Scored) {
  const weighted = (column: Float64Array) => {
    let [sum, weight] = [0, 0];
    for (const { index } of scorable) {
      const own = Math.max(0, column[index] ?? 0);
      const registered = basis.high.registered[index] ?? 0;
      if (Number.isNaN(own)) continue;
      sum += own * registered;
      weight += registered;
    }
    return weight > 0 ? sum / weight : 0;
  };
  return { intermittent: weighted(mobilisation.intermittent), persuasion: weighted(persuasion.potential) };
}

function stationRow(station: Station, scored: Scored, widths: ModelWidths) {
  const { index } = station;
  const { basis, mobilisation, persuasion } = scored;
  const registered = Math.round(station.registered ?? basis.high.registered[index] ?? 0);
  const known = (column: Float64Array) => {
    const value = column[index] ?? Number.NaN;
    return Number.isNaN(value) ? 0 : value;
  };
  const matchedShare = Math.min(
    ...[mobilisation.matchedShare, persuasion.matchedShare]
      .map((column) => column[index] ?? Number.NaN)
      .filter((share) => !Number.isNaN(share)),
    1,
  );
  // Where contours changed the interval is widened by 1 ÷ √matched.
  const widening = matchedShare < WELL_MATCHED ? 1 / Math.sqrt(Math.max(0.05, matchedShare)) : 1;
  const halfWidth = ({ widths: bySize }: IntervalWidths) =>
    widening * (bySize[sizeClass(registered)] ?? 0) * residualScale(registered);
  return {
    stationIndex: index,
    stationId: station.id,
    registered,
    mobilisation: shareEstimate(known(mobilisation.potential), halfWidth(widths.mobilisation), registered),
    persuasion: shareEstimate(known(persuasion.potential), halfWidth(widths.persuasion), registered),
    matchedShare,
    leaning: {
      intermittent: Math.max(0, known(mobilisation.intermittent)),
      oursOfExpressed: known(mobilisation.oursOfExpressed),
      opposedOfExpressed: known(mobilisation.opposedOfExpressed),
      persuasion: Math.max(0, known(persuasion.potential)),
    },
  };
}

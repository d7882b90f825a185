import { shareEstimate } from "../../geodata/numbers/share-estimate.ts";
import type { Estimate, RankedReport, ScoreReport } from "./scores.ts";

/** An estimate of each station: the rest of it follows (see shareEstimate). */
export interface EstimateColumn {
  readonly signed: readonly number[];
  readonly halfWidth: readonly number[];
}

/** POST /api/territories/:name/score-columns: the report that colours and ranks, in columns. */
export interface ScoreColumns {
  readonly report: Omit<ScoreReport, "stations" | "missing">;
  /** One place for each scored station, in index order. */
  readonly stationIndices: readonly number[];
  readonly stationIds: readonly string[];
  readonly registered: readonly number[];
  readonly mobilisation: EstimateColumn;
  readonly persuasion: EstimateColumn;
  readonly votesPerDoor: readonly number[];
  readonly votesPerDoorLow: readonly number[];
  readonly votesPerDoorHigh: readonly number[];
  readonly matchedShare: readonly number[];
  /** Stations without a score, by the reason. */
  readonly missing: readonly {
    readonly reason: ScoreReport["missing"][number]["reason"];
    readonly stationIds: readonly string[];
  }[];
}

/** The report as it is without columns. */
export function rankedReport(columns: ScoreColumns): RankedReport {
  const at = (column: readonly number[], place: number) => column[place] ?? 0;
  const estimate = ({ signed, halfWidth }: EstimateColumn, place: number): Estimate =>
    shareEstimate(at(signed, place), at(halfWidth, place), at(columns.registered, place));
  return {
    ...columns.report,
    stations: columns.stationIds.map((stationId, place) => ({
      stationIndex: at(columns.stationIndices, place),
      stationId,
      registered: at(columns.registered, place),
      mobilisation: estimate(columns.mobilisation, place),
      persuasion: estimate(columns.persuasion, place),
      votesPerDoor: at(columns.votesPerDoor, place),
      votesPerDoorRange: { low: at(columns.votesPerDoorLow, place), high: at(columns.votesPerDoorHigh, place) },
      matchedShare: at(columns.matchedShare, place),
    })),
    missing: columns.missing.flatMap(({ reason, stationIds }) =>
      stationIds.map((stationId) => ({ stationId, reason })),
    ),
  };
}

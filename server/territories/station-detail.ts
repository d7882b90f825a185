import { medianSorted } from "simple-statistics";
import { latestFirst } from "../../geodata/scoring/election-order.ts";
import { missingRounds } from "../../geodata/scoring/missing-rounds.ts";
import type {
  Candidate,
  Election,
  StationIndicator,
  StationResult,
  Territory,
} from "../../geodata/territory/territory.ts";
import type { StationDetail } from "../contract/territories.ts";
import { findStation } from "./find-station.ts";
import { stationProperties } from "./station-collection.ts";

/** Results of one station over time, latest first, and its census indicators beside the territory's medians. */
export function stationDetail(territory: Territory, { stationId }: { readonly stationId: string }): StationDetail {
  const station = findStation(territory, stationId);
  const results = [...territory.elections()].sort(latestFirst).flatMap((election) => {
    const result = territory.results(election.id).find(({ stationIndex }) => stationIndex === station.index);
    return result ? [electionResult(election, result, territory.candidates(election.id))] : [];
  });
  return {
    station: { ...stationProperties(station), index: station.index },
    results,
    missingRounds: missingAt(territory, station.index),
    indicators: indicatorValues(territory.stationIndicators(), station.index),
  };
}

function missingAt(territory: Territory, stationIndex: number): StationDetail["missingRounds"] {
  const missing = missingRounds(territory).filter(({ stationIndices }) => stationIndices.includes(stationIndex));
  return [...territory.elections()]
    .sort(latestFirst)
    .flatMap((election) =>
      missing
        .filter(({ electionId }) => electionId === election.id)
        .map(({ reason, winner }) => ({ election, reason, winner })),
    );
}

/** A territory may hold several constituencies: only the candidates that this station could vote for have a count. */
function electionResult(
  election: Election,
  result: StationResult,
  candidates: readonly Candidate[],
): StationDetail["results"][number] {
  const share = (votes: number) => (result.expressed > 0 ? votes / result.expressed : 0);
  return {
    election,
    registered: result.registered,
    turnoutShare: result.registered > 0 ? 1 - result.abstentions / result.registered : 0,
    matchedShare: result.matchedShare,
    candidates: candidates
      .flatMap(({ index, id, name, nuance }) => {
        const votes = result.votes.get(index);
        return votes === undefined ? [] : [{ id, name, nuance, votes, share: share(votes) }];
      })
      .sort((a, b) => b.votes - a.votes),
  };
}

function indicatorValues(rows: readonly StationIndicator[], stationIndex: number): StationDetail["indicators"] {
  return rows
    .filter((row) => row.stationIndex === stationIndex)
    .map(({ indicatorId, value, coveredShare }) => ({
      id: indicatorId,
      value,
      coveredShare,
      territoryMedian: median(rows.filter((row) => row.indicatorId === indicatorId)),
    }));
}

function median(rows: readonly StationIndicator[]): number | null {
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  return values.length > 0 ? medianSorted(values) : null;
}

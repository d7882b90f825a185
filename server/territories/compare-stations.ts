import { latestFirst } from "../../geodata/scoring/election-order.ts";
import type {
  Indicator,
  Station,
  StationIndicator,
  StationResult,
  Territory,
} from "../../geodata/territory/territory.ts";
import type { ComparisonAnswer, ComparisonRequest, GroupFigures } from "../contract/comparison.ts";
import { findStation } from "./find-station.ts";

/**
 * Results and census of groups of stations, and of the whole territory to hold them against. A station that is named
 * twice in a group counts once. Throws Refusal "nothing-found" on a station that the territory does not have.
 */
export function compareStations(territory: Territory, { groups }: ComparisonRequest): ComparisonAnswer {
  const ground = groundOf.get(territory) ?? comparisonGround(territory);
  groundOf.set(territory, ground);
  const stationOf = (id: string) => ground.stations.get(id) ?? findStation(territory, id);
  return {
    groups: groups.map(({ stationIds }) => ground.figures([...new Set(stationIds)].map(stationOf))),
    territory: ground.whole,
  };
}

/** What every comparison in a territory stands on, made once for an opened territory. */
interface ComparisonGround {
  readonly stations: ReadonlyMap<string, Station>;
  readonly whole: GroupFigures;
  figures(stations: readonly Station[]): GroupFigures;
}

const groundOf = new WeakMap<Territory, ComparisonGround>();

function comparisonGround(territory: Territory): ComparisonGround {
  const rows = groupByIndicator(territory.stationIndicators());
  const rounds = [...territory.elections()].sort(latestFirst).map(({ id }) => ({
    id,
    results: territory.results(id),
    candidates: new Map(territory.candidates(id).map((candidate) => [candidate.index, candidate.id])),
  }));
  const figures = (stations: readonly Station[]): GroupFigures => ({
    stations: stations.length,
    results: groupResults(rounds, new Set(stations.map(({ index }) => index))),
    indicators: territory.indicators().map((indicator) => groupIndicator(indicator, rows, stations)),
  });
  const stations = territory.stations();
  return { stations: new Map(stations.map((station) => [station.id, station])), whole: figures(stations), figures };
}

interface Round {
  readonly id: string;
  readonly results: readonly StationResult[];
  /** Ids by index. */
  readonly candidates: ReadonlyMap<number, string>;
}

function groupResults(rounds: readonly Round[], inGroup: ReadonlySet<number>): GroupFigures["results"] {
  return rounds.flatMap(({ id, results, candidates }) => {
    const own = results.filter(({ stationIndex }) => inGroup.has(stationIndex));
    if (own.length === 0) return [];
    const sum = (count: (result: StationResult) => number) => own.reduce((total, one) => total + count(one), 0);
    return [
      {
        electionId: id,
        stations: own.length,
        registered: sum(({ registered }) => registered),
        abstentions: sum(({ abstentions }) => abstentions),
        expressed: sum(({ expressed }) => expressed),
        votes: groupVotes(own, candidates),
        matchedShare: own.reduce((least, { matchedShare }) => Math.min(least, matchedShare), 1),
      },
    ];
  });
}

function groupVotes(
  results: readonly StationResult[],
  candidates: Round["candidates"],
): Readonly<Record<string, number>> {
  const votes: Record<string, number> = {};
  for (const result of results) {
    for (const [index, count] of result.votes) {
      const id = candidates.get(index);
      if (id !== undefined) votes[id] = (votes[id] ?? 0) + count;
    }
  }
  return votes;
}

type RowsByIndicator = ReadonlyMap<string, ReadonlyMap<number, StationIndicator>>;

/**
 * A station's own value is a mean over its covered doors, so weighting it by them gives what carrying the census to
 * the group at once would have given. Where no station has a door, each weighs the same.
 */
function groupIndicator(
  indicator: Indicator,
  rows: RowsByIndicator,
  stations: readonly Station[],
): GroupFigures["indicators"][number] {
  const known = rows.get(indicator.id);
  const hasDoors = stations.some(({ doors }) => doors > 0);
  let [sum, covered, total] = [0, 0, 0];
  for (const { index, doors } of stations) {
    const weight = hasDoors ? doors : 1;
    const row = known?.get(index);
    total += weight;
    if (row === undefined || row.value === null) continue;
    const own = weight * row.coveredShare;
    covered += own;
    sum += indicator.kind === "count" ? row.value : row.value * own;
  }
  const value = covered === 0 ? null : indicator.kind === "count" ? sum : sum / covered;
  return { id: indicator.id, value, coveredShare: total === 0 ? 0 : covered / total };
}

function groupByIndicator(rows: readonly StationIndicator[]): RowsByIndicator {
  const grouped = new Map<string, Map<number, StationIndicator>>();
  for (const row of rows) {
    const known = grouped.get(row.indicatorId) ?? new Map<number, StationIndicator>();
    known.set(row.stationIndex, row);
    grouped.set(row.indicatorId, known);
  }
  return grouped;
}

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
 * Results and census of groups of stations or of parts of them, and of the whole territory to hold them against. A
 * station that is named twice in a group counts once, as it is named first. Throws Refusal "nothing-found" on a station that the territory does not have.
 */
export function compareStations(territory: Territory, { groups }: ComparisonRequest): ComparisonAnswer {
  const ground = groundOf.get(territory) ?? comparisonGround(territory);
  groundOf.set(territory, ground);
  const stationOf = (id: string) => ground.stations.get(id) ?? findStation(territory, id);
  return {
    groups: groups.map(({ stationIds, shares }) => {
      const shareOf = new Map<string, number>();
      stationIds.forEach((id, place) => {
        if (!shareOf.has(id)) shareOf.set(id, shares?.[place] ?? 1);
      });
      return ground.figures([...shareOf].map(([id, share]) => ({ station: stationOf(id), share })));
    }),
    territory: ground.whole,
  };
}

/** A station, or the part of one that holds this share of its doors. */
interface Part {
  readonly station: Station;
  readonly share: number;
}

/** What every comparison in a territory stands on, made once for an opened territory. */
interface ComparisonGround {
  readonly stations: ReadonlyMap<string, Station>;
  readonly whole: GroupFigures;
  figures(parts: readonly Part[]): GroupFigures;
}

const groundOf = new WeakMap<Territory, ComparisonGround>();

function comparisonGround(territory: Territory): ComparisonGround {
  const rows = groupByIndicator(territory.stationIndicators());
  const rounds = [...territory.elections()].sort(latestFirst).map(({ id }) => ({
    id,
    results: territory.results(id),
    candidates: new Map(territory.candidates(id).map((candidate) => [candidate.index, candidate.id])),
  }));
  const figures = (parts: readonly Part[]): GroupFigures => ({
    stations: parts.reduce((sum, { share }) => sum + share, 0),
    results: groupResults(rounds, new Map(parts.map(({ station, share }) => [station.index, share]))),
    indicators: territory.indicators().map((indicator) => groupIndicator(indicator, rows, parts)),
  });
  const stations = territory.stations();
  return {
    stations: new Map(stations.map((station) => [station.id, station])),
    whole: figures(stations.map((station) => ({ station, share: 1 }))),
    figures,
  };
}

interface Round {
  readonly id: string;
  readonly results: readonly StationResult[];
  /** Ids by index. */
  readonly candidates: ReadonlyMap<number, string>;
}

/** By index of the station, the share of it that is in the group. */
type Shares = ReadonlyMap<number, number>;

function groupResults(rounds: readonly Round[], shares: Shares): GroupFigures["results"] {
  return rounds.flatMap(({ id, results, candidates }) => {
    const own = results.filter(({ stationIndex }) => (shares.get(stationIndex) ?? 0) > 0);
    if (own.length === 0) return [];
    const sum = (count: (result: StationResult) => number) =>
      own.reduce((total, one) => total + (shares.get(one.stationIndex) ?? 0) * count(one), 0);
    return [
      {
        electionId: id,
        stations: sum(() => 1),
        registered: sum(({ registered }) => registered),
        abstentions: sum(({ abstentions }) => abstentions),
        expressed: sum(({ expressed }) => expressed),
        votes: groupVotes(own, candidates, shares),
        matchedShare: own.reduce((least, { matchedShare }) => Math.min(least, matchedShare), 1),
      },
    ];
  });
}

function groupVotes(
  results: readonly StationResult[],
  candidates: Round["candidates"],
  shares: Shares,
): Readonly<Record<string, number>> {
  const votes: Record<string, number> = {};
  for (const result of results) {
    const share = shares.get(result.stationIndex) ?? 0;
    for (const [index, count] of result.votes) {
      const id = candidates.get(index);
      if (id !== undefined) votes[id] = (votes[id] ?? 0) + share * count;
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
  parts: readonly Part[],
): GroupFigures["indicators"][number] {
  const known = rows.get(indicator.id);
  const hasDoors = parts.some(({ station }) => station.doors > 0);
  let [sum, covered, total] = [0, 0, 0];
  for (const { station, share } of parts) {
    const weight = (hasDoors ? station.doors : 1) * share;
    const row = known?.get(station.index);
    total += weight;
    if (row === undefined || row.value === null) continue;
    const own = weight * row.coveredShare;
    covered += own;
    sum += indicator.kind === "count" ? row.value * share : row.value * own;
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

import type { Standing, TransitionReport, TransitionsRequest } from "../../server/contract/transitions.ts";
import type { Territory } from "../territory/territory.ts";
import { estimateVoteTransitions } from "../vote-transitions/estimate-vote-transitions.ts";
import { campRound, STANCES } from "./camp-round.ts";
import { stanceCounts } from "./transfer-rates.ts";
import { voteTables } from "./vote-table.ts";

const STANDINGS: readonly Standing[] = [...STANCES, "away"];
const RESAMPLES = 30;

/** Why there is no table: a word for the endpoint, which says it in the reader's language. */
export type NoTransitions = "unknown-election" | "unknown-station" | "same-election";

/**
 * Who went where between two first rounds of a territory: over all its stations with intervals, or the likeliest table
 * of one station; no rows where no station, or not this one, has votes at both. Method, source and measured error: estimateVoteTransitions.
 */
export function transitionReport(
  territory: Pick<Territory, "stations" | "elections" | "candidates" | "results">,
  { choice, from, to, stationId }: TransitionsRequest,
): TransitionReport | NoTransitions {
  if (from === to) return "same-election";
  const tables = voteTables(territory);
  const [before, after] = [from, to].map((id) => tables.find(({ election }) => election.id === id));
  if (!before || !after) return "unknown-election";
  const [earlier, later] = [
    campRound(before, choice.sides, "everywhere"),
    campRound(after, choice.sides, "everywhere"),
  ];
  const all = territory.stations();
  const stations = all.flatMap(({ index }) =>
    (earlier.registered[index] ?? 0) > 0 && (later.registered[index] ?? 0) > 0 ? [index] : [],
  );
  if (stationId !== undefined && all.every(({ id }) => id !== stationId)) return "unknown-station";
  const place = stations.findIndex((index) => all[index]?.id === stationId);
  const estimated = estimateVoteTransitions(
    {
      origins: stations.map((station) => stanceCounts(earlier, station)),
      destinations: stations.map((station) => stanceCounts(later, station)),
    },
    stationId === undefined ? { resamples: RESAMPLES, seed: 1 } : undefined,
  );
  const nobody = { from, to, standings: STANDINGS, rows: [], stations: 0, stationsLeftOut: all.length };
  if (!estimated.ok || (stationId !== undefined && place < 0)) return nobody;
  const votes = stationId === undefined ? estimated.votes : (estimated.stations[place] ?? []);
  const bounds = estimated.intervals?.percent80 ?? null;
  return {
    from,
    to,
    standings: STANDINGS,
    rows: STANDINGS.flatMap((standing, row) => {
      const counts = votes[row] ?? [];
      const voters = counts.reduce((sum, count) => sum + count, 0);
      if (voters < 0.5) return [];
      return [
        {
          standing,
          voters: Math.round(voters),
          shares: counts.map((count) => count / voters),
          intervals:
            bounds &&
            counts.map((_, column) => ({ low: bounds.low[row]?.[column] ?? 0, high: bounds.high[row]?.[column] ?? 1 })),
        },
      ];
    }),
    stations: stationId === undefined ? stations.length - estimated.leftOut.length : 1,
    stationsLeftOut: all.length - stations.length + estimated.leftOut.length,
  };
}

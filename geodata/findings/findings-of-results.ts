import { englishCount, frenchCount } from "../numbers/written-number.ts";
import type { CarriedElections, ElectionJoin } from "../territory/carry-elections.ts";
import type { Finding, Station } from "../territory/territory.ts";
import { finding, percent } from "./finding.ts";

/** Below this, what a result says of today's station is doubtful: scores widen their interval there. */
const LOW_MATCHED_SHARE = 0.8;
const WELL_JOINED = 0.95;

/** What an organizer should know of the results before trusting a score. */
export function findingsOfResults(stations: readonly Station[], carried: CarriedElections): Finding[] {
  if (carried.elections.length === 0) {
    return finding("no-results", "warning", 1, {
      fr: "Aucun résultat d’élection : aucun score n’est possible ici, toutes les portes se valent.",
      en: "No election results: no score is possible here, every door counts the same.",
    });
  }
  return [
    ...stationsWithoutResults(stations, carried),
    ...lowMatchedShares(stations, carried),
    ...poorlyJoined(carried),
    ...rowsWithoutContour(carried.joins),
    ...rowsElsewhere(carried.joins),
    ...olderThanContours(carried),
  ];
}

function stationsWithoutResults(stations: readonly Station[], { results }: CarriedElections): Finding[] {
  const withResult = new Set([...results.values()].flatMap((rows) => rows.map((row) => row.stationIndex)));
  const without = stations.filter((station) => !withResult.has(station.index));
  return finding(
    "stations-without-results",
    "warning",
    without.length,
    {
      fr: `${frenchCount(without.length, "bureau", "bureaux")} de vote sans aucun résultat : sans score.`,
      en: `${englishCount(without.length, "polling station", "polling stations")} without any result: no score.`,
    },
    without.map((station) => station.id),
  );
}

function lowMatchedShares(stations: readonly Station[], { elections, results }: CarriedElections): Finding[] {
  const low = elections.flatMap((election) =>
    (results.get(election.id) ?? [])
      .filter((row) => row.matchedShare < LOW_MATCHED_SHARE)
      .map((row) => ({ electionId: election.id, row })),
  );
  const lowest = low.toSorted((a, b) => a.row.matchedShare - b.row.matchedShare);
  const touched = new Set(low.map(({ row }) => row.stationIndex));
  return finding(
    "low-matched-share",
    "info",
    low.length,
    {
      fr: `${frenchCount(low.length, "résultat", "résultats")}, dans ${frenchCount(touched.size, "bureau", "bureaux")}, de bureaux redécoupés depuis (moins de 80 % du bureau d’aujourd’hui vient d’un même bureau d’alors) : à lire comme une estimation.`,
      en: `${englishCount(low.length, "result", "results")}, in ${englishCount(touched.size, "station", "stations")}, from stations redrawn since (less than 80 % of today's station comes from one of theirs): to be read as an estimate.`,
    },
    lowest.map(
      ({ electionId, row }) => `${electionId}, ${stations[row.stationIndex]?.id ?? "?"}: ${percent(row.matchedShare)}`,
    ),
  );
}

function poorlyJoined({ elections }: CarriedElections): Finding[] {
  const poor = elections.filter((election) => election.joinRate < WELL_JOINED);
  return finding(
    "elections-poorly-joined",
    "warning",
    poor.length,
    {
      fr: `${frenchCount(poor.length, "tour", "tours")} dont moins de 95 % des lignes ont trouvé leur bureau : vérifiez le millésime des contours.`,
      en: `${englishCount(poor.length, "round", "rounds")} of which fewer than 95 % of the rows found their station: check the vintage of the contours.`,
    },
    poor.map((election) => `${election.id}: ${percent(election.joinRate)} (${election.contoursVintage ?? "?"})`),
  );
}

function rowsWithoutContour(joins: readonly ElectionJoin[]): Finding[] {
  const lost = joins.flatMap(({ electionId, contoursVintage, unmatched }) =>
    unmatched.map((row) => `${electionId}, ${row.communeCode}_${row.number} (${contoursVintage ?? "?"})`),
  );
  return finding(
    "results-without-contour",
    "warning",
    lost.length,
    {
      fr: `${frenchCount(lost.length, "résultat", "résultats")} de bureaux qu’aucun contour de leur millésime ne dessine : leurs voix manquent.`,
      en: `${englishCount(lost.length, "result", "results")} of stations that no contour of their vintage draws: their votes are missing.`,
    },
    lost,
  );
}

function rowsElsewhere(joins: readonly ElectionJoin[]): Finding[] {
  const outside = joins.flatMap(({ electionId, outside: rows }) =>
    rows.map((row) => `${electionId}, ${row.communeCode}_${row.number}`),
  );
  return finding(
    "results-outside",
    "info",
    outside.length,
    {
      fr: `${frenchCount(outside.length, "résultat de bureau situé hors du territoire, laissé de côté", "résultats de bureaux situés hors du territoire, laissés de côté")}.`,
      en: `${englishCount(outside.length, "result", "results")} of stations outside the territory, left out.`,
    },
    outside,
  );
}

function olderThanContours({ elections }: CarriedElections): Finding[] {
  const older = elections.filter(
    (election) => election.contoursVintage !== null && election.year < election.contoursVintage,
  );
  return finding(
    "older-than-contours",
    "info",
    older.length,
    {
      fr: `${frenchCount(older.length, "tour plus ancien", "tours plus anciens")} que les plus vieux contours : jointure par numéro à ceux-ci, ce qui suppose que les bureaux n’avaient pas changé.`,
      en: `${englishCount(older.length, "round", "rounds")} older than the oldest contours: joined to those by number, which supposes that stations had not changed.`,
    },
    older.map((election) => `${election.id} (${election.contoursVintage})`),
  );
}

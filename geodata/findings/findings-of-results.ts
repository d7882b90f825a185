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
      fr: `${without.length} bureau(x) de vote sans aucun résultat : sans score.`,
      en: `${without.length} polling station(s) without any result: no score.`,
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
      fr: `${low.length} résultats, dans ${touched.size} bureau(x), viennent de bureaux redécoupés depuis (moins de 80 % du bureau d’aujourd’hui vient d’un même bureau d’alors) : à lire comme des estimations.`,
      en: `${low.length} results, in ${touched.size} station(s), come from stations redrawn since (less than 80 % of today's station comes from one of theirs): read them as estimates.`,
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
      fr: `${poor.length} tour(s) dont moins de 95 % des lignes ont trouvé leur bureau : vérifiez le millésime des contours.`,
      en: `${poor.length} round(s) of which fewer than 95 % of the rows found their station: check the vintage of the contours.`,
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
      fr: `${lost.length} résultat(s) de bureaux qu’aucun contour de leur millésime ne dessine : leurs voix manquent.`,
      en: `${lost.length} result(s) of stations that no contour of their vintage draws: their votes are missing.`,
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
      fr: `${outside.length} résultat(s) de bureaux situés hors du territoire, laissés de côté.`,
      en: `${outside.length} result(s) of stations outside the territory, left out.`,
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
      fr: `${older.length} tour(s) plus anciens que les plus vieux contours : joints par numéro à ceux-ci, ce qui suppose que les bureaux n’avaient pas changé.`,
      en: `${older.length} round(s) older than the oldest contours: joined to those by number, which supposes that stations had not changed.`,
    },
    older.map((election) => `${election.id} (${election.contoursVintage})`),
  );
}

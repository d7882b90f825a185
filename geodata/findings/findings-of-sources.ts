import { englishCount, englishNumber, frenchCount, frenchNumber } from "../numbers/written-number.ts";
import type { CensusTable } from "../readers/census-table-reader.ts";
import type { ReadFacts } from "../readers/read-facts.ts";
import type { Finding, Indicator, StationIndicator } from "../territory/territory.ts";
import { finding } from "./finding.ts";

/** What the files themselves leave to be known: rejected records, remarks of the readers, suppressed values. */
export function findingsOfSources(
  files: readonly ReadFacts[],
  tables: readonly CensusTable[],
  indicators: readonly Indicator[],
  stationIndicators: readonly StationIndicator[],
): Finding[] {
  return [
    ...rejected(files),
    ...remarks(files),
    ...suppressed(tables, stationIndicators),
    ...emptyIndicators(indicators, stationIndicators),
  ];
}

/** Extracts are cut at their edge and height models have no height at sea: that is as it should be. */
const USUALLY_CUT = /^(osm-|hgt|geotiff|ascii-grid)/;

function rejected(files: readonly ReadFacts[]): Finding[] {
  return files.flatMap(({ file, format, rejected: count, read, rejects }) => {
    const reasons = rejects.map((entry) => `${entry.reason} ${entry.count}`).join(", ");
    return finding(
      "rejected-records",
      USUALLY_CUT.test(format) ? "info" : "warning",
      count,
      {
        fr: `${file} : ${frenchCount(count, "enregistrement écarté", "enregistrements écartés")} sur ${frenchNumber(read)} (${reasons}).`,
        en: `${file}: ${englishCount(count, "record", "records")} of ${englishNumber(read)} rejected (${reasons}).`,
      },
      rejects.flatMap((entry) => entry.examples),
    );
  });
}

function remarks(files: readonly ReadFacts[]): Finding[] {
  return files.flatMap(({ file, notes }) =>
    notes.flatMap((note) =>
      finding(
        `note-${note.reason}`,
        "info",
        note.count,
        {
          fr: `${file} : ${frenchCount(note.count, "remarque", "remarques")} (${note.reason}).`,
          en: `${file}: ${englishCount(note.count, "remark", "remarks")} (${note.reason}).`,
        },
        note.examples,
      ),
    ),
  );
}

function suppressed(tables: readonly CensusTable[], stationIndicators: readonly StationIndicator[]): Finding[] {
  const values = tables.flatMap((table) => table.rows.flatMap((row) => row.values));
  const hidden = values.filter((value) => value === "suppressed").length;
  const missing = values.filter((value) => value === "missing").length;
  const partly = new Set(
    stationIndicators.filter((entry) => entry.coveredShare < 1).map((entry) => entry.stationIndex),
  );
  return finding("census-suppressed", "info", hidden + missing, {
    fr: `${frenchCount(hidden, "valeur", "valeurs")} du recensement sous secret statistique et ${frenchCount(missing, "manquante", "manquantes")} : vides, jamais zéro (${frenchCount(partly.size, "bureau concerné", "bureaux concernés")} en partie).`,
    en: `${englishCount(hidden, "census value", "census values")} suppressed and ${missing} missing: left empty, never counted as zero (${englishCount(partly.size, "station", "stations")} partly concerned).`,
  });
}

function emptyIndicators(indicators: readonly Indicator[], stationIndicators: readonly StationIndicator[]): Finding[] {
  const known = new Set(stationIndicators.filter((entry) => entry.value !== null).map((entry) => entry.indicatorId));
  const empty = indicators.filter((indicator) => !known.has(indicator.id));
  return finding(
    "census-without-values",
    "warning",
    empty.length,
    {
      fr: `${frenchCount(empty.length, "indicateur", "indicateurs")} du recensement sans aucune valeur dans ce territoire : vérifiez que les Iris sont du même millésime.`,
      en: `${englishCount(empty.length, "census indicator", "census indicators")} without any value in this territory: check that the areas are of the same vintage.`,
    },
    empty.map((indicator) => indicator.id),
  );
}

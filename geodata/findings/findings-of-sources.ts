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
    ...elsewhere(files),
    ...rejected(files),
    ...remarks(files),
    ...suppressed(tables, stationIndicators),
    ...emptyIndicators(indicators, stationIndicators),
  ];
}

/** A file of which nothing lies here is most often a slip of the hand. */
function elsewhere(files: readonly ReadFacts[]): Finding[] {
  return files.flatMap(({ file, accepted, outside }) =>
    finding("nothing-here", "warning", accepted === 0 ? outside : 0, {
      fr: `${file} : rien de ce fichier n’est dans ce territoire (${frenchCount(outside, "enregistrement situé", "enregistrements situés")} ailleurs). C’est sans doute celui d’une autre commune ou d’un autre département : remplacez-le, ou retirez-le.`,
      en: `${file}: nothing in this file lies in this territory (${englishCount(outside, "record lies", "records lie")} elsewhere). It is probably that of another commune or department: replace it, or remove it.`,
    }),
  );
}

/** Extracts are cut at their edge and height models have no height at sea: that is as it should be. */
const USUALLY_CUT = /^(osm-|hgt|geotiff|ascii-grid)/;

function rejected(files: readonly ReadFacts[]): Finding[] {
  return files.flatMap(({ file, format, rejected: count, read, rejects }) => {
    // Why, is said by the examples here, and in words and counts by the list of files.
    return finding(
      "rejected-records",
      USUALLY_CUT.test(format) ? "info" : "warning",
      count,
      {
        fr: `${file} : ${frenchCount(count, "enregistrement écarté", "enregistrements écartés")} sur ${frenchNumber(read)}.`,
        en: `${file}: ${englishCount(count, "record", "records")} of ${englishNumber(read)} rejected.`,
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
          fr: `${file} : ${frenchCount(note.count, "remarque", "remarques")}.`,
          en: `${file}: ${englishCount(note.count, "remark", "remarks")}.`,
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

import type { Sentence } from "../../server/contract/refusal.ts";
import { mappedHeader } from "./column-mapping.ts";
import { guessElectionId, parseElectionId } from "./election-id.ts";
import { quoteHeader } from "./fold-header.ts";
import { parseCandidates } from "./parse-candidates.ts";
import { parseStation, type StationLayout } from "./parse-station-row.ts";
import { atLine, placed, rowOfStation, wrongFieldCount } from "./placed-sentence.ts";
import { createTally, type ReadOptions, refuseIfNothingIsGood, type Tally } from "./read-facts.ts";
import { readTable, type TableRow } from "./read-table.ts";
import { recognising } from "./recognise-file.ts";
import { type ResultLayout, resultLayoutOf } from "./result-columns.ts";
import type { CandidateRow, GeneralRow, ResultTable } from "./result-rows.ts";
import { constituencyOf, placeReader, type RowPlace } from "./row-place.ts";
import { UnusableFile } from "./source-rows.ts";
import { stationNumberKey } from "./station-key.ts";

export type { CandidateRow, CandidateVotes, GeneralRow, ResultTable, StationVotes } from "./result-rows.ts";

export interface ResultsOptions extends ReadOptions {
  /**
   * For files that hold one round and do not name it: "2024_legi_t1". Without it the name of the file is tried. In a
   * file of several rounds it keeps that one; the others are counted as `outside`.
   */
  readonly electionId?: string | undefined;
  /** Rows of other communes are counted as `outside`. Called with five characters, e.g. "75056". */
  readonly keepCommune?: ((communeCode: string) => boolean) | undefined;
}

/**
 * Reads votes by polling station: the two files of the aggregated elections of data.gouv.fr (to be joined by
 * `joinResults`), or a file of the Ministry of the Interior with candidates in blocks (2014 onwards).
 * A row whose counts cannot be is rejected; one that merely does not add up is kept and noted.
 * Throws UnusableFile when the header is of something else, or the round is not known.
 */
export async function readResults(path: string, options: ResultsOptions = {}): Promise<ResultTable> {
  return recognising(path, "results", () => readResultTable(path, options));
}

async function readResultTable(path: string, options: ResultsOptions): Promise<ResultTable> {
  const tally = createTally(path);
  const general: GeneralRow[] = [];
  const candidates: CandidateRow[] = [];
  let found: ResultLayout | null = null;

  const file = await readTable(path, tally, options, (table) => {
    const header = mappedHeader(path, "results", table.header, options.columns);
    const layout = resultLayoutOf(header, { isMapped: options.columns !== undefined });
    if (layout === null) refuseHeader(path, header);
    found = layout;
    const place = placeReader(layout.station, electionOfFile(path, layout, options.electionId), options);
    const seen: SeenStations = new Map();
    return (row) => {
      if (layout.kind !== "complete" && row.fieldCount !== header.length) rejectFieldCount(row, header.length, tally);
      else if (layout.kind === "candidates") takeCandidate(row, layout, tally, place, candidates);
      else takeStation(row, layout, header, tally, place, seen, general);
    };
  });

  const { kind, format } = layoutFound(found);
  const facts = tally.facts({ format, ...file });
  refuseIfNothingIsGood(path, facts);
  return kind === "candidates" ? { ...facts, kind, rows: candidates } : { ...facts, kind, rows: general };
}

type PlaceReader = ReturnType<typeof placeReader>;
type Place = Extract<RowPlace, { kind: "place" }>;

function takeCandidate(
  row: TableRow,
  layout: ResultLayout & { readonly kind: "candidates" },
  tally: Tally,
  readPlace: PlaceReader,
  rows: CandidateRow[],
): void {
  const place = placeOf(row, readPlace, tally);
  if (place === null) return;
  const parsed = parseCandidates(row, layout.candidate, ONE_CANDIDATE);
  if (!parsed.ok) {
    tally.reject(parsed.reason, placed(labelOf(row, place), parsed.sentence));
    return;
  }
  const [candidate] = parsed.candidates;
  if (candidate === undefined) {
    tally.reject("no-candidate-name", placed(labelOf(row, place), NOBODY));
    return;
  }
  tally.accept();
  const { electionId, communeCode, number } = place;
  const { panel, name, nuance, list, votes } = candidate;
  rows.push({ electionId, communeCode, number, panel, name, nuance, list, votes, line: row.line });
}

/** Line of the first row of each station, by round. */
type SeenStations = Map<string, Map<string, number>>;

function takeStation(
  row: TableRow,
  layout: StationLayout,
  header: readonly string[],
  tally: Tally,
  readPlace: PlaceReader,
  seen: SeenStations,
  rows: GeneralRow[],
): void {
  const place = placeOf(row, readPlace, tally);
  if (place === null) return;
  const { electionId, communeCode, number } = place;
  const parsed = parseStation(row, layout, header, electionId);
  if (!parsed.ok) {
    tally.reject(parsed.reason, placed(labelOf(row, place), parsed.sentence));
    return;
  }
  const first = firstLineOf(seen, place, row.line);
  if (first !== null) {
    const sentence = {
      fr: `le bureau a déjà la ligne ${first} à ce tour ; il en faut une`,
      en: `the station already has line ${first} in this round; expected one`,
    };
    tally.reject("duplicate-station", placed(labelOf(row, place), sentence));
    return;
  }
  for (const { reason, sentence } of parsed.notes) tally.note(reason, placed(labelOf(row, place), sentence));
  tally.accept();
  const constituency = constituencyOf(row, layout.station);
  const { counts, candidates } = parsed;
  rows.push({ electionId, communeCode, number, constituency, ...counts, candidates, file: tally.file, line: row.line });
}

/** Null for a row that has been left out or rejected here. */
function placeOf(row: TableRow, readPlace: PlaceReader, tally: Tally): Place | null {
  const place = readPlace(row);
  if (place.kind === "place") return place;
  if (place.kind === "outside") tally.outside();
  else tally.reject(place.reason, atLine(row.line, place.sentence));
  return null;
}

/** The line where this station already stood in this round; null, and the line kept, when it is the first. */
function firstLineOf(seen: SeenStations, { electionId, communeCode, number }: Place, line: number): number | null {
  const lines = seen.get(electionId) ?? new Map<string, number>();
  seen.set(electionId, lines);
  const key = `${communeCode}_${stationNumberKey(number)}`;
  const first = lines.get(key);
  if (first === undefined) lines.set(key, line);
  return first ?? null;
}

function labelOf(row: TableRow, { electionId, communeCode, number }: Place): Sentence {
  return rowOfStation(row.line, communeCode, number, electionId);
}

const NOBODY = { fr: "ne nomme ni candidat ni voix", en: "names no candidate and no votes" };

const ONE_CANDIDATE = [0];

function rejectFieldCount(row: TableRow, expected: number, tally: Tally): void {
  tally.reject("wrong-field-count", atLine(row.line, wrongFieldCount(row.fieldCount, expected)));
}

/** The round of a file that does not write it in its rows; null for one that does. */
function electionOfFile(path: string, layout: ResultLayout, given: string | undefined): string | null {
  if (given !== undefined && parseElectionId(given) === null) {
    throw new UnusableFile(path, {
      fr: `est dit du tour "${given}", qui n’en est pas un ; il faut année_type_tour, comme 2024_legi_t1`,
      en: `"${given}" names no round; expected year_type_round such as 2024_legi_t1`,
    });
  }
  if (layout.station.election !== -1) return null;
  const id = given ?? guessElectionId(path);
  if (id !== null) return id;
  throw new UnusableFile(path, {
    fr: "ne dit pas quel scrutin ni quel tour il contient : indiquez-le sur sa carte",
    en: "does not say which election and round it holds; add it after the name, e.g. @2024_legi_t1 (pres, legi, euro, muni, regi or dpmt; t1 or t2)",
  });
}

function refuseHeader(path: string, header: readonly string[]): never {
  const found = quoteHeader(header);
  throw new UnusableFile(path, {
    fr: `a les colonnes ${found.fr}, qui ne sont pas celles de résultats par bureau de vote (general_results ou candidats_results de data.gouv.fr, ou fichier du ministère) : indiquez lesquelles contiennent quoi`,
    en: `has the columns ${found.en}; expected results by polling station (data.gouv.fr general_results or candidats_results, or a file of the Ministry by "bureau de vote")`,
  });
}

// Assigned inside a callback, which the compiler does not follow: hence the function.
function layoutFound(layout: ResultLayout | null): ResultLayout {
  if (layout === null) throw new Error("a table was read without its header");
  return layout;
}

import { impossibleCounts, impossibleSum, missingVotes, oddCounts } from "./check-station-votes.ts";
import { guessElectionId, parseElectionId } from "./election-id.ts";
import { quoteHeader } from "./fold-header.ts";
import { parseCandidates } from "./parse-candidates.ts";
import { parseStationCounts, placeReader } from "./parse-station-row.ts";
import { createTally, type ReadOptions, type Tally } from "./read-facts.ts";
import { readTable, type TableRow } from "./read-table.ts";
import { describeTable } from "./recognise-header.ts";
import { type ResultLayout, resultLayoutOf } from "./result-columns.ts";
import type { CandidateRow, GeneralRow, ResultTable } from "./result-rows.ts";
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
  const tally = createTally(path);
  const general: GeneralRow[] = [];
  const candidates: CandidateRow[] = [];
  let found: ResultLayout | null = null;

  const file = await readTable(path, tally, options, ({ header }) => {
    const layout = resultLayoutOf(header);
    if (layout === null) refuseHeader(path, header);
    found = layout;
    const place = placeReader(layout.station, electionOfFile(path, layout, options.electionId), options);
    if (layout.kind === "candidates") {
      return (row) => takeCandidate(row, layout, header, tally, place, candidates);
    }
    const firstLine = new Map<string, Map<string, number>>();
    return (row) => takeStation(row, layout, header, tally, place, firstLine, general);
  });

  const { kind, format } = layoutFound(found);
  const facts = tally.facts({ format, ...file });
  return kind === "candidates" ? { ...facts, kind, rows: candidates } : { ...facts, kind, rows: general };
}

type PlaceReader = ReturnType<typeof placeReader>;

function takeCandidate(
  row: TableRow,
  layout: ResultLayout & { kind: "candidates" },
  header: readonly string[],
  tally: Tally,
  readPlace: PlaceReader,
  rows: CandidateRow[],
): void {
  if (row.fieldCount !== header.length) return rejectFieldCount(row, header.length, tally);
  const place = readPlace(row);
  if (place.kind === "outside") return tally.outside();
  if (place.kind === "fault") return tally.reject(place.reason, `line ${row.line}: ${place.sentence}`);
  const parsed = parseCandidates(row, layout.candidate, [0]);
  if (!parsed.ok) return tally.reject(parsed.reason, `line ${row.line} (${place.label}): ${parsed.sentence}`);
  const [candidate] = parsed.candidates;
  if (candidate === undefined) {
    return tally.reject("no-candidate", `line ${row.line} (${place.label}): names no candidate and no votes`);
  }
  tally.accept();
  const { electionId, communeCode, number } = place;
  rows.push({ electionId, communeCode, number, ...candidate, line: row.line });
}

function takeStation(
  row: TableRow,
  layout: ResultLayout & { kind: "general" | "complete" },
  header: readonly string[],
  tally: Tally,
  readPlace: PlaceReader,
  firstLine: Map<string, Map<string, number>>,
  rows: GeneralRow[],
): void {
  if (layout.kind === "general" && row.fieldCount !== header.length) return rejectFieldCount(row, header.length, tally);
  const place = readPlace(row);
  if (place.kind === "outside") return tally.outside();
  if (place.kind === "fault") return tally.reject(place.reason, `line ${row.line}: ${place.sentence}`);
  const label = `line ${row.line} (${place.label})`;
  const { electionId, communeCode, number, constituency } = place;

  const parsed = parseStationCounts(row, layout.station, header);
  if (!parsed.ok) return tally.reject(parsed.reason, `${label}: ${parsed.sentence}`);
  const { counts } = parsed;
  const impossible = impossibleCounts(counts);
  if (impossible !== null) return tally.reject(impossible.reason, `${label}: ${impossible.sentence}`);

  const votes = layout.kind === "general" ? { ok: true as const, candidates: [] } : blocksOf(row, layout);
  if (!votes.ok) return tally.reject(votes.reason, `${label}: ${votes.sentence}`);
  const overfull = impossibleSum(electionId, counts.expressed, votes.candidates);
  if (overfull !== null) return tally.reject(overfull.reason, `${label}: ${overfull.sentence}`);

  const lines = firstLine.get(electionId) ?? new Map<string, number>();
  firstLine.set(electionId, lines);
  const key = `${communeCode}_${stationNumberKey(number)}`;
  const first = lines.get(key);
  if (first !== undefined) {
    return tally.reject(
      "duplicate-station",
      `${label}: the station already has line ${first} in this round; expected one`,
    );
  }
  lines.set(key, row.line);

  const odd = oddCounts(counts);
  if (odd !== null) tally.note(odd.reason, `${label}: ${odd.sentence}`);
  const missing = layout.kind === "complete" ? missingVotes(counts.expressed, votes.candidates) : null;
  if (missing !== null) tally.note(missing.reason, `${label}: ${missing.sentence}`);
  tally.accept();
  const at = { file: tally.file, line: row.line };
  rows.push({ electionId, communeCode, number, constituency, ...counts, candidates: votes.candidates, ...at });
}

/** The candidates of a row, one after the other in blocks; trailing blocks may be empty. */
function blocksOf(row: TableRow, layout: ResultLayout & { kind: "complete" }): ReturnType<typeof parseCandidates> {
  const { firstBlock, blockSize, candidate } = layout;
  const blocks = Math.floor((row.fieldCount - firstBlock) / blockSize);
  for (let column = firstBlock + Math.max(blocks, 0) * blockSize; column < row.fieldCount; column++) {
    if (row.text(column) === "") continue;
    const sentence = `${row.fieldCount} fields; expected ${firstBlock} and then ${blockSize} for each candidate`;
    return { ok: false, reason: "wrong-field-count", sentence };
  }
  if (blocks < 1) {
    const sentence = `${row.fieldCount} fields; expected at least ${firstBlock + blockSize}`;
    return { ok: false, reason: "wrong-field-count", sentence };
  }
  return parseCandidates(
    row,
    candidate,
    Array.from({ length: blocks }, (_, block) => block * blockSize),
  );
}

function rejectFieldCount(row: TableRow, expected: number, tally: Tally): void {
  tally.reject("wrong-field-count", `line ${row.line}: ${row.fieldCount} fields; expected ${expected}`);
}

/** The round of a file that does not write it in its rows; null for one that does. */
function electionOfFile(path: string, layout: ResultLayout, given: string | undefined): string | null {
  if (given !== undefined && parseElectionId(given) === null) {
    throw new UnusableFile(path, `"${given}" names no round; expected year_type_round such as 2024_legi_t1`);
  }
  if (layout.station.election !== -1) return null;
  const id = given ?? guessElectionId(path);
  if (id !== null) return id;
  throw new UnusableFile(
    path,
    "does not say which election and round it holds; add it after the name, e.g. @2024_legi_t1 (pres, legi, euro, muni, regi or dpmt; t1 or t2)",
  );
}

function refuseHeader(path: string, header: readonly string[]): never {
  const found = describeTable(header);
  const what = found === null ? `has the columns ${quoteHeader(header)}` : `is ${found}`;
  throw new UnusableFile(
    path,
    `${what}; expected results by polling station (data.gouv.fr general_results or candidats_results, or a file of the Ministry by "bureau de vote")`,
  );
}

// Assigned inside a callback, which the compiler does not follow: hence the function.
function layoutFound(layout: ResultLayout | null): ResultLayout {
  if (layout === null) throw new Error("a table was read without its header");
  return layout;
}

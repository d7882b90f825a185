import type { StationCounts } from "./check-station-votes.ts";
import { communeCode, constituencyCode } from "./commune-code.ts";
import { parseElectionId } from "./election-id.ts";
import { parseCount } from "./parse-number.ts";
import type { TableRow } from "./read-table.ts";
import type { StationColumns } from "./result-columns.ts";

/** Which station and round a row is about, or why nobody can tell, or that nobody asked. */
export type RowPlace =
  | {
      readonly kind: "place";
      readonly electionId: string;
      readonly communeCode: string;
      readonly number: string;
      readonly constituency: string | null;
      /** "station 75056_0309, 2009_euro_t1" */
      readonly label: string;
    }
  | { readonly kind: "outside" }
  | { readonly kind: "fault"; readonly reason: string; readonly sentence: string };

export interface PlaceOptions {
  readonly electionId?: string | undefined;
  readonly keepCommune?: ((communeCode: string) => boolean) | undefined;
}

/** A function from a row to its place. `electionOfFile` stands in where the rows do not name their round. */
export function placeReader(
  columns: StationColumns,
  electionOfFile: string | null,
  options: PlaceOptions,
): (row: TableRow) => RowPlace {
  const known = new Map<string, boolean>();
  return (row) => {
    const electionId = electionOfFile ?? row.text(columns.election);
    let isElection = known.get(electionId);
    if (isElection === undefined) {
      isElection = parseElectionId(electionId) !== null;
      known.set(electionId, isElection);
    }
    if (!isElection) {
      const sentence = `names the election "${electionId}"; expected year_type_round such as 2024_legi_t1`;
      return { kind: "fault", reason: "unknown-election", sentence };
    }
    if (options.electionId !== undefined && electionId !== options.electionId) return { kind: "outside" };

    const department = row.text(columns.department);
    const [wholeCommune = "", wholeNumber = ""] = row.text(columns.wholeId).split("_");
    const commune = communeCode(department, row.text(columns.commune) || wholeCommune);
    const number = row.text(columns.station) || wholeNumber;
    if (commune === "" || number === "") {
      const sentence = `commune "${commune}", station "${number}"; expected both, such as 75056 and 0309`;
      return { kind: "fault", reason: "no-station-number", sentence };
    }
    if (options.keepCommune !== undefined && !options.keepCommune(commune)) return { kind: "outside" };
    const constituency = constituencyCode(department, row.text(columns.constituency));
    const label = `station ${commune}_${number}, ${electionId}`;
    return { kind: "place", electionId, communeCode: commune, number, constituency, label };
  };
}

export type ParsedCounts =
  | { readonly ok: true; readonly counts: StationCounts }
  | { readonly ok: false; readonly reason: string; readonly sentence: string };

/**
 * The counts of a row. Registered, voters and expressed must be whole numbers; abstentions are worked out where the
 * file leaves them out; blank votes are null where they are published with the null ones.
 */
export function parseStationCounts(row: TableRow, columns: StationColumns, header: readonly string[]): ParsedCounts {
  const read = (column: number): number | null => parseCount(row.text(column));
  const registered = read(columns.registered);
  const voters = read(columns.voters);
  const expressed = read(columns.expressed);
  if (registered === null || voters === null || expressed === null) {
    const column = registered === null ? columns.registered : voters === null ? columns.voters : columns.expressed;
    return notACount(row, header, column);
  }
  for (const column of [columns.abstentions, columns.blank, columns.nullVotes]) {
    if (row.text(column) !== "" && read(column) === null) return notACount(row, header, column);
  }
  const abstentions = read(columns.abstentions) ?? registered - voters;
  const counts = {
    registered,
    abstentions,
    voters,
    blank: read(columns.blank),
    nullVotes: read(columns.nullVotes),
    expressed,
  };
  return { ok: true, counts };
}

function notACount(row: TableRow, header: readonly string[], column: number): ParsedCounts {
  const sentence = `column "${header[column] ?? ""}" holds "${row.text(column).slice(0, 40)}"; expected a whole number, 0 or more`;
  return { ok: false, reason: "not-a-count", sentence };
}

import type { Sentence } from "../../server/contract/refusal.ts";
import { communeCode, constituencyCode } from "./commune-code.ts";
import { parseElectionId } from "./election-id.ts";
import type { TableRow } from "./read-table.ts";
import type { StationColumns } from "./result-columns.ts";

/** Which station and round a row is about, or why nobody can tell, or that nobody asked. */
export type RowPlace =
  | { readonly kind: "place"; readonly electionId: string; readonly communeCode: string; readonly number: string }
  | { readonly kind: "outside" }
  | { readonly kind: "fault"; readonly reason: string; readonly sentence: Sentence };

export interface PlaceOptions {
  readonly electionId?: string | undefined;
  readonly keepCommune?: ((communeCode: string) => boolean) | undefined;
}

/** What the rows of one commune in a row have in common: worked out once, for such files are sorted. */
interface KnownCommune {
  readonly department: string;
  readonly written: string;
  readonly code: string;
  readonly isKept: boolean;
}

/** A function from a row to its place. `electionOfFile` stands in where the rows do not name their round. */
export function placeReader(
  columns: StationColumns,
  electionOfFile: string | null,
  options: PlaceOptions,
): (row: TableRow) => RowPlace {
  const elections = new Map<string, boolean>();
  let known: KnownCommune = { department: "", written: "", code: "", isKept: true };

  return (row) => {
    const electionId = electionOfFile ?? row.text(columns.election);
    if (!isElection(electionId)) {
      const sentence = {
        fr: `nomme le scrutin "${electionId}" ; il faut année_type_tour, comme 2024_legi_t1`,
        en: `names the election "${electionId}"; expected year_type_round such as 2024_legi_t1`,
      };
      return { kind: "fault", reason: "unknown-election", sentence };
    }
    if (options.electionId !== undefined && electionId !== options.electionId) return OUTSIDE;
    const commune = communeOf(row);
    if (!commune.isKept) return OUTSIDE;
    const number = row.text(columns.station) || (row.text(columns.wholeId).split("_")[1] ?? "");
    if (commune.code === "" || number === "") {
      const sentence = {
        fr: `commune "${commune.code}", bureau "${number}" ; il faut les deux, comme 75056 et 0309`,
        en: `commune "${commune.code}", station "${number}"; expected both, such as 75056 and 0309`,
      };
      return { kind: "fault", reason: "no-station-number", sentence };
    }
    return { kind: "place", electionId, communeCode: commune.code, number };
  };

  function isElection(electionId: string): boolean {
    let answer = elections.get(electionId);
    if (answer === undefined) {
      answer = parseElectionId(electionId) !== null;
      // A broken file could hold a new name in every row.
      if (elections.size < 10_000) elections.set(electionId, answer);
    }
    return answer;
  }

  function communeOf(row: TableRow): KnownCommune {
    const department = row.text(columns.department);
    const written = row.text(columns.commune) || (row.text(columns.wholeId).split("_")[0] ?? "");
    if (known.department === department && known.written === written) return known;
    const code = communeCode(department, written);
    const isKept = code === "" || (options.keepCommune?.(code) ?? true);
    known = { department, written, code, isKept };
    return known;
  }
}

const OUTSIDE: RowPlace = { kind: "outside" };

/** The legislative constituency that a row names, e.g. "7505"; null when it names none. */
export function constituencyOf(row: TableRow, columns: StationColumns): string | null {
  const written = row.text(columns.constituency);
  return written === "" ? null : constituencyCode(row.text(columns.department), written);
}

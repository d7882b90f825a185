import {
  type CountProblem,
  impossibleCounts,
  impossibleSum,
  missingVotes,
  oddCounts,
  type StationCounts,
} from "./check-station-votes.ts";
import { type ParsedCandidates, parseCandidates } from "./parse-candidates.ts";
import { parseCount } from "./parse-number.ts";
import type { TableRow } from "./read-table.ts";
import type { ResultLayout, StationColumns } from "./result-columns.ts";
import type { CandidateVotes } from "./result-rows.ts";

export type StationLayout = ResultLayout & { readonly kind: "general" | "complete" };

/** What a row says a station counted, or why that cannot be. `notes`: it can be, and does not add up. */
export type ParsedStation =
  | {
      readonly ok: true;
      readonly counts: StationCounts;
      readonly candidates: readonly CandidateVotes[];
      readonly notes: readonly CountProblem[];
    }
  | ({ readonly ok: false } & CountProblem);

/** Reads and checks the counts of a row and, where the file has them in the same row, the votes of the candidates. */
export function parseStation(
  row: TableRow,
  layout: StationLayout,
  header: readonly string[],
  electionId: string,
): ParsedStation {
  const parsed = parseCounts(row, layout.station, header);
  if (!parsed.ok) return parsed;
  const { counts } = parsed;
  const impossible = impossibleCounts(counts);
  if (impossible !== null) return { ok: false, ...impossible };
  const odd = oddCounts(counts);
  if (layout.kind === "general") return { ok: true, counts, candidates: [], notes: odd === null ? [] : [odd] };

  const votes = parseBlocks(row, layout);
  if (!votes.ok) return votes;
  const { candidates } = votes;
  const overfull = impossibleSum(electionId, counts.expressed, candidates);
  if (overfull !== null) return { ok: false, ...overfull };
  const missing = missingVotes(counts.expressed, candidates);
  return { ok: true, counts, candidates, notes: [odd, missing].filter((note) => note !== null) };
}

type ParsedCounts = { readonly ok: true; readonly counts: StationCounts } | ({ readonly ok: false } & CountProblem);

/**
 * Registered, voters and expressed must be whole numbers; abstentions are worked out where the file leaves them out;
 * blank votes are null where they are published with the null ones.
 */
function parseCounts(row: TableRow, columns: StationColumns, header: readonly string[]): ParsedCounts {
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
  const [title, found] = [header[column] ?? "", row.text(column).slice(0, 40)];
  const sentence = {
    fr: `la colonne "${title}" contient "${found}" ; il faut un nombre entier, 0 ou plus`,
    en: `column "${title}" holds "${found}"; expected a whole number, 0 or more`,
  };
  return { ok: false, reason: "not-a-count", sentence };
}

/** The candidates of a row, one after the other in blocks; trailing blocks may be empty. */
function parseBlocks(row: TableRow, layout: ResultLayout & { readonly kind: "complete" }): ParsedCandidates {
  const { firstBlock, blockSize, candidate } = layout;
  const blocks = Math.max(0, Math.floor((row.fieldCount - firstBlock) / blockSize));
  let isRagged = blocks === 0;
  for (let column = firstBlock + blocks * blockSize; column < row.fieldCount; column++) {
    if (row.text(column) !== "") isRagged = true;
  }
  if (isRagged) {
    const sentence = {
      fr: `${row.fieldCount} champs ; il en faut ${firstBlock}, puis ${blockSize} par candidat`,
      en: `${row.fieldCount} fields; expected ${firstBlock} and then ${blockSize} for each candidate`,
    };
    return { ok: false, reason: "wrong-field-count", sentence };
  }
  const offsets = Array.from({ length: blocks }, (_, block) => block * blockSize);
  return parseCandidates(row, candidate, offsets);
}

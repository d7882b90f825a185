import { parseCount } from "./parse-number.ts";
import type { TableRow } from "./read-table.ts";
import type { CandidateColumns } from "./result-columns.ts";
import type { CandidateVotes } from "./result-rows.ts";

export type ParsedCandidates =
  | { readonly ok: true; readonly candidates: readonly CandidateVotes[] }
  | { readonly ok: false; readonly reason: string; readonly sentence: string };

/**
 * The candidates of a row, one for each offset added to `columns`. Empty blocks are passed over; a candidate without
 * a whole number of votes, or named twice in the row, spoils the row.
 */
export function parseCandidates(
  row: TableRow,
  columns: CandidateColumns,
  offsets: readonly number[],
): ParsedCandidates {
  const candidates: CandidateVotes[] = [];
  for (const offset of offsets) {
    const text = (column: number): string => (column === -1 ? "" : row.text(column + offset));
    const written = text(columns.votes);
    const panelText = text(columns.panel);
    const list = text(columns.longList) || text(columns.shortList);
    const name = nameOf(text, columns, list, panelText);
    if (written === "" && name === "") continue;
    const votes = parseCount(written);
    if (name === "") {
      return {
        ok: false,
        reason: "no-candidate-name",
        sentence: `${written} votes for nobody; expected a name, list or panel`,
      };
    }
    if (votes === null) {
      const sentence = `"${name}" has "${written.slice(0, 40)}" votes; expected a whole number, 0 or more`;
      return { ok: false, reason: "not-a-count", sentence };
    }
    const panel = parseCount(panelText);
    if (candidates.some((other) => other.name === name && other.panel === panel && other.list === (list || null))) {
      return {
        ok: false,
        reason: "duplicate-candidate",
        sentence: `"${name}" stands twice; expected each candidate once`,
      };
    }
    candidates.push({ panel, name, nuance: text(columns.nuance) || null, list: list || null, votes });
  }
  return { ok: true, candidates };
}

/** Of a person, a pair, the head of a list, a list, or at last the panel. Line breaks inside quotes become spaces. */
function nameOf(text: (column: number) => string, columns: CandidateColumns, list: string, panel: string): string {
  const person = `${text(columns.firstName)} ${text(columns.lastName)}`.trim();
  const name = person || text(columns.pair) || text(columns.head) || list || (panel === "" ? "" : `n° ${panel}`);
  return name.includes("\n") || name.includes("  ") ? name.replace(/\s+/g, " ") : name;
}

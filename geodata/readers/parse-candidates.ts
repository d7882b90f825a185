import type { Sentence } from "../../server/contract/refusal.ts";
import { parseCount } from "./parse-number.ts";
import type { TableRow } from "./read-table.ts";
import type { CandidateColumns } from "./result-columns.ts";
import type { CandidateVotes } from "./result-rows.ts";

export type ParsedCandidates =
  | { readonly ok: true; readonly candidates: readonly CandidateVotes[] }
  | { readonly ok: false; readonly reason: string; readonly sentence: Sentence };

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
    const written = textAt(row, columns.votes, offset);
    const panelText = textAt(row, columns.panel, offset);
    const list = textAt(row, columns.longList, offset) || textAt(row, columns.shortList, offset) || null;
    const name = nameOf(row, columns, offset, list, panelText);
    if (written === "" && name === "") continue;
    if (name === "") {
      const sentence = {
        fr: `${written} voix pour personne ; il faut un nom, une liste ou un panneau`,
        en: `${written} votes for nobody; expected a name, list or panel`,
      };
      return { ok: false, reason: "no-candidate-name", sentence };
    }
    const votes = parseCount(written);
    if (votes === null) {
      const found = written.slice(0, 40);
      const sentence = {
        fr: `"${name}" a "${found}" voix ; il faut un nombre entier, 0 ou plus`,
        en: `"${name}" has "${found}" votes; expected a whole number, 0 or more`,
      };
      return { ok: false, reason: "not-a-count", sentence };
    }
    const panel = parseCount(panelText);
    for (const other of candidates) {
      if (other.name !== name || other.panel !== panel || other.list !== list) continue;
      return {
        ok: false,
        reason: "duplicate-candidate",
        sentence: {
          fr: `"${name}" figure deux fois ; il faut chaque candidat une fois`,
          en: `"${name}" stands twice; expected each candidate once`,
        },
      };
    }
    candidates.push({ panel, name, nuance: textAt(row, columns.nuance, offset) || null, list, votes });
  }
  return { ok: true, candidates };
}

function textAt(row: TableRow, column: number, offset: number): string {
  return column === -1 ? "" : row.text(column + offset);
}

/** Of a person, a pair, the head of a list, a list, or at last the panel. Line breaks inside quotes become spaces. */
function nameOf(row: TableRow, columns: CandidateColumns, offset: number, list: string | null, panel: string): string {
  const firstName = textAt(row, columns.firstName, offset);
  const lastName = textAt(row, columns.lastName, offset);
  const person = firstName === "" || lastName === "" ? firstName || lastName : `${firstName} ${lastName}`;
  const name =
    person ||
    textAt(row, columns.pair, offset) ||
    textAt(row, columns.head, offset) ||
    list ||
    (panel === "" ? "" : `n° ${panel}`);
  return /\s\s|\n/.test(name) ? name.replace(/\s+/g, " ") : name;
}

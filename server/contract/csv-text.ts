import type { Language } from "./plan.ts";

export type CsvCell = string | number | null;
export type DecimalMark = "." | ",";

/** What parts the decimals off in the spreadsheet of a reader: one in French takes 1.5 for a text or a date. */
export function decimalMark(language: Language): DecimalMark {
  return language === "fr" ? "," : ".";
}

/**
 * A table as spreadsheets in French open it without questions: UTF-8 with a byte order mark, `;` between cells,
 * CRLF between lines (RFC 4180). Text cells that a spreadsheet would run as a formula (= + - @, tab or
 * carriage return first) get an apostrophe in front (OWASP, CSV injection). Numbers are written as they are.
 *
 * @param mark of decimals: `decimalMark` where a person opens the file, a point where a program reads it
 */
export function csvText(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  mark: DecimalMark = ".",
): string {
  const lines = [header, ...rows].map((cells) => cells.map((cell) => cellText(cell, mark)).join(";"));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** The same cells as spreadsheets take them from the clipboard: a tab between them, and none within. */
export function tabText(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  mark: DecimalMark = ".",
): string {
  const plain = (cell: CsvCell) =>
    typeof cell === "string" ? defuse(cell.replace(/[\t\r\n]+/g, " ").trim()) : cellText(cell, mark);
  return [header, ...rows].map((cells) => cells.map(plain).join("\t")).join("\n");
}

function cellText(cell: CsvCell, mark: DecimalMark): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", mark);
  const defused = defuse(cell);
  return /[";\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

function defuse(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

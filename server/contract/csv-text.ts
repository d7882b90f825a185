export type CsvCell = string | number | null;

/**
 * A table as spreadsheets in French open it without questions: UTF-8 with a byte order mark, `;` between cells,
 * CRLF between lines (RFC 4180), decimal point. Text cells that a spreadsheet would run as a formula (= + - @, tab or
 * carriage return first) get an apostrophe in front (OWASP, CSV injection). Numbers are written as they are.
 */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(cellText).join(";"));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** The same cells as spreadsheets take them from the clipboard: a tab between them, and none within. */
export function tabText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const plain = (cell: CsvCell) =>
    typeof cell === "string" ? defuse(cell.replace(/[\t\r\n]+/g, " ").trim()) : cellText(cell);
  return [header, ...rows].map((cells) => cells.map(plain).join("\t")).join("\n");
}

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const defused = defuse(cell);
  return /[";\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

function defuse(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

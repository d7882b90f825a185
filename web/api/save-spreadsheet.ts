import type { CsvCell } from "../../server/contract/csv-text.ts";

const NARROWEST = 10;
const WIDEST = 42;

/**
 * Hands a table over as an Excel workbook (Office Open XML, ISO/IEC 29500) with one sheet: numbers as numbers, text as
 * text, which no spreadsheet runs as a formula. The writer is loaded when it is first needed.
 */
export async function saveSpreadsheet(
  fileName: string,
  sheet: string,
  header: readonly string[],
  lines: readonly (readonly CsvCell[])[],
): Promise<void> {
  const { default: writeXlsxFile } = await import("write-excel-file/browser");
  const widths = header.map((title, column) =>
    Math.max(title.length, ...lines.map((cells) => String(cells[column] ?? "").length)),
  );
  await writeXlsxFile(
    [
      header.map((value) => ({ value, type: String, fontWeight: "bold" as const, wrap: true })),
      ...lines.map((cells) => cells.map((cell) => (typeof cell === "string" ? { value: cell, type: String } : cell))),
    ],
    {
      sheet,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width: Math.min(WIDEST, Math.max(NARROWEST, width)) })),
    },
  ).toFile(fileName);
}

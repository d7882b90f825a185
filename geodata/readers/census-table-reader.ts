import type { Sentence } from "../../server/contract/refusal.ts";
import type { Indicator } from "../territory/territory.ts";
import { areaCode } from "./area-code.ts";
import { indicatorOf, isDescription } from "./census-indicators.ts";
import { mappedHeader } from "./column-mapping.ts";
import { quoteHeader } from "./fold-header.ts";
import { parseDecimal } from "./parse-number.ts";
import { atLine, placed, wrongFieldCount } from "./placed-sentence.ts";
import { createTally, type ReadFacts, type ReadOptions, refuseIfNothingIsGood, type Tally } from "./read-facts.ts";
import { readTable, type TableRow } from "./read-table.ts";
import { recognising } from "./recognise-file.ts";
import { areaColumnOf } from "./recognise-header.ts";
import { UnusableFile } from "./source-rows.ts";

/** A number, or why there is none: kept secret for so few people, or never published. Neither is zero. */
export type CensusValue = number | "suppressed" | "missing";

export interface CensusRow {
  readonly areaId: string;
  /** In the order of `indicators`. */
  readonly values: readonly CensusValue[];
}

export interface CensusTable extends ReadFacts {
  readonly indicators: readonly Indicator[];
  readonly rows: readonly CensusRow[];
}

export interface CensusTableOptions extends ReadOptions {
  /** Areas of other communes are counted as `outside`. Called with the first five characters of the area. */
  readonly keepCommune?: ((communeCode: string) => boolean) | undefined;
}

/** Rows looked at before it is decided which columns hold figures. */
const ROWS_LOOKED_AT = 200;

/**
 * Reads a table of Insee by census area: Filosofi, or any other with an IRIS column (population, dwellings, activity).
 * `ns`, `nd`, `s` and `c` are values kept secret or too uncertain to publish, `so` and empty cells are missing; none
 * of them is zero. Columns of words (names, types of area) and quality codes are left out of the indicators.
 * Throws UnusableFile when there is no IRIS column or no column of figures.
 */
export async function readCensusTable(path: string, options: CensusTableOptions = {}): Promise<CensusTable> {
  return recognising(path, "census", () => readFigures(path, options));
}

async function readFigures(path: string, options: CensusTableOptions): Promise<CensusTable> {
  const tally = createTally(path);
  const rows: CensusRow[] = [];
  const firstLine = new Map<string, number>();
  let header: readonly string[] = [];
  let columns: readonly number[] | null = null;
  let waiting: WaitingRow[] = [];

  const file = await readTable(path, tally, options, (layout) => {
    header = mappedHeader(path, "census", layout.header, options.columns);
    const area = areaColumnOf(header);
    if (area === -1) refuseHeader(path, header);
    return (row) => {
      const kept = keepRow(row, area, header.length, tally, firstLine, options.keepCommune);
      if (kept === null) return;
      waiting.push(kept);
      if (waiting.length < ROWS_LOOKED_AT && columns === null) return;
      settle();
    };
  });
  settle();
  const figures = figuresOf(columns);
  if (figures.length === 0 && rows.length > 0) {
    const found = quoteHeader(header);
    throw new UnusableFile(path, {
      fr: `n’a pas de colonne de chiffres ; ses colonnes : ${found.fr}`,
      en: `has no column of figures; the columns are ${found.en}`,
    });
  }

  const indicators = figures.map((column) => indicatorOf(header[column] ?? ""));
  const format = indicators.some(({ id }) => id.startsWith("DISP_")) ? "filosofi" : "insee-iris";
  const facts = tally.facts({ format, ...file });
  refuseIfNothingIsGood(path, facts);
  return { ...facts, indicators, rows };

  function settle(): void {
    columns ??= figureColumns(header, waiting);
    for (const row of waiting) takeRow(row, columns, header, tally, rows);
    waiting = [];
  }
}

interface WaitingRow {
  readonly line: number;
  readonly areaId: string;
  readonly texts: readonly string[];
}

function keepRow(
  row: TableRow,
  area: number,
  fields: number,
  tally: Tally,
  firstLine: Map<string, number>,
  keepCommune: CensusTableOptions["keepCommune"],
): WaitingRow | null {
  const refuse = (reason: string, sentence: Sentence): null => {
    tally.reject(reason, atLine(row.line, sentence));
    return null;
  };
  if (row.fieldCount !== fields) return refuse("wrong-field-count", wrongFieldCount(row.fieldCount, fields));
  const areaId = areaCode(row.text(area));
  if (areaId === null) {
    const found = row.text(area).slice(0, 40);
    return refuse("no-area-code", {
      fr: `zone "${found}" ; il faut les neuf caractères d’un Iris`,
      en: `area "${found}"; expected the nine characters of an IRIS`,
    });
  }
  if (keepCommune !== undefined && !keepCommune(areaId.slice(0, 5))) {
    tally.outside();
    return null;
  }
  const first = firstLine.get(areaId);
  if (first !== undefined) {
    return refuse("duplicate-area", {
      fr: `la zone ${areaId} se trouve déjà à la ligne ${first} ; il la faut une fois`,
      en: `the area ${areaId} already stands at line ${first}; expected it once`,
    });
  }
  firstLine.set(areaId, row.line);
  return { line: row.line, areaId, texts: Array.from({ length: fields }, (_, column) => row.text(column)) };
}

function takeRow(
  row: WaitingRow,
  columns: readonly number[],
  header: readonly string[],
  tally: Tally,
  rows: CensusRow[],
): void {
  const values: CensusValue[] = [];
  for (const column of columns) {
    const text = row.texts[column] ?? "";
    const value = censusValue(text);
    if (value === null) {
      const place = { fr: `ligne ${row.line} (Iris ${row.areaId})`, en: `line ${row.line} (IRIS ${row.areaId})` };
      const [title, found] = [header[column] ?? "", text.slice(0, 40)];
      const sentence = {
        fr: `la colonne "${title}" contient "${found}" ; il faut un nombre, ns, nd ou so`,
        en: `column "${title}" holds "${found}"; expected a number, ns, nd or so`,
      };
      tally.reject("not-a-number", placed(place, sentence));
      return;
    }
    values.push(value);
  }
  tally.accept();
  rows.push({ areaId: row.areaId, values });
}

/** Insee's marks, and those of statistical secrecy in other tables. Null for what is neither a mark nor a number. */
function censusValue(text: string): CensusValue | null {
  switch (text.toLowerCase()) {
    case "ns":
    case "nd":
    case "s":
    case "c":
      return "suppressed";
    case "":
    case "so":
    case "na":
    case "n/a":
      return "missing";
    default:
      return parseDecimal(text);
  }
}

/** The columns with a number in some row, names and codes of places and quality codes left out. */
function figureColumns(header: readonly string[], rows: readonly WaitingRow[]): number[] {
  const columns: number[] = [];
  for (const [column, title] of header.entries()) {
    if (isDescription(title)) continue;
    const texts = rows.map((row) => row.texts[column] ?? "");
    const hasNumber = texts.some((text) => typeof censusValue(text) === "number");
    const hasWord = texts.some((text) => censusValue(text) === null);
    // A column of marks only is still a column of figures: every area of a small town may be suppressed.
    if (hasNumber || !hasWord) columns.push(column);
  }
  return columns;
}

// Assigned inside callbacks, which the compiler does not follow: hence the function.
function figuresOf(columns: readonly number[] | null): readonly number[] {
  return columns ?? [];
}

function refuseHeader(path: string, header: readonly string[]): never {
  const found = quoteHeader(header);
  throw new UnusableFile(path, {
    fr: `a les colonnes ${found.fr}, qui ne sont pas celles d’un tableau du recensement avec une colonne IRIS : indiquez lesquelles contiennent quoi`,
    en: `has the columns ${found.en}; expected a census table with a column IRIS`,
  });
}

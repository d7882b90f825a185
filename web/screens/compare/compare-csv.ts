import type { CsvCell } from "../../../server/contract/csv-text.ts";
import type { Language } from "../../../server/contract/plan.ts";
import { rowWords } from "../../i18n/compare-words.ts";
import type { Formats } from "../../i18n/formats.ts";
import type { Translate } from "../../i18n/language.tsx";
import { bestOf, differenceAt } from "../../workspace/compare-differences.ts";
import type { Cell, CompareRow, Unit } from "../../workspace/compare-rows.ts";

interface ComparisonTable {
  readonly rows: readonly CompareRow[];
  /** Of the neighbourhoods, in their order. */
  readonly names: readonly string[];
  /** Which of them hold parts of stations: their heads say so. */
  readonly estimated?: readonly boolean[];
  readonly baseline: number | null;
}

/**
 * The comparison as cells for a spreadsheet: numbers as numbers, shares in percent, differences of shares in points.
 * What is not known is said in words.
 */
export function comparisonCells(
  { rows, names, estimated = [], baseline }: ComparisonTable,
  t: Translate,
  formats: Formats,
  language: Language,
): { readonly header: readonly string[]; readonly lines: readonly (readonly CsvCell[])[] } {
  const baselineName = (baseline === null ? null : names[baseline]) ?? t("compare.territory");
  const header = [
    t("compare.csvWords.group"),
    t("compare.csvWords.measure"),
    t("compare.csvWords.unit"),
    ...names.flatMap((name, place) => [
      estimated[place] ? `${name} (${t("compare.estimated")})` : name,
      t("compare.csvWords.low", name),
      t("compare.csvWords.high", name),
      t("compare.csvWords.difference", name, baselineName),
      t("compare.csvWords.known", name),
    ]),
    t("compare.territory"),
    t("compare.csvWords.best"),
  ];
  const lines = rows.map((row): CsvCell[] => {
    const { main, detail } = rowWords(t, formats, language, row);
    const value = (cell: Cell) =>
      cell.kind === "known" ? written(row.unit, cell.value) : t(`compare.missing.${cell.reason}`);
    return [
      t(`compare.group.${row.group}`),
      detail === null ? main : `${main} (${detail})`,
      t(`compare.unit.${row.unit}`),
      ...row.cells.flatMap((cell, place) => {
        const difference = differenceAt(row, place, baseline);
        const range = cell.kind === "known" ? cell.range : null;
        return [
          value(cell),
          range === null ? null : written(row.unit, range.low),
          range === null ? null : written(row.unit, range.high),
          difference === null ? null : written(row.unit, difference),
          cell.kind === "known" ? rounded(cell.knownShare * 100) : null,
        ];
      }),
      value(row.territory),
      bestWords(row, names, t, formats),
    ];
  });
  return { header, lines };
}

function bestWords(row: CompareRow, names: readonly string[], t: Translate, formats: Formats): string {
  const best = bestOf(row);
  if (best === null) return "";
  const who = formats.list(best.places.map((place) => names[place] ?? ""));
  return best.isClear ? who : t("compare.csvWords.unclear", who);
}

/** Nobody is a part of a voter or a door, also where they are estimated by their share. */
function written(unit: Unit, value: number): number {
  if (unit === "count") return Math.round(value) + 0;
  return rounded(unit === "share" ? value * 100 : value);
}

/** To the ten-thousandth, because votes per hour are small; zero without a sign. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}

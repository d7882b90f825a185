import { createRoot } from "solid-js";
import { beforeEach, describe, expect, it } from "vitest";
import { csvText, tabText } from "../../../server/contract/csv-text.ts";
import { STARTING_MIX } from "../../../server/contract/scores.ts";
import { createLanguage } from "../../../web/i18n/language.tsx";
import { comparisonCells } from "../../../web/screens/compare/compare-csv.ts";
import { compareRow, known, MISSING } from "../workspace/compared.ts";

beforeEach(() => localStorage.setItem("arpent.language", "fr"));

const cellsOf = (rows: Parameters<typeof comparisonCells>[0]["rows"], names: readonly string[]) =>
  createRoot((dispose) => {
    const { t, formats, language } = createLanguage();
    const cells = comparisonCells({ rows, names, baseline: null }, t, formats(), language());
    dispose();
    return cells;
  });

describe("the comparison as a spreadsheet", () => {
  it("writes shares in percent, differences in points, and what is missing in words", () => {
    const row = compareRow({
      name: { kind: "score", measure: "mobilisation", mix: STARTING_MIX },
      group: "scores",
      cells: [known(0.125, { low: 0.1, high: 0.15 }), MISSING],
      territory: known(0.1),
    });

    const { header, lines } = cellsOf([row], ["Gare", "Port"]);

    expect(header).toHaveLength(3 + 2 * 5 + 2);
    expect(header[6]).toBe("Gare, écart à Tout le territoire");
    expect(lines[0]?.slice(3)).toEqual([12.5, 10, 15, 2.5, 100, "secret ou absent", null, null, null, null, 10, ""]);
  });

  it("counts whole voters and doors where they are estimated from a part of a station", () => {
    const { lines } = cellsOf([compareRow({ unit: "count", cells: [known(11411.6672)] })], ["Gare"]);

    expect(lines[0]?.[3]).toBe(11412);
  });

  it("writes decimals with a comma for a reader of French, in the file and from the clipboard", () => {
    expect(csvText(["a", "b"], [[1.5, "v1.5"]], ",")).toBe("\uFEFFa;b\r\n1,5;v1.5\r\n");
    expect(tabText(["a"], [[-0.25]], ",")).toBe("a\n-0,25");
    expect(csvText(["a"], [[1.5]])).toContain("1.5");
  });

  it("names the best, and says when that is uncertain", () => {
    const wide = (value: number) => known(value, { low: value - 0.1, high: value + 0.1 });

    const { lines } = cellsOf(
      [compareRow({ cells: [known(1), known(2)] }), compareRow({ cells: [wide(0.2), wide(0.1)] })],
      ["Gare", "Port"],
    );

    expect(lines.map((line) => line.at(-1))).toEqual(["Port", "Gare (écart incertain)"]);
  });

  it("lets no name of a neighbourhood run as a formula, in the file or from the clipboard", () => {
    const { header, lines } = cellsOf([compareRow({ cells: [known(1)] })], ['=HYPERLINK("x")\t+1']);

    expect(csvText(header, lines)).toContain(`"'=HYPERLINK(""x"")`);
    const pasted = tabText(header, lines).split("\n")[0]?.split("\t") ?? [];
    expect(pasted).toHaveLength(header.length);
    expect(pasted.filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  });
});

import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { CompareTable } from "../../../web/screens/compare/compare-table.tsx";
import { NO_SORT } from "../../../web/workspace/compare-differences.ts";
import type { CompareRow } from "../../../web/workspace/compare-rows.ts";
import { compareRow, known, MISSING } from "../workspace/compared.ts";

let leave: () => void = () => undefined;
beforeEach(() => localStorage.setItem("arpent.language", "fr"));
afterEach(() => {
  leave();
  document.body.replaceChildren();
});

const COLUMNS = ["Gare", "Port"].map((name) => ({
  name,
  isNamed: false,
  givenName: "",
  details: ["1 bureau"],
  isEstimated: name === "Port",
}));

/** The cells of each line of a table of two neighbourhoods, as they are read. */
function linesOf(
  rows: readonly CompareRow[],
  baseline: number | null = null,
  columns = COLUMNS,
  onRename: (name: string) => void = () => undefined,
): readonly (readonly string[])[] {
  const page = document.createElement("div");
  document.body.append(page);
  leave = render(
    () => (
      <LanguageProvider>
        <CompareTable
          rows={rows}
          columns={columns}
          baseline={baseline}
          sort={NO_SORT}
          onSort={() => undefined}
          onRename={(_, name) => onRename(name)}
          onRemove={() => undefined}
        />
      </LanguageProvider>
    ),
    page,
  );
  return [...page.querySelectorAll("tbody tr")].map((line) =>
    [...line.children].map((cell) => (cell.textContent ?? "").replace(/[\u00a0\u202f]/g, " ").trim()),
  );
}

describe("the table of a comparison", () => {
  it("says the difference from the territory and which is best in words", () => {
    const row = compareRow({ unit: "seconds", better: "lower", cells: [known(14), known(20)], territory: known(15) });

    expect(linesOf([row])[1]).toEqual([
      "Marche d’une porte à l’autre",
      "14,0 s−1,0 sle plus favorable",
      "20,0 s+5,0 s",
      "15,0 s",
    ]);
  });

  it("names what is missing, and for how much a value speaks", () => {
    const row = compareRow({ unit: "euros", better: null, cells: [MISSING, known(21_000, null, 0.8)] });

    expect(linesOf([row])[1]?.slice(1, 3)).toEqual(["secret ou absent", "21 000 €+21 000 €connu pour 80 %"]);
  });

  it("writes an interval under a score, and calls none best while intervals overlap or nothing supports the order", () => {
    const wide = (value: number) => known(value, { low: value - 0.02, high: value + 0.02 });
    const score = (part: Partial<CompareRow>) =>
      compareRow({ group: "scores", cells: [wide(0.1), wide(0.09)], territory: wide(0.1), ...part });

    const [, uncertain, unsupported] = linesOf([score({}), score({ better: null, signal: "none" })]);

    expect(uncertain?.[1]).toContain("8,0 % à 12,0 %");
    expect(uncertain?.[1]).toContain("en tête, écart incertain");
    expect(unsupported?.join()).not.toMatch(/favorable|en tête/);
    expect(unsupported?.[0]).toContain("sans signal fiable");
  });

  it("takes a name for a neighbourhood when Enter is pressed, on one line", () => {
    const names: string[] = [];
    linesOf([], null, [{ ...COLUMNS[0], isNamed: true } as (typeof COLUMNS)[number]], (name) => names.push(name));
    const field = document.querySelector<HTMLTextAreaElement>("textarea");

    field?.focus();
    if (field) field.value = " Les\nquais ";
    field?.addEventListener("blur", () => field.dispatchEvent(new Event("change", { bubbles: true })));
    const enter = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
    field?.dispatchEvent(enter);

    expect(enter.defaultPrevented).toBe(true);
    expect(names).toEqual(["Les quais"]);
  });

  it("has themes as headings and marks the baseline in its head", () => {
    const lines = linesOf([compareRow({ cells: [known(0.2), known(0.1)] })], 1);

    expect(lines[0]).toEqual(["Marche"]);
    expect([...document.querySelectorAll("thead th")].map((head) => head.textContent)).toEqual([
      "Mesure",
      "Gare1 bureau⇅ Trier par l’écart de Gare",
      "Port1 bureauestimé d’après la part des portesréférence",
      "Tout le territoire",
    ]);
  });
});

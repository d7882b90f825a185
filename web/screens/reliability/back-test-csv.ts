import type { BackTest, IndexName } from "../../../server/contract/back-test.ts";
import { csvText, decimalMark } from "../../../server/contract/csv-text.ts";
import type { Language } from "../../../server/contract/plan.ts";
import type { Translate } from "../../i18n/language.tsx";

const INDEXES = ["score", "lastResult", "abstentionTimesOwn", "uniformSwing"] as const satisfies readonly IndexName[];

/** All back-tests as a table, one line per election and score. Lifts, gains and errors in points of registered voters. */
export function backTestCsv(
  tests: readonly BackTest[],
  electionName: (id: string) => string,
  t: Translate,
  language: Language,
): string {
  const indexNames = INDEXES.map((index) => t(`reliability.index.name.${index}`));
  const header = [
    t("reliability.csv.election"),
    t("reliability.csv.score"),
    t("reliability.csv.isFair"),
    t("reliability.csv.reference"),
    t("reliability.csv.stations"),
    t("reliability.csv.meanGain"),
    ...indexNames.map((name) => t("reliability.csv.correlation", name)),
    ...indexNames.map((name) => t("reliability.csv.within", name)),
    ...indexNames.map((name) => t("reliability.csv.lift", name)),
    t("reliability.csv.bestLift"),
    ...indexNames.map((name) => t("reliability.csv.error", name)),
    t("reliability.csv.coverage"),
    t("reliability.csv.naiveAsGood"),
    t("reliability.csv.verdict"),
  ];
  const rows = tests.map((test) => {
    const results = INDEXES.map((name) => test.indexes.find(({ index }) => index === name));
    return [
      electionName(test.target),
      t(`measure.${test.score}`),
      t(test.isFair ? "reliability.csv.yes" : "reliability.csv.no"),
      electionName(test.reference),
      test.stations,
      rounded(test.meanGain * 100),
      ...results.map((result) => rounded(result?.rankCorrelation)),
      ...results.map((result) => rounded(result?.withinConstituency)),
      ...results.map((result) => rounded(result === undefined ? null : result.lift * 100)),
      rounded(test.bestLift * 100),
      ...results.map((result) => rounded(result === undefined ? null : result.error * 100)),
      rounded(test.coverage?.share),
      test.naiveAsGood === null ? "" : t(`reliability.index.name.${test.naiveAsGood}`),
      test.sentence[language],
    ];
  });
  return csvText(header, rows, decimalMark(language));
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 1000) / 1000;
}

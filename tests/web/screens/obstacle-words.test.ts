import { createRoot } from "solid-js";
import { beforeEach, expect, it } from "vitest";
import type { Obstacle } from "../../../server/contract/import-readiness.ts";
import type { ImportFile } from "../../../server/contract/imports.ts";
import { createLanguage } from "../../../web/i18n/language.tsx";
import { obstacleWords } from "../../../web/screens/import/obstacle-words.ts";

beforeEach(() => localStorage.setItem("arpent.language", "en"));

const files = ["a", "b", "c"].map((id) => ({ id, name: `${id}.csv` }) as ImportFile);

function wordsOf(obstacles: readonly Obstacle[]): readonly string[] {
  return createRoot((dispose) => {
    const { t, formats } = createLanguage();
    const words = obstacleWords(t, formats(), { files }, obstacles);
    dispose();
    return words;
  });
}

it("files that are being read are counted when they are many, and what somebody has to do is told one by one", () => {
  const reading = files.map(({ id }): Obstacle => ({ code: "still-reading", fileId: id }));
  const rest: Obstacle[] = [{ code: "unusable", fileId: "b" }, { code: "no-streets" }];

  expect(wordsOf([...reading, ...rest])).toEqual([
    "3 files are being read.",
    "“b.csv” cannot be used: remove it.",
    "The streets (OpenStreetMap) are missing.",
  ]);
  expect(wordsOf(reading.slice(0, 1))).toEqual(["“a.csv” is being read."]);
});

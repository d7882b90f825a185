import { createRoot } from "solid-js";
import { beforeEach, expect, it } from "vitest";
import type { Example } from "../../../server/contract/example.ts";
import { createLanguage } from "../../../web/i18n/language.tsx";
import { tellExample } from "../../../web/screens/sources/tell-example.ts";

beforeEach(() => localStorage.clear());

function told(language: "fr" | "en", example: Example): string {
  localStorage.setItem("arpent.language", language);
  return createRoot((leave) => {
    const words = tellExample(createLanguage().t, language, example);
    leave();
    return words;
  });
}

it("names rounds and writes shares as its reader does", () => {
  const example = "2007_pres_t1: 57.5 % (2024)";

  expect(told("fr", example)).toBe("Présidentielle 2007, 1er tour\u00a0: 57,5\u00a0% (2024)");
  expect(told("en", example)).toBe("Presidential 2007, round 1: 57.5% (2024)");
  expect(told("fr", "2007_pres_t1, 75056_0310 (2024)")).toBe("Présidentielle 2007, 1er tour, 75056_0310 (2024)");
});

it("leaves sentences and other names as they are", () => {
  expect(told("fr", { fr: "Une ligne : 1.5 %", en: "A row: 1.5 %" })).toBe("Une ligne : 1.5 %");
  expect(told("fr", "75056_0310")).toBe("75056_0310");
});

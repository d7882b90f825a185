import { createRoot } from "solid-js";
import { afterEach, expect, it } from "vitest";
import { createLanguage } from "../../../web/i18n/language.tsx";

afterEach(() => localStorage.clear());

it.each([
  ["fr", "5\u202f540 bureaux"],
  ["en", "5,540 stations"],
])("writes thousands of stations as readers of %s do", (chosen, expected) => {
  localStorage.setItem("arpent.language", chosen);
  const words = createRoot((dispose) => {
    const { t, formats } = createLanguage();
    dispose();
    return t("stations.count", 5540, formats().integer(5540));
  });

  expect(words).toBe(expected);
});

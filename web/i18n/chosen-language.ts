import { createEffect, createSignal, onCleanup } from "solid-js";
import type { Language } from "../../server/contract/plan.ts";
import { onRemembered, remember } from "../design/remembered.ts";
import { startingLanguage } from "./starting-language.ts";

/** The language that was chosen on this device; the page says which one it is in. Words are for each page to bring. */
export function createChosenLanguage() {
  const [language, setLanguage] = createSignal<Language>(startingLanguage());
  createEffect(() => {
    document.documentElement.lang = language();
  });
  const choose = (chosen: Language) => {
    remember("language", chosen);
    setLanguage(chosen);
  };
  // All windows of one device speak one language.
  onCleanup(onRemembered("language", (chosen) => setLanguage(chosen === "en" ? "en" : "fr")));
  return { language, setLanguage: choose };
}

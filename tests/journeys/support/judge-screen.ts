import type { Page } from "playwright-core";
import { expect } from "vitest";
import { en } from "../../../web/i18n/en.ts";
import { enField } from "../../../web/i18n/en-field.ts";
import { fr } from "../../../web/i18n/fr.ts";
import { frField } from "../../../web/i18n/fr-field.ts";
import { findViolations, RULES_OF_THEME, RULES_OF_WORDS } from "./find-violations.ts";

/** How the page looks: "sun" is the third theme of the phone page. */
type Look = "light" | "dark" | "sun";

/**
 * The screen as it stands, in both languages and both themes, without loading it again: all rules once (French, light),
 * then only those that other words and other colours can break. Goes on after a violation, so that one run names all.
 */
export async function judgeScreen(page: Page, name: string, looks: readonly Look[] = ["dark"]): Promise<void> {
  expect.soft(await findViolations(page), `${name}, French, light`).toEqual([]);
  await speak(page, "en");
  for (const [place, look] of looks.entries()) {
    await show(page, look);
    const rules = place === 0 ? [...RULES_OF_THEME, ...RULES_OF_WORDS] : RULES_OF_THEME;
    expect.soft(await findViolations(page, rules), `${name}, English, ${look}`).toEqual([]);
  }
  expect.soft(await frenchWords(page), `${name}: French on the English screen`).toEqual([]);
  expect.soft(await overflow(page), `${name}, English: wider than the window by pixels`).toBeLessThanOrEqual(0);
  await show(page, "light");
  await speak(page, "fr");
}

/** The same for a screen that a journey comes by on its way: in the language that it has, in both themes. */
export async function expectUsable(page: Page, name: string): Promise<void> {
  expect.soft(await findViolations(page), `${name}, light`).toEqual([]);
  await show(page, "dark");
  expect.soft(await findViolations(page, RULES_OF_THEME), `${name}, dark`).toEqual([]);
  await show(page, "light");
}

/** As another window of the same device would tell it. */
async function remember(page: Page, key: string, newValue: string): Promise<void> {
  await page.evaluate(
    `window.dispatchEvent(new StorageEvent("storage", ${JSON.stringify({ key: `arpent.${key}`, newValue })}))`,
  );
}

async function speak(page: Page, language: "fr" | "en"): Promise<void> {
  await remember(page, "language", language);
  await page.locator(`html[lang="${language}"]`).waitFor();
}

async function show(page: Page, look: Look): Promise<void> {
  await remember(page, "field-theme", look === "sun" ? "sun" : "auto");
  await page.emulateMedia({ colorScheme: look === "dark" ? "dark" : "light" });
  await page.locator(`html[data-theme="${look === "dark" ? "dark" : "light"}"]`).waitFor();
}

const ENGLISH = new Set([...sentencesOf(en), ...sentencesOf(enField)]);
/** Short words may be names, or the same in both. */
const ONLY_FRENCH = [...sentencesOf(fr), ...sentencesOf(frField)].filter(
  (words) => words.length > 4 && !ENGLISH.has(words),
);

/** Sentences of the French dictionary that the page shows or says. */
function frenchWords(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const french = new Set(${JSON.stringify(ONLY_FRENCH)});
    const found = new Set();
    const look = (words) => french.has((words ?? "").trim()) && found.add(words.trim());
    for (const element of document.body.querySelectorAll("*")) {
      if (element.closest("[lang=fr]:not(html)")) continue;
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) look(node.data);
      for (const name of ["aria-label", "title", "placeholder", "alt"]) look(element.getAttribute(name));
    }
    return [...found];
  })()`);
}

function overflow(page: Page): Promise<number> {
  return page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth");
}

/** Those without anything to fill in. */
function sentencesOf(words: unknown): readonly string[] {
  if (typeof words === "string") return [words];
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(sentencesOf) : [];
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What another theme may break. */
export const RULES_OF_THEME = ["color-contrast", "link-in-text-block"];
/** What other words may break: names, and how much room they take. */
export const RULES_OF_WORDS = [
  "aria-command-name",
  "aria-dialog-name",
  "aria-input-field-name",
  "aria-toggle-field-name",
  "button-name",
  "document-title",
  "html-has-lang",
  "html-lang-valid",
  "label",
  "link-name",
  "select-name",
  "target-size",
];
/** What is open over everything else: the screen beneath has been judged, and nobody reaches it meanwhile. */
const OVER = "[role=dialog][aria-modal=true], [role=dialog][data-expanded], [role=menu][data-expanded], dialog[open]";
/** A tooltip lies outside every landmark, beside all that it is a name of: it repeats a name that has been judged. */
const TOOLTIPS = ["body > div:has([role=tooltip]):not(:has(main))"];

/**
 * What axe finds against WCAG 2.2 AA, or these of its rules, on the page as it stands, or in the dialog that is open
 * over it: a sentence per rule and place.
 */
export async function findViolations(page: Page, runOnly: readonly string[] = ALL_RULES): Promise<readonly string[]> {
  // Evaluated by the debugger and not added as a script: the page's own policy refuses scripts in its text.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(AXE);
  // The places of what is well are not written down: that is half of axe's time.
  const include = [(await page.locator(OVER).count()) > 0 ? OVER : "html"];
  const results = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify({ include, exclude: TOOLTIPS })}, ${JSON.stringify({ runOnly, resultTypes: ["violations"] })})`,
  );
  if (results.passes.length === 0) throw new Error("axe looked at nothing");
  const found: string[] = [];
  for (const { id, nodes } of results.violations) {
    for (const { target, failureSummary } of nodes) {
      const place = target.join(" ");
      if (id === "region" && (await isHanging(page, place))) continue;
      found.push(`${id} at ${place}: ${failureSummary}`);
    }
  }
  return found;
}

/** An open menu hangs outside every landmark, beside the button that it belongs to and that has given it the focus. */
async function isHanging(page: Page, place: string): Promise<boolean> {
  const menus = page.locator(place).locator("[role=menu]");
  return (await menus.count()) > 0;
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** A tooltip lies outside every landmark, beside all that it is a name of: it repeats a name that has been judged. */
const PLACES = { include: ["html"], exclude: ["body > div:has([role=tooltip]):not(:has(main))"] };

/** What axe finds against WCAG 2.2 AA on the page as it stands: one sentence per rule and place. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger and not added as a script: the page's own policy refuses scripts in its text.
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(PLACES)}, { runOnly: ${JSON.stringify(TAGS)} })`,
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

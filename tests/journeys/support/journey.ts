import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { test as base, expect } from "vitest";
import { openBrowser } from "../../../scripts/open-browser.ts";
import { ownProgramUrl } from "./own-program.ts";
import { type PageWatch, watchPage } from "./watch-page.ts";

const FAILURES = fileURLToPath(new URL("../../../node_modules/.cache/journeys/", import.meta.url));
const PATIENCE_MILLISECONDS = 30_000;

export interface Visit {
  readonly page: Page;
  readonly watch: PageWatch;
}

interface VisitOptions extends BrowserContextOptions {
  /** Address of the program; the shared one when left out. */
  readonly url?: string;
}

interface JourneyTools {
  /** Opens a page of its own (no memory of other tests) of the program. Addresses are given from the root: "/t/demo". */
  readonly visit: (address: string, options?: VisitOptions) => Promise<Visit>;
}

/**
 * A test in a browser. It fails when any of its pages had an error on the console, an exception, a failed request, or a
 * request to another place than the program; a picture of each page of a failed test is left in
 * node_modules/.cache/journeys.
 */
export const journey = base.extend<JourneyTools & { browser: Browser }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixtures that this one needs from the pattern.
    async ({}, use) => {
      const browser = await openBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  visit: async ({ browser, task, onTestFailed }, use) => {
    const visits: Visit[] = [];
    onTestFailed(async () => {
      mkdirSync(FAILURES, { recursive: true });
      const name = task.name.replace(/[^\w]+/g, "-").slice(0, 80);
      for (const [index, { page }] of visits.entries()) {
        if (!page.isClosed()) await page.screenshot({ path: `${FAILURES}${name}-${index}.png` });
      }
    });
    await use(async (address, { url = ownProgramUrl(), ...options } = {}) => {
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: 1280, height: 720 },
        // The processor draws in the place of a graphics card: a quarter of the pixels takes a quarter of the time.
        deviceScaleFactor: 0.5,
        locale: "fr-FR",
        timezoneId: "Europe/Paris",
        reducedMotion: "reduce",
        ...options,
      });
      context.setDefaultTimeout(PATIENCE_MILLISECONDS);
      const page = await context.newPage();
      const visit = { page, watch: watchPage(page, url) };
      visits.push(visit);
      await page.goto(address);
      return visit;
    });
    const faults = visits.flatMap(({ watch }) => watch.faults);
    if (task.result?.errors === undefined) for (const { page } of visits) await page.context().close();
    expect(faults).toEqual([]);
  },
});

import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { fr } from "../../web/i18n/fr.ts";
import { untilDrawn } from "./support/drawn-map.ts";
import { PHONE } from "./support/finger.ts";
import { journey } from "./support/journey.ts";

/** What each tab shows when it is whole. */
const TABS = {
  stations: fr.stations.list,
  camps: fr.camps.candidates,
  zones: fr.zones.heading,
  routes: fr.plan.heading,
  reliability: fr.reliability.detail.title,
  sources: fr.sources.territory,
} as const;

describe("text of twice the size on a phone", () => {
  journey("nothing of the tabs and of the legend is wider than its place", async ({ visit }) => {
    const { page } = await visit("/t/demo?tab=zones", PHONE);
    await page
      .getByRole("button", { name: fr.zones.createFirst })
      .or(page.getByText(fr.zones.manage))
      .first()
      .waitFor();
    await page.request.post("/api/territories/demo/zonings", { data: { name: "Grand texte", copyOf: null } });
    for (const [tab, heading] of Object.entries(TABS)) {
      await page.goto(`/t/demo?tab=${tab}`);
      await page.evaluate('document.documentElement.style.fontSize = "200%"');
      await page.getByLabel(heading).or(page.getByText(heading)).first().waitFor();
      await untilDrawn(page);
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      expect.soft(await widerThanTheirPlace(page), tab).toEqual([]);
    }
  });
});

/** What scrolls sideways, tables apart, which do so by themselves. */
function widerThanTheirPlace(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`[...document.querySelectorAll("*")].flatMap((place) => {
    const { overflowX } = getComputedStyle(place);
    const isScrolled = overflowX === "auto" || overflowX === "scroll";
    if (!isScrolled || place.scrollWidth <= place.clientWidth || place.querySelector(":scope > table")) return [];
    return [place.tagName + " " + (place.getAttribute("aria-label") ?? place.className) + " +" + (place.scrollWidth - place.clientWidth)];
  })`);
}

import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { fr } from "../../web/i18n/fr.ts";
import { untilDrawn } from "./support/drawn-map.ts";
import { journey } from "./support/journey.ts";

/** Most presses of Tab between two things that are done one after the other. */
const MOST_TABS = 60;

describe("with the keyboard alone", () => {
  journey("lone keys can be turned off, and Escape closes what is topmost alone", async ({ visit }) => {
    const { page } = await visit("/t/demo");
    await untilDrawn(page);
    await page.getByRole("listbox", { name: fr.stations.list }).getByRole("option").first().press("Enter");
    await page.getByRole("heading", { name: fr.station.results }).waitFor();
    await press(page, "?");
    const help = page.getByRole("dialog", { name: fr.help.title });
    await tabTo(page, help.getByRole("checkbox", { name: fr.help.letters }));
    await press(page, "Space");
    await press(page, "Escape");
    await help.waitFor({ state: "detached" });
    await page.getByRole("heading", { name: fr.station.results }).waitFor();
    await expectFocus(page);

    for (const key of ["4", "d", "?", "/"]) await page.keyboard.press(key);
    expect(new URL(page.url()).searchParams.get("tab")).toBe(null);
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.getByRole("button", { name: fr.map.draw, pressed: true }).count()).toBe(0);
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: fr.search.palette }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await press(page, "Escape");
    await page.getByRole("listbox", { name: fr.stations.list }).waitFor();
    await expectFocus(page);
  });
});

/** Presses a key; the focus is then on something that is seen. */
async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await expectFocus(page);
}

async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  for (let count = 0; count < MOST_TABS; count += 1) {
    if (await goal.evaluate((element) => element.contains(element.ownerDocument.activeElement))) return;
    await press(page, "Tab");
  }
  throw new Error(`${goal} was not reached after ${MOST_TABS} presses of Tab`);
}

/** Something has the focus, in sight and not the page as a whole: once what was done is over. */
async function expectFocus(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate<string>(FOCUS), { timeout: 2000, interval: 30, message: "the focus" })
    .toBe("seen");
}

const FOCUS = `(() => {
  const active = document.activeElement;
  if (active === null || active === document.body) return "lost";
  const box = active.getBoundingClientRect();
  const isInSight = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  return isInSight && active.checkVisibility({ visibilityProperty: true }) ? "seen" : "out of sight: " + active.outerHTML.slice(0, 200);
})()`;

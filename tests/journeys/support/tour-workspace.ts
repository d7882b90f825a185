import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { fr } from "../../../web/i18n/fr.ts";
import { untilDrawn } from "./drawn-map.ts";
import { judgeScreen } from "./judge-screen.ts";

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 720 };

/**
 * Opens a dialog by the keys, judges it, and leaves it by the Escape key: the focus is in it, and then back where it
 * was asked for.
 */
export async function openDialog(page: Page, opener: Locator, name: string): Promise<void> {
  await opener.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await expect.poll(() => dialog.evaluate((place) => place.contains(place.ownerDocument.activeElement))).toBe(true);
  await judgeScreen(page, name);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => page.locator(":focus:not(body)").count(), { message: `focus after ${name}` }).toBe(1);
}

/** The map with its first tab: layers, search, palette, help, print page, one station, comparison. */
export async function judgeStations(page: Page): Promise<void> {
  await page.goto("/t/demo?area=best");
  await untilDrawn(page);
  const stations = page.getByRole("listbox", { name: fr.stations.list }).getByRole("option");
  await stations.first().waitFor();
  await judgeScreen(page, "stations");
  await page.setViewportSize(PHONE);
  await judgeScreen(page, "stations, narrow");
  await page.setViewportSize(DESK);

  await page.getByRole("combobox", { name: fr.search.label }).fill("rue");
  await page.getByRole("listbox", { name: fr.search.label }).getByRole("option").first().waitFor();
  await judgeScreen(page, "search");
  await page.getByRole("button", { name: fr.search.clear }).click();
  await openDialog(page, page.getByRole("button", { name: fr.map.help }), "keyboard shortcuts");
  await openDialog(page, page.getByRole("button", { name: fr.guide.open(fr.guide.stations.name) }), "help of a tab");
  await openDialog(page, page.getByRole("button", { name: fr.search.command.print }), "map on paper");

  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: fr.search.palette }).getByRole("option").first().waitFor();
  await judgeScreen(page, "palette");
  await page.keyboard.press("Escape");

  await page.getByText(fr.hand.heading, { exact: true }).click();
  await page.getByText(fr.hand.assumptions, { exact: true }).click();
  await page.getByRole("radio", { name: fr.layers.other }).check();
  await page.getByLabel(fr.layers.subject).waitFor();
  await judgeScreen(page, "weights, assumptions and layers");

  await stations.first().press("Enter");
  await page.getByRole("heading", { name: fr.station.results }).waitFor();
  await judgeScreen(page, "one station");
  await page.getByRole("button", { name: fr.compare.add, exact: true }).click();
  await page.getByRole("button", { name: fr.compare.open }).click();
  await page
    .getByRole("region", { name: fr.compare.table })
    .getByText(/voix\/h/)
    .first()
    .waitFor();
  await judgeScreen(page, "comparison");
  await page.keyboard.press("Escape");
  for (const place of [1, 2, 3]) {
    await page.getByRole("button", { name: fr.app.back }).click();
    await stations.nth(place).press("Enter");
    await page.getByRole("button", { name: fr.compare.add, exact: true }).click();
  }
  await page.getByRole("button", { name: fr.compare.open }).click();
  await page.getByRole("region", { name: fr.compare.table }).getByRole("columnheader").nth(4).waitFor();
  await judgeScreen(page, "comparison of four");
  await page.setViewportSize(PHONE);
  await judgeScreen(page, "comparison of four, narrow");
  await page.setViewportSize(DESK);
  await page.keyboard.press("Escape");
}

/** The other tabs. */
export async function judgeTabs(page: Page): Promise<void> {
  const tab = (name: string) => page.getByRole("tab", { name }).click();
  await tab(fr.tabs.camps);
  await page.getByRole("heading", { name: fr.camps.candidates }).waitFor();
  await judgeScreen(page, "camps");
  // A preset in the place of the button that went away would be pressed by the next key, and replace everything.
  await page.getByRole("button", { name: fr.camps.keep }).press("Enter");
  await expect.poll(() => page.locator(":focus").textContent()).toBe(`${fr.camps.saved}.`);
  await tab(fr.tabs.zones);
  await page.getByRole("button", { name: fr.zones.add }).click();
  await page.getByRole("searchbox", { name: fr.zones.find }).waitFor();
  await judgeScreen(page, "zones");
  await page.getByText(fr.zones.manage).click();
  await page.getByRole("button", { name: fr.zones.delete }).first().press("Enter");
  await page.getByRole("alertdialog").waitFor();
  await expect.poll(() => page.locator("[role=alertdialog]:focus-within").count(), { message: "focus asked" }).toBe(1);
  await judgeScreen(page, "a zoning deleted");
  await page.getByRole("alertdialog").getByRole("button", { name: fr.app.cancel }).press("Enter");
  await expect.poll(() => page.locator(":focus:not(body)").count(), { message: "focus after it" }).toBe(1);
  await page.getByRole("button", { name: fr.cut.open }).first().press("Enter");
  await page.getByRole("heading", { name: fr.cut.heading }).waitFor();
  await judgeScreen(page, "cutting zones");
  await page.getByRole("button", { name: fr.cut.close }).first().press("Enter");
  await tab(fr.tabs.reliability);
  await page.getByRole("heading", { name: fr.reliability.detail.title }).waitFor();
  await page.getByText(fr.reliability.lift.table).click();
  await judgeScreen(page, "reliability");
  await tab(fr.tabs.sources);
  await page.getByRole("heading", { name: fr.sources.files }).waitFor();
  await judgeScreen(page, "sources");
  await tab(fr.tabs.routes);
  await page.getByText(fr.plan.advanced).click();
  await judgeScreen(page, "form of a plan");
  await page.getByRole("button", { name: fr.app.settings }).click();
  await page.getByRole("radio", { name: "English" }).waitFor();
  await judgeScreen(page, "language and theme");
  await page.keyboard.press("Escape");
}

/** A plan under way, stopped: the way back leads to the head of the form. */
export async function judgePlanning(page: Page): Promise<void> {
  const answer = await page.request.post("/api/territories/demo/plans", {
    data: { selection: { kind: "best" }, volunteers: 30, minutes: 180, seconds: 60 },
  });
  const { planId }: { planId: string } = await answer.json();
  await page.goto(`/t/demo?tab=routes&plan=${planId}`);
  await page.getByRole("button", { name: fr.plan.finish }).waitFor();
  await judgeScreen(page, "plan under way");
  await page.getByRole("button", { name: fr.plan.stop, exact: true }).press("Enter");
  await page.getByRole("alert").getByText(fr.plan.cancelled).waitFor();
  await judgeScreen(page, "plan stopped");
  await page.getByRole("button", { name: fr.plan.again }).press("Enter");
  await expect.poll(() => page.locator(":focus").textContent()).toBe(fr.plan.heading);
}

/** A plan, one of its routes, and its edits. */
export async function judgePlan(page: Page, planId: string): Promise<void> {
  await page.goto(`/t/demo?tab=routes&plan=${planId}`);
  await page.getByRole("heading", { name: fr.routes.count(2) }).waitFor();
  await page.getByText(fr.change.heading).click();
  await judgeScreen(page, "plan and its changes");
  await openDialog(page, page.getByRole("button", { name: fr.plan.remove }), "a plan removed");
  await openDialog(page, page.getByRole("button", { name: fr.outings.make }), "an outing made");
  await page.getByRole("list", { name: fr.routes.list }).getByRole("button").first().click();
  await page.getByRole("heading", { name: fr.routes.name("1"), exact: true }).waitFor();
  await judgeScreen(page, "route");
  await page.getByRole("button", { name: fr.edit.begin }).press("Enter");
  await page
    .getByRole("button", { name: /^Actions : / })
    .first()
    .press("Enter");
  await page.getByRole("menu").waitFor();
  await judgeScreen(page, "route edited, menu of a stop");
  await page.keyboard.press("Escape");
  await page.setViewportSize(PHONE);
  await judgeScreen(page, "route edited, narrow");
  await page.setViewportSize(DESK);
}

import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { ZoneGround } from "../../server/contract/drawn-zones.ts";
import { fr } from "../../web/i18n/fr.ts";
import { askJson, newZoning, openedPlan } from "./support/ask-program.ts";
import { download } from "./support/download.ts";
import { untilDrawn } from "./support/drawn-map.ts";
import { journey } from "./support/journey.ts";
import { ownProgramUrl } from "./support/own-program.ts";

/** Most presses of Tab between two things that are done one after the other. */
const MOST_TABS = 60;

describe("with the keyboard alone", () => {
  journey(
    "stations are picked, a zone drawn from the list, planned, a stop moved, a sheet taken",
    async ({ visit }) => {
      const zoningId = await newZoning(ownProgramUrl(), "Clavier");
      const { page } = await visit(`/t/demo?zoning=${zoningId}`);
      await untilDrawn(page);
      await press(page, "Tab");
      await press(page, "Enter");
      expect(await page.locator(":focus").getAttribute("id")).toBe("panel");

      const stations = page.getByRole("listbox", { name: fr.stations.list });
      await tabTo(page, stations);
      for (const key of ["Space", "ArrowDown", "Space"]) await press(page, key);
      expect(await stations.getByRole("option", { selected: true }).count()).toBe(2);

      await press(page, "3");
      const street = await someStreet(page);
      await tabTo(page, page.getByRole("button", { name: fr.zones.add }));
      await press(page, "Enter");
      await tabTo(page, page.getByRole("searchbox", { name: fr.zones.find }), "Shift+Tab");
      await page.keyboard.type(street);
      const found = page.getByRole("button", { name: fr.zones.addFound(street), exact: true });
      await found.waitFor();
      await tabTo(page, found);
      await press(page, "Enter");
      await page
        .getByRole("status")
        .filter({ hasText: /^Zone 1\s: .+ portes, .+ de plus\.$/ })
        .waitFor({ state: "attached" });
      const plan = page.getByRole("button", { name: fr.zones.plan(1, "1") });
      await tabTo(page, plan);
      await press(page, "Enter");

      await tabTo(page, page.getByRole("spinbutton", { name: fr.plan.volunteers }));
      await page.keyboard.press("Control+a");
      await page.keyboard.type("1");
      await tabTo(page, page.getByText(fr.plan.advanced));
      await press(page, "Enter");
      await tabTo(page, page.getByRole("spinbutton", { name: fr.plan.seconds }));
      await page.keyboard.press("Control+a");
      await page.keyboard.type("1");
      await tabTo(page, page.getByRole("button", { name: fr.plan.go }));
      await press(page, "Enter");
      await page.getByRole("heading", { name: fr.routes.count(1) }).waitFor();
      await expectFocus(page);

      await tabTo(page, page.getByRole("list", { name: fr.routes.list }).getByRole("button").first());
      await press(page, "Enter");
      await page.getByRole("heading", { name: fr.routes.name("1"), exact: true }).waitFor();
      await tabTo(page, page.getByRole("button", { name: fr.edit.begin }));
      await press(page, "Enter");
      const first = (await openedPlan(page)).routes[0]?.stops[0]?.id;
      await tabTo(page, page.locator(`[id="handle-${first}"]`));
      for (const key of ["Enter", "ArrowDown", "Enter"]) await press(page, key);
      await page.getByText(fr.edit.saved).waitFor();
      expect((await openedPlan(page)).routes[0]?.stops[1]?.id).toBe(first);
      expect(await page.locator(":focus").getAttribute("id")).toBe(`handle-${first}`);
      await tabTo(page, page.getByRole("button", { name: fr.edit.end }), "Shift+Tab");
      await press(page, "Enter");

      await tabTo(page, page.getByRole("link", { name: fr.routes.pdf }), "Shift+Tab");
      const sheet = await download(page, () => page.keyboard.press("Enter"));
      expect(sheet.name).toMatch(/\.pdf$/);
    },
  );

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

async function tabTo(page: Page, goal: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await goal.waitFor();
  for (let count = 0; count < MOST_TABS; count += 1) {
    const [focus, isThere] = await Promise.all([
      page.evaluate<string>(FOCUS),
      goal.evaluate((element) => element.contains(element.ownerDocument.activeElement)),
    ]);
    if (focus !== "seen") await expectFocus(page);
    if (isThere) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${goal} was not reached after ${MOST_TABS} presses of ${key}`);
}

/** Something has the focus, in sight and not the page as a whole: once what was done is over. */
async function expectFocus(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate<string>(FOCUS), { timeout: 5000, interval: 30, message: "the focus" })
    .toBe("seen");
}

const FOCUS = `(() => {
  const active = document.activeElement;
  if (active === null || active === document.body) return "lost";
  const box = active.getBoundingClientRect();
  const isInSight = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  return isInSight && active.checkVisibility({ visibilityProperty: true }) ? "seen" : "out of sight: " + active.outerHTML.slice(0, 200);
})()`;

/** A street with a name that no other begins with, and a dozen addresses. */
async function someStreet(page: Page): Promise<string> {
  const ground = await askJson<ZoneGround>(page, "/api/territories/demo/ground");
  const count = (place: number) => ground.streets.filter((street) => street === place).length;
  const name = ground.streetNames.find((_, place) => count(place) >= 12);
  if (name === undefined) throw new Error("the demo town has no street of a dozen addresses");
  return name;
}

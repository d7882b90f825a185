import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { ZoningState } from "../../server/contract/drawn-zones.ts";
import { fr } from "../../web/i18n/fr.ts";
import { askJson, makePlan, newZoning, openedPlan } from "./support/ask-program.ts";
import { eventually, type MapHolder, mapOf, untilDrawn } from "./support/drawn-map.ts";
import { fingersOn, PHONE, type Pixel } from "./support/finger.ts";
import { journey } from "./support/journey.ts";
import { ownProgramUrl } from "./support/own-program.ts";

describe("a phone in the hand", () => {
  journey("zones are painted and cut with one finger, and the map is moved with two", async ({ visit }) => {
    const zoningId = await newZoning(ownProgramUrl(), "Au doigt");
    const { page } = await visit(`/t/demo?tab=zones&zoning=${zoningId}`, PHONE);
    const sizes = () => zoneSizes(page, zoningId);
    await page.getByText(fr.zones.noZones).waitFor({ state: "attached" });
    await untilDrawn(page);
    const fingers = await fingersOn(page);
    const before = await centre(page);

    // What the tool can be told is folded away: more than half of the map is left to draw on.
    const brush = page.getByRole("button", { name: fr.zones.tool.brush, exact: true });
    await fingers.tap(brush);
    const options = page.getByRole("group", { name: fr.zones.tool.brush, exact: true });
    const sheetTop = (await page.getByRole("button", { name: fr.sheet.expand }).boundingBox())?.y ?? 0;
    const box = await options.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(sheetTop / 2);
    const settings = page.getByRole("button", { name: fr.zones.toolSettings });
    await fingers.tap(settings);
    await expect.poll(() => groundOf(settings)).toBe(await groundOf(brush));
    await page.getByRole("radio", { name: fr.zones.units.station }).check({ force: true });
    await fingers.tap(settings);
    await page.getByRole("radio", { name: fr.zones.units.station }).waitFor({ state: "detached" });

    await fingers.draw([120, 250], [270, 250]);
    const [painted] = await eventually(sizes, ({ length }) => length === 1);
    expect(await centre(page)).toEqual(before);

    await untilDrawn(page);
    const split = page.getByRole("button", { name: fr.zones.tool.split, exact: true });
    await fingers.tapUntil(split, async () => (await split.getAttribute("aria-pressed")) === "true");
    await fingers.draw([195, 345], [195, 160]);
    const halves = await eventually(sizes, ({ length }) => length === 2);
    expect(halves.reduce((sum, size) => sum + size, 0)).toBe(painted);
    expect(new URL(page.url()).searchParams.get("tab")).toBe("zones");

    // Two fingers move the map, and draw nothing.
    await fingers.slide(
      [
        [150, 280],
        [230, 280],
      ],
      [0, -60],
    );
    await expect.poll(() => centre(page)).not.toEqual(before);
    expect(await sizes()).toEqual(halves);
    const undo = page.getByRole("group", { name: fr.zones.tool.split, exact: true }).getByLabel(fr.zones.undo);
    await fingers.tapUntil(undo, async () => (await sizes()).length === 1);

    // On a tablet they stand beside the panel, not under it.
    await page.setViewportSize({ width: 900, height: 1180 });
    await fingers.tapUntil(brush, async () => (await brush.getAttribute("aria-pressed")) === "true");
    await page.getByRole("radio", { name: fr.zones.units.station }).waitFor({ state: "attached" });
    const panel = await page.getByRole("main").boundingBox();
    expect((await options.boundingBox())?.x).toBeGreaterThan((panel?.x ?? 0) + (panel?.width ?? 0));
  });

  journey(
    "an address is held by its handle and let go elsewhere, or given up; the tools stay in reach",
    async ({ visit }) => {
      const { id } = await makePlan(ownProgramUrl(), { volunteers: 3 });
      const { page } = await visit(`/t/demo?tab=routes&plan=${id}&route=1`, PHONE);
      await untilDrawn(page);
      await page.getByRole("button", { name: fr.edit.begin }).tap();
      await page.getByRole("toolbar", { name: fr.edit.heading }).waitFor();
      await untilDrawn(page);
      const [, second, third, fourth] = (await orderOf(page, "1")) ?? [];
      const fingers = await fingersOn(page);
      const tools = page.getByRole("toolbar", { name: fr.edit.heading });

      const from = await handle(page, second);
      const below = await middleOf(page, third);
      await fingers.draw(from, [below[0], below[1] + 12]);
      const moved = await eventually(
        () => orderOf(page, "1"),
        (order) => order?.[1] !== second,
      );
      expect(moved?.slice(1, 4)).toEqual([third, second, fourth]);
      expect((await tools.boundingBox())?.y).toBeGreaterThan(400);
      expect((await tools.boundingBox())?.y).toBeLessThan(600);

      // Let go beside the other routes, and with a second finger: nothing is sent.
      const again = await handle(page, third);
      const last = await fingers.press(again, [again[0], again[1] + 20]);
      const giveUp = await page.getByText(fr.edit.giveUp, { exact: true }).boundingBox();
      if (giveUp === null) throw new Error("there is nowhere to give up");
      await fingers.lift();
      await page.getByText(fr.edit.giveUp, { exact: true }).waitFor({ state: "detached" });
      await page.getByText(fr.edit.busy).waitFor({ state: "detached" });
      const { edited } = await openedPlan(page);
      const held = await handle(page, third);
      await fingers.draw(held, last, [giveUp.x + giveUp.width / 2, giveUp.y + giveUp.height / 2]);
      const once = await fingers.press(await handle(page, third), last);
      await fingers.second(once, [200, 200]);
      await page.getByText(fr.edit.giveUp, { exact: true }).waitFor({ state: "detached" });
      expect((await openedPlan(page)).edited?.revision).toBe(edited?.revision);

      // What a repair did is said above the list: it is brought into sight, below the tools.
      await fingers.tap(tools.getByRole("button", { name: fr.edit.repair }));
      const report = page.locator("p").filter({ hasText: /^Réparé/ });
      await expect
        .poll(async () => {
          const [said, bar] = [await report.boundingBox(), await tools.boundingBox()];
          return said !== null && bar !== null && said.y > bar.y + bar.height && said.y + said.height < 844;
        })
        .toBe(true);
    },
  );
});

/** How many addresses each zone has that has some. */
async function zoneSizes(page: Page, zoningId: string): Promise<readonly number[]> {
  const { addressIds } = await askJson<ZoningState>(page, `/api/zonings/${zoningId}`);
  return Object.values(addressIds)
    .map(({ length }) => length)
    .filter((length) => length > 0);
}

function groundOf(place: Locator): Promise<string> {
  return place.evaluate(
    (element) => element.ownerDocument.defaultView?.getComputedStyle(element).backgroundColor ?? "",
  );
}

function centre(page: Page): Promise<readonly number[]> {
  return mapOf(page).evaluate((holder: MapHolder) => {
    const { lng, lat } = holder.arpentMap.getCenter();
    return [lng, lat];
  });
}

async function orderOf(page: Page, id: string): Promise<readonly string[] | undefined> {
  return (await openedPlan(page)).routes.find((route) => route.id === id)?.stops.map((stop) => stop.id);
}

/** The middle of the handle of a stop, brought into the middle of the list. */
async function handle(page: Page, stopId: string | undefined): Promise<Pixel> {
  await page.locator(`[id="handle-${stopId}"]`).evaluate((element) => element.scrollIntoView({ block: "center" }));
  return middleOf(page, stopId);
}

async function middleOf(page: Page, stopId: string | undefined): Promise<Pixel> {
  const box = await page.locator(`[id="handle-${stopId}"]`).boundingBox();
  if (box === null) throw new Error(`stop ${stopId} has no handle`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

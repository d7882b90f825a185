import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { fr } from "../../web/i18n/fr.ts";
import { openedPlan } from "./support/ask-program.ts";
import { drawnValues, eventually, mapOf, untilDrawn } from "./support/drawn-map.ts";
import { journey } from "./support/journey.ts";

describe("a zone drawn on the map", () => {
  journey("is drawn with the mouse, counted, taken back, brought back and kept by a reload", async ({ visit }) => {
    const { page } = await visit("/t/demo");
    await untilDrawn(page);

    await drawZone(page);
    const doors = await chosenDoors(page);
    expect(doors).toBeGreaterThan(0);

    await page.getByRole("button", { name: fr.map.undo }).click();
    await page.getByText(fr.selection.none).first().waitFor();
    await page.getByRole("button", { name: fr.map.redo }).click();
    expect(await chosenDoors(page)).toBe(doors);

    await page.reload();
    await untilDrawn(page);
    expect(await chosenDoors(page)).toBe(doors);
  });

  journey(
    "is planned from, and going back and forward moves between the form, the plan and a route",
    async ({ visit }) => {
      const { page } = await visit("/t/demo");
      await untilDrawn(page);
      await drawZone(page);
      const doors = await chosenDoors(page);
      await page.getByRole("button", { name: fr.selection.plan }).click();
      await page.getByRole("spinbutton", { name: fr.plan.volunteers }).fill("2");
      await page.getByText(fr.plan.advanced).click();
      await page.getByRole("spinbutton", { name: fr.plan.seconds }).fill("1");

      await page.getByRole("button", { name: fr.plan.go }).click();
      const results = page.getByRole("heading", { name: fr.routes.count(2) });
      await results.waitFor();
      const plan = await openedPlan(page);
      expect(plan.request.selection.kind).toBe("zone");
      expect(plan.totals.doors).toBeGreaterThan(0);
      expect(plan.totals.doors).toBeLessThanOrEqual(doors);

      await page.getByRole("list", { name: fr.routes.list }).getByRole("button").last().click();
      const route = page.getByRole("heading", { name: fr.routes.name("2"), exact: true });
      await route.waitFor();
      await page.goBack();
      await results.waitFor();
      await page.goForward();
      await route.waitFor();

      await page.reload();
      await route.waitFor();
      await untilDrawn(page);
      await eventually(
        () => drawnValues(page, "stop-circle", "stopId"),
        (ids) => ids.length === plan.routes[1]?.stops.length,
      );
      await page.getByRole("tab", { name: fr.tabs.stations }).click();
      expect(await chosenDoors(page)).toBe(doors);
    },
  );

  journey("is refused when its sides cross, and Escape abandons it", async ({ visit }) => {
    const { page } = await visit("/t/demo");
    await untilDrawn(page);
    await takeTool(page);
    await clickMap(page, [
      [0.5, 0.4],
      [0.7, 0.6],
      [0.7, 0.4],
      [0.5, 0.6],
    ]);

    await page.keyboard.press("Enter");

    const bar = page.getByRole("group", { name: fr.map.drawing });
    await bar.waitFor();
    await page.keyboard.press("Escape");
    await bar.waitFor({ state: "detached" });
    await page.getByText(fr.selection.none).first().waitFor();
  });
});

/** The tool that draws, once it says that it is in the hand: what is clicked before is no corner. */
async function takeTool(page: Page): Promise<void> {
  await page.getByRole("toolbar").getByRole("button", { name: fr.map.draw }).click();
  await page.getByRole("group", { name: fr.map.drawing }).waitFor();
}

/** Four corners around the middle of the town, closed by a click on the first. */
async function drawZone(page: Page): Promise<void> {
  await takeTool(page);
  await clickMap(page, [
    [0.55, 0.4],
    [0.7, 0.4],
    [0.7, 0.62],
    [0.55, 0.62],
  ]);
  await page.getByText(fr.map.drawingCorners(4)).waitFor();
  await clickMap(page, [[0.55, 0.4]]);
  await page.getByRole("group", { name: fr.map.drawing }).waitFor({ state: "detached" });
}

/** Clicks at shares of the map's width and height, as a hand does: the pointer moves there first. */
async function clickMap(page: Page, places: readonly (readonly [number, number])[]): Promise<void> {
  const box = await mapOf(page).boundingBox();
  if (box === null) throw new Error("the map is not shown");
  for (const [right, down] of places) {
    await page.mouse.move(box.x + box.width * right, box.y + box.height * down, { steps: 2 });
    await page.mouse.down();
    await page.mouse.up();
  }
}

/** Doors in the selection, once they are counted. */
async function chosenDoors(page: Page): Promise<number> {
  const bar = page.getByRole("region", { name: fr.selection.heading });
  const figure = bar
    .locator("dl > div")
    .filter({ hasText: /portes?/ })
    .locator("dd");
  await figure.waitFor();
  await bar.and(page.locator('[aria-busy="false"]')).waitFor();
  return Number((await figure.textContent())?.replace(/\D/g, ""));
}

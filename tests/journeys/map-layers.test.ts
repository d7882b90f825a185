import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { en } from "../../web/i18n/en.ts";
import { fr } from "../../web/i18n/fr.ts";
import { drawnClasses, drawnStates, eventually, untilDrawn } from "./support/drawn-map.ts";
import { findViolations } from "./support/find-violations.ts";
import { journey } from "./support/journey.ts";
import { expectUsable } from "./support/judge-screen.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
/** Changes are numbered from here on, see DIVERGING_FROM. */
const FIRST_CHANGE = 5;

describe("layers of the map", () => {
  journey("any indicator colours map, legend and list, and a link restores it", async ({ visit }) => {
    const { page } = await visit("/t/demo");
    await untilDrawn(page);
    const scored = await drawnClasses(page);

    await page.getByRole("radio", { name: fr.layers.other }).check();
    await eventually(
      () => drawnClasses(page),
      (classes) => JSON.stringify(classes) !== JSON.stringify(scored),
    );
    expect(new URL(page.url()).searchParams.get("layer")).toMatch(/^census\./);
    await eventually(
      () => legendLines(page),
      (lines) => lines.length > 0,
    );
    expect(await findViolations(page)).toEqual([]);

    await page.getByLabel(fr.layers.subject).selectOption("turnoutChange");
    await eventually(
      () => drawnClasses(page),
      (classes) => Math.max(...Object.values(classes)) >= FIRST_CHANGE,
    );
    await page.getByText(fr.layers.centred).waitFor();
    await page.getByLabel(fr.layers.classes).selectOption("equal");
    const [legend, drawn] = [await legendLines(page), await drawnClasses(page)];
    expect(await page.getByRole("option").filter({ hasText: " pt" }).count()).toBeGreaterThan(0);

    await page.reload();
    await untilDrawn(page);
    await eventually(
      () => drawnClasses(page),
      (classes) => JSON.stringify(classes) === JSON.stringify(drawn),
    );
    expect(await legendLines(page)).toEqual(legend);

    await page.getByRole("radio", { name: fr.measure.mobilisation }).first().check();
    await eventually(
      () => drawnClasses(page),
      (classes) => JSON.stringify(classes) === JSON.stringify(scored),
    );
    expect(new URL(page.url()).searchParams.has("layer")).toBe(false);
  });

  journey("a line of the legend holds its stations up, with the keys as with the pointer", async ({ visit }) => {
    const { page } = await visit("/t/demo?layer=ground.doorsPerAddress");
    await untilDrawn(page);
    const lines = page.getByRole("list", { name: fr.map.legend }).getByRole("button");
    await lines.first().waitFor();
    const highest = Object.entries(await drawnClasses(page)).flatMap(([id, own]) => (own === 4 ? [id] : []));
    expect(highest.length).toBeGreaterThan(0);
    const heldUp = async () =>
      Object.entries(await drawnStates(page, "behind")).flatMap(([id, isBehind]) => (isBehind ? [] : [id]));

    await page.getByRole("combobox", { name: fr.layers.scale }).focus();
    await page.keyboard.press("Tab");
    await eventually(heldUp, (ids) => ids.join() === highest.join());
    await page.keyboard.press("Enter");
    expect(await lines.first().getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Tab");
    await eventually(heldUp, (ids) => ids.length > 0 && ids.every((id) => !highest.includes(id)));

    await lines.last().hover();
    await page.mouse.move(5, 5);
    await page.getByLabel(fr.layers.subject).focus();
    await eventually(heldUp, (ids) => ids.join() === highest.join());
    await lines.first().click();
    await page.mouse.move(5, 5);
    await eventually(heldUp, (ids) => ids.length > highest.length);
  });

  journey("a layer that the territory does not hold says so in words", async ({ visit }) => {
    const { page, watch } = await visit("about:blank");
    watch.allowRefusal(/\/api\/territories\/demo\/layer$/);
    await page.goto("/t/demo?layer=census.BONHEUR");
    await page.getByText("Il n’y a pas d’indicateur « BONHEUR »").waitFor();
  });

  journey("on a phone, in English, it can be used by everyone", async ({ visit }) => {
    const { page } = await visit("/t/demo?lang=en&layer=turnout.2024_euro_t1", PHONE);
    await untilDrawn(page);
    await page.locator("summary").filter({ hasText: "Turnout" }).click();
    await page.getByLabel(en.layers.subject).waitFor();
    await expectUsable(page, "layers on a phone");
  });
});

function legendLines(page: Page): Promise<readonly string[]> {
  return page.getByRole("list", { name: fr.map.legend }).getByRole("listitem").allTextContents();
}

import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { fr } from "../../web/i18n/fr.ts";
import { download } from "./support/download.ts";
import { eventually, untilDrawn } from "./support/drawn-map.ts";
import { journey } from "./support/journey.ts";
import { expectUsable } from "./support/judge-screen.ts";

describe("neighbourhoods side by side", () => {
  journey(
    "a station and a selection are compared, renamed, held against each other, and printed on one page",
    async ({ visit }) => {
      const { page } = await visit("/t/demo", { permissions: ["clipboard-read", "clipboard-write"] });
      await untilDrawn(page);
      const best = page.getByRole("listbox", { name: fr.stations.list }).getByRole("option").first();
      const stationName = (await best.locator("strong").textContent()) ?? "";
      await best.press("Enter");
      await page.getByRole("button", { name: fr.compare.add, exact: true }).click();
      await page.getByRole("button", { name: fr.app.back }).click();
      await page.getByRole("button", { name: fr.stations.selectBest }).click();
      await page.getByRole("button", { name: fr.compare.addSelection }).click();
      await page.getByRole("button", { name: fr.compare.open }).click();

      const table = page.getByRole("region", { name: fr.compare.table });
      const turnout = table.getByRole("row", { name: /Européennes 2024/ }).first();
      await eventually(
        () => turnout.textContent(),
        (text) => text?.includes("%") === true,
      );
      await table
        .getByText(/voix\/h/)
        .first()
        .waitFor();
      expect(await columnsOf(page)).toEqual([stationName, fr.compare.neighbourhood("2"), fr.compare.territory]);
      expect(await table.getByText(fr.compare.group.scores, { exact: true }).count()).toBe(1);

      await page.getByRole("region", { name: fr.compare.mapOf(stationName) }).waitFor();
      expect(await twinMapHeights(page)).toEqual([expect.toSatisfy(isSeen), expect.toSatisfy(isSeen)]);
      const head = table.getByRole("columnheader", { name: stationName }).first();
      await head.getByRole("button", { name: fr.compare.sortedOf(stationName) }).press("Enter");
      expect(await head.getAttribute("aria-sort")).toBe("descending");

      await page.getByRole("textbox", { name: fr.compare.nameOf(fr.compare.neighbourhood("2")) }).fill("Les quais");
      await page.keyboard.press("Tab");
      await page.getByRole("combobox", { name: fr.compare.baseline }).selectOption("Les quais");
      await eventually(
        () => columnsOf(page),
        (names) => names[1] === "Les quais",
      );
      expect(page.url()).not.toContain("quais");
      await expectUsable(page, "wide");

      const file = await download(page, () => page.getByRole("link", { name: fr.compare.csv }).click());
      const lines = readFileSync(file.path, "utf8").trimEnd().split("\r\n");
      expect(lines[0]).toContain(fr.compare.csvWords.difference(stationName, "Les quais"));
      expect(new Set(lines.map((line) => line.split(";").length))).toEqual(new Set([3 + 2 * 5 + 2]));

      const workbook = await download(page, () => page.getByRole("button", { name: fr.compare.xlsx }).click());
      expect(sheetRows(workbook.path)).toBe(lines.length);

      expect(await printedPages(page)).toBe(1);
      await page.emulateMedia({ media: "print" });
      expect(await turnout.locator("svg").first().isVisible()).toBe(true);
      await page.emulateMedia({ media: null });

      // The button of the map lies under the sheet.
      await page.locator("header").getByRole("button", { name: fr.search.command.copyLink }).click();
      await page.getByText(fr.search.link.copied).waitFor();
      const link = await page.evaluate<string>("navigator.clipboard.readText()");
      expect(new URL(link).searchParams.getAll("compare")).toHaveLength(2);
      expect(link).not.toContain("quais");
      await page.goto(link);
      await eventually(
        () => columnsOf(page),
        (names) => names[0] === stationName && names[1] === "Les quais",
      );
      await page.getByRole("radio", { name: fr.compare.orders.difference }).check();
      // The link holds by whom rows are sorted.
      await table.getByText(fr.compare.sorted(stationName)).waitFor();
      await page.keyboard.press("Escape");
      await table.waitFor({ state: "detached" });
      await untilDrawn(page);

      const phone = await visit(link, { viewport: { width: 390, height: 844 }, hasTouch: true });
      await phone.page
        .getByRole("region", { name: fr.compare.table })
        .getByText(/voix\/h/)
        .first()
        .waitFor();
      await expectUsable(phone.page, "phone");
      await phone.page.evaluate('document.documentElement.style.fontSize = "200%"');
      const closing = await phone.page
        .locator("main header")
        .getByRole("button", { name: fr.compare.close })
        .boundingBox();
      expect((closing?.x ?? Infinity) + (closing?.width ?? 0)).toBeLessThanOrEqual(390);
      await phone.page.evaluate('document.documentElement.style.fontSize = ""');
      await phone.page.getByRole("button", { name: fr.compare.take(stationName) }).tap();
      await eventually(
        () => columnsOf(phone.page),
        (names) => names.length === 2,
      );
    },
  );
});

/** Names in the head of the table, as they are printed. */
async function columnsOf(page: Page): Promise<readonly string[]> {
  const heads = page.getByRole("region", { name: fr.compare.table }).locator("thead th");
  await heads.first().waitFor();
  return (await heads.locator("> span:first-child").allTextContents()).map((name) => name.trim());
}

/** In pixels. What a map without height draws is nowhere to be seen. */
function twinMapHeights(page: Page): Promise<readonly number[]> {
  return page.locator("figure .maplibregl-map").evaluateAll((maps) => maps.map(({ clientHeight }) => clientHeight));
}

const isSeen = (heightPixels: number) => heightPixels > 100;

async function printedPages(page: Page): Promise<number> {
  const printed = await page.pdf({ preferCSSPageSize: true });
  return printed.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Rows of the only sheet of a workbook. */
function sheetRows(path: string): number {
  const sheet = unzipSync(readFileSync(path))["xl/worksheets/sheet1.xml"];
  return sheet === undefined ? 0 : (strFromU8(sheet).match(/<row /g) ?? []).length;
}

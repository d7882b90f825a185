import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { ZoneGround, ZoningListItem, ZoningState } from "../../server/contract/drawn-zones.ts";
import { fr } from "../../web/i18n/fr.ts";
import { askJson, deleteZonings, newZoning, openedPlan } from "./support/ask-program.ts";
import { drawnValues, eventually, type MapHolder, mapOf, untilDrawn } from "./support/drawn-map.ts";
import { journey } from "./support/journey.ts";
import { expectUsable } from "./support/judge-screen.ts";
import { ownProgramUrl } from "./support/own-program.ts";

describe("zones that are drawn", () => {
  journey("from the list and by hand, by two at once, undone, kept through a reload, planned", async ({ visit }) => {
    await deleteZonings(ownProgramUrl());
    const { page } = await visit("/t/demo?tab=zones");
    await page.getByRole("button", { name: fr.zones.createFirst }).press("Enter");
    const street = await longestStreet(page);
    expect(await page.getByRole("toolbar").getByRole("button", { name: fr.search.command.copyLink }).count()).toBe(1);

    // From the list, with keys alone.
    await page.getByRole("button", { name: fr.zones.add }).press("Enter");
    await page.getByRole("searchbox", { name: fr.zones.find }).fill(street.name);
    await page.getByRole("button", { name: fr.zones.addFound(street.name), exact: true }).press("Enter");
    await said(page, /^Zone 1\s: .+ portes, .+ de plus\.$/);
    await page.getByRole("button", { name: fr.zones.halveEast }).press("Enter");
    await said(page, /^Zone 1\s: .+ portes\. Zone 2\s: .+ portes\.$/);
    await expect.poll(() => sizes(page)).toEqual([street.addresses, 2]);
    await eventually(
      () => drawnValues(page, "drawn-zone-fill", "zoneId"),
      ({ length }) => length === 2,
    );

    // A second window sees it, and what it changes is seen by the first.
    const other = (await visit("/t/demo?tab=zones", { viewport: { width: 1000, height: 600 } })).page;
    await line(other, "Zone 2").press("Enter");
    await other.getByRole("button", { name: fr.zones.lock }).press("Enter");
    await line(page, "Zone 2").getByText(fr.zones.locked).waitFor({ timeout: 5000 });
    await other.getByRole("button", { name: fr.zones.unlock }).press("Enter");
    await line(page, "Zone 2").getByText(fr.zones.locked).waitFor({ state: "detached" });
    // Two maps drawn without a graphics card take their time.
    await other.close();

    // By hand: what a zone has stays with it.
    await line(page, "Zone 1").press("Enter");
    await untilDrawn(page);
    await page.getByRole("button", { name: fr.zones.tool.lasso }).click();
    await lasso(page);
    await said(page, /^Zone 3\s: .+ portes, .+ de plus\./);
    const drawn = await eventually(
      () => sizes(page),
      ([, zones]) => zones === 3,
    );
    await page.keyboard.press("Control+z");
    await expect.poll(() => sizes(page)).toEqual([street.addresses, 2]);
    await page.keyboard.press("Control+y");
    await expect.poll(() => sizes(page)).toEqual(drawn);
    await page.keyboard.press("Escape");
    await line(page, "Zone 1").press("Enter");
    await expectUsable(page, "zones");

    // Undo survives a reload of the window.
    await page.reload();
    await line(page, "Zone 3").waitFor();
    await page.keyboard.press("Control+z");
    await expect.poll(() => sizes(page)).toEqual([street.addresses, 2]);

    // To the routes of one zone.
    await page.getByRole("checkbox", { name: fr.zones.include("Zone 1") }).press("Space");
    await page.getByRole("button", { name: fr.zones.plan(1, "1") }).press("Enter");
    await page.getByText(fr.zones.ofZones(1, "1")).waitFor();
    await page.getByRole("spinbutton", { name: fr.plan.volunteers }).fill("1");
    await page.getByText(fr.plan.advanced).click();
    await page.getByRole("spinbutton", { name: fr.plan.seconds }).fill("1");
    await page.getByRole("button", { name: fr.plan.go }).press("Enter");
    await page.getByRole("heading", { name: fr.routes.count(1) }).waitFor();
    expect((await openedPlan(page)).request.selection.kind).toBe("addresses");
  });
});

describe("zones by census area, and zones that are cut", () => {
  journey("an IRIS is named and painted, then cut in two; each is undone in one step", async ({ visit }) => {
    const zoningId = await newZoning(ownProgramUrl(), "IRIS");
    const { page } = await visit(`/t/demo?tab=zones&zoning=${zoningId}`);
    await page.getByRole("combobox", { name: fr.zones.zoning }).waitFor();
    await page.getByText(fr.zones.noZones).waitFor();
    const area = await largestArea(page);
    await untilDrawn(page);

    // The brush says which area it is over and how many doors it would take, and takes all of it.
    await page.getByRole("button", { name: fr.zones.tool.brush, exact: true }).click();
    await page.getByRole("radio", { name: fr.zones.units.area }).check({ force: true });
    for (let times = 0; times < 4; times++) await page.keyboard.press(",");
    const [x, y] = await pixelsOf(page, area.position);
    await page.mouse.move(x, y);
    await page.mouse.move(x + 1, y);
    await page.getByText(area.name, { exact: true }).waitFor();
    await page.getByText(/ portes à prendre$/).waitFor();
    await page.mouse.down();
    await page.mouse.move(x + 2, y);
    await page.mouse.up();
    await said(page, /^Zone 1\s: .+ portes, .+ de plus\.$/);
    await expect.poll(() => addressesOf(page)).toEqual(area.addressIds);
    await page.keyboard.press("Control+z");
    await expect.poll(() => sizes(page)).toEqual([0, 0]);
    await page.keyboard.press("Control+y");
    await expect.poll(() => sizes(page)).toEqual([area.addressIds.length, 1]);
    await page.keyboard.press("Escape");

    // Cut by the program: nothing changes before it is applied.
    await page.getByRole("checkbox", { name: fr.zones.include("Zone 1") }).press("Space");
    await page.getByRole("button", { name: fr.cut.open }).press("Enter");
    await page.getByRole("spinbutton", { name: fr.cut.zones, exact: true }).fill("2");
    await page.getByRole("button", { name: fr.cut.go }).press("Enter");
    const apply = page.getByRole("button", { name: fr.cut.apply });
    await apply.waitFor();
    expect(await sizes(page)).toEqual([area.addressIds.length, 1]);
    await apply.press("Enter");
    await expect.poll(() => sizes(page)).toEqual([area.addressIds.length, 2]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => sizes(page)).toEqual([area.addressIds.length, 1]);
    expect(await addressesOf(page)).toEqual(area.addressIds);

    // Before all of it is deleted it is asked, with the focus on the way out, and from there back.
    await page.getByText(fr.zones.manage, { exact: true }).click();
    const remove = page.getByRole("button", { name: fr.zones.delete, exact: true });
    await remove.press("Enter");
    await page.getByRole("alertdialog", { name: fr.zones.deleteZoning }).waitFor();
    await expect.poll(() => page.locator(":focus").textContent()).toBe(fr.app.cancel);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(":focus").textContent()).toBe(fr.zones.delete);
  });
});

function line(page: Page, name: string) {
  return page.getByRole("list", { name: fr.zones.list }).getByRole("button", { name: new RegExp(`^${name}\\b`) });
}

async function said(page: Page, words: RegExp): Promise<void> {
  await page.getByRole("status").filter({ hasText: words }).first().waitFor({ state: "attached" });
}

/** Addresses in zones, and zones, as the server has them. */
async function sizes(page: Page): Promise<readonly number[]> {
  const { zonings } = await askJson<{ zonings: readonly ZoningListItem[] }>(page, "/api/territories/demo/zonings");
  const state = await askJson<ZoningState>(page, `/api/zonings/${zonings[0]?.id}`);
  return [Object.values(state.addressIds).flat().length, state.zones.length];
}

/** Addresses in zones, sorted. */
async function addressesOf(page: Page): Promise<readonly string[]> {
  const { zonings } = await askJson<{ zonings: readonly ZoningListItem[] }>(page, "/api/territories/demo/zonings");
  const state = await askJson<ZoningState>(page, `/api/zonings/${zonings[0]?.id}`);
  return Object.values(state.addressIds).flat().toSorted();
}

/** The census area with most addresses, with the position of the one that is nearest to their middle. */
async function largestArea(page: Page) {
  const ground = await askJson<ZoneGround>(page, "/api/territories/demo/ground");
  const areas = (ground.censusAreas?.names ?? []).map((name, area) => ({
    name,
    places: [...ground.addressIds.keys()].filter((place) => ground.censusAreas?.of[place] === area),
  }));
  const [largest] = areas.toSorted((a, b) => b.places.length - a.places.length);
  if (largest === undefined) throw new Error("the demo town has no census area");
  const mean = (column: readonly number[]) =>
    largest.places.reduce((sum, place) => sum + (column[place] ?? 0), 0) / largest.places.length;
  const middle = [mean(ground.longitudes), mean(ground.latitudes)] as const;
  const positionOf = (place: number) => [ground.longitudes[place] ?? 0, ground.latitudes[place] ?? 0] as const;
  const far = (place: number) => Math.hypot(positionOf(place)[0] - middle[0], positionOf(place)[1] - middle[1]);
  const [nearest = 0] = largest.places.toSorted((a, b) => far(a) - far(b));
  return {
    name: largest.name,
    addressIds: largest.places.map((place) => ground.addressIds[place] ?? "").toSorted(),
    position: positionOf(nearest),
  };
}

async function longestStreet(page: Page): Promise<{ readonly name: string; readonly addresses: number }> {
  const ground = await askJson<ZoneGround>(page, "/api/territories/demo/ground");
  const counts = ground.streetNames.map((name, place) => ({
    name,
    addresses: ground.streets.filter((street) => street === place).length,
  }));
  const [longest] = counts.toSorted((a, b) => b.addresses - a.addresses);
  if (longest === undefined) throw new Error("the demo town has no street");
  return longest;
}

/** Where a position of the ground is in the window. */
async function pixelsOf(page: Page, position: readonly [number, number]): Promise<readonly [number, number]> {
  const box = await mapOf(page).boundingBox();
  if (box === null) throw new Error("the map is not in sight");
  const { x, y } = await mapOf(page).evaluate((holder: MapHolder, at) => {
    const point = holder.arpentMap.project(at);
    return { x: point.x, y: point.y };
  }, position);
  return [box.x + x, box.y + y];
}

/** Around the middle of what is in sight beside the panel. */
async function lasso(page: Page): Promise<void> {
  const box = await mapOf(page).boundingBox();
  if (box === null) throw new Error("the map is not in sight");
  const [x, y] = [box.x + box.width * 0.62, box.y + box.height * 0.5];
  await page.mouse.move(x - 90, y - 90);
  await page.mouse.down();
  for (const [east, south] of [
    [90, -90],
    [90, 90],
    [-90, 90],
    [-90, -80],
  ] as const)
    await page.mouse.move(x + east, y + south, { steps: 5 });
  await page.mouse.up();
}

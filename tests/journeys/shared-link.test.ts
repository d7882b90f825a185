import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { fr } from "../../web/i18n/fr.ts";
import { newZoning } from "./support/ask-program.ts";
import { eventually, type MapHolder, untilDrawn } from "./support/drawn-map.ts";
import { journey } from "./support/journey.ts";
import { ownProgramUrl } from "./support/own-program.ts";
import { CLIPBOARD, copiedLink } from "./support/palette.ts";

describe("what a copied link shows to somebody else", () => {
  journey(
    "is the list as it was narrowed, in one entry of the history, and no name that finds nothing",
    async ({ visit }) => {
      const { page } = await visit("/t/demo?sort=name", CLIPBOARD);
      await untilDrawn(page);
      const names = stationNames(page);
      await eventually(() => names.allTextContents(), isSome);
      const entries = await page.evaluate("history.length");
      const filter = page.getByRole("searchbox", { name: fr.stations.filter });

      await filter.pressSequentially("bureau 2");
      const narrowed = await eventually(
        () => names.allTextContents(),
        (shown) => shown.length > 0 && shown.every((name) => name.includes("2")),
      );
      const link = await copiedLink(page);
      expect(await page.evaluate("history.length")).toBe(entries);

      const { page: other } = await visit(link);
      await eventually(
        () => stationNames(other).allTextContents(),
        (shown) => shown.join() === narrowed.join(),
      );
      expect(await other.getByRole("searchbox", { name: fr.stations.filter }).inputValue()).toBe("bureau 2");

      await filter.fill("camille");
      await page.getByText(fr.stations.noneMatch).waitFor();
      expect(await copiedLink(page)).not.toContain("camille");
      expect(page.url()).not.toContain("camille");

      // Back from a station the list is as it was.
      await filter.fill("bureau 2");
      await page.getByRole("listbox", { name: fr.stations.list }).getByRole("option").first().press("Enter");
      await page.getByRole("heading", { name: fr.station.results }).waitFor();
      await page.goBack();
      await eventually(
        () => names.allTextContents(),
        (shown) => shown.join() === narrowed.join(),
      );
    },
  );

  journey("are the maps of the comparison where they stood, or none", async ({ visit }) => {
    const compared = "/t/demo?compare=96001_0004&compare=96001_0027";
    const { page } = await visit(`${compared}&view=compare`, CLIPBOARD);
    await eventually(() => twinCameras(page), isPair);
    const maps = page.getByRole("region", { name: fr.compare.mapsLabel });
    const [fitted] = await twinCameras(page);

    await maps.locator("canvas").first().hover();
    await page.mouse.wheel(0, -300);
    await page.waitForURL(/mapsat=/);
    const [moved] = await twinCameras(page);
    expect(moved).not.toBe(fitted);
    const { page: other } = await visit(await copiedLink(page));
    await eventually(
      () => twinCameras(other),
      (cameras) => isPair(cameras) && cameras.every((camera) => camera === moved),
    );
    // It is not what this device would show by itself.
    const phone = await visit(`${compared}&view=compare&maps=1`, { viewport: { width: 390, height: 844 } });
    await phone.page.getByRole("region", { name: fr.compare.mapsLabel }).waitFor();

    await maps.getByRole("button", { name: fr.compare.mapsFit }).click();
    await eventually(
      () => twinCameras(page),
      (cameras) => cameras[0] === fitted,
    );
    expect(page.url()).not.toContain("mapsat");
    await page.getByRole("button", { name: fr.compare.maps, exact: true }).click();
    await maps.waitFor({ state: "detached" });
    await other.goto(await copiedLink(page));
    await other
      .getByRole("region", { name: fr.compare.table })
      .getByText(/voix\/h/)
      .first()
      .waitFor();
    expect(await other.getByRole("region", { name: fr.compare.mapsLabel }).count()).toBe(0);
  });

  journey("are the ticked zones, what they are held against, and the doors that have none", async ({ visit }) => {
    const zoning = await newZoning(ownProgramUrl(), "Partage");
    const { page } = await visit(`/t/demo?tab=zones&zoning=${zoning}`, CLIPBOARD);
    await page.getByRole("button", { name: fr.zones.add }).click();
    await page.getByRole("searchbox", { name: fr.zones.find }).fill("rue");
    await page
      .getByRole("button", { name: /^Ajouter / })
      .first()
      .click();
    await tick(page, "Zone 1").check();
    await page.getByRole("radio", { name: fr.zones.targets.team }).check();
    await page.getByRole("spinbutton", { name: fr.zones.volunteers, exact: true }).fill("6");
    await page.getByRole("button", { name: fr.zones.showFree }).click();
    const held = await page.getByText(/^Cible/).textContent();

    const { page: other } = await visit(await copiedLink(page));
    await tick(other, "Zone 1").waitFor();
    expect(await tick(other, "Zone 1").isChecked()).toBe(true);
    await other.getByText(held ?? "", { exact: true }).waitFor();
    expect(await other.getByRole("spinbutton", { name: fr.zones.volunteers, exact: true }).inputValue()).toBe("6");
    await other.getByRole("button", { name: fr.zones.hideFree }).waitFor();

    const lost = new URL(page.url());
    lost.searchParams.set("picked", "nowhere");
    await other.goto(lost.href);
    await other.getByText(fr.search.lost.zones(1, "1")).waitFor();
    await other.getByRole("button", { name: fr.search.lost.forget }).click();
    await other.getByText(fr.search.lost.heading).waitFor({ state: "detached" });
    expect(new URL(other.url()).searchParams.has("picked")).toBe(false);
  });

  journey("is the past election that was read, and where voters were followed", async ({ visit }) => {
    const { page } = await visit("/t/demo?tab=reliability", CLIPBOARD);
    const past = (of: Page) => of.getByRole("combobox", { name: fr.reliability.detail.election, exact: true });
    const from = (of: Page) => of.getByRole("combobox", { name: fr.transitions.from, exact: true });
    const place = (of: Page) => of.getByRole("combobox", { name: fr.transitions.place, exact: true });
    await past(page).selectOption({ index: 1 });
    await from(page).selectOption({ index: 2 });
    await place(page).selectOption({ index: 3 });
    const chosen = [past(page), from(page), place(page)];
    const values = await Promise.all(chosen.map((one) => one.inputValue()));

    const { page: other } = await visit(await copiedLink(page));
    await place(other).waitFor();
    await eventually(
      () => Promise.all([past(other), from(other), place(other)].map((one) => one.inputValue())),
      (shown) => shown.join() === values.join(),
    );

    await other.goto("/t/demo?tab=reliability&past=1999_euro_t1&moved=99999_0001");
    await other.getByText(fr.search.lost.election("1999_euro_t1")).waitFor();
    await other.getByText(fr.search.lost.station("99999_0001")).waitFor();
    await other.getByRole("button", { name: fr.search.lost.forget }).click();
    await other.getByText(fr.search.lost.heading).waitFor({ state: "detached" });
    expect(new URL(other.url()).search).toMatch(/^\?tab=reliability(&at=[^&]+)?$/);
  });
});

function stationNames(page: Page) {
  return page.getByRole("listbox", { name: fr.stations.list }).getByRole("option").locator("strong");
}

function tick(page: Page, name: string) {
  return page.getByRole("checkbox", { name: fr.zones.include(name) });
}

/** Where each map of the comparison stands, to a few metres and from what the address can hold of it. */
function twinCameras(page: Page): Promise<readonly string[]> {
  return page.locator("figure .maplibregl-map").evaluateAll((holders) =>
    holders.map((holder) => {
      const { arpentMap } = holder as unknown as MapHolder;
      const { lng, lat } = arpentMap.getCenter();
      const [longitude, latitude] = [lng, lat].map((degrees) => Number(degrees.toFixed(5)).toFixed(4));
      return [longitude, latitude, arpentMap.getZoom().toFixed(2)].join();
    }),
  );
}

const isSome = (all: readonly string[]) => all.length > 0;
const isPair = (all: readonly string[]) => all.length === 2;

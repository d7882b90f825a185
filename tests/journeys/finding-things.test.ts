import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { SearchResponse } from "../../server/contract/territories.ts";
import { en } from "../../web/i18n/en.ts";
import { fr } from "../../web/i18n/fr.ts";
import { askJson } from "./support/ask-program.ts";
import { drawnClasses, eventually, mapOf, untilDrawn } from "./support/drawn-map.ts";
import { findViolations } from "./support/find-violations.ts";
import { journey } from "./support/journey.ts";
import { CLIPBOARD, command } from "./support/palette.ts";

describe("finding things", () => {
  journey("a street is found through its slips, with the keyboard alone, and remembered here", async ({ visit }) => {
    const { page } = await visit("/t/demo");
    await untilDrawn(page);
    const name = await streetName(page);

    await page.keyboard.press("/");
    await page.keyboard.type(slipped(name));
    await page
      .getByRole("paragraph")
      .filter({ hasText: fr.search.close(slipped(name)) })
      .waitFor();
    await page.getByRole("option").filter({ hasText: name }).first().waitFor();
    expect(await findViolations(page)).toEqual([]);
    const before = await zoom(page);
    await page.keyboard.press("Enter");
    await eventually(
      () => zoom(page),
      (now) => now > before,
    );

    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowDown");
    await page.getByText(fr.search.recent, { exact: true }).waitFor();

    const endless = "a".repeat(200);
    await page.keyboard.type(endless);
    const note = page.getByRole("paragraph").filter({ hasText: fr.search.none(endless) });
    expect(await note.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });

  journey("an address is shown beside the panel, and the territory as it was before", async ({ visit }) => {
    const { page } = await visit("/t/demo");
    await untilDrawn(page);
    const whole = page.getByRole("button", { name: fr.map.fitTerritory });
    const seen = () => new URL(page.url()).searchParams.get("at");
    await whole.click();
    await expect.poll(seen).not.toBeNull();
    const before = seen();

    const { hits } = await askJson<SearchResponse>(page, "/api/territories/demo/search?q=1%20rue");
    const [hit] = hits;
    if (hit === undefined) throw new Error("the demo town has no number 1");
    await page.keyboard.press("/");
    await page.keyboard.type("1 rue");
    await page
      .getByRole("option")
      .filter({ hasText: hit.label.split(",")[0] ?? "" })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(seen).not.toBe(before);
    const panel = await page.getByRole("main").boundingBox();
    const middle = ((panel?.x ?? 0) + (panel?.width ?? 0) + 1280) / 2;
    await expect.poll(async () => Math.abs((await pixelOf(page, hit.position)) - middle)).toBeLessThan(50);

    const near = seen();
    await whole.click();
    await expect.poll(seen).not.toBe(near);
    await expect.poll(seen).toBe(before);
  });

  journey("the palette commands, and a copied link shows the same view to somebody else", async ({ visit }) => {
    const { page } = await visit("/t/demo", CLIPBOARD);
    await untilDrawn(page);
    await command(page, "revenu median");
    await page.getByLabel(fr.layers.classes).selectOption("manual");
    await page.getByRole("group", { name: fr.layers.breaks.euros }).getByRole("textbox").first().fill("20 000");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await command(page, "copier le lien");
    await page.getByText(fr.search.link.copied).waitFor();
    const link = await page.evaluate<string>("navigator.clipboard.readText()");
    const query = new URL(link).searchParams;
    expect(query.get("breaks")).toMatch(/^manual_/);
    expect(query.get("at")).not.toBeNull();
    expect(query.has("lang")).toBe(false);
    const drawn = await drawnClasses(page);

    const { page: other } = await visit(`${new URL(link).pathname}?${query}&lang=en`);
    await untilDrawn(other);
    await eventually(
      () => drawnClasses(other),
      (classes) => JSON.stringify(classes) === JSON.stringify(drawn),
    );
    expect(await other.getByLabel(en.layers.classes).inputValue()).toBe("manual");

    await command(page, "secteurs");
    await command(page, "camps");
    await page.goBack();
    await page.getByRole("tab", { name: fr.tabs.stations, selected: true }).waitFor();
    await command(page, "sorties");
    await page.waitForURL(/\/t\/demo\/sorties$/);
  });

  journey("a link with what is not there says so, and goes on without it", async ({ visit }) => {
    const { page, watch } = await visit("about:blank");
    watch.allowRefusal(/\/api\/(plans\/nowhere|territories\/demo\/(selection|stations\/))/);
    await page.goto("/t/demo?tab=routes&plan=nowhere&stations=99999_0001");
    await page.getByText(fr.search.lost.plan("nowhere")).waitFor();
    await page.getByText(fr.search.lost.selected(1, "1")).waitFor();
    await page.getByRole("button", { name: fr.search.lost.forget }).click();
    await page.getByText(fr.search.lost.heading).waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.has("plan")).toBe(false);

    watch.allowRefusal(/\/api\/territories\/demo\/layer/);
    await page.goto("/t/demo?layer=turnout.1999_euro_t1");
    await page.getByRole("button", { name: fr.layers.backToScore }).click();
    await page.getByRole("list", { name: fr.map.legend }).waitFor();
    expect(new URL(page.url()).searchParams.has("layer")).toBe(false);
  });

  journey("score meets effort in a square, and the map goes on paper", async ({ visit }) => {
    const { page } = await visit("/t/demo?classes=9");
    await untilDrawn(page);
    const square = page.getByRole("group", { name: fr.measure.crossed.legend });
    await square.waitFor();
    await eventually(
      () => drawnClasses(page),
      (classes) => Math.max(...Object.values(classes)) === 18,
    );
    expect(await square.getByRole("button").count()).toBe(9);

    await page.getByRole("button", { name: fr.search.command.print }).click();
    await page.getByRole("img", { name: /^Carte :/ }).waitFor();
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });
});

/** A street of the territory with a word long enough to slip on. */
async function streetName(page: Page): Promise<string> {
  const answer = await page.request.get("/api/territories/demo/search?q=rue");
  const { hits } = (await answer.json()) as { readonly hits: readonly { readonly label: string }[] };
  const label = hits.map((hit) => hit.label.split(",")[0] ?? "").find((one) => /\p{L}{7,}$/u.test(one));
  if (label === undefined) throw new Error("the demo town has no street with a long name");
  return label;
}

/** Two letters of the last word swapped. */
function slipped(name: string): string {
  return name.replace(/(\p{L})(\p{L})(\p{L}{2})$/u, "$2$1$3");
}

/** From the left of the map. */
function pixelOf(page: Page, [longitude, latitude]: readonly [number, number]): Promise<number> {
  type Projecting = { readonly arpentMap: { project(place: { lng: number; lat: number }): { readonly x: number } } };
  return mapOf(page).evaluate((holder: Projecting, place) => holder.arpentMap.project(place).x, {
    lng: longitude,
    lat: latitude,
  });
}

function zoom(page: Page): Promise<number> {
  return mapOf(page).evaluate((holder: { readonly arpentMap: { getZoom(): number } }) => holder.arpentMap.getZoom());
}

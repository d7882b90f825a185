import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { fr } from "../../web/i18n/fr.ts";
import { makePlan } from "./support/ask-program.ts";
import { mapOf, type MapHolder as ReadMap, untilDrawn } from "./support/drawn-map.ts";
import { journey } from "./support/journey.ts";
import { ownProgramUrl } from "./support/own-program.ts";

const LOOKS = ["no-preference", "reduce"] as const;

describe("whoever asked for less movement", () => {
  journey(
    "sees nothing move by itself: no shimmer, no transition, no flight, no smooth scrolling",
    async ({ visit }) => {
      const { id } = await makePlan(ownProgramUrl());
      const { page } = await visit("/");
      await page.addInitScript(WATCH);
      await page.route("**/api/territories/demo", async (route) => {
        // As slow as a far server: what is shown meanwhile is seen.
        await new Promise((resolve) => setTimeout(resolve, 500));
        await route.continue();
      });
      const seen: Record<(typeof LOOKS)[number], readonly string[]> = { "no-preference": [], reduce: [] };
      for (const look of LOOKS) {
        await page.emulateMedia({ reducedMotion: look });
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto("/t/demo");
        await untilDrawn(page);
        await page.getByRole("button", { name: fr.sheet.expand }).click();
        await page.setViewportSize({ width: 1280, height: 720 });
        await watchCamera(page);
        await page.getByRole("button", { name: fr.map.zoomIn, exact: true }).click();
        await page.getByRole("combobox", { name: fr.search.label }).fill("rue");
        await page.getByRole("listbox", { name: fr.search.label }).getByRole("option").first().click();
        await page.goto(`/t/demo?tab=routes&plan=${id}`);
        await untilDrawn(page);
        await watchCamera(page);
        await page.getByRole("list", { name: fr.routes.list }).getByRole("button").first().click();
        await page.getByRole("heading", { name: fr.routes.name("1"), exact: true }).waitFor();
        seen[look] = await page.evaluate<readonly string[]>("JSON.parse(sessionStorage.getItem('moved') ?? '[]')");
        await page.evaluate("sessionStorage.removeItem('moved')");
      }
      expect(seen["no-preference"]).toEqual(expect.arrayContaining(["animation", "transition", "flight"]));
      expect(seen.reduce).toEqual([]);
    },
  );
});

/** Writes down each kind of movement that a page begins by itself. */
const WATCH = `(() => {
  const tell = (kind) => {
    const kinds = new Set(JSON.parse(sessionStorage.getItem("moved") ?? "[]"));
    sessionStorage.setItem("moved", JSON.stringify([...kinds.add(kind)].sort()));
  };
  window.tellMovement = tell;
  document.addEventListener("animationstart", () => tell("animation"), true);
  document.addEventListener("transitionrun", () => tell("transition"), true);
  for (const [owner, name] of [[window, "scrollTo"], [window, "scrollBy"], [Element.prototype, "scrollIntoView"], [Element.prototype, "scrollTo"]]) {
    const scroll = owner[name];
    owner[name] = function (...wanted) {
      if (wanted[0]?.behavior === "smooth") tell("smooth scrolling");
      return scroll.apply(this, wanted);
    };
  }
})()`;

interface MapHolder extends ReadMap {
  readonly arpentMap: ReadMap["arpentMap"] & {
    on(type: "movestart", listener: () => void): void;
    isMoving(): boolean;
  };
}

/** A camera that jumps has arrived before anything else happens; one that flies is still moving then. */
async function watchCamera(page: Page): Promise<void> {
  await mapOf(page).evaluate((holder: MapHolder) => {
    const { tellMovement } = globalThis as unknown as { tellMovement(kind: string): void };
    holder.arpentMap.on("movestart", () => {
      queueMicrotask(() => {
        if (holder.arpentMap.isMoving()) tellMovement("flight");
      });
    });
  });
}

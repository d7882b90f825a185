import type { Page } from "playwright-core";
import { beforeAll, describe, expect } from "vitest";
import type { PlanState } from "../../server/contract/territories.ts";
import { fr } from "../../web/i18n/fr.ts";
import { makePlan } from "./support/ask-program.ts";
import { drawnValues, eventually, untilDrawn } from "./support/drawn-map.ts";
import { journey } from "./support/journey.ts";
import { ownProgramUrl } from "./support/own-program.ts";

describe("a volunteer's phone", () => {
  let plan: PlanState;
  beforeAll(async () => {
    plan = await makePlan(ownProgramUrl());
  });

  for (const [width, height] of [
    [390, 844],
    [360, 640],
  ] as const) {
    journey(`shows the route stop by stop on ${width} × ${height} without scrolling sideways`, async ({ visit }) => {
      const { page } = await visit(`/r/${plan.routeTokens["1"]}`, { viewport: { width, height }, hasTouch: true });
      const stops = plan.plan?.routes[0]?.stops ?? [];
      await page.getByRole("heading", { name: fr.page.title("1") }).waitFor();
      await untilDrawn(page);
      await eventually(
        () => drawnValues(page, "stop-circle", "stopId"),
        (ids) => ids.length === stops.length,
      );
      const next = page.getByRole("region", { name: fr.page.next });
      await next.getByText(stops[0]?.address ?? "", { exact: true }).waitFor();

      await page.getByRole("button", { name: fr.page.nextStop }).tap();

      await next.getByText(stops[1]?.address ?? "", { exact: true }).waitFor();
      expect(await sidewaysPixels(page)).toBe(0);
      await page.getByRole("region", { name: fr.page.allStops }).getByRole("button").last().tap();
      await next.getByText(stops.at(-1)?.address ?? "", { exact: true }).waitFor();
      await page.getByRole("button", { name: fr.page.nextStop }).tap();
      await page.getByText(fr.page.finished, { exact: true }).waitFor();
      expect(await page.textContent("main")).toContain("Ville inventée par Arpent");
    });
  }

  journey("says how many doors and floors a block of flats has, in the list and at the stop", async ({ visit }) => {
    const stops = plan.plan?.routes[0]?.stops ?? [];
    const block = stops.findIndex(({ doors, floors }) => doors > 1 && typeof floors === "number");
    expect(block).toBeGreaterThanOrEqual(0);
    const words = `${fr.page.doors(stops[block]?.doors ?? 0)}, ${fr.page.floors(stops[block]?.floors ?? 0)}`;
    const { page } = await visit(`/r/${plan.routeTokens["1"]}`, { viewport: { width: 360, height: 640 } });

    const line = page.getByRole("region", { name: fr.page.allStops }).getByRole("button").nth(block);
    await line.getByText(words, { exact: true }).waitFor();
    await line.click();

    await page.getByRole("region", { name: fr.page.next }).getByText(words).waitFor();
  });

  journey("shows nothing of the other routes and asks the program for nothing but its own", async ({ visit }) => {
    const { page } = await visit("/");
    // The first page has asked for all it needs.
    await page.getByRole("heading", { name: fr.home.title, exact: true }).waitFor();
    await page.getByRole("link", { name: "ville inventée" }).first().waitFor();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));

    await page.goto(`/r/${plan.routeTokens["2"]}`);
    await untilDrawn(page);

    const answers = asked.filter((path) => path.startsWith("/api/") && !path.includes("/tiles/"));
    expect(answers).toEqual([`/api/routes/${plan.routeTokens["2"]}`]);
    const other = plan.plan?.routes[0]?.stops[0]?.address ?? "";
    expect(await page.textContent("main")).not.toContain(other);
  });

  journey("says what to do when the link leads nowhere", async ({ visit }) => {
    const { page, watch } = await visit("/", { viewport: { width: 360, height: 640 } });
    watch.allowRefusal(/\/api\/routes\//);

    await page.goto("/r/not-a-token");

    await page.getByText(fr.page.gone).waitFor();
    await page.getByText(fr.page.goneText).waitFor();
    expect(await sidewaysPixels(page)).toBe(0);
  });
});

function sidewaysPixels(page: Page): Promise<number> {
  return page.locator("html").evaluate((root: { scrollWidth: number; clientWidth: number }) => {
    return root.scrollWidth - root.clientWidth;
  });
}

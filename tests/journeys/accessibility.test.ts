import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject } from "vitest";
import type { PlanState } from "../../server/contract/territories.ts";
import { fr } from "../../web/i18n/fr.ts";
import { makePlan } from "./support/ask-program.ts";
import { untilDrawn } from "./support/drawn-map.ts";
import { findViolations } from "./support/find-violations.ts";
import { journey } from "./support/journey.ts";

interface Screen {
  readonly name: string;
  readonly address: (plan: PlanState) => string;
  /** Brings the screen to where it is looked at. */
  readonly arrive: (page: Page) => Promise<unknown>;
}

const heading = (name: string) => (page: Page) => page.getByRole("heading", { name, exact: true }).waitFor();

const SCREENS: readonly Screen[] = [
  { name: "home", address: () => "/", arrive: heading(fr.home.title) },
  { name: "page that does not exist", address: () => "/nowhere/at/all", arrive: heading(fr.home.notFoundTitle) },
  { name: "stations", address: () => "/t/demo", arrive: heading(fr.stations.heading) },
  {
    name: "one station",
    address: () => "/t/demo",
    arrive: async (page) => {
      await page.getByRole("listbox", { name: fr.stations.list }).getByRole("option").first().press("Enter");
      await page.getByRole("heading", { name: fr.station.results }).waitFor();
    },
  },
  { name: "camps", address: () => "/t/demo?tab=camps", arrive: heading(fr.camps.used) },
  { name: "sources", address: () => "/t/demo?tab=sources", arrive: heading(fr.sources.files) },
  {
    name: "form of a plan",
    address: () => "/t/demo?tab=routes&area=best",
    arrive: (page) => page.getByText(fr.plan.advanced).click(),
  },
  {
    name: "routes of a plan",
    address: ({ id }) => `/t/demo?tab=routes&plan=${id}`,
    arrive: heading(fr.routes.count(2)),
  },
  {
    name: "one route",
    address: ({ id }) => `/t/demo?tab=routes&plan=${id}&route=1`,
    arrive: heading(fr.routes.name("1")),
  },
  {
    name: "search",
    address: () => "/t/demo",
    arrive: async (page) => {
      await page.getByRole("combobox", { name: fr.search.label }).fill("rue");
      await page.getByRole("listbox", { name: fr.search.label }).getByRole("option").first().waitFor();
    },
  },
  {
    name: "keyboard shortcuts",
    address: () => "/t/demo",
    arrive: async (page) => {
      await page.getByRole("button", { name: fr.map.help }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "page of a route",
    address: ({ routeTokens }) => `/r/${routeTokens["1"]}`,
    arrive: heading(fr.page.title("1")),
  },
];

describe("every screen can be used by everyone (WCAG 2.2 AA)", () => {
  let plan: PlanState;
  beforeAll(async () => {
    plan = await makePlan(inject("programUrl"));
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const screen of SCREENS) {
      journey(`${screen.name}, ${colorScheme}`, async ({ visit }) => {
        const { page } = await visit(screen.address(plan), { colorScheme });
        if (/^\/[rt]\//.test(screen.address(plan))) await untilDrawn(page);
        await screen.arrive(page);

        expect(await findViolations(page)).toEqual([]);
      });
    }
    journey(`the workspace on a phone, ${colorScheme}`, async ({ visit }) => {
      const { page } = await visit("/t/demo", { colorScheme, viewport: { width: 390, height: 844 }, hasTouch: true });
      await untilDrawn(page);

      expect(await findViolations(page)).toEqual([]);
    });
  }
});

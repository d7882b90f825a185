import type { Page } from "playwright-core";
import { beforeAll, describe, expect } from "vitest";
import type { PlanState } from "../../server/contract/territories.ts";
import { fr } from "../../web/i18n/fr.ts";
import { makePlan } from "./support/ask-program.ts";
import { untilDrawn } from "./support/drawn-map.ts";
import { findViolations } from "./support/find-violations.ts";
import { journey } from "./support/journey.ts";
import { ownProgramUrl } from "./support/own-program.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

describe("every screen can be used by everyone, light and dark (WCAG 2.2 AA)", () => {
  let plan: PlanState;
  beforeAll(async () => {
    plan = await makePlan(ownProgramUrl());
  });

  journey("home, and a page that does not exist", async ({ visit }) => {
    const { page } = await visit("/");
    await page.getByRole("heading", { name: fr.home.title }).waitFor();
    await page.getByText(fr.home.commandLine).click();
    await expectUsable(page, "home");
    await page.goto("/nowhere/at/all");
    await page.getByRole("heading", { name: fr.home.notFoundTitle }).waitFor();
    await expectUsable(page, "page that does not exist");
  });

  journey("the workspace, step by step", async ({ visit }) => {
    const { page } = await visit("/t/demo?area=best");
    await untilDrawn(page);
    for (const [name, arrive] of Object.entries(STEPS)) {
      await arrive(page);
      await expectUsable(page, name);
    }
  });

  journey("a plan and one of its routes", async ({ visit }) => {
    const { page } = await visit(`/t/demo?tab=routes&plan=${plan.id}`);
    await untilDrawn(page);
    await page.getByRole("heading", { name: fr.routes.count(2) }).waitFor();
    await expectUsable(page, "plan");
    await page.getByRole("list", { name: fr.routes.list }).getByRole("button").first().click();
    await page.getByRole("heading", { name: fr.routes.name("1"), exact: true }).waitFor();
    await expectUsable(page, "route");
    await page.getByRole("button", { name: fr.edit.begin }).press("Enter");
    await page
      .getByRole("button", { name: /^Actions : / })
      .first()
      .press("Enter");
    await page.getByRole("menu").waitFor();
    await expectUsable(page, "menu of a stop");
  });

  journey("the workspace on a phone", async ({ visit }) => {
    const { page } = await visit("/t/demo", PHONE);
    await untilDrawn(page);
    await expectUsable(page, "stations");
    await page.getByRole("tab", { name: fr.tabs.routes }).tap();
    await page.getByRole("heading", { name: fr.plan.heading }).waitFor();
    await expectUsable(page, "form of a plan");
    await page.getByRole("tab", { name: fr.tabs.reliability }).tap();
    await page.getByRole("heading", { name: fr.reliability.detail.title }).waitFor();
    await expectUsable(page, "reliability");
  });

  journey("a route on a phone", async ({ visit }) => {
    const { page } = await visit(`/r/${plan.routeTokens["1"]}`, PHONE);
    await untilDrawn(page);
    await expectUsable(page, "page of a route");
  });
});

/** The workspace's pages, each reached from the one before. */
const STEPS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  stations: (page) => page.getByRole("listbox", { name: fr.stations.list }).waitFor(),
  search: async (page) => {
    await page.getByRole("combobox", { name: fr.search.label }).fill("rue");
    await page.getByRole("listbox", { name: fr.search.label }).getByRole("option").first().waitFor();
  },
  "keyboard shortcuts": async (page) => {
    await page.getByRole("button", { name: fr.search.clear }).click();
    await page.getByRole("button", { name: fr.map.help }).click();
    await page.getByRole("dialog").waitFor();
  },
  "one station": async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("listbox", { name: fr.stations.list }).getByRole("option").first().press("Enter");
    await page.getByRole("heading", { name: fr.station.results }).waitFor();
  },
  camps: async (page) => {
    await page.getByRole("tab", { name: fr.tabs.camps }).click();
    await page.getByRole("heading", { name: fr.camps.used }).waitFor();
  },
  reliability: async (page) => {
    await page.getByRole("tab", { name: fr.tabs.reliability }).click();
    await page.getByRole("heading", { name: fr.reliability.detail.title }).waitFor();
    await page.getByText(fr.reliability.lift.table).click();
  },
  sources: async (page) => {
    await page.getByRole("tab", { name: fr.tabs.sources }).click();
    await page.getByRole("heading", { name: fr.sources.files }).waitFor();
  },
  "form of a plan": async (page) => {
    await page.getByRole("tab", { name: fr.tabs.routes }).click();
    await page.getByText(fr.plan.advanced).click();
  },
  "language and theme": async (page) => {
    await page.getByRole("button", { name: fr.app.settings }).click();
    await page.getByRole("radio", { name: "English" }).waitFor();
  },
};

/** Goes on after a violation, so that one run names them all. */
async function expectUsable(page: Page, name: string): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    expect.soft(await findViolations(page), `${name}, ${theme}`).toEqual([]);
  }
}

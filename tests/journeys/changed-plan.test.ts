import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { Plan, PlanStop } from "../../server/contract/plan.ts";
import { createFormats } from "../../web/i18n/formats.ts";
import { fr } from "../../web/i18n/fr.ts";
import { openedPlan } from "./support/ask-program.ts";
import { drawnValues, eventually, untilDrawn } from "./support/drawn-map.ts";
import { journey } from "./support/journey.ts";
import { expectUsable } from "./support/judge-screen.ts";

describe("a plan changed on the day of the outing", () => {
  journey("an organizer marks stops, lets a volunteer go, takes another, and goes back", async ({ visit }) => {
    const { page } = await visit("/t/demo?tab=routes&area=best");
    await planFourVolunteers(page);
    const before = await openedPlan(page);
    const [done, alsoDone, kept] = firstStops(before);

    await openRoute(page, "1");
    await markByKeyboard(page, [
      [done, ["Enter"]],
      [alsoDone, ["Space"]],
      [kept, ["ArrowRight", "Enter"]],
    ]);
    await page
      .getByRole("status")
      .getByText(fr.change.marksCount(2, 0, 1))
      .waitFor();
    await expectUsable(page, "marked stops");
    await page.getByRole("button", { name: fr.change.toChange, exact: true }).press("Enter");
    await exchangeVolunteers(page, "2");
    await page.getByRole("button", { name: fr.change.go }).click();

    const after = await checkReport(page, "2");
    checkRoutes(after, [done.id, alsoDone.id]);
    await checkKeptStop(page, after, kept.id);
    await checkResults(page, after);
    await page.getByRole("button", { name: fr.change.before }).click();
    await page.getByText(fr.change.marksCount(2, 0, 1)).waitFor();
    expect(await openedPlan(page)).toEqual(before);
    await untilDrawn(page);
  });
});

async function planFourVolunteers(page: Page): Promise<void> {
  await page.getByRole("spinbutton", { name: fr.plan.volunteers }).fill("4");
  await page.getByRole("spinbutton", { name: fr.plan.minutes }).fill("60");
  await page.getByRole("button", { name: fr.plan.go }).click();
  await page.getByRole("heading", { name: fr.routes.count(4) }).waitFor();
  expect(await page.getByText(fr.change.absent).isVisible()).toBe(false);
  await page.getByText(fr.change.heading).click();
  await page.getByText(fr.change.why["nothing-changed"]).waitFor();
  expect(await page.getByRole("button", { name: fr.change.go }).isDisabled()).toBe(true);
  await page.getByText(fr.choice.heading).click();
  await page.getByRole("columnheader", { name: fr.choice.votesPerHour }).waitFor();
  await expectUsable(page, "change and choice");
}

function firstStops(plan: Plan): readonly [PlanStop, PlanStop, PlanStop] {
  const [first, second, third] = plan.routes[0]?.stops ?? [];
  if (first === undefined || second === undefined || third === undefined) throw new Error("route 1 has three stops");
  return [first, second, third];
}

async function openRoute(page: Page, id: string): Promise<void> {
  await page.getByRole("list", { name: fr.routes.list }).getByRole("button").first().press("Enter");
  await page.getByRole("heading", { name: fr.routes.name(id), exact: true }).waitFor();
}

/** Goes from stop to stop with the Tab key, and presses the keys given for each. */
async function markByKeyboard(page: Page, marks: readonly (readonly [PlanStop, readonly string[]])[]): Promise<void> {
  for (const [stop, keys] of marks) {
    const name = fr.change.markStop(stop.address, fr.change.mark.done);
    for (let presses = 0; (await page.locator(":focus").getAttribute("aria-label")) !== name; presses++) {
      if (presses > 40) throw new Error(`the Tab key does not reach "${name}"`);
      await page.keyboard.press("Tab");
    }
    for (const key of keys) await page.keyboard.press(key);
  }
  expect(await page.locator('[data-mark][aria-pressed="true"]').count()).toBeGreaterThanOrEqual(3);
}

async function exchangeVolunteers(page: Page, absent: string): Promise<void> {
  await page.getByRole("button", { name: fr.change.absentRoute(absent) }).click();
  await page.getByRole("spinbutton", { name: fr.change.added }).press("ArrowUp");
  await page.getByRole("checkbox", { name: fr.change.keepsOrder }).check();
  await expectUsable(page, "filled change");
}

/** The sentence is that of the report that the server gives. */
async function checkReport(page: Page, removed: string): Promise<Plan> {
  await page.getByRole("button", { name: fr.change.before }).waitFor();
  const plan = await openedPlan(page);
  if (plan.change === undefined) throw new Error("the plan has no report of its change");
  const { integer } = createFormats("fr");
  const sentence = fr.change.report({ report: plan.change, integer, removedRoutes: removed, removedCount: 1 });
  await page.getByText(sentence, { exact: true }).waitFor();
  return plan;
}

function checkRoutes(plan: Plan, done: readonly string[]): void {
  expect(plan.routes.map(({ id }) => id)).toEqual(["1", "3", "4", "5"]);
  const left = plan.unserved.filter(({ code }) => code === "done").map(({ stopId }) => stopId);
  expect(left.toSorted()).toEqual(done.toSorted());
}

/** It is on its route, or the page says that there was no time for it. */
async function checkKeptStop(page: Page, plan: Plan, stopId: string): Promise<void> {
  const on = plan.routes.filter(({ stops }) => stops.some(({ id }) => id === stopId)).map(({ id }) => id);
  if (on.length > 0) expect(on).toEqual(["1"]);
  expect(await page.getByText(fr.change.locksLost(1)).count()).toBe(on.length === 0 ? 1 : 0);
}

async function checkResults(page: Page, plan: Plan): Promise<void> {
  const lines = page.getByRole("list", { name: fr.routes.list }).getByRole("button");
  expect(await lines.count()).toBe(4);
  expect(await lines.getByText(fr.change.unchanged, { exact: true }).count()).toBe(plan.change?.unchangedRoutes);
  // Others may have been done before, at an outing of an earlier file.
  await page
    .getByRole("listitem")
    .filter({ hasText: new RegExp(`^2\\s${fr.routes.reasons.done}$`) })
    .waitFor();
  const drawn = await eventually(
    () => drawnValues(page, "route-line", "routeId"),
    (ids) => ids.includes("5"),
  );
  expect(drawn).toEqual(["1", "3", "4", "5"]);
  await expectUsable(page, "changed plan");
}

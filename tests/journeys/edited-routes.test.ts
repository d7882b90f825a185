import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { Plan, PlanRoute } from "../../server/contract/plan.ts";
import type { PlanEdit } from "../../server/contract/plan-edit.ts";
import { fr } from "../../web/i18n/fr.ts";
import { makePlan, openedPlan } from "./support/ask-program.ts";
import { eventually, mapOf, untilDrawn } from "./support/drawn-map.ts";
import { findViolations } from "./support/find-violations.ts";
import { journey } from "./support/journey.ts";
import { ownProgramUrl } from "./support/own-program.ts";

describe("routes edited by hand", () => {
  journey("an organizer moves stops by keys, menu and map, comes back to it, and is not overrun", async ({ visit }) => {
    const { id } = await makePlan(ownProgramUrl(), { volunteers: 3 });
    const { page } = await visit(`/t/demo?tab=routes&plan=${id}&route=1`);
    await page.getByRole("button", { name: fr.edit.begin }).click();
    const made = await openedPlan(page);
    const [first, second, third] = routeOf(made, "1").stops.map((stop) => stop.id);

    // By keys: picked up, two places down, dropped; the focus stays on it.
    await handle(page, first).press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.getByText(fr.edit.movedTo(3, routeOf(made, "1").stops.length)).waitFor();
    await page.keyboard.press("Enter");
    const moved = await revision(page, 1);
    expect(orderOf(moved, "1").slice(0, 3)).toEqual([second, third, first]);
    expect(await page.locator(":focus").getAttribute("id")).toBe(`handle-${first}`);
    expect(await findViolations(page)).toEqual([]);

    // Given up: nothing is sent, and the route stays open.
    await handle(page, second).press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await page.getByText(fr.edit.letGo).waitFor();
    expect((await openedPlan(page)).edited?.revision).toBe(1);

    // From the menu: out of the plan, and back at the best place.
    const address = stopOf(moved, second).address;
    await page
      .getByRole("button", { name: fr.edit.menu(address), exact: true })
      .last()
      .click();
    await page.getByRole("menuitem", { name: fr.edit.takeOut }).click();
    const out = await revision(page, 2);
    expect(out.unserved).toContainEqual(expect.objectContaining({ stopId: second, code: "skipped" }));
    await page.getByRole("button", { name: fr.edit.putBackStop(address) }).click();
    await revision(page, 3);

    // On the map: a badge dragged onto another route; undone after the tab was loaded again.
    await untilDrawn(page);
    const { stopId, goal } = await dragToAnotherRoute(page);
    const dragged = await revision(page, 4);
    expect(orderOf(dragged, goal)).toContain(stopId);
    await page.reload();
    await page.getByRole("heading", { name: fr.routes.name("1"), exact: true }).waitFor();
    await page.keyboard.press("Control+z");
    const undone = await revision(page, 5);
    expect(orderOf(undone, "1")).toContain(stopId);

    // What somebody else does is seen and told before it is edited upon: nothing is overwritten.
    await page.getByRole("button", { name: fr.edit.begin }).click();
    const readAgain = page.waitForResponse((answer) => answer.url().endsWith(`/api/plans/${id}`));
    await editElsewhere(page, id, 5, { kind: "reverse", routeId: "2" });
    await (await readAgain).finished();
    await page.getByText(fr.edit.byOthers).filter({ visible: true }).first().waitFor();
    await page.getByRole("button", { name: fr.edit.reverse, exact: true }).click();
    const both = await revision(page, 7);
    expect(orderOf(both, "1")).toEqual(orderOf(undone, "1").toReversed());
    expect(orderOf(both, "2")).toEqual(orderOf(undone, "2").toReversed());

    await page.getByRole("button", { name: fr.edit.repair }).click();
    await page
      .getByText(/^Réparé/)
      .last()
      .waitFor();
    const repaired = await revision(page, 8).catch(() => openedPlan(page));
    expect(repaired.edited?.warnings.filter(({ kind }) => kind === "too-long")).toEqual([]);
    await page.getByRole("button", { name: fr.edit.end }).press("Enter");
    await expect.poll(() => page.locator(":focus").textContent()).toBe(fr.edit.begin);
    const sheet = await page.request.get(`/api/plans/${id}/sheets/csv?lang=fr`);
    expect((await sheet.text()).split("\n")[1]).toContain(routeOf(repaired, "1").stops[0]?.address);
  });

  journey("an edit whose answer is lost is known again, or sent again, and made once", async ({ visit }) => {
    const { id } = await makePlan(ownProgramUrl(), { volunteers: 2 });
    const { page, watch } = await visit(`/t/demo?tab=routes&plan=${id}&route=1`);
    watch.allowRefusal(/\/edits(\/events.*)?$/);
    await page.getByRole("button", { name: fr.edit.begin }).click();
    const made = await openedPlan(page);
    const reverse = page.getByRole("button", { name: fr.edit.reverse, exact: true });

    // Heard of, it is known to be the window's own: nobody else is told of, and nothing asked.
    await loseNextAnswer(page);
    await reverse.click();
    await page.getByText(fr.edit.saved).filter({ visible: true }).waitFor();
    expect(await shownOrder(page)).toEqual(orderOf(made, "1").toReversed());
    expect(await page.getByText(fr.edit.unanswered).filter({ visible: true }).count()).toBe(0);
    expect((await openedPlan(page)).edited?.revision).toBe(1);

    // Where nothing is heard it waits, and is sent again: one edit, one step to undo.
    await page.route("**/edits/events*", () => new Promise(() => {}));
    await page.reload();
    await page.getByRole("button", { name: fr.edit.begin }).click();
    await loseNextAnswer(page);
    await reverse.click();
    await page.getByText(fr.edit.unanswered).filter({ visible: true }).waitFor();
    expect(await asksBeforeLeaving(page)).toBe(true);
    expect((await openedPlan(page)).edited?.revision).toBe(2);
    expect(await shownOrder(page)).toEqual(orderOf(made, "1"));
    await page.getByRole("button", { name: fr.app.retry }).click();
    await page.getByText(fr.edit.unanswered).waitFor({ state: "detached" });
    await page.getByText(fr.edit.saved).filter({ visible: true }).waitFor();
    expect(await asksBeforeLeaving(page)).toBe(false);
    expect((await openedPlan(page)).edited?.revision).toBe(2);
    expect(await shownOrder(page)).toEqual(orderOf(made, "1"));
    await page.keyboard.press("Control+z");
    const undone = await revision(page, 3);
    expect(orderOf(undone, "1")).toEqual(orderOf(made, "1").toReversed());
    expect(await page.getByText(fr.edit.byOthers).filter({ visible: true }).count()).toBe(0);
  });
});

describe("a plan that is deleted elsewhere", () => {
  journey("says so in whatever tab it was open, and leads to another one", async ({ visit }) => {
    const { id } = await makePlan(ownProgramUrl());
    const { page } = await visit(`/t/demo?tab=routes&plan=${id}&route=1`);
    await page.getByRole("heading", { name: fr.routes.name("1"), exact: true }).waitFor();
    await page.getByRole("tab", { name: fr.tabs.sources }).click();

    await page.request.delete(`/api/plans/${id}`);

    await page.getByText(fr.plan.deleted).filter({ visible: true }).waitFor();
    expect(await page.getByText(fr.search.lost.heading).count()).toBe(0);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole("button", { name: fr.plan.deletedOther }).click();
    await page.getByText(fr.plan.deleted).waitFor({ state: "detached" });
    await expect.poll(() => page.locator(":focus").textContent()).toBe(fr.plan.previous);
    expect(new URL(page.url()).searchParams.has("plan")).toBe(false);
  });
});

/** Whether the browser would ask whoever closed the page now. */
function asksBeforeLeaving(page: Page): Promise<boolean> {
  return page.evaluate(`!dispatchEvent(new Event("beforeunload", { cancelable: true }))`);
}

/** The next edit arrives and is made; the page hears no answer to it. */
async function loseNextAnswer(page: Page): Promise<void> {
  await page.route(
    "**/edits",
    async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    },
    { times: 1 },
  );
}

/** Stops of the route that is edited, as the list has them. */
async function shownOrder(page: Page): Promise<readonly string[]> {
  const handles = page.locator('[id^="handle-"]:not([id^="handle-group-"])');
  return handles.evaluateAll((all) => all.map((one) => one.id.replace("handle-", "")));
}

function handle(page: Page, stopId: string | undefined): Locator {
  return page.locator(`[id="handle-${stopId}"]`);
}

/** The plan once its edits have come so far, and the page says nothing of waiting. */
async function revision(page: Page, wanted: number): Promise<Plan> {
  const plan = await eventually(
    () => openedPlan(page),
    ({ edited }) => edited?.revision === wanted,
  );
  await page.getByText(fr.edit.busy).waitFor({ state: "detached" });
  return plan;
}

function routeOf({ routes }: Plan, id: string): PlanRoute {
  const route = routes.find((one) => one.id === id);
  if (route === undefined) throw new Error(`the plan has no route ${id}`);
  return route;
}

function orderOf(plan: Plan, id: string): readonly string[] {
  return routeOf(plan, id).stops.map((stop) => stop.id);
}

function stopOf({ routes }: Plan, stopId: string | undefined) {
  const stop = routes.flatMap(({ stops }) => stops).find(({ id }) => id === stopId);
  if (stop === undefined) throw new Error(`no route has stop ${stopId}`);
  return stop;
}

/** Drags the stop of route 1 that stands most apart onto another route, where no third is near. */
async function dragToAnotherRoute(page: Page): Promise<{ readonly stopId: string; readonly goal: string }> {
  const plan = await openedPlan(page);
  const all = plan.routes.flatMap(({ stops }) => stops.map(({ position }) => position));
  await mapOf(page).evaluate((holder: MapHolder, places) => {
    const middle = (axis: 0 | 1) => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
    // The panel covers the west of the map.
    holder.arpentMap.jumpTo({ center: [middle(0) - 0.002, middle(1)], zoom: 14.8 });
  }, all);
  await untilDrawn(page);
  const stops = await projected(
    page,
    routeOf(plan, "1").stops.map(({ position }) => position),
  );
  const lines = await Promise.all(plan.routes.map(({ osrm }) => projected(page, osrm.geometry.coordinates)));
  const from = farthest(stops.filter(isInSight), (place) => stops.filter((other) => other !== place));
  const ends = plan.routes.flatMap(({ id }, route) =>
    id === "1" ? [] : (lines[route] ?? []).filter(isInSight).map((at) => ({ id, at, route })),
  );
  const others = ({ route }: { readonly route: number }) => lines.filter((_, line) => line !== route).flat();
  const to = ends.toSorted((a, b) => gap(b.at, others(b)) - gap(a.at, others(a)))[0];
  const stop = from && routeOf(plan, "1").stops[stops.indexOf(from)];
  if (!from || !to || !stop) throw new Error("no stop and no other route are in sight");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.at.x) / 2, (from.y + to.at.y) / 2, { steps: 3 });
  await page.mouse.move(to.at.x, to.at.y, { steps: 3 });
  await page.mouse.up();
  return { stopId: stop.id, goal: to.id };
}

interface Pixel {
  readonly x: number;
  readonly y: number;
}

interface MapHolder {
  getBoundingClientRect(): { readonly left: number; readonly top: number };
  readonly arpentMap: {
    jumpTo(options: object): void;
    project(place: readonly [number, number]): Pixel;
  };
}

function projected(page: Page, places: readonly (readonly [number, number])[]): Promise<Pixel[]> {
  return mapOf(page).evaluate((holder: MapHolder, wanted) => {
    const box = holder.getBoundingClientRect();
    return wanted.map((place) => {
      const { x, y } = holder.arpentMap.project(place);
      return { x: x + box.left, y: y + box.top };
    });
  }, places);
}

/** Beside the panel, below the tools, above the sources: of a window of 1280 × 720. */
function isInSight({ x, y }: Pixel): boolean {
  return x > 460 && x < 1180 && y > 120 && y < 640;
}

function farthest(places: readonly Pixel[], othersOf: (place: Pixel) => readonly Pixel[]): Pixel | undefined {
  return places.toSorted((a, b) => gap(b, othersOf(b)) - gap(a, othersOf(a)))[0];
}

function gap({ x, y }: Pixel, others: readonly Pixel[]): number {
  return Math.min(...others.map((other) => Math.hypot(other.x - x, other.y - y)));
}

async function editElsewhere(page: Page, planId: string, basedOn: number, edit: PlanEdit): Promise<void> {
  const response = await page.request.post(`/api/plans/${planId}/edits`, { data: { basedOn, edit } });
  expect(response.status()).toBe(200);
}

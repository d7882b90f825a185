import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import type { Plan } from "../../server/contract/plan.ts";
import type { StationCollection } from "../../server/contract/territories.ts";
import { fr } from "../../web/i18n/fr.ts";
import { askJson, openedPlan } from "./support/ask-program.ts";
import { download } from "./support/download.ts";
import { drawnClasses, drawnValues, eventually, untilDrawn } from "./support/drawn-map.ts";
import { journey } from "./support/journey.ts";
import { readPdf } from "./support/read-pdf.ts";
import { newHome, type RunningProgram, startProgram } from "./support/start-program.ts";

describe("from an empty installation to printed sheets", () => {
  const home = newHome();
  let program: RunningProgram;
  beforeAll(async () => {
    program = await startProgram(inject("program"), home.path);
  });
  afterAll(async () => {
    await program?.stop();
    home.remove();
  });

  journey(
    "an organizer makes the demo town, chooses where to go and prints a sheet per volunteer",
    async ({ visit }) => {
      const { page } = await visit("/", { url: program.url });
      await makeDemoAsToldBy(page);
      await openTerritory(page);
      await chooseAnotherCamp(page);
      await chooseStationsByKeyboard(page);
      await planFourVolunteers(page);
      const plan = await openedPlan(page);
      await checkSheetsOfAllRoutes(page, plan);
      await openFirstRoute(page, plan);
      await checkFilesOfFirstRoute(page, plan);
    },
  );
});

/** An empty installation offers files or an invented town: the first of five steps. */
async function makeDemoAsToldBy(page: Page): Promise<void> {
  await page.getByRole("heading", { name: fr.firstSteps.heading }).waitFor();
  await page.getByRole("button", { name: fr.firstSteps.demo }).click();
  await page.getByRole("heading", { name: fr.imports.report.heading }).waitFor({ timeout: 120_000 });
  await page.goto("/");
  await page.getByText(`${fr.firstSteps.done} · `).waitFor();
}

async function openTerritory(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole("link", { name: "ville inventée" }).click();
  await untilDrawn(page);
  const classes = await eventually(() => drawnClasses(page), hasFiveClasses);
  expect(Object.keys(classes)).toHaveLength(30);

  const legend = await page.getByRole("list", { name: fr.map.legend }).getByRole("listitem").allTextContents();
  const counts = legend.map((line) => Number(/(\d+) bureaux?/.exec(line)?.[1]));
  expect(counts.slice(0, 5).reduce((sum, count) => sum + count, 0)).toBe(30);
  // Paler than their class would be.
  expect(legend.slice(5)).toEqual([expect.stringContaining(fr.layers.faded)]);
}

async function chooseAnotherCamp(page: Page): Promise<void> {
  await page.getByRole("tab", { name: fr.tabs.camps }).click();
  const presets = page.getByRole("region", { name: fr.camps.presets }).getByRole("button");
  const other = presets.and(page.locator('[aria-pressed="false"]')).first();
  const before = JSON.stringify(await drawnClasses(page));

  await other.click();

  const after = await eventually(
    () => drawnClasses(page),
    (classes) => JSON.stringify(classes) !== before,
  );
  expect(hasFiveClasses(after)).toBe(true);
  // Not the words that are said aloud, which stay.
  await page.locator("p").getByText(`${fr.camps.saved}.`, { exact: true }).waitFor();
}

async function chooseStationsByKeyboard(page: Page): Promise<void> {
  await page.getByRole("tab", { name: fr.tabs.stations }).click();
  await page.getByLabel(fr.stations.sortBy).focus();
  await page.keyboard.press("Tab");
  for (const key of ["Space", "ArrowDown", "Space", "ArrowDown", "Space"]) await page.keyboard.press(key);

  const chosen = page.getByRole("listbox", { name: fr.stations.list }).getByRole("option", { selected: true });
  expect(await chosen.count()).toBe(3);
  const names = await chosen.locator("strong").allTextContents();
  const { features } = await askJson<StationCollection>(page, "/api/territories/demo/stations");
  const stations = features.map(({ properties }) => properties).filter(({ name }) => names.includes(name));
  const bar = page.getByRole("region", { name: fr.selection.heading });
  const doors = stations.reduce((sum, station) => sum + station.doors, 0);
  await bar.getByText(doors.toLocaleString("fr-FR"), { exact: true }).waitFor();
  expect(stations).toHaveLength(3);
  await bar.getByRole("button", { name: fr.selection.plan }).click();
}

async function planFourVolunteers(page: Page): Promise<void> {
  await page.getByRole("spinbutton", { name: fr.plan.volunteers }).fill("4");
  await page.getByRole("spinbutton", { name: fr.plan.minutes }).fill("60");
  await page.getByRole("button", { name: fr.plan.go }).click();
  await page.getByRole("region", { name: fr.plan.progress }).getByText(`${fr.plan.stageRoutes}…`).waitFor();
  await page.getByRole("heading", { name: fr.routes.count(4) }).waitFor();
  expect(await page.getByRole("list", { name: fr.routes.list }).getByRole("button").count()).toBe(4);
  const drawn = await eventually(
    () => drawnValues(page, "route-line", "routeId"),
    (ids) => ids.length === 4,
  );
  expect(drawn).toEqual(["1", "2", "3", "4"]);
}

async function checkSheetsOfAllRoutes(page: Page, plan: Plan): Promise<void> {
  const file = await download(page, () => page.getByRole("link", { name: fr.routes.pdf }).click());
  expect(file.name).toMatch(/\.pdf$/);
  const text = await readPdf(file.path);
  const stops = plan.routes.flatMap((route) => route.stops);

  expect(plan.routes).toHaveLength(4);
  for (const route of plan.routes) expect(text).toMatch(new RegExp(`^Tournée ${route.id}$`, "m"));
  expect(text.match(STOP_LINE) ?? []).toHaveLength(stops.length);
  for (const stop of stops.filter(({ side }) => side !== null)) {
    expect(text).toContain(`${stop.street}, ${stop.side === "even" ? fr.routes.even : fr.routes.odd}`);
  }
  const { summary } = await askJson<{ readonly summary: { readonly sources: readonly { attribution: string }[] } }>(
    page,
    "/api/territories/demo",
  );
  expect(summary.sources.length).toBeGreaterThan(0);
  const words = text.replace(/\s+/g, " ");
  for (const { attribution } of summary.sources) expect(words).toContain(attribution);
}

async function openFirstRoute(page: Page, plan: Plan): Promise<void> {
  const route = plan.routes[0];
  await page.getByRole("list", { name: fr.routes.list }).getByRole("button").first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: fr.routes.name("1"), exact: true }).waitFor();
  expect(await page.getByRole("region", { name: fr.routes.order }).locator("ol ol > li").count()).toBe(
    route?.stops.length,
  );
  const relief = page.getByRole("img", { name: fr.routes.profile });
  await relief.waitFor();
  expect(await relief.getAttribute("aria-label")).toMatch(/De \d+\s?m à \d+\s?m d’altitude/);
  const directions = await page.getByRole("list", { name: fr.routes.directions }).first().textContent();
  expect(directions).toMatch(/\p{L}{3}/u);
  await eventually(
    () => drawnValues(page, "stop-circle", "stopId"),
    (ids) => ids.length === route?.stops.length,
  );
}

async function checkFilesOfFirstRoute(page: Page, plan: Plan): Promise<void> {
  const stops = plan.routes[0]?.stops ?? [];
  const pdf = await download(page, () => page.getByRole("link", { name: fr.routes.pdf }).click());
  const text = await readPdf(pdf.path);
  expect(text).toMatch(/^Tournée 1$/m);
  expect(text).not.toMatch(/Tournée 2/);

  const gpx = await download(page, () => page.getByRole("link", { name: fr.routes.gpx }).click());
  const gpxText = await readFile(gpx.path, "utf8");
  expect(gpx.name).toMatch(/\.gpx$/);
  expect(gpxText).toContain('xmlns="http://www.topografix.com/GPX/1/1"');
  expect(gpxText.match(/<wpt /g)).toHaveLength(1 + stops.length);

  const csv = await download(page, () => page.getByRole("link", { name: fr.routes.csv }).click());
  const lines = (await readFile(csv.path, "utf8")).trimEnd().split("\r\n");
  expect(lines[0]).toMatch(/^\uFEFFtournée;ordre;/);
  expect(lines).toHaveLength(stops.length + 1);
}

/** Of a printed stop: its place in the walk, its number, its doors, the floors of a block. */
const STOP_LINE = /^\d+ (n° \S.*|sans n°) \d+ portes?(, \d+ niveaux?)?$/gm;

function hasFiveClasses(classes: Readonly<Record<string, number>>): boolean {
  return [0, 1, 2, 3, 4].every((one) => Object.values(classes).includes(one));
}

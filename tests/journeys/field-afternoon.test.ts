import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import type { FieldSheet, Outing } from "../../server/contract/outings.ts";
import type { Survey } from "../../server/contract/survey.ts";
import { frField as fr } from "../../web/i18n/fr-field.ts";
import { jsonOf } from "../fixtures/json-of.ts";
import { makePlan } from "./support/ask-program.ts";
import { drawnValues, eventually, mapOf } from "./support/drawn-map.ts";
import { findViolations } from "./support/find-violations.ts";
import { journey, type Visit } from "./support/journey.ts";
import { outingToday } from "./support/outing-today.ts";
import { newHome, type RunningProgram, startProgram } from "./support/start-program.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

describe("a volunteer's afternoon", () => {
  let home: ReturnType<typeof newHome>;
  let program: RunningProgram;
  let outing: Outing;
  beforeAll(async () => {
    home = newHome();
    mkdirSync(join(home.path, "territories"));
    cpSync(inject("demoTerritory"), join(home.path, "territories/demo.territory"));
    program = await startProgram(inject("program"), home.path);
    outing = await makeOuting(program.url);
  });
  afterAll(async () => {
    await program.stop();
    home.remove();
  });
  const pathOf = (place: number) => outing.outingRoutes[place]?.path ?? "";
  const sheetAt = (path: string) => jsonOf<FieldSheet>(fetch(`${program.url}/api/field/${path.slice("/w/".length)}`));

  journey("keeps every knock through two cuts of the network and a killed server, once each", async ({ visit }) => {
    const visited = await visit("/code", { ...PHONE, url: program.url });
    const { page } = visited;
    cutsAreExpected(visited);
    const faults: string[] = [...(await violationsOf(page))];

    await page.getByLabel(fr.code.label, { exact: true }).fill(outing.outingRoutes[0]?.code ?? "");
    await press(page, fr.code.open);
    await page.getByRole("button", { name: fr.welcome.join }).waitFor();
    faults.push(...(await violationsOf(page)));
    await joinAs(page, "Lou");
    await press(page, fr.keep.keep);
    await page.getByText(fr.keep.done).waitFor();
    faults.push(...(await violationsOf(page)));
    await press(page, fr.keep.go);
    const stops = (await sheetAt(pathOf(0))).route.stops;
    const [first, second] = stops;
    if (first === undefined || second === undefined) throw new Error("the route has fewer than two stops");

    // With network: one door, taken back after it was sent.
    await atStop(page, first.address);
    faults.push(...(await violationsOf(page)));
    await press(page, fr.outcome.refused);
    await page.getByText(fr.sync.upToDate, { exact: true }).waitFor();
    await openStop(page, first.number || first.address, first.street);
    await press(page, fr.tabs.said);
    faults.push(...(await violationsOf(page)));
    await page.context().setOffline(true);
    await press(page, fr.said.undoOf(fr.outcome.refused, first.address));
    // What was tapped is kept once the page shows it.
    await page.getByText(fr.sync.offlineSending(1)).waitFor();

    // The network is cut: the page is opened again from the phone, the map too, and everything goes on.
    await page.reload();
    await page.getByText(fr.sync.offlineSending(1)).waitFor();
    await press(page, fr.tabs.map);
    await mapOf(page).locator("canvas").waitFor();
    await eventually(
      () => drawnValues(page, "street", "kind"),
      (streets) => streets.length > 0,
    );
    faults.push(...(await violationsOf(page)));
    await press(page, fr.tabs.list);
    faults.push(...(await violationsOf(page)));
    await page
      .getByRole("button", { name: first.number || first.address })
      .first()
      .tap();
    await atStop(page, first.address);
    await press(page, fr.outcome.conversation);
    // Whoever talked answers the survey that the phone has kept; one sheet is taken back before anything is sent.
    for (const choice of ["Non", "Oui"]) {
      await page.getByRole("button", { name: new RegExp(`^(${fr.survey.ask}|${fr.survey.open})$`) }).tap();
      await page.getByRole("radio", { name: choice, exact: true }).tap();
      if (choice === "Non") faults.push(...(await violationsOf(page)));
      await press(page, fr.survey.save);
      await page.getByText(fr.said.survey).waitFor();
      if (choice === "Non") await press(page, fr.said.undoOf(fr.said.survey, ""));
    }
    await page.context().setOffline(false);
    await page.getByText(fr.sync.upToDate, { exact: true }).waitFor();

    // The server is killed while the volunteer reports, and comes back.
    await atNextStop(page, first.address);
    await program.kill();
    await press(page, fr.outcome.leaflet);
    // The last door of an address leads on by itself; a block has to be finished by word.
    const isBlock = second.doors > 1;
    if (isBlock) await press(page, fr.stop.finish);
    await page.getByText(fr.sync.offlineSending(isBlock ? 2 : 1)).waitFor();
    program = await startProgram(inject("program"), home.path, new URL(program.url).port);
    await findNetworkAgain(page);

    // Cut once more until the route is over, and the page closed meanwhile.
    await page.context().setOffline(true);
    for (let place = 2; place < stops.length; place++) {
      await atStop(page, stops[place]?.address ?? "");
      await press(page, fr.stop.finish);
    }
    await press(page, fr.stop.end);
    await page.getByRole("heading", { name: fr.stop.ended }).waitFor();
    faults.push(...(await violationsOf(page)));
    await page.context().setOffline(false);
    await page.getByText(fr.sync.upToDate, { exact: true }).waitFor();

    const { reports } = await sheetAt(pathOf(0));
    const told = stops.map(({ id }) => reports[id]);
    expect(told[0]?.counts).toMatchObject({ refused: 0, conversation: 1 });
    expect(told[1]?.counts).toMatchObject({ leaflet: 1 });
    expect(told.map((report) => report?.doors ?? 0)).toEqual(stops.map((_, place) => (place < 2 ? 1 : 0)));
    const finished = stops.length - (isBlock ? 1 : 2);
    expect(told.filter((report) => report?.isFinished).length).toBe(finished);
    expect(eventsByKind(home.path)).toEqual({
      knock: 3,
      "route-begun": 1,
      "route-ended": 1,
      "stop-finished": finished,
      undo: 2,
    });
    // The first answer to the first question.
    expect(sheetsOf(home.path)).toEqual(["0:0"]);
    expect(faults).toEqual([]);
  });

  journey(
    "adds up what two volunteers report of one building, and tells each what the other did",
    async ({ visit }) => {
      const visits = [
        await visit(pathOf(1), { ...PHONE, url: program.url }),
        await visit(pathOf(1), { ...PHONE, url: program.url }),
      ];
      const [lou, sam] = visits.map(({ page }) => page);
      if (lou === undefined || sam === undefined) throw new Error("two pages were opened");
      for (const one of visits) cutsAreExpected(one);
      const { stops } = (await sheetAt(pathOf(1))).route;
      const block = stops.reduce((most, stop) => (stop.doors > most.doors ? stop : most));
      for (const [page, name] of [
        [lou, "Lou"],
        [sam, "Sam"],
      ] as const) {
        await joinAs(page, name);
        await press(page, fr.keep.later);
        await openStop(page, block.number || block.address, block.street);
      }

      await sam.context().setOffline(true);
      await press(lou, fr.outcome.absent);
      await press(sam, fr.outcome.absent);
      await press(sam, fr.outcome.conversation);
      await lou.getByText(fr.sync.upToDate, { exact: true }).waitFor();
      await sam.context().setOffline(false);
      await sam.getByText(fr.sync.upToDate, { exact: true }).waitFor();

      expect((await sheetAt(pathOf(1))).reports[block.id]?.counts).toMatchObject({ absent: 2, conversation: 1 });
      await lou.reload();
      await lou.getByText(fr.stop.done(3, block.doors - 3)).waitFor();
    },
  );
});

const SURVEY: Survey = {
  title: "Le quartier",
  questions: [
    {
      kind: "one",
      id: "bus",
      text: "Le bus passe-t-il assez souvent ?",
      choices: [
        { id: "yes", text: "Oui" },
        { id: "no", text: "Non" },
      ],
    },
    { kind: "scale", id: "calm", text: "Est-ce calme ?", low: "bruyant", high: "calme" },
  ],
};

async function makeOuting(url: string): Promise<Outing> {
  const plan = await makePlan(url, { minutes: 30 });
  const made = await fetch(`${url}/api/territories/demo/outings`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      ...outingToday(plan.id),
      survey: SURVEY,
    }),
  });
  const { id } = await jsonOf<{ readonly id: string }>(made);
  return jsonOf<Outing>(fetch(`${url}/api/outings/${id}`));
}

/** What fails while there is no network, or no server behind it. */
function cutsAreExpected({ watch }: Visit): void {
  watch.allowRefusal(/\/(api\/field\/|field-worker|field-files|w\/)/);
}

/** On a page so high that nothing lies beneath the bars that stay at its ends: it is scrolled from there. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: PHONE.viewport.width, height: 3000 });
  const found = await findViolations(page);
  await page.setViewportSize(PHONE.viewport);
  return found;
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole("button", { name, exact: true }).tap();
}

async function joinAs(page: Page, firstName: string): Promise<void> {
  await page.getByLabel(fr.welcome.firstName).fill(firstName);
  await page.getByRole("checkbox", { name: fr.welcome.accept }).check();
  await press(page, fr.welcome.join);
}

function atStop(page: Page, address: string): Promise<void> {
  return page.getByRole("heading", { level: 1, name: address, exact: true }).waitFor();
}

/** Wherever a route goes on after an address of one or of several doors. */
async function atNextStop(page: Page, address: string): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 });
  if ((await heading.textContent()) === address) await press(page, fr.stop.next);
  await heading.filter({ hasNotText: address }).waitFor();
}

async function openStop(page: Page, name: string, street: string): Promise<void> {
  await press(page, fr.tabs.list);
  const group = page.locator("section").filter({ has: page.getByRole("heading", { name: street }) });
  await group
    .getByRole("button", { name: new RegExp(`^${name}\\b`) })
    .first()
    .tap();
}

/** The next attempt may be some seconds away; a phone that finds its network again does not wait for it. */
async function findNetworkAgain(page: Page): Promise<void> {
  await page.evaluate("window.dispatchEvent(new Event('online'))");
  await page.getByText(fr.sync.upToDate, { exact: true }).waitFor();
}

function eventsByKind(home: string): Record<string, number> {
  const store = new Database(join(home, "campaign.sqlite"), { readonly: true });
  try {
    const rows = store.prepare("SELECT kind, count(*) AS count FROM field_events GROUP BY kind").all();
    return Object.fromEntries((rows as { kind: string; count: number }[]).map(({ kind, count }) => [kind, count]));
  } finally {
    store.close();
  }
}

/** What lies in the box of the only survey, without the ids of its sheets. */
function sheetsOf(home: string): string[] {
  const store = new Database(join(home, "campaign.sqlite"), { readonly: true });
  try {
    const [row] = store.prepare("SELECT sheets FROM survey_boxes").all() as { sheets: string }[];
    return (row?.sheets ?? "").split("\n").map((line) => line.slice(line.indexOf(" ") + 1));
  } finally {
    store.close();
  }
}

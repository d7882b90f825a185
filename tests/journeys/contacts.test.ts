import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import type { FieldSheet, Outing } from "../../server/contract/outings.ts";
import { fr } from "../../web/i18n/fr.ts";
import { jsonOf } from "../fixtures/json-of.ts";
import { makePlan } from "./support/ask-program.ts";
import { download } from "./support/download.ts";
import { drawnValues, eventually } from "./support/drawn-map.ts";
import { findViolations } from "./support/find-violations.ts";
import { journey } from "./support/journey.ts";
import { outingToday } from "./support/outing-today.ts";
import { newHome, type RunningProgram, startProgram } from "./support/start-program.ts";

const DEVICE = "device-of-a-journey";

// A program of its own: what was done at doors is left out of the plans of every other journey.
let home: ReturnType<typeof newHome>;
let program: RunningProgram;
beforeAll(async () => {
  home = newHome();
  mkdirSync(join(home.path, "territories"));
  cpSync(inject("demoTerritory"), join(home.path, "territories/demo.territory"));
  program = await startProgram(inject("program"), home.path);
});
afterAll(async () => {
  await program.stop();
  home.remove();
});

describe("what phones bring back", () => {
  journey("contacts are corrected, exported and erased, and what was done is on the map", async ({ visit }) => {
    await reportFromPhone();

    const { page } = await visit("/contacts", { url: program.url });
    await page.getByText("leila@example.org").waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole("button", { name: fr.contacts.editOf("Leïla") }).press("Enter");
    await page.getByLabel(fr.contacts.edit.email, { exact: true }).fill("leila.b@example.org");
    await page.getByRole("dialog").getByRole("checkbox").press("Space");
    await page.getByRole("button", { name: fr.contacts.edit.save(1) }).press("Enter");
    await page.getByRole("status").getByText(fr.contacts.edit.saved("Leïla")).waitFor();
    await page.getByText("leila.b@example.org").waitFor();

    const csv = await download(page, () => page.getByRole("link", { name: fr.contacts.csv }).click());
    expect(readFileSync(csv.path, "utf8")).toContain("leila.b@example.org");

    await page.getByRole("button", { name: fr.contacts.eraseOf("Leïla") }).press("Enter");
    await page.getByRole("button", { name: fr.contacts.eraseGo }).press("Enter");
    // The copy that was just made is named: it still holds the person.
    await page.getByRole("status").getByText(fr.contacts.copies(1)).waitFor();
    await page.getByText("leila.b@example.org").waitFor({ state: "detached" });

    await page.goto("/t/demo/deja-fait");
    await page.getByText(fr.progress.coverage.reached).first().waitFor();
    await eventually(
      () => drawnValues(page, "done-stop", "state"),
      (states) => states.length > 0,
    );
    expect(await findViolations(page)).toEqual([]);
  });
});

/** An outing of today whose first phone reports a door, and a consent that somebody ticked. */
async function reportFromPhone(): Promise<void> {
  const controller = { name: "Association Demain", contact: "donnees@example.org" };
  await send("PUT", "/api/field-settings", { privacy: { buildingNotes: false, contacts: true }, controller });
  const { id: planId } = await makePlan(program.url, { volunteers: 1, minutes: 45 });
  const outing = await jsonOf<Outing>(
    send("POST", "/api/territories/demo/outings", {
      ...outingToday(planId),
    }),
  );
  const field = `/api/field/${outing.outingRoutes[0]?.path.slice("/w/".length)}`;
  const sheet = await jsonOf<FieldSheet>(fetch(`${program.url}${field}`));
  await send("POST", `${field}/join`, { firstName: "Lou", charterVersion: sheet.charter.version, deviceId: DEVICE });
  const at = new Date().toISOString();
  const stopId = sheet.route.stops[0]?.id;
  const answer = await send("POST", `${field}/events`, {
    ...{ version: sheet.version, deviceId: DEVICE, sentAt: at },
    events: [
      { id: crypto.randomUUID(), kind: "knock", stopId, outcome: "conversation", doors: 1, at },
      {
        ...{ id: crypto.randomUUID(), kind: "contact", at, noticeVersion: sheet.notice.version },
        ...{ firstName: "Leïla", lastName: "", email: "leila@example.org", phone: null },
        consents: [{ purpose: "news", channel: "email" }],
      },
    ],
  });
  expect(await answer.json()).toMatchObject({ refused: [] });
}

async function send(method: string, path: string, body: object): Promise<Response> {
  const answer = await fetch(`${program.url}${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true);
  return answer;
}

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { Outing } from "../../server/contract/outings.ts";
import { fr } from "../../web/i18n/fr.ts";
import { askJson, makePlan } from "./support/ask-program.ts";
import { download } from "./support/download.ts";
import { drawnValues, eventually } from "./support/drawn-map.ts";
import { findViolations } from "./support/find-violations.ts";
import { journey } from "./support/journey.ts";
import { ownProgramUrl } from "./support/own-program.ts";
import { readPdf } from "./support/read-pdf.ts";

describe("a plan that is walked", () => {
  journey("an organizer makes an outing, prints its codes, takes a route back and shares it out", async ({ visit }) => {
    const { id: planId } = await makePlan(ownProgramUrl(), { volunteers: 3, minutes: 45 });
    const { page } = await visit(`/t/demo?tab=routes&plan=${planId}`);
    await page.getByRole("button", { name: fr.outings.make }).click();
    await page.getByLabel(fr.outings.name, { exact: true }).fill("Sortie du marché");
    await page.getByRole("button", { name: fr.outings.makeGo }).press("Enter");
    await page.getByRole("heading", { name: "Sortie du marché" }).waitFor();
    const made = await openedOuting(page);
    // Every address is on the map of what is done, whatever was reported of it.
    await eventually(
      () => drawnValues(page, "done-stop", "state"),
      (states) => states.includes("untouched"),
    );
    expect(await findViolations(page)).toEqual([]);

    const cards = await download(page, () => page.getByRole("link", { name: fr.outings.printCards }).click());
    const words = await readPdf(cards.path);
    for (const { code } of made.outingRoutes) expect(words).toContain(`${code.slice(0, 4)}-${code.slice(4)}`);
    expect(readFileSync(cards.path).subarray(0, 5).toString()).toBe("%PDF-");

    await chooseByKeys(page, fr.outings.more("1"), fr.outings.takeBack);
    await page.getByRole("dialog").getByRole("button", { name: fr.outings.takeBack }).press("Enter");
    await page.getByRole("status").getByText(fr.outings.takenBack("1")).waitFor();

    await page.getByRole("button", { name: fr.outings.replan }).press("Enter");
    await page.getByRole("spinbutton", { name: fr.outings.minutesAll }).fill("120");
    await page.getByRole("button", { name: fr.outings.propose }).press("Enter");
    await page.getByRole("button", { name: fr.outings.apply }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole("button", { name: fr.outings.apply }).press("Enter");
    await page.getByRole("status").getByText(fr.outings.applied).waitFor();
    const shared = await openedOuting(page);
    const [first, ...others] = shared.outingRoutes;
    expect(first).toMatchObject({ state: "taken-back", stops: 0 });
    expect(others.reduce((sum, { stops }) => sum + stops, 0) + shared.freeStops).toBe(made.stops);
    await page.getByRole("button", { name: fr.outings.undo, exact: true }).press("Enter");
    await page.getByRole("status").getByText(fr.outings.undone).waitFor();
    expect((await openedOuting(page)).outingRoutes.map(({ stops }) => stops)).toEqual(
      made.outingRoutes.map(({ stops }) => stops),
    );
  });
});

async function chooseByKeys(page: Page, button: string, choice: string): Promise<void> {
  await page.getByRole("button", { name: button }).press("Enter");
  await page.getByRole("menuitem", { name: choice }).press("Enter");
}

function openedOuting(page: Page): Promise<Outing> {
  return askJson<Outing>(page, `/api/outings/${new URL(page.url()).pathname.split("/").at(-1)}`);
}

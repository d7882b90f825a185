import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { ChoiceVersionsResponse, KeptChoice } from "../../server/contract/choice-versions.ts";
import type { CandidatesResponse } from "../../server/contract/territories.ts";
import { fr } from "../../web/i18n/fr.ts";
import { askJson } from "./support/ask-program.ts";
import { download } from "./support/download.ts";
import { journey } from "./support/journey.ts";
import { expectUsable } from "./support/judge-screen.ts";

const CHOICE = "/api/territories/demo/choice";

describe("a choice of candidates that two organizers share", () => {
  journey("neither replaces the other's unseen; versions, suggestions, files and undo", async ({ visit }) => {
    const [one, two] = [await visit("/t/demo?tab=camps"), await visit("/t/demo?tab=camps")];
    two.watch.allowRefusal(/\/choice$/);
    await shown(one.page);
    await shown(two.page);

    await choosePreset(one.page, "Droite");
    const [first] = (await askJson<CandidatesResponse>(one.page, "/api/territories/demo/candidates")).elections;
    const name = first?.candidates[0]?.name ?? "";
    const id = first?.candidates[0]?.id ?? "";
    await setSide(two.page, name, "hostile");
    await joinBoth(two.page);
    const joined = await askJson<KeptChoice>(two.page, CHOICE);
    expect(joined).toMatchObject({ name: "Droite", sides: { [id]: "hostile" } });

    await undoByKeyboard(two.page, id, joined.version);
    await restoreEarliest(two.page);
    await reviewSuggestions(two.page, id);
    await exportChoice(two.page);
    // The journeys that share this program plan with a choice that has every side.
    await choosePreset(two.page, "Gauche et écologistes");
  });
});

async function shown(page: Page): Promise<void> {
  await page.getByRole("heading", { name: fr.camps.candidates }).waitFor();
}

async function saved(page: Page): Promise<void> {
  // Not the words that are said aloud, which stay.
  await page.locator("p").getByText(`${fr.camps.saved}.`, { exact: true }).waitFor();
}

async function choosePreset(page: Page, name: string): Promise<void> {
  await page.getByRole("region", { name: fr.camps.presets }).getByRole("button", { name, exact: true }).click();
  await saved(page);
}

async function setSide(page: Page, name: string, side: "hostile"): Promise<void> {
  const group = page.getByRole("group", { name: fr.camps.sideOf(name), exact: true }).first();
  await group.getByRole("radio", { name: fr.camps[side], exact: true }).check();
}

/** The other's version is shown beside one's own, and nothing is saved until the organizer has chosen. */
async function joinBoth(page: Page): Promise<void> {
  const alert = page.getByRole("alert");
  await alert.getByText(fr.camps.conflict.heading).waitFor();
  expect((await alert.getByRole("listitem").allTextContents()).length).toBeGreaterThan(3);
  expect((await askJson<KeptChoice>(page, CHOICE)).name).toBe("Droite");
  await expectUsable(page, "two choices at once");
  await page.getByRole("button", { name: fr.camps.decide }).click();
  await alert.getByRole("button", { name: fr.camps.conflict.join }).click();
  await saved(page);
}

async function undoByKeyboard(page: Page, candidateId: string, version: number): Promise<void> {
  const before = (await askJson<KeptChoice>(page, CHOICE)).sides[candidateId];
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await askJson<KeptChoice>(page, CHOICE)).version).toBeGreaterThan(version);
  await page.keyboard.press("Control+y");
  await expect.poll(async () => (await askJson<KeptChoice>(page, CHOICE)).sides[candidateId]).toBe(before);
  await saved(page);
}

async function restoreEarliest(page: Page): Promise<void> {
  await page.getByText(fr.camps.versions.heading, { exact: true }).click();
  await page.getByRole("list", { name: fr.camps.versions.heading }).getByRole("button").last().click();
  await page.getByText(fr.camps.versions.differences).waitFor();
  await expectUsable(page, "an earlier version");
  await page.getByRole("button", { name: fr.camps.versions.restore }).click();
  await page.getByText(fr.camps.versions.current).first().waitFor();
  const { versions } = await askJson<ChoiceVersionsResponse>(page, `${CHOICE}/versions`);
  expect(versions[0]).toMatchObject({ kind: "restored", restoredFrom: versions.at(-1)?.version });
  expect(versions.length).toBeGreaterThanOrEqual(3);
}

/** A file that knows one candidate: the others of the same family are suggested, the rest is told to be unclassed. */
async function reviewSuggestions(page: Page, candidateId: string): Promise<void> {
  const content = JSON.stringify({ name: "Un seul", sides: { [candidateId]: "ours", elsewhere: "far" } });
  await page.getByText(fr.camps.file.heading, { exact: true }).click();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "camps.json", mimeType: "application/json", buffer: Buffer.from(content) });
  await page.getByText(fr.camps.file.done("1", 1)).waitFor();
  const everywhere = page.getByRole("button", { name: /^Appliquer toutes les suggestions/ });
  await everywhere.waitFor();
  await expectUsable(page, "a choice that is hardly made");
  await everywhere.click();
  await everywhere.waitFor({ state: "detached" });
  await saved(page);
  const sides = Object.values((await askJson<KeptChoice>(page, CHOICE)).sides);
  expect(sides.length).toBeGreaterThan(1);
  expect(new Set(sides)).toEqual(new Set(["ours"]));
}

async function exportChoice(page: Page): Promise<void> {
  const file = await download(page, () => page.getByRole("button", { name: fr.camps.file.write }).click());
  const { name, sides } = await askJson<KeptChoice>(page, CHOICE);
  expect(file.name).toBe("camps-demo.json");
  expect(JSON.parse(await readFile(file.path, "utf8"))).toEqual({ name, sides });
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { fr } from "../../web/i18n/fr.ts";
import { writeSmallTown } from "../fixtures/small-town.ts";
import { journey } from "./support/journey.ts";
import { judgeScreen } from "./support/judge-screen.ts";

let folder: string;
let files: readonly string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "arpent-import-"));
  const town = writeSmallTown(folder);
  // Contours as a town hall might give them: nobody's names for the columns.
  const contours = readFileSync(town.stations2022, "utf8")
    .replaceAll("codeBureauVote", "x")
    .replaceAll("numeroBureauVote", "num_bv")
    .replaceAll("codeCommune", "insee");
  writeFileSync(join(folder, "mairie.geojson"), contours);
  files = [town.osm, join(folder, "mairie.geojson"), town.general, town.candidates, town.addresses];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("from files to a territory, in the browser alone", () => {
  journey("files are recognised, mapped, built, and the territory opened, renamed and deleted", async ({ visit }) => {
    const { page } = await visit("/importer");
    await page.setInputFiles("input[type=file]", [...files]);
    await page.getByText(`${fr.imports.role.addresses}, 12 adresses`).first().waitFor();
    await page.waitForURL(/\/importer\/.+/);

    await mapContours(page);
    await page.setInputFiles("input[type=file]", UNUSABLE);
    await page.getByText(fr.imports.emptyFile).waitFor();
    await page.getByText(fr.imports.notUsable).waitFor();
    const unknown = page.getByRole("listitem").filter({ hasText: "liste.csv" });
    await unknown.getByRole("button", { name: fr.imports.mapping.open }).press("Enter");
    await unknown.getByRole("button", { name: fr.imports.mapping.save }).waitFor();
    await judgeScreen(page, "files that are empty, unusable or unknown");
    for (const { name } of UNUSABLE) {
      await page.getByRole("button", { name: fr.imports.remove(name) }).press("Enter");
      await page.getByRole("listitem").filter({ hasText: name }).first().waitFor({ state: "detached" });
      await expect.poll(() => page.locator(":focus:not(body)").count(), { message: `focus after ${name}` }).toBe(1);
    }
    await page.getByLabel(fr.imports.options.name, { exact: true }).fill("Petitbourg");
    await page.keyboard.press("Tab");
    await page.getByText("/t/petitbourg").waitFor();
    await judgeScreen(page, "import with files");
    await page.getByRole("button", { name: fr.imports.build }).click();
    // Closing the page changes nothing for the build.
    await page.reload();
    await page.getByRole("heading", { name: fr.imports.report.heading }).waitFor();
    await page.getByText(fr.imports.report.files).click();
    const source = page.getByRole("listitem").filter({ hasText: "adresses.csv" });
    await source.getByText(fr.sources.rejects).click();
    await source
      .getByText(/^adresses\.csv, ligne 13.*n’a ni longitude ni latitude/)
      .last()
      .waitFor();
    await judgeScreen(page, "check report");

    await page.getByRole("link", { name: fr.imports.report.open }).click();
    await page.getByRole("heading", { name: "Petitbourg" }).waitFor();
    await page.goto("/");
    await rename(page, "Petitbourg", "Petitbourg-lès-Dijon");
    await remove(page, "Petitbourg-lès-Dijon");
  });
});

const UNUSABLE = [
  { name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]) },
  { name: "vide.csv", mimeType: "text/csv", buffer: Buffer.alloc(0) },
  { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from("x;y;z\nRue A;1;1\nRue B;2;1\n") },
];

async function mapContours(page: Page): Promise<void> {
  const card = page.getByRole("listitem").filter({ hasText: basename("mairie.geojson") });
  await card.getByRole("button", { name: fr.imports.mapping.open }).click();
  expect(await card.getByLabel(fr.imports.mapping.field.station).inputValue()).toBe("num_bv");
  expect(await card.getByLabel(fr.imports.mapping.field.commune).inputValue()).toBe("insee");
  await card.getByRole("button", { name: fr.imports.mapping.save }).click();
  await card.getByText(`${fr.imports.role.stations}, 2 bureaux`).first().waitFor();
}

async function rename(page: Page, before: string, after: string): Promise<void> {
  await page.getByRole("button", { name: fr.firstSteps.menu(before) }).click();
  await page.getByLabel(fr.firstSteps.renameLabel).fill(after);
  await page.getByRole("button", { name: fr.firstSteps.rename }).click();
  await page.getByRole("link", { name: after }).waitFor();
}

async function remove(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: fr.firstSteps.menu(title) }).click();
  await page.getByRole("button", { name: `${fr.firstSteps.remove}…` }).click();
  await page.getByText(/Les fichiers importés dont il vient/).waitFor();
  await page.getByRole("button", { name: fr.firstSteps.remove, exact: true }).click();
  await page.getByRole("link", { name: title }).waitFor({ state: "detached" });
}

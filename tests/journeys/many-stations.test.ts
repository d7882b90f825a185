import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { fr } from "../../web/i18n/fr.ts";
import { drawnClasses, eventually, untilDrawn } from "./support/drawn-map.ts";
import { findViolations } from "./support/find-violations.ts";
import { journey } from "./support/journey.ts";
import { newHome, type RunningProgram, runArpent, startProgram } from "./support/start-program.ts";

const HEADER =
  "x100_epsg3035\ty100_epsg3035\tcommune\tnom_commune\tins_eu\tblancs_nuls_eu\teu_lfi\teu_rn\tins_lg\tvotants_lg\tblancs_nuls_lg\tlg_nfp\tlg_ed";
const SIDE = 20;
const STATIONS = SIDE * SIDE;

const home = newHome();
let program: RunningProgram;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "arpent-points-"));
  const table = join(folder, "eu2024_lg2024_bv.tsv");
  writeFileSync(table, [HEADER, ...Array.from({ length: STATIONS }, (_, place) => lineOf(place)), ""].join("\n"));
  const built = await runArpent(
    inject("program"),
    ["territory", "build", "--name", "points", "--stations", table, "--results", table],
    home.path,
  );
  rmSync(folder, { recursive: true });
  expect(built.code, built.words).toBe(0);
  program = await startProgram(inject("program"), home.path);
}, 60_000);
afterAll(async () => {
  await program?.stop();
  home.remove();
});

describe("many stations, known as points, without streets", () => {
  journey("are coloured, listed as far as they are in sight, and opened with their reasons", async ({ visit }) => {
    const { page } = await visit("/t/points?layer=turnout.2024_legi_t1", { url: program.url });
    await untilDrawn(page);

    await eventually(
      () => drawnClasses(page),
      (classes) => new Set(Object.values(classes)).size >= 5 && Object.keys(classes).length > STATIONS / 2,
    );
    const list = page.getByRole("listbox", { name: fr.stations.list });
    const options = list.getByRole("option");
    await eventually(
      () => options.count(),
      (count) => count > 0 && count < 100,
    );
    await options.first().focus();
    await page.keyboard.press("End");
    const inHand = () => page.locator(":focus").getAttribute("aria-posinset");
    await eventually(inHand, (place) => place === String(STATIONS));
    await page.keyboard.press("ArrowUp");
    await eventually(inHand, (place) => place === String(STATIONS - 1));

    await page.getByRole("searchbox", { name: fr.stations.filter }).fill("commune 7 3");
    await eventually(
      () => options.allTextContents(),
      (lines) => lines.length === 8 && lines.every((line) => /^[^·]*7/.test(line) && line.includes("3")),
    );
    await options.first().click();
    await page.getByText(fr.why.numbers).first().waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  journey("say in words that nobody can walk there", async ({ visit }) => {
    const { page } = await visit("/t/points?tab=routes", { url: program.url });

    await page.getByText(fr.streets.noRoutes).waitFor();
    expect(await findViolations(page)).toEqual([]);
    // And offer nothing that would need streets or doors.
    await page.getByRole("radio", { name: fr.layers.other }).check();
    expect(await page.getByRole("radio", { name: fr.measure.hourlyShort }).count()).toBe(0);
    await page.getByLabel(fr.layers.subject).selectOption(fr.layers.kind.ground);
    expect(await page.getByLabel(fr.layers.indicator).locator("option").allTextContents()).toEqual([
      fr.layers.figure.registered,
    ]);
    expect(await page.getByRole("combobox", { name: fr.search.label }).getAttribute("placeholder")).toBe(
      fr.search.placeholderStations,
    );
    await page.getByRole("tab", { name: fr.tabs.zones }).click();
    await page.getByText(fr.streets.noZones).waitFor();
    await untilDrawn(page);
    expect(await page.getByRole("button", { name: fr.zones.tool.brush }).count()).toBe(0);
    expect(await page.getByRole("link", { name: fr.streets.build }).getAttribute("href")).toMatch(
      /^\/importer\?nom=points&/,
    );
    expect(await findViolations(page)).toEqual([]);

    const refused = await page.request.get(`${program.url}/api/territories/points/walks`);
    expect(refused.status()).toBe(422);
    expect(JSON.stringify(await refused.json())).toContain("no-streets");
  });
});

/** Stations a kilometre apart; votes that no two have alike. */
function lineOf(place: number): string {
  const [column, row] = [place % SIDE, Math.floor(place / SIDE)];
  const registered = 600 + ((place * 37) % 400);
  const left = 60 + ((place * 53) % 120);
  const right = 40 + ((place * 29) % 90);
  const turnout = left + right + 120 + ((place * 17) % 80);
  const votes = [registered, 5, left, right, registered, turnout, 10, turnout - 10 - right, right];
  return [33000 + 10 * column, 28500 + 10 * row, `290${10 + row}`, `Commune ${row + 1}`, ...votes].join("\t");
}

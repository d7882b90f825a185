import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { fr } from "../../web/i18n/fr.ts";
import { download } from "./support/download.ts";
import { untilDrawn } from "./support/drawn-map.ts";
import { journey } from "./support/journey.ts";

describe("whether the scores can be trusted", () => {
  journey("is told by every past election, and taken away as a table", async ({ visit }) => {
    const { page } = await visit("/t/demo");
    await untilDrawn(page);
    await page.getByRole("tab", { name: fr.tabs.reliability }).click();

    await page.getByText("Signal fiable : aux deux dernières élections comparables").waitFor();
    expect(new URL(page.url()).searchParams.get("tab")).toBe("reliability");
    await page.getByText(fr.reliability.leftOut.none).waitFor();

    // A number of the summary opens its election below.
    const election = page.getByRole("combobox", { name: fr.reliability.detail.election });
    await expect.poll(() => election.inputValue()).toBe("2024_legi_t1");
    await page.getByRole("button", { name: /Persuasion, Présidentielle 2022/ }).click();
    await expect.poll(() => election.inputValue()).toBe("2022_pres_t1");
    await page.getByText("Présidentielle 2022, 1er tour : rien de ce qui précédait").waitFor();
    expect(await page.getByRole("radio", { name: fr.measure.persuasion }).first().isChecked()).toBe(true);

    await page.getByRole("radio", { name: fr.measure.mobilisation }).first().check();
    await election.selectOption("2024_euro_t1");
    await page.getByText(fr.reliability.detail.unfair).waitFor();

    const table = await download(page, () => page.getByRole("link", { name: fr.reliability.glance.download }).click());
    expect(table.name).toBe("fiabilite-demo.csv");
    // Three elections for each score, and the header.
    expect(readFileSync(table.path, "utf8").trim().split("\r\n")).toHaveLength(7);
  });

  journey(
    "opens from its address, and says that there is nothing to test where there are no results",
    async ({ visit }) => {
      const { page } = await visit("/t/demo?tab=reliability");
      await page.route("**/back-tests", (route) =>
        route.fulfill({ json: { tests: [], signal: UNTESTED, census: NO_CENSUS } }),
      );
      await page.reload();

      await page.getByText(fr.empty.reliability).waitFor();
      expect(await page.getByRole("list").getByText(fr.reliability.level.untested).count()).toBe(2);
    },
  );

  journey("a station says why it is there, in words and against the average station", async ({ visit }) => {
    const { page } = await visit("/t/demo?station=96001_0001");
    await untilDrawn(page);

    await page.getByRole("heading", { name: fr.why.heading }).waitFor();
    await page
      .getByText(/^Ici [\d,]+\s% des inscrits votent aux législatives 2024 mais pas aux européennes 2024/)
      .waitFor();
    expect(await page.getByRole("list", { name: fr.why.chart }).count()).toBe(2);
  });
});

const SIGNAL = { level: "untested", rankCorrelation: null, targets: [], sentence: { fr: "Rien.", en: "Nothing." } };
const UNTESTED = { mobilisation: SIGNAL, persuasion: SIGNAL };
const NO_CENSUS = { indicators: [], trials: [], isUsed: false, sentence: { fr: "Sans.", en: "Without." } };

import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { ScoreColumns } from "../../server/contract/score-columns.ts";
import type { CampChoice } from "../../server/contract/scores.ts";
import { fr } from "../../web/i18n/fr.ts";
import { askJson } from "./support/ask-program.ts";
import { drawnClasses, eventually, untilDrawn } from "./support/drawn-map.ts";
import { findViolations } from "./support/find-violations.ts";
import { journey } from "./support/journey.ts";

describe("the organizer's hand on the scores", () => {
  journey("a weight moved with the keys orders list and map again, and can be taken back", async ({ visit }) => {
    const { page } = await visit("/t/demo?measure=mix");
    await untilDrawn(page);
    await page.getByText(fr.hand.heading, { exact: true }).click();
    const weight = page.getByRole("slider", { name: fr.measure.mobilisation });
    const [listed, drawn] = [await firstNames(page), await drawnClasses(page)];

    await weight.press("Home");
    const moved = await eventually(
      () => firstNames(page),
      (names) => names.join() !== listed.join(),
    );
    await eventually(
      () => drawnClasses(page),
      (classes) => JSON.stringify(classes) !== JSON.stringify(drawn),
    );
    expect(await weight.inputValue()).toBe("0");
    await eventually(
      () => savedMix(page),
      (mix) => mix?.mobilisation === 0,
    );

    await weight.press("Control+z");
    await eventually(
      () => firstNames(page),
      (names) => names.join() === listed.join(),
    );
    expect(await weight.inputValue()).toBe("1");
    await weight.press("Control+y");
    await eventually(
      () => firstNames(page),
      (names) => names.join() === moved.join(),
    );

    await page.getByRole("button", { name: fr.hand.reset }).click();
    await eventually(
      () => savedMix(page),
      (mix) => mix === null,
    );
  });

  journey("three classes have names, on the map, in the list and in the address", async ({ visit }) => {
    const { page } = await visit("/t/demo");
    await untilDrawn(page);

    await page.getByRole("radio", { name: fr.measure.classCount[3] }).check();
    await eventually(
      () => drawnClasses(page),
      (classes) => new Set(Object.values(classes)).size === 3,
    );
    expect(new URL(page.url()).searchParams.get("classes")).toBe("3");
    await page.reload();
    await untilDrawn(page);

    const lines = page.getByRole("listbox", { name: fr.stations.list }).getByRole("option");
    expect(await lines.first().textContent()).toContain(fr.measure.class.priority);
    expect(await lines.last().textContent()).toContain(fr.measure.class.rest);
    expect(await findViolations(page)).toEqual([]);
  });

  journey("a camp without a reliable signal gets no colours until somebody insists", async ({ visit }) => {
    const { page } = await visit("about:blank");
    await page.route("**/api/territories/demo/score-columns", async (route) => {
      const response = await route.fetch();
      const columns: ScoreColumns = await response.json();
      const { report } = columns;
      const mobilisation = { ...report.signal.mobilisation, level: "none" as const };
      const doubted = { ...report, signal: { ...report.signal, mobilisation } };
      await route.fulfill({ response, json: { ...columns, report: doubted } });
    });
    await page.goto("/t/demo");
    await untilDrawn(page);

    await page.getByText(fr.measure.noSignalList).waitFor();
    await eventually(() => drawnClasses(page), isUncoloured);
    expect(await findViolations(page)).toEqual([]);

    await page.getByRole("button", { name: fr.measure.showAnyway }).click();
    await eventually(
      () => drawnClasses(page),
      (classes) => !isUncoloured(classes),
    );
    await page.getByRole("button", { name: fr.measure.hideAgain }).click();
    await eventually(() => drawnClasses(page), isUncoloured);
  });

  journey("field assumptions change the votes per hour", async ({ visit }) => {
    const { page } = await visit("/t/demo?measure=hourly");
    await untilDrawn(page);
    const best = page.getByRole("listbox", { name: fr.stations.list }).getByRole("option").first();
    const before = await eventually(
      () => best.textContent(),
      (text) => text?.includes("voix/h") === true,
    );
    await page.getByText(fr.hand.heading, { exact: true }).click();
    await page.getByText(fr.hand.assumptions, { exact: true }).click();

    await page.getByRole("button", { name: fr.hand.preset.optimistic }).click();
    await eventually(
      () => best.textContent(),
      (text) => text !== before,
    );
    expect(await findViolations(page)).toEqual([]);

    await page.getByRole("button", { name: fr.hand.preset.central }).click();
    await eventually(
      () => best.textContent(),
      (text) => text === before,
    );
    await eventually(
      () => askJson<CampChoice>(page, "/api/territories/demo/choice"),
      ({ assumptions }) => assumptions === undefined,
    );
  });
});

async function firstNames(page: Page): Promise<readonly string[]> {
  const lines = page.getByRole("listbox", { name: fr.stations.list }).getByRole("option");
  await lines.first().waitFor();
  return lines.locator("strong").allTextContents();
}

async function savedMix(page: Page): Promise<CampChoice["mix"] | null> {
  return (await askJson<CampChoice>(page, "/api/territories/demo/choice")).mix ?? null;
}

function isUncoloured(classes: Readonly<Record<string, number>>): boolean {
  const drawn = Object.values(classes);
  return drawn.length > 0 && drawn.every((own) => own === -1);
}

import { describe, expect } from "vitest";
import { en } from "../../web/i18n/en.ts";
import { fr } from "../../web/i18n/fr.ts";
import { journey } from "./support/journey.ts";

describe("plans that do not come to routes", () => {
  journey("a plan that runs is stopped, and the choice is still there to plan again", async ({ visit }) => {
    const { page } = await visit("/t/demo?tab=routes&area=best");
    await page.getByText(fr.plan.advanced).click();
    await page.getByRole("spinbutton", { name: fr.plan.seconds }).fill("60");
    await page.getByRole("button", { name: fr.plan.go }).click();

    await page.getByRole("button", { name: fr.plan.stop }).click();

    await page.getByText(fr.plan.cancelled).waitFor();
    await page.getByRole("button", { name: fr.plan.again }).click();
    await page.getByText(fr.selection.ofBest).waitFor();
    expect(await page.getByRole("spinbutton", { name: fr.plan.seconds, includeHidden: true }).inputValue()).toBe("60");
  });

  journey("too few minutes for one door are refused with how many it takes", async ({ visit }) => {
    const { page } = await visit("/t/demo?tab=routes&area=best");
    await page.getByRole("spinbutton", { name: fr.plan.minutes }).fill("5");
    await page.getByText(fr.plan.advanced).click();
    await page.getByRole("spinbutton", { name: fr.plan.minutesPerDoor }).fill("45");

    await page.getByRole("button", { name: fr.plan.go }).click();

    const alert = page.getByRole("alert");
    await alert.getByText(fr.plan.failed).waitFor();
    expect(await alert.textContent()).toMatch(/5 minutes ne suffisent .* Donnez au moins \d+ minutes\./);
  });

  journey("a number out of bounds is said beside its field and cannot be sent", async ({ visit }) => {
    const { page } = await visit("/t/demo?tab=routes&area=best");

    await page.getByRole("spinbutton", { name: fr.plan.volunteers }).fill("0");

    await page.getByText(fr.plan.invalid("1", "200")).waitFor();
    expect(await page.getByRole("button", { name: fr.plan.go }).isDisabled()).toBe(true);
  });

  journey("in English, on a dark screen, everything is said in English", async ({ visit }) => {
    const { page } = await visit("/t/demo?tab=routes&area=best", { colorScheme: "dark" });
    await page.getByRole("button", { name: fr.app.settings }).click();
    await page.getByRole("radio", { name: "English" }).check();
    await page.keyboard.press("Escape");

    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await page.getByRole("heading", { name: en.plan.heading }).waitFor();
    await page.getByRole("spinbutton", { name: en.plan.minutes }).fill("5");
    await page.getByText(en.plan.advanced).click();
    await page.getByRole("spinbutton", { name: en.plan.minutesPerDoor }).fill("45");
    await page.getByRole("button", { name: en.plan.go }).click();
    const alert = page.getByRole("alert");
    await alert.getByText(en.plan.failed).waitFor();
    expect(await alert.textContent()).toMatch(/at least \d+ minutes/);
    for (const part of await page.getByRole("tabpanel").or(page.getByRole("toolbar")).all()) {
      expect(await part.textContent()).not.toMatch(/[àâçéèêëîïôûùœ]/i);
    }
  });

  journey("a territory that does not exist is said so, with a way home", async ({ visit }) => {
    const { page, watch } = await visit("/");
    watch.allowRefusal(/\/api\/territories\/nowhere/);

    await page.goto("/t/nowhere");

    await page.getByRole("alert").first().waitFor();
    expect(await page.getByRole("alert").first().textContent()).toContain("nowhere");
    await page.getByRole("link", { name: fr.home.toHome }).click();
    await page.getByRole("heading", { name: fr.home.title }).waitFor();
  });
});

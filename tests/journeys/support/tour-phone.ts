import type { Page } from "playwright-core";
import type { FieldChoices } from "../../../server/contract/field-settings.ts";
import type { Outing } from "../../../server/contract/outings.ts";
import { frField as fr } from "../../../web/i18n/fr-field.ts";
import { judgeScreen } from "./judge-screen.ts";

/** Everything that phones may ask. */
export const FIELD_CHOICES: FieldChoices = {
  privacy: { buildingNotes: true, contacts: true },
  controller: { name: "Campagne d’essai", contact: "essai@example.org" },
};

/** So high that nothing lies beneath the bars that stay at its ends: it is scrolled from there. */
const HIGH = { width: 390, height: 3000 };

/**
 * Each screen and form of the volunteer's page, in three themes: from the code to the end of the route. The second route
 * of the outing has been taken back.
 */
export async function judgePhone(page: Page, { outingRoutes: [route, closed] }: Outing): Promise<void> {
  if (route === undefined || closed === undefined) throw new Error("the outing has no two routes");
  const judge = (name: string) => judgeScreen(page, `phone, ${name}`, ["dark", "sun"]);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).press("Enter");
  const inForm = async (opener: string, name: string) => {
    await press(opener);
    await page.getByRole("dialog").waitFor();
    await judge(name);
  };
  await page.setViewportSize(HIGH);
  await page.goto("/code");
  await page.getByLabel(fr.code.label, { exact: true }).waitFor();
  await judge("code");
  await page.goto(closed.path);
  await page.getByText(fr.over.takenBack).first().waitFor();
  await judge("link taken back");
  await page.goto(route.path);
  await page.getByLabel(fr.welcome.firstName).waitFor();
  await judge("welcome");
  await page.getByLabel(fr.welcome.firstName).fill("Lou");
  await page.getByRole("checkbox", { name: fr.welcome.accept }).check();
  await press(fr.welcome.join);
  await page.getByRole("button", { name: fr.keep.later }).waitFor();
  await judge("keep");
  await press(fr.keep.later);
  await page.getByRole("button", { name: fr.outcome.refused }).waitFor();
  await judge("stop");
  await inForm(fr.note.open, "notes");
  await press(fr.close);
  await inForm(fr.settings, "settings");
  await press(fr.close);
  await inForm(fr.sync.upToDate, "what was sent");
  await press(fr.close);
  await inForm(fr.contact.open, "consent form");
  await page.getByLabel(fr.contact.firstName).fill("Ana");
  await page.getByLabel(fr.contact.email).fill("ana@example.org");
  await page.getByRole("checkbox", { name: fr.contact.channels.email }).first().check();
  await press(fr.contact.save);
  await page.getByText(fr.contact.done).waitFor();
  await press(fr.outcome.refused);
  for (const tab of ["list", "map", "said"] as const) {
    await press(fr.tabs[tab]);
    // The map's part of the page comes when it is asked for.
    await page.getByRole("heading", { level: 1 }).waitFor();
    await judge(tab);
  }
}

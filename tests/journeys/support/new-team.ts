import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { addCampaign } from "../../../server/campaign/campaign-list.ts";
import { openCampaign } from "../../../server/campaign/open-campaign.ts";
import { newToken } from "../../../server/http/new-token.ts";
import { createPeopleStores } from "../../../server/people/create-people-stores.ts";
import { machineLink } from "../../../server/people/invitations.ts";
import { fr } from "../../../web/i18n/fr.ts";
import { ownProgramHome } from "./own-program.ts";

/** Has twelve characters. */
export const PASSWORD = "quatre mots sans lien";

/**
 * The link of the director of a new campaign, on the program that journeys share: the other campaigns stay without
 * accounts.
 */
export async function directorLink(): Promise<string> {
  const home = ownProgramHome();
  const first = await openCampaign(home, undefined);
  const campaign = await addCampaign(first.database, `Essai ${randomBytes(4).toString("hex")}`);
  await first.close();
  if (campaign === null) throw new Error("the campaign could not be added");
  const opened = await openCampaign(home, undefined, campaign.slug);
  const people = createPeopleStores(opened.database);
  const { path } = await machineLink({ people, campaign, newToken, now: () => new Date() });
  await opened.close();
  return path;
}

/** Fills in what an invitation asks. */
export async function acceptInvitation(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel(fr.people.invitation.name).fill(name);
  await page.getByLabel(fr.people.email).fill(email);
  await page.getByLabel(fr.people.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: fr.people.invitation.accept }).click();
}

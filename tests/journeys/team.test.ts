import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { addCampaign } from "../../server/campaign/campaign-list.ts";
import { openCampaign } from "../../server/campaign/open-campaign.ts";
import { newToken } from "../../server/http/new-token.ts";
import { createPeopleStores } from "../../server/people/create-people-stores.ts";
import { machineLink } from "../../server/people/invitations.ts";
import { fr } from "../../web/i18n/fr.ts";
import { findViolations } from "./support/find-violations.ts";
import { journey } from "./support/journey.ts";
import { ownProgramHome } from "./support/own-program.ts";

const PASSWORD = "quatre mots sans lien";

describe("a team", () => {
  journey("begins with its director, who invites an organizer and can end that", async ({ visit }) => {
    // A campaign of its own: the others of this program stay without accounts.
    const director = await visit(await directorLink());
    await director.page.getByRole("heading", { name: fr.people.invitation.first }).waitFor();
    expect(await findViolations(director.page)).toEqual([]);
    await accept(director.page, "Dominique Exemple", "dominique@example.org");
    await director.page.getByRole("heading", { name: fr.home.title, exact: true }).waitFor();

    await director.page.getByRole("button", { name: fr.people.menu("Dominique Exemple") }).click();
    await director.page.getByRole("menuitem", { name: fr.people.team.title }).click();
    await director.page.getByRole("button", { name: fr.people.team.invite }).click();
    await director.page.getByLabel(fr.people.invite.name).fill("Camille");
    await director.page.getByRole("radio", { name: fr.people.limits.only }).check();
    await director.page.getByRole("checkbox").first().check();
    await director.page.getByRole("button", { name: fr.people.invite.make }).click();
    const link = (await director.page.locator("pre").textContent()) ?? "";
    await director.page.getByRole("button", { name: fr.people.invite.done }).click();

    const organizer = await visit(new URL(link).pathname + new URL(link).hash);
    await accept(organizer.page, "Camille Exemple", "camille@example.org");
    await organizer.page
      .getByRole("link", { name: /démo|Ville/i })
      .first()
      .click();
    await organizer.page.getByRole("tab", { name: fr.tabs.routes }).waitFor();
    organizer.watch.allowRefusal(/\/api\//);
    await organizer.page.goto("/equipe");
    await organizer.page.getByRole("heading", { name: fr.people.refused.title }).waitFor();

    await director.page.reload();
    await director.page.getByRole("button", { name: fr.people.team.actions("Camille Exemple") }).click();
    await director.page.getByRole("menuitem", { name: fr.people.team.signOut }).click();
    await director.page.getByText(fr.people.team.done.signedOut("Camille Exemple")).first().waitFor();
    expect(await findViolations(director.page)).toEqual([]);

    await organizer.page.goto("/t/demo?tab=routes");
    await organizer.page.getByRole("heading", { name: fr.people.signIn }).waitFor();
    await organizer.page.getByLabel(fr.people.email).fill("camille@example.org");
    await organizer.page.getByLabel(fr.people.password, { exact: true }).fill(PASSWORD);
    await organizer.page.getByRole("button", { name: fr.people.submit }).click();
    // Back to where one was.
    await organizer.page.getByRole("tab", { name: fr.tabs.routes, selected: true }).waitFor();
    expect(new URL(organizer.page.url()).pathname).toBe("/t/demo");
  });
});

async function accept(page: Page, name: string, email: string) {
  await page.getByLabel(fr.people.invitation.name).fill(name);
  await page.getByLabel(fr.people.email).fill(email);
  await page.getByLabel(fr.people.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: fr.people.invitation.accept }).click();
}

/** Of a new campaign on the program that journeys share. */
async function directorLink(): Promise<string> {
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

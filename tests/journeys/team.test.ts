import { describe, expect } from "vitest";
import { fr } from "../../web/i18n/fr.ts";
import { findViolations } from "./support/find-violations.ts";
import { journey } from "./support/journey.ts";
import { acceptInvitation, directorLink, PASSWORD } from "./support/new-team.ts";

describe("a team", () => {
  journey("begins with its director, who invites an organizer and can end that", async ({ visit }) => {
    // A campaign of its own: the others of this program stay without accounts.
    const director = await visit(await directorLink());
    await director.page.getByRole("heading", { name: fr.people.invitation.first }).waitFor();
    expect(await findViolations(director.page)).toEqual([]);
    await acceptInvitation(director.page, "Dominique Exemple", "dominique@example.org");
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
    await acceptInvitation(organizer.page, "Camille Exemple", "camille@example.org");
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

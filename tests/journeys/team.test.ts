import { describe, expect } from "vitest";
import type { ZoneGround, ZoningState } from "../../server/contract/drawn-zones.ts";
import type { InvitationMade } from "../../server/contract/people.ts";
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

  journey("an organizer with limits is told what they may not change, and goes on with the rest", async ({ visit }) => {
    const director = (await visit(await directorLink())).page;
    await acceptInvitation(director, "Dominique Exemple", "dominique@example.org");
    await director.getByRole("heading", { name: fr.home.title, exact: true }).waitFor();
    const ask = async <Shape>(method: "get" | "post", address: string, data?: object): Promise<Shape> => {
      const answer = await director.request[method](address, {
        data,
        headers: { Origin: new URL(director.url()).origin },
      });
      expect(answer.ok(), `${method} ${address}: ${answer.status()}`).toBe(true);
      return answer.json();
    };
    const ground = await ask<ZoneGround>("get", "/api/territories/demo/ground");
    const [theirs, other] = streetsOf(ground);
    const { id } = await ask<ZoningState>("post", "/api/territories/demo/zonings", { name: "Équipe" });
    const zone = { id: "theirs", name: "Chez Camille", colour: 0, isLocked: false };
    const steps = [
      { kind: "zone-added", zone },
      { kind: "addresses-moved", from: null, to: zone.id, addressIds: theirs.addressIds },
    ];
    await ask("post", `/api/zonings/${id}/edits`, { id: "first", editor: "director", steps });
    const limits = { zones: [{ zoningId: id, zoneId: zone.id }] };
    const { path } = await ask<InvitationMade>("post", "/api/invitations", {
      name: "Camille",
      role: "organizer",
      limits,
    });

    const { page, watch } = await visit(path);
    watch.allowRefusal(/\/edits$/);
    await acceptInvitation(page, "Camille Exemple", "camille@example.org");
    await page.getByRole("heading", { name: fr.home.title, exact: true }).waitFor();
    await page.goto(`/t/demo?tab=zones&zoning=${id}&inzone=${zone.id}`);
    await page.getByRole("searchbox", { name: fr.zones.find }).fill(other.name);
    await page.getByRole("button", { name: fr.zones.addFound(other.name), exact: true }).press("Enter");

    // Beside the map, and above the list for who comes back to it.
    const forbidden = new RegExp(`^${fr.zones.forbidden("").trim()}`);
    await page.getByRole("listitem").filter({ hasText: forbidden }).waitFor();
    await page.getByRole("paragraph").filter({ hasText: forbidden, visible: true }).first().waitFor();
    await page.getByText(fr.zones.saving.saved, { exact: true }).filter({ visible: true }).waitFor();
    const state = await ask<ZoningState>("get", `/api/zonings/${id}`);
    expect(state.addressIds[zone.id]?.toSorted()).toEqual(theirs.addressIds.toSorted());

    // What is theirs can be changed still: it was not held up.
    await page.getByRole("button", { name: fr.zones.understood }).click();
    await page.getByRole("button", { name: fr.zones.lock }).click();
    await page.getByRole("button", { name: fr.zones.unlock }).waitFor();
    await expect.poll(async () => (await ask<ZoningState>("get", `/api/zonings/${id}`)).zones[0]?.isLocked).toBe(true);
    expect(await findViolations(page)).toEqual([]);
  });
});

interface Street {
  readonly name: string;
  readonly addressIds: readonly string[];
}

/** Two streets of a dozen addresses and more. */
function streetsOf({ streetNames, streets, addressIds }: ZoneGround): readonly [Street, Street] {
  const [one, other] = streetNames
    .map((name, place) => ({ name, addressIds: addressIds.filter((_, address) => streets[address] === place) }))
    .filter((street) => street.addressIds.length >= 12);
  if (one === undefined || other === undefined) throw new Error("the demo town has no two long streets");
  return [one, other];
}

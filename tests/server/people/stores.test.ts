import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { addCampaign, listCampaigns } from "../../../server/campaign/campaign-list.ts";
import { createPeopleStores } from "../../../server/people/create-people-stores.ts";
import type { PeopleStores } from "../../../server/people/people-deps.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";

describe.each(STORES)("people on $store", ({ newPlace }) => {
  let place: StorePlace;
  let database: CampaignDatabase;
  let people: PeopleStores;
  beforeEach(async () => {
    place = await newPlace();
    database = await openCampaignDatabase(place.place);
    people = createPeopleStores(database);
  });
  afterEach(async () => {
    await database.destroy();
    await place.leave();
  });

  it("uses an invitation up once, however many accept it at the same moment", async () => {
    await people.invitations.add(invitation("first"));

    const answers = await Promise.all(
      [1, 2, 3].map((number) => people.invitations.accept("first", account(`a${number}`), NOW)),
    );

    expect(answers.filter((answer) => answer === "gone")).toHaveLength(2);
    expect(await people.accounts.list()).toHaveLength(1);
    expect(await people.invitations.find("first", NOW)).toBeNull();
  });

  it("keeps an invitation whose address is taken, and kills the machine's links once somebody came in", async () => {
    await people.invitations.add(invitation("one"));
    await people.invitations.add({ ...invitation("two"), madeBy: "a1" });
    await people.invitations.add(invitation("machine"));
    await people.invitations.accept("one", account("a1"), NOW);

    const taken = await people.invitations.accept("two", { ...account("a2"), email: "a1@example.org" }, NOW);

    expect(taken).toBe("email-taken");
    expect(await people.invitations.find("two", NOW)).not.toBeNull();
    expect(await people.invitations.find("machine", NOW)).toBeNull();
    expect((await people.invitations.list(NOW)).map(({ id }) => id)).toEqual(["two"]);
  });

  it("lets no invitation be used after its time", async () => {
    await people.invitations.add(invitation("late"));

    expect(await people.invitations.accept("late", account("a1"), new Date("2026-03-10T09:00:00Z"))).toBe("gone");
  });

  it("keeps one director, when all step down or leave at the same moment", async () => {
    for (const id of ["a1", "a2", "a3"]) await join(id);

    const changed = await Promise.all([
      people.accounts.setRole("a1", "organizer", null),
      people.accounts.setRole("a2", "observer", null),
      people.accounts.close("a3", NOW),
    ]);

    expect(changed.filter((isDone) => isDone)).toHaveLength(2);
    expect((await people.accounts.list()).filter(({ role }) => role === "director")).toHaveLength(1);
  });

  it("takes each step of a second factor once, and none before it", async () => {
    await join("a1");

    const taken = [];
    for (const step of [10, 10, 9, 11]) taken.push(await people.accounts.useStep("a1", step));

    expect(taken).toEqual([true, false, false, true]);
  });

  it("takes each recovery code once", async () => {
    await join("a1");
    await people.accounts.confirmSecondFactor("a1", NOW, ["x", "y"]);

    expect(await people.accounts.useRecoveryCode("a1", "x")).toBe(true);
    expect(await people.accounts.useRecoveryCode("a1", "x")).toBe(false);
    expect(await people.accounts.useRecoveryCode("a2", "y")).toBe(false);
  });

  it("forgets who closed an account, signs them out, and frees their address", async () => {
    await join("a1");
    await people.sessions.add({ ...session("s1", "a1"), tokenHash: "t1" });

    await join("other");
    await people.accounts.close("a1", NOW);

    expect(await people.sessions.find("t1")).toBeNull();
    expect(await people.accounts.findByEmail("a1@example.org")).toBeNull();
    expect(await people.accounts.exists()).toBe(true);
    await people.invitations.add(invitation("again"));
    expect(await people.invitations.accept("again", { ...account("a2"), email: "a1@example.org" }, NOW)).toMatchObject({
      role: "director",
    });
  });

  it("removes another's session for nobody", async () => {
    await join("a1");
    await people.sessions.add({ ...session("s1", "a1"), tokenHash: "t1" });

    expect(await people.sessions.remove("a2", "s1")).toBe(false);
    expect(await people.sessions.remove("a1", "s1")).toBe(true);
    expect(await people.sessions.exists("s1")).toBe(false);
  });

  it("counts attempts at the same moment one by one, and anew after their time", async () => {
    const limit = { most: 3, seconds: 60 };
    const waits = await Promise.all(Array.from({ length: 5 }, () => people.attempts.count([{ key: "k", limit }], NOW)));

    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
    expect(Math.max(...waits)).toBe(60);
    expect(await people.attempts.count([{ key: "k", limit }], new Date(NOW.getTime() + 61_000))).toBe(0);
  });

  it("hands the audit log out page by page, latest first", async () => {
    for (const id of ["1", "2", "3"]) {
      const entry = { at: NOW, accountId: null, actor: "machine", action: "person-invited" as const };
      await people.audit.add({ ...entry, subjectKind: "invitation", subjectId: id, details: { role: "lead" } });
    }

    const first = await people.audit.page({ before: null, most: 2 });
    const second = await people.audit.page({ before: first.entries[1]?.sequence ?? null, most: 2 });

    expect(first.entries.map(({ subjectId }) => subjectId)).toEqual(["3", "2"]);
    expect(first.hasMore).toBe(true);
    expect(second.entries.map(({ subjectId, details }) => [subjectId, details])).toEqual([["1", { role: "lead" }]]);
    expect(second.hasMore).toBe(false);
  });

  it("lists campaigns under names that can stand in an address, each once", async () => {
    expect(await addCampaign(database, "Élan 2027, Nord")).toEqual({ slug: "elan-2027-nord", name: "Élan 2027, Nord" });
    expect(await addCampaign(database, "elan 2027 nord")).toBeNull();
    expect(await addCampaign(database, "2027")).toBeNull();

    expect((await listCampaigns(database)).map(({ slug }) => slug)).toEqual(["", "elan-2027-nord"]);
  });

  async function join(id: string) {
    await people.invitations.add(invitation(`for ${id}`));
    await people.invitations.accept(`for ${id}`, account(id), NOW);
  }
});

const NOW = new Date("2026-03-07T09:00:00Z");

function invitation(tokenHash: string) {
  const times = { madeAt: NOW.toISOString(), expiresAt: "2026-03-08T09:00:00.000Z" };
  return { tokenHash, id: tokenHash, role: "director" as const, limits: null, name: "", madeBy: null, ...times };
}

function account(id: string) {
  return { id, email: `${id}@example.org`, name: id, passwordHash: "hash" };
}

function session(id: string, accountId: string) {
  const times = { createdAt: NOW.toISOString(), seenAt: NOW.toISOString(), expiresAt: "2026-03-14T09:00:00.000Z" };
  return { id, accountId, device: "Firefox", ...times };
}

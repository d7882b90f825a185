import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noteCopy } from "../../../server/backup/note-copy.ts";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { addressHash, type ContactStore, createContactStore } from "../../../server/contacts/contact-store.ts";
import type { ContactGiven } from "../../../server/contract/field-events.ts";
import { AUDIT_ACTIONS } from "../../../server/contract/people.ts";
import { createFieldEventStore } from "../../../server/field/event-store.ts";
import { createPeopleStores } from "../../../server/people/create-people-stores.ts";
import { purgeNow } from "../../../server/retention/purge-daily.ts";
import { createRetentionStore } from "../../../server/retention/retention-store.ts";
import { addOuting } from "../../fixtures/add-outing.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";
import { knockOf, reportOf } from "../../fixtures/field-report.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer } from "../../fixtures/make-server.ts";

const AT = "2026-03-07T08:40:00.000Z";

/** Somebody left their details on the phone of route 1. */
async function leave(database: CampaignDatabase, id: string, changes: Partial<ContactGiven> = {}) {
  const given: ContactGiven = {
    id: `contact-${id}-0123456789`,
    kind: "contact",
    at: AT,
    firstName: "Ana",
    lastName: "Diaz",
    email: "ana@example.org",
    phone: null,
    consents: [{ purpose: "news", channel: "email" }],
    noticeVersion: "n1",
    ...changes,
  };
  const report = reportOf([]);
  await createFieldEventStore(database).accept({
    ...report,
    events: [
      {
        event: { id: given.id, kind: "contact", at: given.at },
        stopId: null,
        undoes: null,
        phoneAt: given.at,
        brought: null,
        takenSheetId: null,
        contact: { id, given, purgeAfter: "2027-03-07T08:40:00.000Z" },
      },
    ],
  });
}

describe.each(STORES)("contacts on $store", ({ newPlace }) => {
  let place: StorePlace;
  let database: CampaignDatabase;
  let contacts: ContactStore;
  beforeEach(async () => {
    place = await newPlace();
    database = await openCampaignDatabase(place.place);
    contacts = createContactStore(database);
    await addOuting(database);
  });
  afterEach(async () => {
    await database.destroy();
    await place.leave();
  });

  it("are found by any part of what they left, and % and _ are letters as others", async () => {
    await leave(database, "one");
    await leave(database, "two", { firstName: "Zoé", lastName: "Le_Gall", email: null, phone: "06 12 34 56 78" });

    const idsOf = async (text: string) =>
      (await contacts.page({ text, before: null, most: 10 })).contacts.map(({ id }) => id);
    expect(await idsOf("DIAZ")).toEqual(["one"]);
    expect(await idsOf("e_g")).toEqual(["two"]);
    expect(await idsOf("%")).toEqual([]);
    expect(await idsOf("")).toHaveLength(2);
  });

  it("come in pages without a gap", async () => {
    for (const id of ["a", "b", "c", "d", "e"]) await leave(database, id);

    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page = await contacts.page({ text: "", before, most: 2 });
      seen.push(...page.contacts.map(({ id }) => id));
      before = page.next;
      expect(page.total).toBe(5);
    } while (before !== null);

    expect(seen).toEqual(["e", "d", "c", "b", "a"]);
  });

  it("tell all that is known of a person: origin, consents with their text, and where copies went", async () => {
    await database
      .insertInto("settings")
      .values({ key: "notice:n1", value: JSON.stringify("We keep…") })
      .execute();
    await leave(database, "one");
    await leave(database, "again", { email: "ANA@example.org" });
    await contacts.addExport({ id: "x", kind: "contacts.csv", madeBy: "Dir", madeAt: AT }, ["again"]);

    const person = await contacts.person("one");

    expect(person).toMatchObject({
      contact: {
        firstName: "Ana",
        source: "outing",
        consents: [{ purpose: "news", channel: "email", textVersion: "n1" }],
      },
      others: [{ id: "again" }],
      notices: { n1: "We keep…" },
      outing: { name: "Samedi matin" },
      copies: [{ id: "x", madeBy: "Dir" }],
    });
  });

  it("are erased wherever the same address was left, never to be written to, and no phone brings them back", async () => {
    await leave(database, "one", { phone: "06 12 34 56 78" });
    await leave(database, "same-phone", { firstName: "A.", email: null, phone: "+33612345678" });
    await leave(database, "somebody", { email: "else@example.org" });
    await contacts.addExport({ id: "x", kind: "contacts.csv", madeBy: null, madeAt: AT }, ["one", "somebody"]);

    const erasure = await contacts.erase("one", new Date(AT));
    await leave(database, "one", { phone: "06 12 34 56 78" });

    expect(erasure).toEqual({ contacts: 2, copies: [{ id: "x", kind: "contacts.csv", madeBy: null, madeAt: AT }] });
    expect((await contacts.page({ text: "", before: null, most: 9 })).contacts.map(({ id }) => id)).toEqual([
      "somebody",
    ]);
    expect(await database.selectFrom("consents").select("contact_id").execute()).toEqual([{ contact_id: "somebody" }]);
    const suppressed = await database.selectFrom("suppressions").select("address_hash").execute();
    expect(suppressed.map((row) => row.address_hash).sort()).toEqual(
      [addressHash("ana@example.org"), addressHash("0612345678")].sort(),
    );
    const everything = JSON.stringify(
      await Promise.all(
        (["field_events", "outing_routes", "settings", "audit_entries", "suppressions", "exports"] as const).map(
          (table) => database.selectFrom(table).selectAll().execute(),
        ),
      ),
    );
    expect(everything).not.toMatch(/ana@example|Diaz|12 34 56/i);
  });

  it("that waited on a phone while the person was erased do not come in, and those given again afterwards do", async () => {
    await leave(database, "one");
    await contacts.erase("one", new Date("2026-03-07T09:00:00.000Z"));

    await leave(database, "queued", { email: " ANA@example.org " });
    await leave(database, "same-phone", { email: null, phone: "0612345678" });
    await leave(database, "again", { at: "2026-03-07T09:30:00.000Z" });

    const { contacts: found } = await contacts.page({ text: "", before: null, most: 9 });
    expect(found.map(({ id }) => id)).toEqual(["again", "same-phone"]);
  });

  it("know of the backups that hold them, and of no backup from before", async () => {
    for (const [file, at] of [
      ["early.arpent-backup", "2026-03-07T08:00:00.000Z"],
      ["late.arpent-backup", "2026-03-07T09:00:00.000Z"],
    ] as const) {
      await noteCopy(place.place, "backup-made", `/somewhere/${file}`, new Date(at));
    }
    await leave(database, "one");

    const copies = (await contacts.person("one"))?.copies;

    expect(copies).toMatchObject([{ kind: "late.arpent-backup", madeBy: "command line" }]);
    expect((await contacts.erase("one", new Date(AT)))?.copies).toEqual(copies);
  });

  it("are put right, and a consent that is withdrawn says since when", async () => {
    await leave(database, "one");

    await contacts.change(
      "one",
      { lastName: "Dias", withdrawn: [{ purpose: "news", channel: "email" }] },
      new Date(AT),
    );

    const person = await contacts.person("one");
    expect(person?.contact).toMatchObject({
      lastName: "Dias",
      email: "ana@example.org",
      consents: [{ withdrawnAt: AT }],
    });
    expect(await contacts.change("nobody", { withdrawn: [] }, new Date(AT))).toBe(false);
  });
});

describe.each(STORES)("what is kept no longer than it may, on $store", ({ newPlace }) => {
  it("goes at its date, and the sums by building stay", async () => {
    const { place, leave: leavePlace } = await newPlace();
    const database = await openCampaignDatabase(place);
    await addOuting(database);
    await createFieldEventStore(database).accept(reportOf([knockOf("1"), knockOf("2", "a2")]));
    await database.updateTable("outing_routes").set({ first_name: "Léa" }).where("id", "=", "outing-1").execute();
    await leave(database, "one");
    const collected = database.selectFrom("contacts").select("collected_by");
    expect(await collected.execute()).toEqual([{ collected_by: "Léa / 1" }]);
    const device = { device_id: "d", first_name: "Léa", charter_version: null, joined_at: null, heard_at: AT };
    await database
      .insertInto("route_devices")
      .values({ ...device, outing_route_id: "outing-2" })
      .execute();
    const retention = createRetentionStore(database);
    await retention.write({ firstNameDays: 30, electionDay: "2026-03-15", eventDays: 90, contactsUntil: null });

    const early = await retention.purge(new Date("2026-04-01T00:00:00Z"));
    const due = await retention.due(new Date("2026-07-01T00:00:00Z"));
    const summer = await retention.purge(new Date("2026-07-01T00:00:00Z"));
    const collectedBy = await collected.execute();
    const nextYear = await retention.purge(new Date("2027-04-01T00:00:00Z"));

    expect(early).toEqual({ contacts: 0, firstNames: 0, events: 0 });
    expect(due).toEqual(summer);
    expect(summer).toEqual({ contacts: 0, firstNames: 3, events: 3 });
    expect(collectedBy).toEqual([{ collected_by: "? / 1" }]);
    expect(nextYear).toEqual({ contacts: 1, firstNames: 0, events: 0 });
    expect(await database.selectFrom("stop_reports").select("doors").execute()).toEqual([{ doors: 1 }, { doors: 1 }]);
    expect(await database.selectFrom("consents").selectAll().execute()).toEqual([]);
    for (const table of ["outing_routes", "route_devices"] as const) {
      const named = database.selectFrom(table).select("first_name").where("first_name", "is not", null);
      expect(await named.execute()).toEqual([]);
    }
    expect(await retention.lastPurge()).toMatchObject({ contacts: 1, at: "2027-04-01T00:00:00.000Z" });
    await database.destroy();
    await leavePlace();
  });

  it("is written into the audit log once, by a name that the log has words for", async () => {
    const { place, leave: leavePlace } = await newPlace();
    const database = await openCampaignDatabase(place);
    await addOuting(database);
    await leave(database, "one");
    const now = () => new Date("2027-04-01T00:00:00Z");
    const log = { info: () => {}, error: () => {} };
    const deps = { retention: createRetentionStore(database), people: createPeopleStores(database), now, log };

    await purgeNow({ accountId: null, name: "timer" }, deps);
    await purgeNow({ accountId: null, name: "timer" }, deps);

    const entries = await database.selectFrom("audit_entries").select(["actor", "action"]).execute();
    expect(entries).toEqual([{ actor: "timer", action: "data-purged" }]);
    expect(AUDIT_ACTIONS).toContain(entries[0]?.action);
    await database.destroy();
    await leavePlace();
  });
});

describe("the endpoints of contacts", () => {
  it("hand over a copy that spreadsheets run nothing of, and remember it", async () => {
    const server = await makeServer();
    const database = await openCampaignDatabase(`${server.folder}/campaign.sqlite`);
    await addOuting(database);
    await leave(database, "one", { firstName: "=HYPERLINK(1)" });

    const csv = await (await server.request("/api/contacts.csv")).text();
    await server.request("/api/contacts/one/data.json");
    const person = await jsonOf(await server.request("/api/contacts/one"));
    const erased = await server.request("/api/contacts/one", { method: "DELETE" });
    const again = await server.request("/api/contacts/one");

    expect(csv).toContain("'=HYPERLINK(1);Diaz;ana@example.org;");
    expect(person).toMatchObject({ copies: [{ kind: "contacts.csv" }, { kind: "person.json", madeBy: "Test" }] });
    expect(await jsonOf(erased)).toMatchObject({
      contacts: 1,
      copies: [{ kind: "contacts.csv" }, { kind: "person.json" }],
    });
    expect(again.status).toBe(404);
    await database.destroy();
    await server.close();
  });
});

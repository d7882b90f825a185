import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import type { EventBatch, EventsAnswer, FieldEvent } from "../../../server/contract/field-events.ts";
import type { FieldSheet } from "../../../server/contract/outings.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { createFieldStores } from "../../../server/field/field-stores.ts";
import { addOuting, clearOutings, type OutingGiven } from "../../fixtures/add-outing.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";
import { examplePlan } from "../../fixtures/example-plan.ts";
import { knockOf, undoOf } from "../../fixtures/field-report.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";

const TOKEN = "token-outing-1";
/** In the only tile of the test territory, 9/259/176. */
const AT_THE_TILE = [2.5, 48.6] as const;
const DEVICE = "device-0123456789";

describe.each(STORES)("on $store", ({ newPlace }) => {
  let place: StorePlace;
  let database: CampaignDatabase;
  let server: TestServer;
  let now: Date;
  beforeAll(async () => {
    place = await newPlace();
    database = await openCampaignDatabase(place.place);
    server = await makeServer({ field: createFieldStores(database), now: () => now });
  });
  beforeEach(() => {
    now = new Date("2026-03-07T09:00:00.000Z");
  });
  afterEach(() => clearOutings(database));
  afterAll(async () => {
    await server.close();
    await database.destroy();
    await place.leave();
  });

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    server.request(`/api/field/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const batchOf = (events: readonly object[], changes: Partial<EventBatch> = {}) => ({
    version: 1,
    deviceId: DEVICE,
    sentAt: now.toISOString(),
    events,
    ...changes,
  });
  const send = (events: readonly object[], changes: Partial<EventBatch> = {}, token = TOKEN) =>
    jsonOf<EventsAnswer>(post(`${token}/events`, batchOf(events, changes), { "accept-language": "en" }));
  const outing = (given: OutingGiven = {}) => addOuting(database, given);
  const sheet = (token = TOKEN, query = "") => jsonOf<FieldSheet>(server.request(`/api/field/${token}${query}`));
  const setting = (key: string, value: unknown) =>
    database
      .insertInto("settings")
      .values({ key, value: JSON.stringify(value) })
      .execute();
  const codeOf = async (response: Response | Promise<Response>) => (await jsonOf<Problem>(response)).error.code;

  describe("the sheet", () => {
    it("holds the route of the link alone, and asks for counts only", async () => {
      await outing();
      await send([knockOf("one", "a1", "absent", 2)]);

      const response = await server.request(`/api/field/${TOKEN}`);
      const text = await response.text();
      const { outing: walked, route, reports, privacy, charter, firstName } = JSON.parse(text) as FieldSheet;

      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(walked).toMatchObject({ name: "Samedi matin", script: "Bonjour !" });
      expect(route.stops.map(({ id }) => id)).toEqual(["a1"]);
      expect(text).not.toContain("a2");
      expect(reports).toMatchObject({ a1: { doors: 2, isFinished: false } });
      expect(privacy).toEqual({ buildingNotes: false, contacts: false });
      expect(charter.text).not.toBe("");
      expect(firstName).toBeNull();
    });

    it("says of an unknown link what to do, in both languages", async () => {
      const french = await jsonOf<Problem>(server.request("/api/field/nothing"));
      const english = await jsonOf<Problem>(server.request("/api/field/nothing?lang=en"));

      expect(french.error).toMatchObject({ code: "unknown-link", message: expect.stringContaining("Vérifiez") });
      expect(english.error).toMatchObject({ code: "unknown-link", message: expect.stringContaining("Check") });
    });

    it("shows nothing once the route is closed or taken back", async () => {
      await outing({ endedAt: "2026-03-07T08:59:00.000Z" });
      await outing({ id: "taken" });
      await database
        .updateTable("outing_routes")
        .set({ taken_back_at: "x" })
        .where("outing_id", "=", "taken")
        .execute();

      for (const [token, code] of [
        [TOKEN, "route-closed"],
        ["token-taken-1", "route-taken-back"],
      ] as const) {
        for (const path of [token, `${token}/map`, `${token}/tiles/9/259/176`]) {
          const response = await server.request(`/api/field/${path}`);
          expect(response.status).toBe(410);
          expect(await codeOf(response)).toBe(code);
        }
      }
    });
  });

  describe("joining", () => {
    const join = (deviceId: string, firstName: string) =>
      sheet().then(({ charter }) => post(`${TOKEN}/join`, { firstName, deviceId, charterVersion: charter.version }));

    it("lets five phones walk one route, counts them together, and tells who they are", async () => {
      await outing();
      const phones = Array.from({ length: 5 }, (_, index) => `device-of-phone-${index}`);

      for (const [index, phone] of phones.entries()) await join(phone, `Nom ${index}`);
      await Promise.all(phones.map((deviceId, index) => send([knockOf(`of-${index}`)], { deviceId })));

      expect(await sheet()).toMatchObject({
        firstName: "Nom 0, Nom 1, Nom 2, Nom 3, Nom 4",
        reports: { a1: { doors: 5 } },
      });
      expect((await sheet(TOKEN, `?device=${phones[3]}`)).firstName).toBe("Nom 3");
      expect((await sheet(TOKEN, "?device=device-of-a-stranger")).firstName).toBeNull();
      expect(await database.selectFrom("route_devices").select("device_id").execute()).toHaveLength(5);
    });

    it("knows who walks a route since its link was renewed, and not who walked it before", async () => {
      await outing();
      await join(DEVICE, "Ana");
      await join("device-of-another", "Bob");
      const renewed = { first_name: null, charter_version: null, joined_at: null };
      await database.updateTable("outing_routes").set(renewed).where("id", "=", "outing-1").execute();
      now = new Date("2026-03-07T09:10:00.000Z");

      await join("device-of-another", "Bob");
      await join("device-of-a-third", "Chloé");

      expect((await sheet()).firstName).toBe("Chloé, Bob");
    });

    it("lets a volunteer mend their name, and asks for the charter that they read", async () => {
      await outing();
      await join(DEVICE, "Lea");
      await join(DEVICE, "Léa");

      const old = await post(`${TOKEN}/join`, { firstName: "Léa", deviceId: DEVICE, charterVersion: "1999" });

      expect((await sheet()).firstName).toBe("Léa");
      expect(await codeOf(old)).toBe("other-charter");
    });
  });

  describe("events", () => {
    it("are corrected where the phone's clock is off by more than two minutes", async () => {
      await outing();
      const aYear = 365 * 24 * 3_600_000;
      const ahead = (ms: number) => new Date(Date.parse("2026-03-07T08:30:00.000Z") + ms).toISOString();

      await send([{ ...knockOf("right"), at: ahead(0) }]);
      await send([{ ...knockOf("minute"), at: ahead(60_000) }], { sentAt: "2026-03-07T09:01:00.000Z" });
      for (const [name, off] of [
        ["behind", -aYear],
        ["before", aYear],
      ] as const) {
        const sentAt = new Date(now.getTime() + off).toISOString();
        await send([{ ...knockOf(name), at: ahead(off) }], { sentAt });
      }
      await send([{ ...knockOf("set-since"), at: ahead(aYear) }]);

      const rows = await database.selectFrom("field_events").selectAll().orderBy("sequence").execute();
      const half = "2026-03-07T08:30:00.000Z";
      expect(rows.map(({ at }) => at)).toEqual([half, "2026-03-07T08:31:00.000Z", half, half, now.toISOString()]);
      expect(rows[2]?.phone_at).toBe("2025-03-07T08:30:00.000Z");
    });

    it("of a newer phone, of unknown kinds and unreadable ones are refused one by one, in the phone's language", async () => {
      await outing();

      const mixed = await send([knockOf("one"), { ...knockOf("two"), kind: "sing" }, { ...knockOf("six"), doors: 0 }]);
      const zero = await send([{ ...knockOf("zero"), stopId: "a\u0000" }]);
      const newer = await send([knockOf("three")], { version: 2 });

      expect(mixed.stored).toEqual([knockOf("one").id]);
      expect(mixed.refused.map(({ code }) => code)).toEqual(["unknown-kind", "unreadable-event"]);
      expect(zero.refused.map(({ code }) => code)).toEqual(["unreadable-event"]);
      expect(newer.refused).toEqual([
        { id: knockOf("three").id, code: "newer-version", message: expect.stringContaining("Nothing is lost") },
      ]);
    });

    it("made before the link expired are taken in for three days, later ones and later phones are not", async () => {
      await outing({ expiresAt: "2026-03-07T12:00:00.000Z" });
      const made = (name: string, at: string) => ({ ...knockOf(name), at });
      now = new Date("2026-03-09T09:00:00.000Z");
      const grace = await send([made("before", "2026-03-07T11:59:00.000Z"), made("after", "2026-03-07T13:00:00.000Z")]);
      now = new Date("2026-03-10T12:00:01.000Z");
      const closed = await send([made("before", "2026-03-07T11:59:00.000Z"), made("lost", "2026-03-07T11:58:00.000Z")]);

      expect(grace).toMatchObject({ state: "grace", stored: [knockOf("before").id] });
      expect(grace.refused).toMatchObject([{ id: knockOf("after").id, code: "made-after-close" }]);
      // What was stored and whose answer was lost is still said to be stored.
      expect(closed).toMatchObject({ state: "closed", stored: [knockOf("before").id] });
      expect(closed.refused).toMatchObject([{ id: knockOf("lost").id, code: "link-closed" }]);
    });

    it("made under a clock a year ahead that was set right since are taken in after the link expired as well", async () => {
      await outing({ expiresAt: "2026-03-07T12:00:00.000Z" });
      now = new Date("2026-03-09T09:00:00.000Z");

      const grace = await send([{ ...knockOf("ahead"), at: "2027-03-07T11:30:00.000Z" }]);

      const row = await database.selectFrom("field_events").selectAll().executeTakeFirst();
      expect(grace).toMatchObject({ state: "grace", stored: [knockOf("ahead").id], refused: [] });
      expect(row).toMatchObject({ at: "2026-03-07T12:00:00.000Z", phone_at: "2027-03-07T11:30:00.000Z" });
    });

    it("of a route that was taken back, or whose link was replaced, are taken in", async () => {
      await outing();
      await database.updateTable("outing_routes").set({ token: "new-token" }).where("id", "=", "outing-1").execute();
      await database
        .insertInto("former_links")
        .values({ token: TOKEN, outing_route_id: "outing-1", replaced_at: now.toISOString() })
        .execute();

      const answer = await send([knockOf("one")]);

      expect(answer).toMatchObject({ state: "taken-back", stored: [knockOf("one").id] });
      expect((await sheet("new-token")).reports).toMatchObject({ a1: { doors: 1 } });
    });

    it("at an address of another route count for that address: two volunteers on one building", async () => {
      await outing();

      await send([knockOf("mine", "a2", "absent", 1)]);
      await send([knockOf("theirs", "a2", "absent", 2)], { deviceId: "device-of-another" }, "token-outing-2");
      const gone = await send([knockOf("gone", "demolished")]);

      expect((await sheet("token-outing-2")).reports).toMatchObject({ a2: { doors: 3 } });
      expect(gone.stored).toEqual([knockOf("gone").id]);
      expect(gone.told).toMatchObject([{ id: knockOf("gone").id, code: "address-gone", message: /^Stored\. / }]);
    });

    it("ring the outing's bell once they are stored, and not when nothing is new", async () => {
      await outing();
      let rings = 0;
      const ring = server.deps.bells.heard("outing:outing", AbortSignal.timeout(5000)).then(() => rings++);
      await send([knockOf("one")]);
      await ring;
      const silence = new AbortController();
      const again = server.deps.bells.heard("outing:outing", silence.signal).then(() => {
        if (!silence.signal.aborted) rings++;
      });
      await send([knockOf("one")]);
      silence.abort();
      await again;

      expect(rings).toBe(1);
    });

    it("must be JSON of a bearable size", async () => {
      await outing();
      const many = Array.from({ length: 501 }, (_, index) => knockOf(`n${index}`));

      expect((await post(`${TOKEN}/events`, "x=1", { "content-type": "text/plain" })).status).toBe(415);
      expect((await post(`${TOKEN}/events`, "{")).status).toBe(400);
      expect((await post(`${TOKEN}/events`, batchOf(many))).status).toBe(400);
      expect((await post(`${TOKEN}/events`, batchOf([{ ...knockOf("x"), pad: "y".repeat(1_100_000) }]))).status).toBe(
        413,
      );
      expect((await post("mistyped/events", batchOf([]))).status).toBe(404);
    });
  });

  describe("contacts and notes", () => {
    const contact = (name: string, changes: object = {}): FieldEvent & { kind: "contact" } => ({
      ...knockOf(name),
      kind: "contact",
      firstName: "Ana",
      lastName: "Roux",
      email: "ana@example.org",
      phone: null,
      consents: [{ purpose: "news", channel: "email" }],
      noticeVersion: "unknown",
      ...changes,
    });
    const note = (name: string, codeHours: string) => ({
      ...knockOf(name),
      kind: "note",
      note: { codeHours, hasLift: true, hasIntercom: null },
    });
    const choose = (contacts: boolean, controller: object | null) =>
      server.request("/api/field-settings", {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ privacy: { buildingNotes: true, contacts }, controller }),
      });
    const allow = () => choose(true, { name: "Liste Demain", contact: "donnees@example.org" });

    it("are not kept unless the campaign chose so, and that is told", async () => {
      await outing();

      const answer = await send([contact("one"), note("two", "8h-20h")]);

      expect(answer.refused).toMatchObject([{ code: "contacts-off" }]);
      expect(answer.told).toMatchObject([{ id: knockOf("two").id, code: "note-left-out" }]);
      const stored = JSON.stringify(await database.selectFrom("field_events").selectAll().execute());
      expect(stored).not.toMatch(/Ana|8h-20h/);
      expect(await database.selectFrom("building_notes").selectAll().execute()).toEqual([]);
    });

    it("ask for no contacts while nobody is named who answers for them", async () => {
      await outing();
      await setting("privacy", { buildingNotes: false, contacts: true });

      expect((await sheet()).privacy.contacts).toBe(false);
      expect(await codeOf(choose(true, null))).toBe("no-controller");
      expect((await choose(false, null)).status).toBe(200);
      expect((await sheet()).privacy).toEqual({ buildingNotes: true, contacts: false });
    });

    it("keep details apart from the events, with what was ticked and the text above it", async () => {
      await outing();
      await allow();
      const { notice, charter } = await sheet();
      await post(`${TOKEN}/join`, { firstName: "Léa", deviceId: DEVICE, charterVersion: charter.version });

      const unknown = await send([contact("old")]);
      const answer = await send([
        contact("one", { noticeVersion: notice.version }),
        contact("two", { noticeVersion: notice.version, email: null, phone: "06 12 34 56 78" }),
      ]);

      expect(notice.text).toContain("Liste Demain");
      expect(unknown.refused).toMatchObject([{ code: "unknown-notice" }]);
      expect(answer.refused).toMatchObject([{ id: knockOf("two").id, code: "contact-unreachable" }]);
      expect(await database.selectFrom("contacts").selectAll().execute()).toMatchObject([
        { first_name: "Ana", email: "ana@example.org", collected_by: "Léa / 1", source: "outing" },
      ]);
      expect(await database.selectFrom("consents").selectAll().execute()).toMatchObject([
        { purpose: "news", channel: "email", text_version: notice.version, withdrawn_at: null },
      ]);
      expect(JSON.stringify(await database.selectFrom("field_events").selectAll().execute())).not.toMatch(/Ana|ana@/);
    });

    it("drop details that were taken back, whichever comes first", async () => {
      await outing();
      await allow();
      const { notice } = await sheet();
      const noticeVersion = notice.version;

      await send([contact("one", { noticeVersion })]);
      await send([undoOf("one"), undoOf("two")]);
      await send([contact("two", { noticeVersion })]);

      expect(await database.selectFrom("contacts").selectAll().execute()).toEqual([]);
      expect(await database.selectFrom("consents").selectAll().execute()).toEqual([]);
    });

    it("know of a building what was noted last and not taken back", async () => {
      await outing();
      await allow();

      await send([{ ...note("late", "8h-20h"), at: "2026-03-07T08:40:00.000Z" }]);
      await send([{ ...note("early", "9h"), at: "2026-03-07T08:20:00.000Z" }]);
      const last = await sheet();
      await send([undoOf("late")]);

      expect(last.notes).toMatchObject({ a1: { codeHours: "8h-20h" } });
      expect((await sheet()).notes).toMatchObject({ a1: { codeHours: "9h" } });
    });
  });

  describe("the map and the code", () => {
    it("lists the tiles around the walk with their bytes, and gives them", async () => {
      const routes = examplePlan()
        .routes.slice(0, 1)
        .map((route) => ({
          ...route,
          start: AT_THE_TILE,
          end: AT_THE_TILE,
          stops: [],
          osrm: { ...route.osrm, geometry: { ...route.osrm.geometry, coordinates: [AT_THE_TILE] } },
        }));
      await outing({ routes });

      const map = await jsonOf<{ bytes: number; addresses: string[] }>(server.request(`/api/field/${TOKEN}/map`));
      const tile = await server.request(map.addresses[0] ?? "", { headers: { "accept-encoding": "gzip" } });

      expect(map.addresses).toEqual([`/api/field/${TOKEN}/tiles/9/259/176`]);
      expect((await tile.arrayBuffer()).byteLength).toBe(map.bytes);
      expect((await server.request(`/api/field/${TOKEN}/tiles/9/0/0`)).status).toBe(204);
    });

    it("opens a route by its code as people type it, and stops who guesses", async () => {
      await outing();
      const code = (typed: string) => post("code", { code: typed });

      expect(await jsonOf(code(" kxhr-7m4b "))).toEqual({ token: TOKEN });
      for (let guess = 0; guess < 30; guess++) expect((await code("AAAABBBB")).status).toBe(404);
      const stopped = await code("KXHR7M4B");

      expect([stopped.status, stopped.headers.get("retry-after")]).toEqual([429, "600"]);
      expect(await codeOf(stopped)).toBe("too-many-codes");
    });
  });
});

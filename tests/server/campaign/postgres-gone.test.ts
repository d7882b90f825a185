import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { createPostgresBells, type PostgresBells } from "../../../server/campaign/postgres-bells.ts";
import type { EventsAnswer } from "../../../server/contract/field-events.ts";
import { createFieldStores } from "../../../server/field/field-stores.ts";
import { createOutingStore } from "../../../server/outings/outing-store.ts";
import { createPeopleStores } from "../../../server/people/create-people-stores.ts";
import { createOutingReach } from "../../../server/people/outing-reach.ts";
import { createOutingReaders } from "../../../server/progress/outing-readers.ts";
import { createProgressStore } from "../../../server/progress/progress-store.ts";
import { addOuting } from "../../fixtures/add-outing.ts";
import { knockOf } from "../../fixtures/field-report.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { openStream } from "../../fixtures/open-events.ts";
import { plainPasswords, type SignedIn, signInAs } from "../../fixtures/people.ts";
import { type PostgresServer, postgresPrograms, startPostgres } from "../../fixtures/postgres-server.ts";

const programs = postgresPrograms();
/** PostgreSQL is away for so long. What phones and screens do within it does not depend on how long it is. */
const AWAY_MS = 1500;

let postgres: PostgresServer;
let campaign: CampaignDatabase;
let bells: PostgresBells;
let server: TestServer;
let director: SignedIn;

beforeAll(async () => {
  if (programs === null) return;
  postgres = await startPostgres(programs, { isDurable: true });
  const place = { url: postgres.url, schema: "arpent" };
  campaign = await openCampaignDatabase(place);
  await addOuting(campaign);
  await addOuting(campaign, { id: "second" });
  bells = createPostgresBells(place);
  const progress = createProgressStore(campaign);
  const now = () => new Date("2026-03-07T09:00:00Z");
  server = await makeServer({
    field: createFieldStores(campaign),
    outings: createOutingStore(campaign),
    outingReach: createOutingReach(campaign),
    people: createPeopleStores(campaign),
    passwords: plainPasswords,
    readers: createOutingReaders({ progress, bells, now, gatherMs: 1 }),
    progress,
    bells,
  });
  director = await signInAs(server, "director");
}, 60_000);
afterAll(async () => {
  if (programs === null) return;
  await server.close();
  await bells.close();
  await campaign.destroy();
  await postgres.stop();
}, 60_000);

const send = (names: readonly string[], outing = "outing") =>
  server.request(`/api/field/token-${outing}-1/events?lang=en`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      version: 1,
      deviceId: "device-0123456789",
      sentAt: "2026-03-07T09:00:00.000Z",
      events: names.map((name) => knockOf(name, "a1")),
    }),
  });
const idsOf = (names: readonly string[]) => names.map((name) => knockOf(name).id);

it.skipIf(programs === null)(
  "a PostgreSQL that is gone for a while is said to phones and to headquarters, and everything comes in once when it is back",
  async () => {
    const [screen, asking] = [
      await openStream(director, "/api/outings/outing/events"),
      await openStream(director, "/api/outings/second/events?lang=en"),
    ];
    expect((await send(["before"])).status).toBe(200);
    let told = await screen.next();
    while (told !== null && told.id !== "1") told = await screen.next();
    expect((await asking.next())?.id).toBe("0");

    await postgres.kill();
    const phones = await Promise.all(["one", "two", "three"].map((name) => send([name])));
    const headquarters = await director.request("/api/outings/outing/progress?lang=en");
    // Somebody who looks again meanwhile.
    bells.ring("outing:second");
    const failed = await asking.next();
    await pause(AWAY_MS);
    const later = await send(["one"]);
    await postgres.restart();

    for (const refused of [...phones, headquarters, later]) {
      expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(await jsonOf(refused)).toMatchObject({ error: { code: "store-gone", message: /Nothing is lost/ } });
    }
    expect(failed).toMatchObject({ event: "failed", data: { error: { code: "store-gone" } } });
    expect(await asking.next()).toBeNull();

    // Whatever was answered before, phones send all that they were not told is stored, some of it twice.
    const names = ["before", "one", "two", "three"];
    const answers = [await send(names), await send(["three", "four"]), await send(["other"], "second")];
    expect(
      (await Promise.all(answers.map((answer) => jsonOf<EventsAnswer>(answer)))).map(({ stored }) => stored),
    ).toEqual([names, ["three", "four"], ["other"]].map(idsOf));
    const rows = await campaign
      .selectFrom("field_events")
      .select(["id", "sequence"])
      .where("outing_id", "=", "outing")
      .orderBy("sequence")
      .execute();
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(rows.map(({ id }) => id)).toEqual(idsOf([...names, "four"]));

    // The screen that only waited goes on by itself; the one that was told comes back where it was.
    let last = await screen.next();
    while (last !== null && last.id !== "5") last = await screen.next();
    expect(last?.data).toMatchObject({ total: { doorsTried: 5 } });
    const back = await openStream(director, "/api/outings/second/events", { "Last-Event-ID": "0" });
    expect((await back.next())?.data).toMatchObject({ sequence: 1, stops: [{ stopId: "a1", doorsTried: 1 }] });
    await Promise.all([screen.leave(), back.leave()]);
  },
  60_000,
);

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBellTower } from "../../../server/campaign/bells.ts";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import type { FieldEvent } from "../../../server/contract/field-events.ts";
import type { OutingProgress, ProgressEvent } from "../../../server/contract/progress.ts";
import { createFieldEventStore } from "../../../server/field/event-store.ts";
import { outingEvents } from "../../../server/progress/outing-events.ts";
import { createOutingReaders } from "../../../server/progress/outing-readers.ts";
import { createProgressStore, type ProgressStore } from "../../../server/progress/progress-store.ts";
import { addOuting } from "../../fixtures/add-outing.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";
import { knockOf, reportOf, undoOf } from "../../fixtures/field-report.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { openStream } from "../../fixtures/open-events.ts";

const NOW = () => new Date("2026-03-07T09:00:00Z");

describe.each(STORES)("an outing that is watched, on $store", ({ newPlace }) => {
  let database: CampaignDatabase;
  let place: StorePlace;
  let reads: number;

  beforeEach(async () => {
    place = await newPlace();
    database = await openCampaignDatabase(place.place);
    await addOuting(database);
    reads = 0;
  });
  afterEach(async () => {
    await database.destroy();
    await place.leave();
  });

  function counted(): ProgressStore {
    const store = createProgressStore(database);
    return {
      ...store,
      outing(outingId) {
        reads++;
        return store.outing(outingId);
      },
    };
  }
  function watching() {
    const bells = createBellTower();
    const events = createFieldEventStore(database);
    const readers = createOutingReaders({ progress: counted(), bells, now: NOW, gatherMs: 5 });
    return {
      watch(after = 0) {
        const leaving = new AbortController();
        const stream = outingEvents("outing", after, leaving.signal, { readers });
        return {
          async next() {
            const { value } = await stream.next();
            return value && { ...value, data: JSON.parse(value.data) as ProgressEvent };
          },
          leave: () => leaving.abort(),
        };
      },
      async report(...reported: FieldEvent[]) {
        await events.accept(reportOf(reported));
        bells.ring("outing:outing");
      },
    };
  }

  it("tells each report, and who resumes after any of them hears all that came since", async () => {
    const { watch, report } = watching();
    const watcher = watch();
    expect((await watcher.next())?.data.total.doorsTried).toBe(0);

    await report(knockOf("1", "a1", "absent"));
    const first = await watcher.next();
    await report(knockOf("2", "a2", "conversation", 2));
    const second = await watcher.next();
    const resumed = await watch(Number(first?.id)).next();

    expect(first?.data.stops).toEqual([expect.objectContaining({ stopId: "a1", doorsTried: 1, state: "begun" })]);
    expect(second?.data.stops).toEqual([expect.objectContaining({ stopId: "a2", doorsTried: 2, state: "done" })]);
    expect(resumed).toEqual(second);
    expect(resumed?.id).toBe("2");
  });

  it("tells what is taken back", async () => {
    const { watch, report } = watching();
    await report(knockOf("1"));
    const watcher = watch();
    await watcher.next();

    await report(undoOf("1"));

    const told = await watcher.next();
    expect(told?.data.stops).toEqual([expect.objectContaining({ stopId: "a1", doorsTried: 0, state: "untouched" })]);
  });

  it("tells everything anew to who has heard of reports that a restored copy does not have", async () => {
    const { watch } = watching();

    const told = await watch(500).next();

    expect(told?.data.stops).toHaveLength(2);
    expect(told?.id).toBe("0");
  });

  it("tells when somebody else walks", async () => {
    const { watch } = watching();
    const { watch: other, report } = watching();
    const watcher = other();
    await watcher.next();

    await database.updateTable("outings").set({ revision: 2 }).execute();
    await database.updateTable("outing_stops").set({ outing_route_id: null }).where("stop_id", "=", "a1").execute();
    await report();

    expect((await watcher.next())?.data.revision).toBe(2);
    expect((await watch().next())?.data.revision).toBe(2);
  });

  it("reads once for two hundred watchers, and not at all when they have left", async () => {
    const { watch, report } = watching();
    const watchers = Array.from({ length: 200 }, () => watch());
    await Promise.all(watchers.map((watcher) => watcher.next()));
    const before = reads;

    await report(knockOf("1"));
    const told = await Promise.all(watchers.map((watcher) => watcher.next()));

    expect(before).toBe(1);
    expect(reads - before).toBeLessThanOrEqual(2);
    expect(new Set(told.map((event) => event?.id))).toEqual(new Set(["1"]));
    for (const watcher of watchers) watcher.leave();
    await Promise.all(watchers.map((watcher) => watcher.next()));
    const afterLeaving = reads;
    await report(knockOf("2"));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(reads).toBe(afterLeaving);
  });

  it("counts addresses by zone of a zoning, those of none last", async () => {
    await database
      .insertInto("zonings")
      .values({ id: "z", territory_name: "two-squares", name: "Z", created_at: "", edited_at: "", revision: 0 })
      .execute();
    await database
      .insertInto("zones")
      .values({ zoning_id: "z", zone_id: "z1", name: "Nord", colour: 0, is_locked: 0 })
      .execute();
    await database.insertInto("zone_addresses").values({ zoning_id: "z", address_id: "a2", zone_id: "z1" }).execute();

    const zoneOf = await createProgressStore(database).zonesOf("outing", "z");

    expect([...zoneOf]).toEqual([["a2", { zoneId: "z1", name: "Nord" }]]);
  });
});

describe("the endpoints of progress", () => {
  let server: TestServer;
  let database: CampaignDatabase;
  beforeEach(async () => {
    server = await makeServer();
    database = await openCampaignDatabase(`${server.folder}/campaign.sqlite`);
    await addOuting(database);
  });
  afterEach(async () => {
    await database.destroy();
    await server.close();
  });

  it("answer with the work by route and station, and nothing of what few people answered", async () => {
    await createFieldEventStore(database).accept(reportOf([knockOf("1", "a1", "conversation", 2)]));

    const progress = await jsonOf<OutingProgress>(await server.request("/api/outings/outing/progress"));

    expect(progress.total).toMatchObject({ stops: 2, stopsDone: 1, doors: 4, doorsTried: 2, answers: null });
    expect(progress.routes.map(({ routeId, doorsTried, answers }) => [routeId, doorsTried, answers])).toEqual([
      ["1", 2, null],
      ["2", 0, null],
    ]);
    expect(progress.stations).toEqual([expect.objectContaining({ stationId: "99001_0001", doorsTried: 2 })]);
    expect(JSON.stringify(progress)).not.toContain("conversation");
  });

  it("refuse an outing that is not there", async () => {
    expect((await server.request("/api/outings/nowhere/progress")).status).toBe(404);
    expect((await server.request("/api/outings/nowhere/events")).status).toBe(404);
    expect((await server.request("/api/territories/nowhere/coverage")).status).toBe(404);
  });

  it("stream from after the number that the browser heard last", async () => {
    await createFieldEventStore(database).accept(reportOf([knockOf("1")]));
    await createFieldEventStore(database).accept(reportOf([knockOf("2", "a2")]));

    const stream = await openStream(server, "/api/outings/outing/events", { "Last-Event-ID": "1" });
    const event = await stream.next();
    await stream.leave();

    expect(event).toMatchObject({ event: "progress", id: "2", data: { stops: [{ stopId: "a2" }] } });
  });

  it("tell what was done over all outings, as figures and as a table for spreadsheets", async () => {
    await addOuting(database, { id: "second" });
    const events = createFieldEventStore(database);
    await events.accept(reportOf([knockOf("1", "a1", "absent", 1)]));
    await events.accept(
      reportOf([knockOf("2", "a1", "conversation", 12)], { outingId: "second", outingRouteId: "second-1" }),
    );

    const coverage = await jsonOf(await server.request("/api/territories/two-squares/coverage"));
    const csv = await (await server.request("/api/territories/two-squares/coverage.csv")).text();

    expect(coverage).toMatchObject({
      outings: 2,
      total: { addresses: 1, addressesDone: 1, doors: 2, doorsReached: 2, doorsTried: 13 },
      days: [{ day: "2026-03-07", outings: 2, doorsTried: 13 }],
      addresses: [{ addressId: "a1", state: "done" }],
    });
    expect(csv.split("\r\n")[1]).toContain("99001_0001");
    expect(csv).toContain(";13;");
  });
});

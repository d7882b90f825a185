import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { type FieldEvent, OUTCOMES } from "../../../server/contract/field-events.ts";
import { foldFieldEvents } from "../../../server/contract/fold-field-events.ts";
import { createFieldEventStore, type FieldEventStore } from "../../../server/field/event-store.ts";
import { addOuting, clearOutings } from "../../fixtures/add-outing.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";
import { knockOf, reportOf, undoOf } from "../../fixtures/field-report.ts";

describe.each(STORES)("on $store", ({ store: kind, newPlace }) => {
  let place: StorePlace;
  let database: CampaignDatabase;
  let store: FieldEventStore;
  /** Of another server process beside the first; a file is served by one. */
  let beside: FieldEventStore;
  const opened: CampaignDatabase[] = [];
  async function open(): Promise<CampaignDatabase> {
    const campaign = await openCampaignDatabase(place.place);
    opened.push(campaign);
    return campaign;
  }
  beforeAll(async () => {
    place = await newPlace();
    database = await open();
    store = createFieldEventStore(database);
    beside = kind === "SQLite" ? store : createFieldEventStore(await open());
  });
  beforeEach(() => addOuting(database));
  afterEach(() => clearOutings(database));
  afterAll(async () => {
    await Promise.all(opened.splice(0).map((campaign) => campaign.destroy()));
    await place.leave();
  });

  const rowsOf = async (outingId = "outing") =>
    database.selectFrom("field_events").selectAll().where("outing_id", "=", outingId).orderBy("sequence").execute();
  const reports = async () => database.selectFrom("stop_reports").selectAll().orderBy("stop_id").execute();

  it("numbers the events of an outing from one, and adds up its stops", async () => {
    const first = await store.accept(
      reportOf([knockOf("one", "a1", "absent", 3), knockOf("two", "a2", "conversation")]),
    );
    await store.accept(reportOf([knockOf("three", "a1", "leaflet", 2)]));

    expect(first).toMatchObject({ stored: ["event-one-------", "event-two-------"], isNews: true });
    expect((await rowsOf()).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(await reports()).toMatchObject([
      { stop_id: "a1", doors: 5, sequence: 3 },
      { stop_id: "a2", doors: 1, sequence: 2 },
    ]);
    const outing = await database.selectFrom("outings").select("last_sequence").executeTakeFirstOrThrow();
    expect(outing.last_sequence).toBe(3);
  });

  it("stores an event that comes again once, and says that it is stored", async () => {
    await store.accept(reportOf([knockOf("one")]));

    const again = await store.accept(reportOf([knockOf("one"), knockOf("one"), knockOf("two")]));

    expect(new Set(again?.stored)).toEqual(new Set(["event-one-------", "event-two-------"]));
    expect((await rowsOf()).map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(await reports()).toMatchObject([{ stop_id: "a1", doors: 2 }]);
  });

  it("takes back what an undo names, whichever comes first, from whichever phone", async () => {
    await store.accept(reportOf([undoOf("late"), knockOf("kept")]));
    await store.accept(reportOf([knockOf("late"), knockOf("gone", "a2")]));
    await store.accept(reportOf([undoOf("gone")], { deviceId: "device-of-somebody", outingRouteId: "outing-2" }));

    expect(await reports()).toMatchObject([
      { stop_id: "a1", doors: 1 },
      { stop_id: "a2", doors: 0, first_at: null },
    ]);
  });

  it("keeps the id of another outing's event from being taken for this one's", async () => {
    await addOuting(database, { id: "other" });
    await store.accept(reportOf([knockOf("one")], { outingId: "other", outingRouteId: "other-1" }));

    const outcome = await store.accept(reportOf([knockOf("one"), knockOf("two")]));

    expect(outcome).toMatchObject({ stored: ["event-two-------"], foreign: ["event-one-------"] });
    expect(await rowsOf()).toHaveLength(1);
  });

  it("stores each event once when two outings report the same id at once", async () => {
    await addOuting(database, { id: "other" });
    const outcomes = await Promise.all([
      store.accept(reportOf([knockOf("same"), knockOf("mine")])),
      beside.accept(reportOf([knockOf("same"), knockOf("theirs")], { outingId: "other", outingRouteId: "other-1" })),
    ]);

    expect(outcomes.flatMap((outcome) => outcome?.stored ?? [])).toHaveLength(3);
    expect(outcomes.flatMap((outcome) => outcome?.foreign ?? [])).toHaveLength(1);
    for (const outingId of ["outing", "other"]) {
      const sequences = (await rowsOf(outingId)).map(({ sequence }) => sequence);
      expect(sequences).toEqual(sequences.map((_, index) => index + 1));
    }
  });

  it("says that an outing is gone", async () => {
    expect(await store.accept(reportOf([knockOf("one")], { outingId: "deleted" }))).toBeNull();
  });

  it("knows when a route was begun and ended, by whatever is not taken back", async () => {
    const turn = (id: string, kind: "route-begun" | "route-ended", minute: number): FieldEvent => ({
      id: `event-${id}`.padEnd(16, "-"),
      kind,
      at: `2026-03-07T08:${minute}:00.000Z`,
    });
    const route = () =>
      database.selectFrom("outing_routes").selectAll().where("id", "=", "outing-1").executeTakeFirst();

    await store.accept(reportOf([turn("end", "route-ended", 50), turn("begin", "route-begun", 10)]));
    const ended = await route();
    await store.accept(reportOf([undoOf("end")]));

    expect(ended).toMatchObject({ began_at: "2026-03-07T08:10:00.000Z", ended_at: "2026-03-07T08:50:00.000Z" });
    expect(await route()).toMatchObject({ ended_at: null, heard_at: "2026-03-07T09:00:00.000Z" });
  });

  it("holds nobody up for one report that cannot be stored", async () => {
    const broken = reportOf([knockOf("broken")], { outingRouteId: "no such route" });

    const outcomes = await Promise.allSettled([
      store.accept(reportOf([knockOf("one")])),
      store.accept(broken),
      store.accept(reportOf([knockOf("two")])),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await rowsOf()).map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it("gives the same rows whatever the order, the repetition, the loss and the batches are", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(walk, async ({ events, batches }) => {
        const id = `run-${run++}`;
        await addOuting(database, { id });
        const ours = (event: FieldEvent): FieldEvent => ({
          ...event,
          id: `${id}-${event.id}`,
          ...(event.kind === "undo" ? { undoes: `${id}-${event.undoes}` } : {}),
        });
        const send = (batch: readonly FieldEvent[], phone: number) =>
          (phone % 2 === 0 ? store : beside).accept(
            reportOf(batch.map(ours), {
              outingId: id,
              outingRouteId: `${id}-${1 + (phone % 2)}`,
              deviceId: `device-of-phone-${phone}`,
            }),
          );

        // All at once, some again; then what was lost on the way is sent once more.
        await Promise.all(batches.map((batch, phone) => send(batch, phone)));
        await send(events, 0);

        const rows = await rowsOf(id);
        expect(rows.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
        expect(new Set(rows.map((row) => row.id))).toEqual(new Set(events.map((event) => ours(event).id)));
        const stored = await database.selectFrom("stop_reports").selectAll().where("outing_id", "=", id).execute();
        for (const stopId of STOPS) {
          const about = events.filter(
            (event) => event.kind === "undo" || ("stopId" in event && event.stopId === stopId),
          );
          const expected = foldFieldEvents(about);
          const row = stored.find((one) => one.stop_id === stopId);
          expect(row ? JSON.parse(row.counts) : foldFieldEvents([]).counts).toEqual(expected.counts);
          expect(row?.is_finished ?? 0).toBe(Number(expected.isFinished));
          expect([row?.first_at ?? null, row?.last_at ?? null]).toEqual([expected.firstAt, expected.lastAt]);
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

const STOPS = ["a1", "a2", "a3"];
const at = fc.integer({ min: 0, max: 3600 }).map((seconds) => new Date(1.7728e12 + seconds * 1000).toISOString());
const eventId = fc.integer({ min: 0, max: 40 }).map((number) => `event-${String(number).padStart(10, "0")}`);
const stopId = fc.constantFrom(...STOPS);
const anyEvent: fc.Arbitrary<FieldEvent> = fc.oneof(
  fc.record({
    id: eventId,
    at,
    kind: fc.constant("knock" as const),
    stopId,
    outcome: fc.constantFrom(...OUTCOMES),
    doors: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ id: eventId, at, kind: fc.constant("undo" as const), undoes: eventId }),
  fc.record({ id: eventId, at, kind: fc.constant("stop-finished" as const), stopId }),
  fc.record({ id: eventId, at, kind: fc.constant("route-begun" as const) }),
);
/** Events of one outing, and batches of them: any part of them in any order, any of them any number of times. */
const walk = fc.uniqueArray(anyEvent, { selector: (event) => event.id, minLength: 1, maxLength: 20 }).chain((events) =>
  fc.record({
    events: fc.constant(events),
    batches: fc.array(fc.array(fc.constantFrom(...events), { maxLength: 12 }), { maxLength: 8 }),
  }),
);

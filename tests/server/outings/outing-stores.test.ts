import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { createOutingRouteStore, type StopsChange } from "../../../server/outings/outing-route-store.ts";
import { createOutingStore } from "../../../server/outings/outing-store.ts";
import { createPlanStore } from "../../../server/plans/plan-store.ts";
import { packJson, unpackJson } from "../../../server/work/packed-json.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";
import { examplePlan, exampleRequest } from "../../fixtures/example-plan.ts";

const AT = new Date("2026-03-07T09:00:00Z");
const [ROUTE] = examplePlan().routes;

describe.each(STORES)("outings on $store", ({ newPlace }) => {
  let place: StorePlace;
  let database: CampaignDatabase;
  beforeEach(async () => {
    place = await newPlace();
    database = await openCampaignDatabase(place.place);
  });
  afterEach(async () => {
    await database.destroy();
    await place.leave();
  });
  const outings = () => createOutingStore(database);
  const routes = () => createOutingRouteStore(database);

  it("keeps an outing with its routes and stops, and counts them in the list of its territory", async () => {
    await newOuting(database);

    expect(await outings().find("o")).toMatchObject({ name: "Samedi", isPairs: true, revision: 0, endedAt: null });
    expect(await outings().list("grid")).toMatchObject([{ id: "o", routes: 2, stops: 4, doors: 10, doorsTried: 0 }]);
    expect(await outings().list("elsewhere")).toEqual([]);
    expect((await routes().routes("o")).map(({ id, routeId }) => [id, routeId])).toEqual([
      ["ra", "2"],
      ["rb", "10"],
    ]);
    expect(await routes().stops("o")).toEqual([
      { stopId: "s0", outingRouteId: "ra", doors: 1 },
      { stopId: "s1", outingRouteId: "ra", doors: 2 },
      { stopId: "s2", outingRouteId: "rb", doors: 3 },
      { stopId: "s3", outingRouteId: "rb", doors: 4 },
    ]);
    const walk = (await routes().walks(["ra"])).get("ra");
    expect(walk && unpackJson<PlanRoute>(walk)).toEqual(ROUTE);
    expect(await outings().namesOfPlan("plan")).toEqual(["Samedi"]);
  });

  it("keeps no half of an outing", async () => {
    await newOuting(database);
    const twice = outings().add({ ...storedOuting(), id: "other" }, [storedRoute("ra", "2")], []);

    await expect(twice).rejects.toThrow();
    expect(await outings().find("other")).toBeNull();
  });

  it("lists the latest day first", async () => {
    await newOuting(database);
    await outings().add({ ...storedOuting(), id: "later", day: "2026-04-01" }, [], []);

    expect((await outings().list("grid")).map(({ id }) => id)).toEqual(["later", "o"]);
  });

  it("moves stops, draws routes anew and makes one, all at once", async () => {
    await newOuting(database);

    expect(await routes().changeStops(change({}))).toBe("done");

    expect(await routes().stops("o")).toEqual(
      expect.arrayContaining([
        { stopId: "s1", outingRouteId: "ra", doors: 2 },
        { stopId: "s0", outingRouteId: "ra", doors: 1 },
        { stopId: "s3", outingRouteId: "rc", doors: 4 },
        { stopId: "s2", outingRouteId: null, doors: 3 },
      ]),
    );
    const [first, , made] = await routes().routes("o");
    expect(first).toMatchObject({ id: "ra", revision: 1, durationSeconds: 77 });
    expect(made).toMatchObject({ id: "rc", routeId: "11", revision: 0 });
    expect((await outings().find("o"))?.revision).toBe(1);
  });

  it("takes one of two changes that come together", async () => {
    await newOuting(database);
    const both = await Promise.all([
      routes().changeStops(change({ made: [] })),
      routes().changeStops(change({ made: [] })),
    ]);

    expect(both.toSorted()).toEqual(["changed-meanwhile", "done"]);
  });

  it("changes nothing once somebody has knocked at a door that was to move", async () => {
    await newOuting(database);
    await report(database, "s2", { doors: 1 });
    const before = await routes().stops("o");

    expect(await routes().changeStops(change({ unbegun: ["s2"] }))).toBe("begun-meanwhile");

    expect(await routes().stops("o")).toEqual(before);
    expect((await outings().find("o"))?.revision).toBe(0);
  });

  it("does not take a knock that was undone for a beginning", async () => {
    await newOuting(database);
    await report(database, "s0", { doors: 0 });
    await report(database, "s1", { doors: 0, isFinished: 1 });
    await report(database, "s2", { doors: 2 });

    expect((await routes().begun("o")).map(({ stopId, isFinished }) => [stopId, isFinished])).toEqual([
      ["s1", true],
      ["s2", false],
    ]);
    expect(await outings().doorsTried("o")).toBe(2);
  });

  it("gives another link, remembers the one before, and forgets who had it", async () => {
    await newOuting(database);
    await database.updateTable("outing_routes").set({ first_name: "Ada", joined_at: AT.toISOString() }).execute();

    expect(await routes().renew("o", "ra", { token: "new", code: "AAAABBBB" }, AT)).toBe(true);

    const [route, other] = await routes().routes("o");
    expect(route).toMatchObject({ token: "new", code: "AAAABBBB", firstName: null, joinedAt: null });
    expect(other?.firstName).toBe("Ada");
    const former = await database.selectFrom("former_links").selectAll().execute();
    expect(former).toEqual([{ token: "token-ra", outing_route_id: "ra", replaced_at: AT.toISOString() }]);
  });

  it("takes a route back once, and gives it back with a new link", async () => {
    await newOuting(database);

    expect(await routes().takeBack("o", "ra", AT)).toBe(true);
    expect(await routes().takeBack("o", "ra", AT)).toBe(false);
    expect((await routes().routes("o"))[0]?.takenBackAt).toBe(AT.toISOString());
    await routes().renew("o", "ra", { token: "new", code: "AAAABBBB" }, AT);
    expect((await routes().routes("o"))[0]?.takenBackAt).toBeNull();
  });

  it("changes nothing of an outing that has ended", async () => {
    await newOuting(database);
    expect(await outings().close("o", AT)).toBe(true);

    expect(await outings().close("o", AT)).toBe(false);
    expect(await outings().change("o", storedOuting())).toBe(false);
    expect(await routes().takeBack("o", "ra", AT)).toBe(false);
    expect(await routes().renew("o", "ra", { token: "new", code: "AAAABBBB" }, AT)).toBe(false);
    expect(await routes().changeStops(change({ basedOn: 1 }))).toBe("changed-meanwhile");
  });

  it("closes the links with the outing when its hours change", async () => {
    await newOuting(database);
    await outings().change("o", { ...storedOuting(), name: "Dimanche", closesAt: "2026-03-09T00:00:00.000Z" });

    const rows = await database.selectFrom("outing_routes").select("expires_at").execute();
    expect(new Set(rows.map(({ expires_at }) => expires_at))).toEqual(new Set(["2026-03-09T00:00:00.000Z"]));
    expect((await outings().find("o"))?.name).toBe("Dimanche");
  });
});

async function newOuting(database: CampaignDatabase): Promise<void> {
  const plan = { id: "plan", territoryName: "grid", request: exampleRequest, createdAt: AT };
  await createPlanStore(database).add(plan);
  await createOutingStore(database).add(
    storedOuting(),
    [storedRoute("rb", "10"), storedRoute("ra", "2")],
    ["ra", "ra", "rb", "rb"].map((outingRouteId, index) => ({
      ...{ stopId: `s${index}`, outingRouteId, position: index, stationId: null, doors: index + 1 },
    })),
  );
}

function storedOuting() {
  return {
    ...{ id: "o", territoryName: "grid", planId: "plan", name: "Samedi", day: "2026-03-07", startsAt: "14:30" },
    ...{ closesAt: "2026-03-08T01:30:00.000Z", meetingPoint: { label: "Place", position: null }, isPairs: true },
    ...{ script: "", language: "fr" as const, leadAccountId: null, madeBy: null, survey: null, madeAt: AT },
  };
}

function storedRoute(id: string, routeId: string) {
  if (!ROUTE) throw new Error("the example plan has a route");
  const link = { token: `token-${id}`, code: `CODE-${id}`, expiresAt: "2026-03-08T01:30:00.000Z" };
  return { id, routeId, ...link, route: packJson(ROUTE), durationSeconds: ROUTE.durationSeconds };
}

function change(parts: Partial<StopsChange>): StopsChange {
  const { route } = storedRoute("ra", "2");
  return {
    outingId: "o",
    basedOn: 0,
    changed: [
      { id: "ra", route, durationSeconds: 77, stopIds: ["s1", "s0"] },
      { id: "rb", route, durationSeconds: 0, stopIds: [] },
    ],
    made: [{ ...storedRoute("rc", "11"), stopIds: ["s3"] }],
    freed: ["s2"],
    unbegun: [],
    ...parts,
  };
}

async function report(
  database: CampaignDatabase,
  stopId: string,
  { doors, isFinished = 0 }: { readonly doors: number; readonly isFinished?: number },
): Promise<void> {
  const row = { outing_id: "o", stop_id: stopId, counts: "{}", doors, is_finished: isFinished, sequence: 1 };
  await database
    .insertInto("stop_reports")
    .values({ ...row, first_at: AT.toISOString(), last_at: AT.toISOString() })
    .execute();
}

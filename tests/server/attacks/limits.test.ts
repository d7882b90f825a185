import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ZoningState } from "../../../server/contract/drawn-zones.ts";
import type { FirstSteps } from "../../../server/contract/first-steps.ts";
import type { Coverage } from "../../../server/contract/progress.ts";
import type { AddressItem } from "../../../server/contract/territories.ts";
import { createFieldEventStore } from "../../../server/field/event-store.ts";
import { addOuting, clearOutings } from "../../fixtures/add-outing.ts";
import { examplePlan } from "../../fixtures/example-plan.ts";
import { knockOf, reportOf } from "../../fixtures/field-report.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { finishedPlan, makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { plainPasswords, type SignedIn, signInAs } from "../../fixtures/people.ts";

/** An organizer who has one station of the two, and what lies in each. */
let server: TestServer;
let director: SignedIn;
let limited: SignedIn;
let inside: { readonly stationId: string; readonly addresses: readonly string[] };
let outside: { readonly stationId: string; readonly addresses: readonly string[] };

beforeAll(async () => {
  server = await makeServer({ passwords: plainPasswords });
  director = await signInAs(server, "director");
  [inside, outside] = await Promise.all([stationOf("99001_0001"), stationOf("99001_0002")]);
  limited = await signInAs(server, "organizer", {
    stations: [{ territoryName: "two-squares", stationIds: [inside.stationId] }],
    communes: [],
    zones: [],
  });
});
afterAll(() => server.close());

describe("an organizer with limits", () => {
  it("plans within them, and is told of the rest why not", async () => {
    const plan = async (selection: object, person = limited) =>
      (await person.send("POST", "/api/territories/two-squares/plans", { selection, volunteers: 1, minutes: 60 }))
        .status;

    expect(await plan({ kind: "stations", stationIds: [inside.stationId] })).toBe(202);
    expect(await plan({ kind: "addresses", addressIds: inside.addresses })).toBe(202);
    expect(await plan({ kind: "stations", stationIds: [inside.stationId, outside.stationId] })).toBe(403);
    expect(await plan({ kind: "stations", stationIds: "all" })).toBe(403);
    expect(await plan({ kind: "addresses", addressIds: [...inside.addresses, ...outside.addresses] })).toBe(403);
    expect(await plan({ kind: "addresses", addressIds: [...inside.addresses, "an address of nowhere"] })).toBe(403);
    expect(await plan({ kind: "best" })).toBe(403);
    expect(await plan({ kind: "stations", stationIds: [outside.stationId] }, director)).toBe(202);
  });

  it("is not told which plan the first steps lead to, for it may lie elsewhere", async () => {
    const plan = { id: "done-elsewhere", territoryName: "two-squares", request: examplePlan().request };
    await server.deps.plans.add({ ...plan, createdAt: new Date(0) });
    let tokens = 0;
    await server.deps.plans.finish(plan.id, finishedPlan(examplePlan()), () => `done-elsewhere-${++tokens}`);
    const lead = await signInAs(server, "lead");
    const planIdFor = async (person: SignedIn) => (await jsonOf<FirstSteps>(person.request("/api/first-steps"))).planId;

    expect(await planIdFor(director)).toBe(plan.id);
    expect([await planIdFor(limited), await planIdFor(lead)]).toEqual([null, null]);
  });

  it("sees and ends only plans that lie within them", async () => {
    const begin = async (stationId: string) => {
      const body = { selection: { kind: "stations", stationIds: [stationId] }, volunteers: 1, minutes: 60 };
      const response = await director.send("POST", "/api/territories/two-squares/plans", body);
      return (await jsonOf<{ readonly planId: string }>(response)).planId;
    };
    const [mine, theirs] = [await begin(inside.stationId), await begin(outside.stationId)];
    const { plans } = await jsonOf<{ readonly plans: readonly { readonly id: string }[] }>(
      await limited.request("/api/territories/two-squares/plans"),
    );

    expect(plans.map(({ id }) => id)).toContain(mine);
    expect(plans.map(({ id }) => id)).not.toContain(theirs);
    expect((await limited.request(`/api/plans/${theirs}`)).status).toBe(403);
    expect((await limited.request(`/api/plans/${theirs}`, { method: "DELETE" })).status).toBe(403);
    expect((await limited.request(`/api/plans/${mine}`, { method: "DELETE" })).status).toBe(204);
  });

  it("sees only outings that lie within them, and a lead only their own", async () => {
    await addOuting(server.database, { id: "outing" });
    const seen = async (person: SignedIn) => {
      const answer = await person.request("/api/territories/two-squares/outings");
      return (await jsonOf<{ readonly outings: readonly { readonly id: string }[] }>(answer)).outings.map(
        ({ id }) => id,
      );
    };
    const lead = await signInAs(server, "lead");

    expect(await seen(director)).toEqual(["outing"]);
    expect(await seen(limited)).toEqual([]);
    expect(await seen(lead)).toEqual([]);
    for (const person of [limited, lead]) {
      for (const path of ["", "/progress", "/events", "/sheets.pdf", "/routes/1"]) {
        expect((await person.request(`/api/outings/outing${path}`)).status, path).toBe(403);
      }
    }
  });

  it("sees of what was done only what lies within them, in figures, on the map and in the table", async () => {
    const walked = async (id: string, stopId: string) => {
      await addOuting(server.database, { id });
      const report = { outingId: id, outingRouteId: `${id}-1` };
      await createFieldEventStore(server.database).accept(reportOf([knockOf(id, stopId)], report));
    };
    await walked("here", inside.addresses[0] ?? "");
    await walked("there", outside.addresses[0] ?? "");
    const coverage = (person: SignedIn) => jsonOf<Coverage>(person.request("/api/territories/two-squares/coverage"));
    const table = async (person: SignedIn) =>
      (await (await person.request("/api/territories/two-squares/coverage.csv")).text()).match(/99001_\d+/g);

    const [all, mine] = [await coverage(director), await coverage(limited)];

    expect([all.outings, mine.outings]).toEqual([2, 1]);
    expect(mine.addresses.map(({ addressId }) => addressId)).toEqual([inside.addresses[0]]);
    expect([all.total.doorsTried, mine.total.doorsTried]).toEqual([2, 1]);
    expect(mine.days).toMatchObject([{ outings: 1, doorsTried: 1 }]);
    expect(await table(director)).toEqual([inside.stationId, outside.stationId]);
    expect(await table(limited)).toEqual([inside.stationId]);
    await clearOutings(server.database);
  });

  it("edits zones within them, and cannot grow them from there", async () => {
    const { id } = await jsonOf<ZoningState>(
      await limited.send("POST", "/api/territories/two-squares/zonings", { name: "Mine" }),
    );
    let edits = 0;
    const edit = async (...steps: object[]) => {
      const body = { id: `edit-${++edits}-${id.slice(0, 8)}`, editor: "window", steps };
      return (await limited.send("POST", `/api/zonings/${id}/edits`, body)).status;
    };
    const zone = { id: "z1", name: "One", colour: 0, isLocked: false };
    const moved = (addressIds: readonly string[]) => ({ kind: "addresses-moved", from: null, to: "z1", addressIds });

    expect(await edit({ kind: "zone-added", zone })).toBe(200);
    expect(await edit(moved(inside.addresses))).toBe(200);
    expect(await edit(moved(outside.addresses))).toBe(403);
    expect((await limited.send("PUT", `/api/zonings/${id}/name`, { name: "Still mine" })).status).toBe(200);
    await director.send("POST", `/api/zonings/${id}/edits`, {
      ...{ id: "edit-director", editor: "other", steps: [moved(outside.addresses)] },
    });
    expect((await limited.send("PUT", `/api/zonings/${id}/name`, { name: "Not any more" })).status).toBe(403);
    expect((await limited.request(`/api/zonings/${id}`, { method: "DELETE" })).status).toBe(403);
    expect(await edit({ kind: "zone-changed", before: zone, after: { ...zone, name: "Two" } })).toBe(403);
    expect((await limited.request(`/api/zonings/${id}`)).status).toBe(200);
  });

  it("may be limited by communes and by zones as well", async () => {
    const zoning = await jsonOf<ZoningState>(
      await director.send("POST", "/api/territories/two-squares/zonings", { name: "All" }),
    );
    await director.send("POST", `/api/zonings/${zoning.id}/edits`, {
      ...{ id: "edit-zone-limits", editor: "other" },
      steps: [
        { kind: "zone-added", zone: { id: "z1", name: "One", colour: 0, isLocked: false } },
        { kind: "addresses-moved", from: null, to: "z1", addressIds: outside.addresses },
      ],
    });
    const byZone = await signInAs(server, "organizer", {
      ...{ stations: [], communes: [], zones: [{ zoningId: zoning.id, zoneId: "z1" }] },
    });
    const byCommune = await signInAs(server, "organizer", {
      ...{ stations: [], communes: ["99001"], zones: [] },
    });
    const plan = async (person: SignedIn, selection: object) =>
      (await person.send("POST", "/api/territories/two-squares/plans", { selection, volunteers: 1, minutes: 60 }))
        .status;

    expect(await plan(byZone, { kind: "addresses", addressIds: outside.addresses })).toBe(202);
    expect(await plan(byZone, { kind: "addresses", addressIds: inside.addresses })).toBe(403);
    expect(await plan(byCommune, { kind: "stations", stationIds: "all" })).toBe(202);
    expect(await plan(byCommune, { kind: "stations", stationIds: [inside.stationId] })).toBe(202);
  });

  it("changes nothing that is the whole campaign's", async () => {
    const choice = await limited.send("PUT", "/api/territories/two-squares/choice", {});
    const imports = await limited.request("/api/imports");

    expect([choice.status, imports.status]).toEqual([403, 403]);
  });
});

async function stationOf(stationId: string) {
  const { addresses } = await jsonOf<{ readonly addresses: readonly AddressItem[] }>(
    await director.request(`/api/territories/two-squares/stations/${stationId}/addresses`),
  );
  return { stationId, addresses: addresses.map(({ id }) => id) };
}

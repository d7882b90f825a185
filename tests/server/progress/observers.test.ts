import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutingProgress, ProgressEvent } from "../../../server/contract/progress.ts";
import { addOuting } from "../../fixtures/add-outing.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { openStream } from "../../fixtures/open-events.ts";
import { plainPasswords, type SignedIn, signInAs } from "../../fixtures/people.ts";

let server: TestServer;
let director: SignedIn;
let observer: SignedIn;

beforeAll(async () => {
  server = await makeServer({ passwords: plainPasswords });
  director = await signInAs(server, "director");
  observer = await signInAs(server, "observer");
  await addOuting(server.database);
  const volunteer = { first_name: "Zoé", joined_at: "2026-03-07T08:00:00.000Z" };
  await server.database.updateTable("outing_routes").set(volunteer).where("route_id", "=", "1").execute();
});
afterAll(() => server.close());

describe("an observer", () => {
  it("sees the outings and how far they are, and nothing of who walks them", async () => {
    const list = await (await observer.request("/api/territories/two-squares/outings")).text();
    const text = await (await observer.request("/api/outings/outing/progress")).text();
    const progress = JSON.parse(text) as OutingProgress;

    expect(list).toContain("Samedi matin");
    expect(progress.total).toMatchObject({ stops: 2, doors: 4 });
    expect(progress.stations.length).toBeGreaterThan(0);
    expect(progress.routes).toEqual([]);
    expect(progress.stops.map(({ outingRouteId }) => outingRouteId)).toEqual([null, null]);
    for (const secret of ["token-outing", "KXHR7M4", "Zoé", "outing-1"]) expect(list + text).not.toContain(secret);
  });

  it("hears as little when it goes on", async () => {
    const stream = await openStream(observer, "/api/outings/outing/events");
    const first = await stream.next();
    await stream.leave();

    const event = first?.data as ProgressEvent;
    expect(event.routes).toEqual([]);
    expect(event.total.doors).toBe(4);
  });

  it("is refused the outing itself, its routes, sheets and codes", async () => {
    for (const path of ["", "/routes/outing-1", "/routes/outing-1/qr.svg", "/sheets.pdf", "/cards.pdf"]) {
      expect((await observer.request(`/api/outings/outing${path}`)).status, path).toBe(403);
    }
    expect((await observer.send("PATCH", "/api/outings/outing", { name: "Mine" })).status).toBe(403);
  });

  it("takes nothing away from the others", async () => {
    const { routes, stops } = await jsonOf<OutingProgress>(director.request("/api/outings/outing/progress"));

    expect(routes.map(({ routeId }) => routeId)).toEqual(["1", "2"]);
    expect(stops.every(({ outingRouteId }) => outingRouteId !== null)).toBe(true);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Problem } from "../../../server/contract/problem.ts";
import type { ZonesAnswer } from "../../../server/contract/zones.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
});
afterEach(() => server.close());

const ALL = { kind: "stations", stationIds: "all" };
const ask = (body: unknown, name = "two-squares") =>
  server.request(`/api/territories/${name}/zones`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": "en" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("cutting zones over HTTP", () => {
  it("gives each zone with its addresses, ground and figures, and says what it had to tear", async () => {
    const answer = await jsonOf<ZonesAnswer>(ask({ selection: ALL, zones: 2 }));

    expect(answer.zones.features.map(({ id }) => id)).toEqual([1, 2]);
    const ids = answer.zones.features.flatMap(({ properties }) => properties.addressIds);
    expect(new Set(ids).size).toBe(2);
    expect(answer.zones.features[0]?.geometry?.type).toMatch(/Polygon/);
    expect(answer.request).toMatchObject({ seed: 1, minutesPerDoor: 1.5, speed: 4.5 });
    expect(answer.notes.map(({ code }) => code)).toEqual(["torn-sides"]);
  });

  it("gives outlines that hold the same addresses when they are drawn again", async () => {
    const { zones } = await jsonOf<ZonesAnswer>(ask({ selection: ALL, zones: 2 }));

    for (const { geometry, properties } of zones.features) {
      const again = await jsonOf<ZonesAnswer>(ask({ selection: { kind: "zone", geometry }, zones: 1 }));
      expect(again.zones.features.map((zone) => zone.properties.addressIds)).toEqual([properties.addressIds]);
      expect(properties.compactness).toBeGreaterThan(0);
    }
  });

  it("refuses more zones than addresses, with the number that can be had", async () => {
    const response = await ask({ selection: ALL, zones: 3 });

    expect(response.status).toBe(422);
    expect((await jsonOf<Problem>(response)).error).toEqual({
      code: "too-many-zones",
      message: "3 zones for 2 addresses would leave some empty. Ask for 2 zones at most, or choose a larger area.",
    });
  });

  it.each([
    [{ selection: { kind: "best" }, zones: 2 }, 422, "best-is-for-plans"],
    [{ selection: { kind: "stations", stationIds: ["nowhere"] }, zones: 2 }, 422, "unknown-station"],
    [{ selection: { kind: "zone", geometry: square(50) }, zones: 1 }, 422, "nothing-found"],
    [{ selection: { kind: "zone", geometry: bowTie() }, zones: 1 }, 422, "zone-crosses-itself"],
    [{ selection: ALL, zones: 0 }, 400, "invalid-request"],
    [{ selection: ALL, zones: 1e9 }, 400, "invalid-request"],
    [{ selection: ALL, zones: 1.5 }, 400, "invalid-request"],
    [{ selection: ALL, zones: "2" }, 400, "invalid-request"],
    [{ selection: ALL, zones: 2, seed: -1 }, 400, "invalid-request"],
    [{ selection: ALL, zones: 2, minutesPerDoor: 0 }, 400, "invalid-request"],
    [{ selection: ALL, zones: 2, speed: 1e308 }, 400, "invalid-request"],
    [{ selection: { kind: "stations", stationIds: [] }, zones: 2 }, 400, "invalid-request"],
    [{ selection: { __proto__: null, kind: "zone" }, zones: 2 }, 400, "invalid-request"],
    [[], 400, "invalid-request"],
    ["{", 400, "unreadable-request"],
    ["null", 400, "invalid-request"],
  ])("refuses %j with %i %s", async (body, status, code) => {
    const response = await ask(body);

    expect(response.status).toBe(status);
    expect((await jsonOf<Problem>(response)).error.code).toBe(code);
    expect(server.faults).toEqual([]);
  });

  it("knows no territory of another name", async () => {
    expect((await ask({ selection: ALL, zones: 2 }, "..%2fetc")).status).toBe(404);
  });
});

function square(longitude: number) {
  const [west, east] = [longitude, longitude + 0.001];
  return {
    type: "Polygon",
    coordinates: [
      [
        [west, 10],
        [east, 10],
        [east, 11],
        [west, 11],
        [west, 10],
      ],
    ],
  };
}

function bowTie() {
  return {
    type: "Polygon",
    coordinates: [
      [
        [2, 48],
        [3, 49],
        [3, 48],
        [2, 49],
        [2, 48],
      ],
    ],
  };
}

import { afterEach, beforeEach, expect, it } from "vitest";
import type { Problem } from "../../../server/contract/problem.ts";
import type { ScoreReport } from "../../../server/contract/scores.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
});
afterEach(() => server.close());

const PATH = "/api/territories/two-squares/choice";
const CHOICE = { name: "Nous", sides: { "2024_legi_t1-0": "ours", "2024_legi_t1-1": "near" } };
const sending = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

it("starts from a choice that prefers nobody when no candidate can be classed", async () => {
  const response = await server.request(PATH);

  expect(await response.json()).toEqual({ name: "", sides: {}, version: 0, savedAt: null });
});

it("keeps what the campaign chose, the last one counts", async () => {
  await server.request(PATH, sending("PUT", { ...CHOICE, name: "Avant" }));
  const saved = await server.request(PATH, sending("PUT", CHOICE));

  expect(await saved.json()).toEqual({ ...CHOICE, version: 2, savedAt: "2026-03-07T09:00:00.000Z" });
  expect(await (await server.request(PATH)).json()).toMatchObject(CHOICE);
});

it("keeps nothing for a territory that there is not", async () => {
  const response = await server.request("/api/territories/nowhere/choice", sending("PUT", CHOICE));

  expect(response.status).toBe(404);
});

it("refuses a side that there is not, and says which there are", async () => {
  const response = await server.request(PATH, sending("PUT", { name: "Nous", sides: { a: "enemy" } }));

  const { error } = await jsonOf<Problem>(response);
  expect(response.status).toBe(400);
  expect(error.details?.[0]?.path).toBe("sides.a");
  expect(error.message).toContain('"near" ou "neutral" ou "far" ou "hostile"');
  expect(await (await server.request(PATH)).json()).toMatchObject({ name: "", sides: {}, version: 0 });
});

it("scores the stations by a choice without keeping it", async () => {
  const response = await server.request("/api/territories/two-squares/scores", sending("POST", CHOICE));

  const report = await jsonOf<ScoreReport>(response);
  expect(report.choice).toEqual(CHOICE);
  expect(report.stations.map(({ stationId }) => stationId)).toEqual(["99001_0001", "99001_0002"]);
  expect(await (await server.request(PATH)).json()).toMatchObject({ name: "", sides: {}, version: 0 });
});

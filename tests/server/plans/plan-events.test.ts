import { afterEach, beforeEach, expect, it } from "vitest";
import { Refusal } from "../../../server/contract/refusal.ts";
import { examplePlan, exampleRequest } from "../../fixtures/example-plan.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { finishedPlan, makeServer, type StagedPlan, type TestServer } from "../../fixtures/make-server.ts";
import { openEvents } from "../../fixtures/open-events.ts";

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
});
afterEach(() => server.close());

async function start(): Promise<string> {
  const response = await server.request("/api/territories/two-squares/plans", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(exampleRequest),
  });
  return (await jsonOf<{ planId: string }>(response)).planId;
}

function staged(index = 0): StagedPlan {
  const order = server.planner.orders[index];
  if (!order) throw new Error(`no plan ${index} was ordered`);
  return order;
}

it("tells progress in order, then that the plan is done, then ends", async () => {
  const planId = await start();
  const events = await openEvents(server, planId);

  staged().watch.onProgress({ stage: "doors", share: 0.1 });
  const first = await events.next();
  staged().watch.onProgress({ stage: "routes", share: 0.6, routes: 2 });
  const second = await events.next();
  staged().finish(finishedPlan(examplePlan()));
  const rest = await events.toEnd();

  expect(events.headers.get("content-type")).toContain("text/event-stream");
  expect(first).toEqual({ event: "progress", id: "1", data: { stage: "doors", share: 0.1 } });
  expect(second).toEqual({ event: "progress", id: "2", data: { stage: "routes", share: 0.6, routes: 2 } });
  expect(rest).toEqual([{ event: "done", id: "final", data: { planId } }]);
});

it("tells who comes late where the plan stands, and every reader the end", async () => {
  const planId = await start();
  staged().watch.onProgress({ stage: "routes", share: 0.5 });
  const early = await openEvents(server, planId);
  const late = await openEvents(server, planId);

  const stand = await late.next();
  staged().finish(finishedPlan(examplePlan()));

  expect(stand?.data).toEqual({ stage: "routes", share: 0.5 });
  expect((await early.toEnd()).at(-1)?.event).toBe("done");
  expect((await late.toEnd()).at(-1)?.event).toBe("done");
});

it("does not repeat what a reader who comes back has read", async () => {
  const planId = await start();
  staged().watch.onProgress({ stage: "doors", share: 0.1 });
  const before = await openEvents(server, planId);
  const read = await before.next();
  await before.leave();

  const after = await openEvents(server, planId, { "last-event-id": read?.id ?? "" });
  staged().watch.onProgress({ stage: "routes", share: 0.7 });

  expect(await after.next()).toEqual({ event: "progress", id: "2", data: { stage: "routes", share: 0.7 } });
});

it("tells who comes back after the end how it ended, and once that is read, to stop asking", async () => {
  const planId = await start();
  staged().finish(finishedPlan(examplePlan()));
  const last = (await (await openEvents(server, planId)).toEnd()).at(-1);

  const again = await openEvents(server, planId, { "last-event-id": "3" });
  const after = await openEvents(server, planId, { "last-event-id": last?.id ?? "" });

  expect(await again.toEnd()).toEqual([{ event: "done", id: "final", data: { planId } }]);
  expect(after.status).toBe(204);
});

it("tells why a plan failed, in the reader's language", async () => {
  const planId = await start();
  const events = await openEvents(server, planId, { "accept-language": "en" });

  staged().fail(new Refusal("no-elevation", { fr: "Pas d’altitude.", en: "No elevation." }));

  expect(await events.toEnd()).toEqual([
    { event: "failed", id: "final", data: { error: { code: "no-elevation", message: "No elevation." } } },
  ]);
});

it("tells that a plan was cancelled", async () => {
  const planId = await start();
  const events = await openEvents(server, planId);

  await server.request(`/api/plans/${planId}`, { method: "DELETE" });

  expect((await events.toEnd()).map(({ event }) => event)).toEqual(["cancelled"]);
});

it("tells a plan that waits how many go before it, and when its turn comes", async () => {
  await start();
  const secondId = await start();
  const thirdId = await start();
  const second = await openEvents(server, secondId);
  const third = await openEvents(server, thirdId);

  const waiting = [await second.next(), await third.next()].map((event) => event?.data);
  staged(0).watch.onProgress({ stage: "doors", share: 0 });
  staged(0).finish(finishedPlan(examplePlan()));
  const moved = await third.next();
  staged(1).watch.onProgress({ stage: "doors", share: 0 });
  const begun = await second.next();

  expect(waiting).toEqual([
    { stage: "doors", share: 0, ahead: 1 },
    { stage: "doors", share: 0, ahead: 2 },
  ]);
  expect(moved?.data).toEqual({ stage: "doors", share: 0, ahead: 1 });
  expect(begun?.data).toEqual({ stage: "doors", share: 0 });
});

it("follows a plan that another process computes through the store", async () => {
  await server.deps.plans.add({
    id: "elsewhere",
    territoryName: "two-squares",
    request: exampleRequest,
    createdAt: new Date(0),
  });
  const events = await openEvents(server, "elsewhere");

  await server.deps.plans.finish("elsewhere", finishedPlan(examplePlan()), server.deps.newToken);

  expect((await events.toEnd()).map(({ event }) => event)).toEqual(["done"]);
});

it("ends with the server, so that browsers ask again when it is back", async () => {
  const closing = new AbortController();
  await server.close();
  server = await makeServer({ closing: closing.signal });
  const events = await openEvents(server, await start());

  closing.abort();

  expect(await events.toEnd()).toEqual([]);
});

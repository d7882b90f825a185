import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { Refusal } from "../../../server/contract/refusal.ts";
import type { PlanListItem, PlanState } from "../../../server/contract/territories.ts";
import { createPlanStore } from "../../../server/plans/plan-store.ts";
import { INTERRUPTED } from "../../../server/plans/plan-words.ts";
import { examplePlan, exampleRequest } from "../../fixtures/example-plan.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { finishedPlan, makeServer, type StagedPlan, type TestServer } from "../../fixtures/make-server.ts";
import { openEvents } from "../../fixtures/open-events.ts";

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
});
afterEach(() => server.close());

async function start(request: unknown = exampleRequest): Promise<string> {
  const response = await server.request("/api/territories/two-squares/plans", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  expect(response.status).toBe(202);
  return (await jsonOf<{ planId: string }>(response)).planId;
}

function staged(index = 0): StagedPlan {
  const order = server.planner.orders[index];
  if (!order) throw new Error(`no plan ${index} was ordered`);
  return order;
}

async function finish(planId: string, index = 0): Promise<void> {
  staged(index).finish(finishedPlan(examplePlan()));
  await openEvents(server, planId).then((events) => events.toEnd());
}

const state = (planId: string, query = "") => jsonOf<PlanState>(server.request(`/api/plans/${planId}${query}`));

describe("a plan", () => {
  it("runs with the campaign's choice and its request's defaults filled", async () => {
    await server.request("/api/territories/two-squares/choice", {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Nous", sides: { "2024_legi_t1-0": "ours" } }),
    });

    await start({ selection: { kind: "best" }, volunteers: 3, minutes: 90 });

    expect(staged().order.choice.sides).toEqual({ "2024_legi_t1-0": "ours" });
    expect(staged().order.order).toMatchObject({
      volunteers: 3,
      minutes: 90,
      speed: 4.5,
      goal: "cover",
      language: "fr",
    });
    expect(existsSync(staged().order.path)).toBe(true);
  });

  it("is made with the field assumptions that the campaign saved", async () => {
    const assumptions = {
      conversationsPerDoor: 0.2,
      votersPerConversation: 1,
      mobilisationEffect: 0,
      persuasionEffect: 0.01,
    };
    await server.request("/api/territories/two-squares/choice", {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Nous", sides: {}, assumptions }),
    });

    await start({ selection: { kind: "best" }, volunteers: 3, minutes: 90, goal: "value" });

    expect(staged().order.choice.assumptions).toEqual(assumptions);
  });

  it("shows its progress while it runs", async () => {
    const planId = await start();
    staged().watch.onProgress({ stage: "routes", share: 0.5, routes: 2 });

    expect(await state(planId)).toEqual({
      id: planId,
      territoryName: "two-squares",
      createdAt: "2026-03-07T09:00:00.000Z",
      status: "running",
      progress: { stage: "routes", share: 0.5, routes: 2 },
      plan: null,
      failure: null,
      routeTokens: {},
      recentEdits: [],
    });
  });

  it("is kept whole when done, with an unguessable token for each route", async () => {
    const planId = await start();
    await finish(planId);

    const done = await state(planId);
    expect(done.status).toBe("done");
    expect(done.plan).toEqual(examplePlan());
    expect(Object.keys(done.routeTokens)).toEqual(["1", "2"]);
    for (const token of Object.values(done.routeTokens)) expect(token).toMatch(/^[\w-]{22}$/);
    expect(await (await server.request(`/api/plans/${planId}/plan.json`)).json()).toEqual(examplePlan());
  });

  it("shows in the list of its territory, the latest first, with totals once done", async () => {
    const planId = await start();
    await finish(planId);

    const { plans } = await jsonOf<{ plans: PlanListItem[] }>(server.request("/api/territories/two-squares/plans"));

    expect(plans).toEqual([
      {
        id: planId,
        createdAt: "2026-03-07T09:00:00.000Z",
        status: "done",
        volunteers: 2,
        minutes: 60,
        totals: examplePlan().totals,
      },
    ]);
  });

  it("that is refused fails with the planner's sentence, in the reader's language", async () => {
    const planId = await start();
    staged().fail(new Refusal("no-elevation", { fr: "Pas d’altitude.", en: "No elevation." }));
    await openEvents(server, planId).then((events) => events.toEnd());

    expect(await state(planId)).toMatchObject({
      status: "failed",
      failure: { code: "no-elevation", message: "Pas d’altitude." },
    });
    expect((await state(planId, "?lang=en")).failure?.message).toBe("No elevation.");
  });

  it("that breaks says so without details, and the next one runs", async () => {
    const broken = await start();
    staged().fail(new Error("secret detail"));
    await openEvents(server, broken).then((events) => events.toEnd());
    const next = await start();
    await finish(next, 1);

    const failed = await state(broken);
    expect(failed.failure?.code).toBe("our-fault");
    expect(failed.failure?.message).not.toContain("secret");
    expect(server.faults.join()).toContain("secret detail");
    expect((await state(next)).status).toBe("done");
  });

  it("of a territory whose file broke meanwhile fails with what to do", async () => {
    const planId = await start();
    staged().fail(new UnusableFile("/somewhere/demo.territory", { fr: "est coupé", en: "is cut off" }));
    await openEvents(server, planId).then((events) => events.toEnd());

    expect((await state(planId)).failure?.message).toContain("Reconstruisez-le");
  });

  it("cannot be started on a territory that there is not", async () => {
    const response = await server.request("/api/territories/nowhere/plans", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(exampleRequest),
    });

    expect(response.status).toBe(404);
    expect(server.planner.orders).toHaveLength(0);
  });

  it.each(["", "/events", "/plan.json", "/sheets/gpx"])("that is unknown is not found (%s)", async (rest) => {
    const response = await server.request(`/api/plans/${"A".repeat(22)}${rest}`);

    expect(response.status).toBe(404);
    expect((await jsonOf<Problem>(response)).error.code).toBe("nothing-found");
  });

  it("is refused when too many wait already, and accepted again when one has ended", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 11; count++) ids.push(await start());

    const refused = await server.request("/api/territories/two-squares/plans", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(exampleRequest),
    });
    await finish(ids[0] ?? "");
    const accepted = await start();

    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("5");
    expect((await jsonOf<Problem>(refused)).error.message).toContain("11 plans");
    expect(accepted).toMatch(/^[\w-]{22}$/);
  });
});

describe("a cancelled plan", () => {
  it("stops its worker and is marked at once", async () => {
    const planId = await start();

    const response = await server.request(`/api/plans/${planId}`, { method: "DELETE" });

    expect(response.status).toBe(204);
    expect(staged().watch.signal.aborted).toBe(true);
    expect((await state(planId)).status).toBe("cancelled");
  });

  it("stays cancelled when its worker finishes all the same", async () => {
    const planId = await start();
    await server.deps.plans.cancel(planId);
    staged().finish(finishedPlan(examplePlan()));
    await openEvents(server, planId).then((events) => events.toEnd());

    expect(await state(planId)).toMatchObject({ status: "cancelled", plan: null, routeTokens: {} });
  });
});

describe("a plan that is asked to finish", () => {
  const askToFinish = (planId: string) =>
    server.request(`/api/plans/${planId}/finish`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });

  it("hands its worker the word, and stays a plan", async () => {
    const planId = await start();

    const response = await askToFinish(planId);

    expect(response.status).toBe(204);
    expect(staged().watch.finish?.aborted).toBe(true);
    expect((await state(planId)).status).toBe("running");
    await finish(planId);
    expect((await askToFinish(planId)).status).toBe(204);
  });

  it("must exist", async () => {
    expect((await askToFinish("none")).status).toBe(404);
  });
});

describe("a changed plan", () => {
  const change = (planId: string, body: unknown) =>
    server.request(`/api/plans/${planId}/changes`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  it("is a plan of its own, made from the other and what is different", async () => {
    const planId = await start();
    await finish(planId);

    const response = await change(planId, { removedRoutes: ["1"], addedRoutes: 2 });

    const { planId: changedId } = await jsonOf<{ planId: string }>(response);
    expect(response.status).toBe(202);
    expect(changedId).not.toBe(planId);
    expect(staged(1).order.order).toMatchObject({ change: { removedRoutes: ["1"], addedRoutes: 2, seconds: 0.2 } });
    expect((await state(planId)).status).toBe("done");
    const { plans } = await jsonOf<{ plans: PlanListItem[] }>(server.request("/api/territories/two-squares/plans"));
    expect(plans.find(({ id }) => id === changedId)?.volunteers).toBe(exampleRequest.volunteers + 1);
  });

  it("needs a plan that is done", async () => {
    const planId = await start();

    expect((await change(planId, {})).status).toBe(409);
    expect((await change("none", {})).status).toBe(404);
  });

  it.each([
    { removedRoutes: "1" },
    { addedRoutes: -1 },
    { minutes: 1 },
    { doneStops: ["x".repeat(101)] },
    { seconds: 1e9 },
  ])("is refused when it cannot be read: %j", async (body) => {
    const planId = await start();
    await finish(planId);

    expect((await change(planId, body)).status).toBe(400);
  });
});

describe("deleting a finished plan", () => {
  it("takes its routes' pages with it", async () => {
    const planId = await start();
    await finish(planId);
    const { routeTokens } = await state(planId);

    const deleted = await server.request(`/api/plans/${planId}`, { method: "DELETE" });
    const again = await server.request(`/api/plans/${planId}`, { method: "DELETE" });
    const page = await server.request(`/api/routes/${routeTokens["1"]}`);

    expect(deleted.status).toBe(204);
    expect([again.status, page.status]).toEqual([404, 404]);
  });
});

describe("a route's own page", () => {
  it("shows that route alone, with the sources of its data", async () => {
    const planId = await start();
    await finish(planId);
    const { routeTokens } = await state(planId);

    const page = await (await server.request(`/api/routes/${routeTokens["2"]}`)).json();

    expect(page).toEqual({
      territoryName: "two-squares",
      territoryTitle: "Two squares",
      attributions: ["© les contributeurs d'OpenStreetMap (ODbL)"],
      language: "fr",
      planCreatedAt: "2026-03-07T09:00:00.000Z",
      route: examplePlan().routes[1],
    });
  });

  it("outlives the territory's file", async () => {
    const planId = await start();
    await finish(planId);
    const { routeTokens } = await state(planId);
    const without = await makeServer({ plans: server.deps.plans });

    const response = await without.request(`/api/routes/${routeTokens["1"]}`);

    expect(response.status).toBe(200);
    await without.close();
  });

  it.each(["", "x", "A".repeat(22), "../plans"])("is not found under the token “%s”", async (token) => {
    const response = await server.request(`/api/routes/${encodeURIComponent(token)}`);

    expect(response.status).toBe(404);
  });
});

describe("sheets", () => {
  it.each([
    ["gpx", "application/gpx+xml", "tournees.gpx"],
    ["csv", "text/csv; charset=utf-8", "tournees.csv"],
    ["geojson", "application/geo+json", "tournees.geojson"],
    ["pdf", "application/pdf", "tournees.pdf"],
  ])("download as %s", async (format, type, name) => {
    const planId = await start();
    await finish(planId);

    const response = await server.request(`/api/plans/${planId}/sheets/${format}`);

    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(200);
  });

  it("hold one route when one is asked for, in the language asked for", async () => {
    const planId = await start();
    await finish(planId);

    const response = await server.request(`/api/plans/${planId}/sheets/csv?route=2&lang=en`);

    const text = await response.text();
    expect(response.headers.get("content-disposition")).toContain("route-2.csv");
    expect(text).toContain("2 Rue Oberkampf");
    expect(text).not.toContain("1 Rue Oberkampf");
  });

  it("are refused for a route or a format that there is not, and before the plan is done", async () => {
    const planId = await start();
    const early = await server.request(`/api/plans/${planId}/sheets/gpx`);
    await finish(planId);
    const route = await server.request(`/api/plans/${planId}/sheets/gpx?route=9`);
    const format = await server.request(`/api/plans/${planId}/sheets/docx`);

    expect([early.status, route.status, format.status]).toEqual([409, 404, 400]);
    expect((await jsonOf<Problem>(early)).error.code).toBe("plan-not-done");
    expect((await jsonOf<Problem>(route)).error.message).toContain("« 9 »");
    expect((await jsonOf<Problem>(format)).error.details?.[0]?.path).toBe("format");
  });
});

describe("a server that comes after another one", () => {
  it("marks the plans that the other left running as failed, and keeps the finished ones", async () => {
    const running = await start();
    const done = await start();
    await finish(done, 1);

    // Another connection to the same file, as after kill -9: nothing of the first process is asked.
    const database = await openCampaignDatabase(`${server.folder}/campaign.sqlite`);
    const count = await createPlanStore(database).failRunning(INTERRUPTED);
    await database.destroy();

    expect(count).toBe(1);
    expect(await state(running)).toMatchObject({ status: "failed", failure: { code: "interrupted" } });
    expect((await state(done)).plan).toEqual(examplePlan());
  });

  it("finds the plans that a closing server interrupted marked as failed", async () => {
    const planId = await start();

    await server.deps.jobs.close();

    expect(await state(planId)).toMatchObject({ status: "failed", failure: { code: "interrupted" } });
  });
});

import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packStreetGraph } from "../../../geodata/street-graph/pack-street-graph.ts";
import { openTerritory } from "../../../geodata/territory/open-territory.ts";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import type {
  MovesAnswer,
  OutingMoves,
  OutingRouteDetail,
  ReplanProposal,
  ReplanRequest,
} from "../../../server/contract/outing-moves.ts";
import type { Outing, OutingSummary } from "../../../server/contract/outings.ts";
import type { Plan, PlanRoute } from "../../../server/contract/plan.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { readCode } from "../../../server/contract/route-code.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { finishedPlan, makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { planOf } from "../../fixtures/plan-of.ts";
import { gridTerritory } from "../../fixtures/planning-territory.ts";
import { readPdfText } from "../../fixtures/read-pdf-text.ts";

let server: TestServer;
let database: CampaignDatabase;
let made: Plan;

beforeAll(async () => {
  server = await makeServer();
  const town = gridTerritory({ addresses: 60 });
  const addresses = town.addressesOfStations([0, 1]);
  server.putTerritory("grid", { addresses: [...addresses], packedStreets: packStreetGraph(town.streetGraph()) });
  const territory = openTerritory(join(server.folder, "territories", "grid.territory"));
  made = await planOf(territory, { volunteers: 3, minutes: 90 });
  territory.close();
  database = await openCampaignDatabase(join(server.folder, "campaign.sqlite"));
});
afterAll(async () => {
  await database.destroy();
  await server.close();
});

describe("an outing", () => {
  it("is a plan whose routes each have a link and a code", async () => {
    const outing = await makeOuting();

    expect(outing).toMatchObject({ name: "Samedi", closesAt: "2026-03-08T01:30:00.000Z", revision: 0, freeStops: 0 });
    expect(outing.routes).toBe(made.routes.length);
    expect(outing.stops).toBe(made.totals.stops);
    expect(outing.meetingPoint.label).toBe(made.routes[0]?.startReason);
    for (const route of outing.outingRoutes) {
      expect(route).toMatchObject({ state: "nobody", firstName: null });
      expect(route.path).toMatch(/^\/w\/[\w-]{22}$/);
      expect(readCode(route.code.toLowerCase())).toBe(route.code);
    }
    expect(new Set(outing.outingRoutes.map(({ path }) => path)).size).toBe(outing.routes);
    const { outings } = await jsonOf<{ outings: OutingSummary[] }>(server.request("/api/territories/grid/outings"));
    expect(outings.find(({ id }) => id === outing.id)).toMatchObject({ stops: outing.stops, doorsTried: 0 });
  });

  it("hands the sheets of its plan out", async () => {
    const planId = await storePlan();
    const before = await server.deps.plans.countWithSheets("grid");

    await makeOuting({ planId });

    expect(await server.deps.plans.countWithSheets("grid")).toBe(before + 1);
  });

  it("takes the plan as it was edited by hand, and no estimate of votes", async () => {
    const planId = await storePlan();
    const [route] = made.routes;
    const stopId = route?.stops[0]?.id ?? "";
    const edit = { basedOn: 0, edit: { kind: "take-out", stopIds: [stopId] } };
    await server.request(`/api/plans/${planId}/edits`, post(edit));

    const outing = await makeOuting({ planId });

    expect(outing.stops).toBe(made.totals.stops - 1);
    const { route: given } = await detail(outing, 0);
    expect(given.stops.map(({ id }) => id)).toEqual(route?.stops.slice(1).map(({ id }) => id));
    expect(given.expectedPersuaded).toBe(0);
  });

  it.each([
    [{ day: "2025-03-07" }, "outing-over", "2025-03-07"],
    [{ day: "2027-12-07" }, "outing-too-far", "Vérifiez l’année"],
    [{ planId: "unknown" }, "nothing-found", "plan"],
    [{ name: "" }, "invalid-request", ""],
    [{ day: "samedi" }, "invalid-request", ""],
    [{ timeZone: "Paris" }, "invalid-request", ""],
  ])("is refused with %o", async (changes, code, words) => {
    const answer = await ask(changes);

    const { error } = await jsonOf<Problem>(answer);
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
  });

  it("is refused from a plan of another territory, and from one without a route", async () => {
    const planId = await storePlan();
    const elsewhere = await ask({ planId }, "two-squares");
    expect(elsewhere.status).toBe(404);

    const empty = await storePlan({ ...made, routes: [] });
    expect((await jsonOf<Problem>(ask({ planId: empty }))).error.code).toBe("empty-plan");
  });

  it("keeps its plan from being deleted", async () => {
    const planId = await storePlan();
    await makeOuting({ planId });

    const answer = await server.request(`/api/plans/${planId}`, { method: "DELETE" });

    expect(answer.status).toBe(409);
    expect((await jsonOf<Problem>(answer)).error.message).toContain("Samedi");
  });

  it("is said in other words without losing those that are left out", async () => {
    const outing = await makeOuting({ script: "Bonjour" });

    const changed = await patch(outing, { name: "Dimanche", day: "2026-03-08" });

    expect(changed).toMatchObject({ name: "Dimanche", script: "Bonjour", startsAt: "14:30", isPairs: false });
    expect(changed.closesAt).toBe("2026-03-09T01:30:00.000Z");
    expect(
      (await server.request(`/api/outings/${outing.id}`, { ...post({ day: "2020-01-01" }), method: "PATCH" })).status,
    ).toBe(422);
  });

  it("changes no more once it is closed, and closes twice without harm", async () => {
    const outing = await makeOuting();
    await server.request(`/api/outings/${outing.id}/close`, post({}));
    const closed = await jsonOf<Outing>(server.request(`/api/outings/${outing.id}/close`, post({})));
    expect(closed.endedAt).not.toBeNull();

    const answers = await Promise.all([
      moves(outing, { revision: closed.revision, moves: [{ stopIds: ["address-0"], to: { kind: "nobody" } }] }),
      server.request(`/api/outings/${outing.id}/routes/${outing.outingRoutes[0]?.id}/renew`, post({})),
    ]);
    for (const answer of answers) expect((await jsonOf<Problem>(answer)).error.code).toBe("outing-ended");
  });

  it("is not found under an id that is none", async () => {
    for (const path of ["x", "x/routes/y", "x/routes/y/qr.svg", "x/sheets.pdf"]) {
      expect((await server.request(`/api/outings/${path}`)).status).toBe(404);
    }
  });
});

describe("links", () => {
  it("die when they are renewed or taken back", async () => {
    const outing = await makeOuting();
    const [first, second] = outing.outingRoutes;

    const renewed = await jsonOf<Outing>(
      server.request(`/api/outings/${outing.id}/routes/${first?.id}/renew`, post({})),
    );
    const back = await jsonOf<Outing>(
      server.request(`/api/outings/${outing.id}/routes/${second?.id}/take-back`, post({})),
    );

    expect(renewed.outingRoutes[0]?.path).not.toBe(first?.path);
    expect(renewed.outingRoutes[0]?.code).not.toBe(first?.code);
    expect(back.outingRoutes[1]).toMatchObject({ state: "taken-back", stops: second?.stops });
    expect(back.revision).toBe(2);
    const svg = await (await server.request(`/api/outings/${outing.id}/routes/${first?.id}/qr.svg`)).text();
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/);
  });

  it("are printed on sheets and on cards to cut out", async () => {
    const outing = await makeOuting();
    const code = outing.outingRoutes[0]?.code ?? "";
    const written = `${code.slice(0, 4)}-${code.slice(4)}`;

    for (const file of ["sheets.pdf", "cards.pdf"]) {
      const answer = await server.request(`/api/outings/${outing.id}/${file}`);
      expect(answer.headers.get("Content-Type")).toBe("application/pdf");
      const text = readPdfText(new Uint8Array(await answer.arrayBuffer()));
      if (text === null) return;
      expect(text).toContain("Samedi");
      expect(text).toContain(written);
      expect(text).toContain("14:30");
    }
  });
});

describe("stops that change hands", () => {
  it("go where they cost the least walking, and the routes they touch are drawn again", async () => {
    const outing = await makeOuting();
    const [from, to, other] = outing.outingRoutes;
    const before = await detail(outing, 0);
    const stopIds = before.route.stops.slice(-2).map(({ id }) => id);

    const answer = await moved(outing, [{ stopIds, to: { kind: "route", id: to?.id ?? "" } }]);

    expect(answer.outing.revision).toBe(1);
    expect(answer.outing.outingRoutes.map(({ revision }) => revision)).toEqual([1, 1, 0]);
    expect(answer.outing.outingRoutes[0]?.stops).toBe((from?.stops ?? 0) - 2);
    const [left, given] = [await detail(outing, 0), await detail(outing, 1)];
    expectSoundRoute(left.route);
    expectSoundRoute(given.route);
    expect(given.route.stops.map(({ id }) => id)).toEqual(expect.arrayContaining(stopIds));
    expect(answer.outing.outingRoutes[1]?.durationSeconds).toBeCloseTo(given.route.durationSeconds, 1);
    expect((await detail(outing, 2)).revision).toBe(other?.revision);
  });

  it("come back with one undo", async () => {
    const outing = await makeOuting();
    const before = await detail(outing, 0);
    const stopIds = before.route.stops.slice(0, 3).map(({ id }) => id);
    const { undo } = await moved(outing, [{ stopIds, to: { kind: "nobody" } }]);
    if (!undo) throw new Error("a move can be undone");
    expect((await state(outing)).freeStops).toBe(3);

    await jsonOf<MovesAnswer>(moves(outing, undo));

    const after = await detail(outing, 0);
    expect(after.route.stops.map(({ id }) => id)).toEqual(before.route.stops.map(({ id }) => id));
    // Where it begins is found anew on the street: to the millimetre, not to the letter.
    expect(after.route.durationSeconds).toBeCloseTo(before.route.durationSeconds, 1);
    expect((await state(outing)).freeStops).toBe(0);
  });

  it("have a link of their own when a route is split", async () => {
    const outing = await makeOuting();
    const stopIds = (await detail(outing, 0)).route.stops.slice(3).map(({ id }) => id);

    const { outing: after, madeRoutes } = await moved(outing, [{ stopIds, to: { kind: "new", number: 1 } }]);

    const route = after.outingRoutes.at(-1);
    expect(madeRoutes).toEqual([route?.id]);
    expect(route).toMatchObject({ routeId: String(outing.routes + 1), state: "nobody", stops: stopIds.length });
    const { route: walk } = await detail(after, after.outingRoutes.length - 1);
    expect(walk.stops.map(({ id }) => id)).toEqual(stopIds);
    expectSoundRoute(walk);
  });

  it("leave a route that has none behind, whose sheet is still one", async () => {
    const outing = await makeOuting();
    const stopIds = (await detail(outing, 0)).route.stops.map(({ id }) => id);

    const { outing: after } = await moved(outing, [{ stopIds, to: { kind: "nobody" } }]);

    expect(after.outingRoutes[0]).toMatchObject({ stops: 0, durationSeconds: 0 });
    expect((await detail(outing, 0)).route).toMatchObject({ stops: [], osrm: { legs: [] } });
  });

  it("go on from what was walked, which stays first", async () => {
    const outing = await makeOuting();
    const before = (await detail(outing, 1)).route.stops.map(({ id }) => id);
    const done = before.slice(0, 3);
    for (const id of done) await report(outing, id);
    const come = (await detail(outing, 0)).route.stops.slice(0, 2).map(({ id }) => id);

    await moved(outing, [{ stopIds: come, to: { kind: "route", id: outing.outingRoutes[1]?.id ?? "" } }]);

    const { route, begunStops } = await detail(outing, 1);
    expect(route.stops.slice(0, 3).map(({ id }) => id)).toEqual(done);
    expect(begunStops.toSorted()).toEqual(done.toSorted());
    expectSoundRoute(route);
  });

  it("stay with who has begun them unless the organizer insists", async () => {
    const outing = await makeOuting();
    const [first, second] = (await detail(outing, 0)).route.stops.map(({ id }) => id);
    await report(outing, first ?? "");
    const wish = [{ stopIds: [first ?? "", second ?? ""], to: { kind: "nobody" as const } }];

    const answer = await moves(outing, { revision: 0, moves: wish });
    expect(answer.status).toBe(409);
    expect((await jsonOf<Problem>(answer)).error).toMatchObject({ code: "stop-begun" });
    expect(await state(outing)).toMatchObject({ revision: 0, freeStops: 0 });

    expect((await moved(outing, wish, true)).outing.freeStops).toBe(2);
  });

  it("are not moved over what another organizer did", async () => {
    const outing = await makeOuting();
    const stopIds = (await detail(outing, 0)).route.stops.slice(0, 1).map(({ id }) => id);
    await moved(outing, [{ stopIds, to: { kind: "nobody" } }]);

    const late = await moves(outing, { revision: 0, moves: [{ stopIds, to: { kind: "new", number: 1 } }] });

    expect(late.status).toBe(409);
    expect((await jsonOf<Problem>(late)).error.message).toContain("refaites votre geste");
  });

  it("ring the bell of the outing", async () => {
    const outing = await makeOuting();
    const heard = server.deps.bells.heard(`outing:${outing.id}`, AbortSignal.timeout(5000)).then(() => "heard");
    const stopIds = (await detail(outing, 0)).route.stops.slice(0, 1).map(({ id }) => id);

    await moved(outing, [{ stopIds, to: { kind: "nobody" } }]);

    expect(await heard).toBe("heard");
  });
});

describe("what is left, split again", () => {
  it("shares out the stops of somebody who does not come, and changes nothing before it is agreed to", async () => {
    const outing = await makeOuting();
    const [absent, ...others] = outing.outingRoutes;

    const proposal = await replan(outing, { present: others.map(({ id }) => id), minutes: 120 });

    expect(await state(outing)).toMatchObject({ revision: 0 });
    expect(proposal.free).toEqual({ stops: 0, doors: 0 });
    expect(proposal.routes.find(({ routeId }) => routeId === absent?.routeId)?.after).toEqual({
      stops: 0,
      doors: 0,
      seconds: 0,
    });
    const { outing: after } = await apply(outing, proposal);
    expect(after.outingRoutes[0]?.stops).toBe(0);
    expect(after.outingRoutes.reduce((sum, { stops }) => sum + stops, 0)).toBe(outing.stops);
    for (const index of [1, 2]) {
      const { route } = await detail(after, index);
      expectSoundRoute(route);
      const foreseen = proposal.routes.find(({ routeId }) => routeId === route.id)?.after;
      expect(route.stops).toHaveLength(foreseen?.stops ?? -1);
    }
  });

  it("leaves what nobody has time for to nobody, and says so", async () => {
    const outing = await makeOuting();

    const proposal = await replan(outing, { present: [outing.outingRoutes[0]?.id ?? ""], minutes: 30 });

    expect(proposal.free.stops).toBeGreaterThan(0);
    const { outing: after } = await apply(outing, proposal);
    expect(after.freeStops).toBe(proposal.free.stops);
  });

  it("gives work to who is done early", async () => {
    const outing = await makeOuting();
    for (const { id } of (await detail(outing, 0)).route.stops) await report(outing, id);

    const proposal = await replan(outing, { present: outing.outingRoutes.map(({ id }) => id) });

    const early = proposal.routes.find(({ routeId }) => routeId === outing.outingRoutes[0]?.routeId);
    expect(early?.before.stops).toBe(0);
    expect(early?.after.stops).toBeGreaterThan(0);
    expect(proposal.free.stops).toBe(0);
  });

  it("leaves everybody in the street that they are in, and what is begun with who began it", async () => {
    const outing = await makeOuting();
    const walks = await Promise.all(outing.outingRoutes.map((_, index) => detail(outing, index)));
    for (const { route } of walks) await report(outing, route.stops[1]?.id ?? "");

    const present = outing.outingRoutes.slice(1).map(({ id }) => id);
    const { outing: after } = await apply(outing, await replan(outing, { present, minutes: 45 }));

    for (const [index, { route }] of walks.entries()) {
      const now = (await detail(after, index)).route.stops.map(({ id }) => id);
      const begun = route.stops[1];
      expect(now[0]).toBe(begun?.id);
      if (index === 0) continue;
      const street = route.stops.filter((stop) => stop.street === begun?.street).map(({ id }) => id);
      expect(now).toEqual(expect.arrayContaining(street));
    }
  });

  it("makes routes for newcomers", async () => {
    const outing = await makeOuting();

    const proposal = await replan(outing, { present: outing.outingRoutes.map(({ id }) => id), newcomers: 1 });
    const { outing: after, madeRoutes } = await apply(outing, proposal);

    expect(madeRoutes).toHaveLength(1);
    expect(after.outingRoutes.at(-1)?.stops).toBeGreaterThan(0);
    expect(after.stops).toBe(outing.stops);
    expect(after.freeStops).toBe(0);
  });

  it("brings back what was shared out of a route that was taken back", async () => {
    const outing = await makeOuting();
    const [gone, ...others] = outing.outingRoutes;
    const back = await jsonOf<Outing>(
      server.request(`/api/outings/${outing.id}/routes/${gone?.id}/take-back`, post({})),
    );
    const { undo } = await apply(back, await replan(back, { present: others.map(({ id }) => id), minutes: 120 }));
    if (!undo) throw new Error("a split can be undone");

    const { outing: after } = await jsonOf<MovesAnswer>(moves(outing, undo));

    expect(after.outingRoutes.map(({ stops }) => stops)).toEqual(outing.outingRoutes.map(({ stops }) => stops));
    expect(after.outingRoutes[0]?.state).toBe("taken-back");
  });

  it("shares out what nobody walks", async () => {
    const outing = await makeOuting();
    const stopIds = (await detail(outing, 0)).route.stops.slice(2).map(({ id }) => id);
    const { outing: changed } = await moved(outing, [{ stopIds, to: { kind: "nobody" } }]);

    const proposal = await replan(changed, { present: outing.outingRoutes.map(({ id }) => id), minutes: 120 });

    expect((await apply(changed, proposal)).outing.freeStops).toBe(0);
  });

  it.each([
    ["nobody is there", { present: [] }, "nobody-left"],
    ["it is late", { revision: 7 }, "outing-changed"],
    ["somebody is unknown", { present: ["x"] }, "nothing-found"],
  ])("is refused when %s", async (_, changes, code) => {
    const outing = await makeOuting();

    const request = { revision: 0, present: [outing.outingRoutes[0]?.id ?? ""], ...changes };
    const answer = await server.request(`/api/outings/${outing.id}/replan`, post(request));

    expect((await jsonOf<Problem>(answer)).error.code).toBe(code);
  });
});

async function storePlan(plan: Plan = made): Promise<string> {
  const planId = server.deps.newToken();
  await server.deps.plans.add({
    id: planId,
    territoryName: "grid",
    request: plan.request,
    createdAt: server.deps.now(),
  });
  await server.deps.plans.finish(planId, finishedPlan(plan), server.deps.newToken);
  return planId;
}

async function ask(changes: object, territory = "grid"): Promise<Response> {
  const outing = {
    planId: "planId" in changes ? "" : await storePlan(),
    ...{ name: "Samedi", day: "2026-03-07", startsAt: "14:30", isPairs: false },
    meetingPoint: { label: "", position: null },
    ...changes,
  };
  return server.request(`/api/territories/${territory}/outings`, post(outing));
}

async function makeOuting(changes: object = {}): Promise<Outing> {
  const answer = await ask(changes);
  expect(answer.status).toBe(201);
  return jsonOf<Outing>(answer);
}

function state(outing: Outing): Promise<Outing> {
  return jsonOf<Outing>(server.request(`/api/outings/${outing.id}`));
}

function patch(outing: Outing, change: object): Promise<Outing> {
  return jsonOf<Outing>(server.request(`/api/outings/${outing.id}`, { ...post(change), method: "PATCH" }));
}

function detail(outing: Outing, index: number): Promise<OutingRouteDetail> {
  const id = outing.outingRoutes[index]?.id;
  return jsonOf<OutingRouteDetail>(server.request(`/api/outings/${outing.id}/routes/${id}`));
}

function moves(outing: Outing, request: Partial<OutingMoves>): Promise<Response> {
  return server.request(`/api/outings/${outing.id}/moves`, post(request));
}

async function moved(outing: Outing, wish: OutingMoves["moves"], movesBegun = false): Promise<MovesAnswer> {
  const answer = await moves(outing, { revision: outing.revision, moves: wish, movesBegun });
  expect(answer.status).toBe(200);
  return jsonOf<MovesAnswer>(answer);
}

function replan(outing: Outing, request: Partial<ReplanRequest>): Promise<ReplanProposal> {
  return jsonOf<ReplanProposal>(
    server.request(`/api/outings/${outing.id}/replan`, post({ revision: outing.revision, ...request })),
  );
}

async function apply(outing: Outing, { moves: proposed }: ReplanProposal): Promise<MovesAnswer> {
  if (!proposed) throw new Error("the proposal changes nothing");
  const answer = await moves(outing, proposed);
  expect(answer.status).toBe(200);
  return jsonOf<MovesAnswer>(answer);
}

async function report(outing: Outing, stopId: string): Promise<void> {
  const at = server.deps.now().toISOString();
  const row = { outing_id: outing.id, stop_id: stopId, counts: "{}", doors: 1, is_finished: 0, sequence: 1 };
  await database
    .insertInto("stop_reports")
    .values({ ...row, first_at: at, last_at: at })
    .execute();
}

/** Durations are sums of their parts, and legs join end to end. */
function expectSoundRoute({ stops, osrm, walkSeconds, doorSeconds, durationSeconds }: PlanRoute): void {
  expect(osrm.legs).toHaveLength(stops.length);
  expect(osrm.legs.reduce((sum, { duration }) => sum + duration, 0)).toBeCloseTo(walkSeconds, 6);
  expect(walkSeconds + doorSeconds).toBeCloseTo(durationSeconds, 6);
  osrm.legs.slice(1).forEach((leg, index) => {
    expect(leg.steps[0]?.geometry.coordinates[0]).toEqual(osrm.legs[index]?.steps.at(-1)?.geometry.coordinates.at(-1));
  });
}

function post(json: object): RequestInit {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(json) };
}

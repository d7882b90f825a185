import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packStreetGraph } from "../../../geodata/street-graph/pack-street-graph.ts";
import { openTerritory } from "../../../geodata/territory/open-territory.ts";
import { composePlan } from "../../../server/contract/compose-plan.ts";
import type { Plan, PlanRoute } from "../../../server/contract/plan.ts";
import type { PlanEdit, PlanEditAnswer } from "../../../server/contract/plan-edit.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import type { PlanListItem, PlanState, RoutePage } from "../../../server/contract/territories.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { finishedPlan, makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { openEvents, openStream } from "../../fixtures/open-events.ts";
import { planOf } from "../../fixtures/plan-of.ts";
import { gridTerritory } from "../../fixtures/planning-territory.ts";

let server: TestServer;
let made: Plan;

beforeAll(async () => {
  server = await makeServer();
  const town = gridTerritory({ addresses: 60 });
  const addresses = town.addressesOfStations([0, 1]);
  server.putTerritory("grid", { addresses: [...addresses], packedStreets: packStreetGraph(town.streetGraph()) });
  const territory = openTerritory(join(server.folder, "territories", "grid.territory"));
  made = await planOf(territory, { volunteers: 3, minutes: 45 });
  territory.close();
});
afterAll(() => server.close());

describe("a stored plan", () => {
  it("is edited where it stands: its id, its sheets, its pages and its place in the list stay", async () => {
    const planId = await store();
    const [route] = made.routes;
    const stopId = route?.stops[1]?.id ?? "";
    const before = await state(planId);

    const answer = await edit(planId, 0, { kind: "take-out", stopIds: [stopId] });

    const after = await state(planId);
    expect(after.plan).toEqual(patched(before.plan, answer));
    expect(after.plan?.edited).toMatchObject({ revision: 1, canUndo: true, canRedo: false });
    expect(after.routeTokens).toEqual(before.routeTokens);
    expect(await (await server.request(`/api/plans/${planId}/plan.json`)).json()).toEqual(after.plan);
    const page = await jsonOf<RoutePage>(server.request(`/api/routes/${after.routeTokens[route?.id ?? ""]}`));
    expect(page.route).toEqual(after.plan?.routes.find(({ id }) => id === route?.id));
    const sheet = await server.request(`/api/plans/${planId}/sheets/csv`);
    const text = await sheet.text();
    expect(text).toContain(route?.stops[0]?.address);
    expect(text).not.toContain(`;${route?.stops[1]?.address};`);
    const { plans } = await jsonOf<{ plans: PlanListItem[] }>(server.request("/api/territories/grid/plans"));
    expect(plans.find(({ id }) => id === planId)?.totals).toEqual(after.plan?.totals);
  });

  it("is as it was after a rehearsal, which keeps nothing and hands the first edit what it needs", async () => {
    const planId = await store();
    const before = await state(planId);

    const rehearsed = await server.request(`/api/plans/${planId}/edits/rehearsal`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    const after = await state(planId);
    const answer = await edit(planId, 0, { kind: "reverse", routeId: made.routes[0]?.id ?? "" });

    expect(rehearsed.status).toBe(204);
    expect(after).toEqual(before);
    expect(answer.head.edited).toMatchObject({ revision: 1, canUndo: true, canRedo: false });
    expect(answer.routes.map(({ id }) => id)).toEqual([made.routes[0]?.id]);
  });

  it("is undone to the letter and done again, step by step, from any tab", async () => {
    const planId = await store();
    const before = await state(planId);
    const [first, second] = made.routes.map(({ id }) => id);
    await edit(planId, 0, { kind: "reverse", routeId: first ?? "" });
    const one = await state(planId);
    await edit(planId, 1, { kind: "lock-route", routeId: second ?? "", isLocked: true });
    const two = await state(planId);

    await edit(planId, 2, { kind: "undo" });
    expect(bare(await state(planId))).toEqual(bare(one));
    const answer = await edit(planId, 3, { kind: "undo" });
    expect(bare(await state(planId))).toEqual(bare(before));
    expect(answer.head.edited).toMatchObject({ revision: 4, canUndo: false, canRedo: true });
    await edit(planId, 4, { kind: "redo" });
    await edit(planId, 5, { kind: "redo" });

    expect(bare(await state(planId))).toEqual(bare(two));
    await expectRefusal(planId, 6, { kind: "redo" }, 422, "nothing-to-redo");
  });

  it("forgets what could be done again once something else is done", async () => {
    const planId = await store();
    const [first, second] = made.routes.map(({ id }) => id);
    await edit(planId, 0, { kind: "reverse", routeId: first ?? "" });
    await edit(planId, 1, { kind: "undo" });
    await edit(planId, 2, { kind: "reverse", routeId: second ?? "" });

    await expectRefusal(planId, 3, { kind: "redo" }, 422, "nothing-to-redo");
    await edit(planId, 3, { kind: "undo" });
    await expectRefusal(planId, 4, { kind: "undo" }, 422, "nothing-to-undo");
  });

  it("is not edited over somebody else's edit", async () => {
    const planId = await store();
    const routeId = made.routes[0]?.id ?? "";
    await edit(planId, 0, { kind: "reverse", routeId });
    const theirs = await state(planId);

    const problem = await expectRefusal(planId, 0, { kind: "lock-route", routeId, isLocked: true }, 409, "plan-edited");

    expect(problem.error.message).toContain("refaites votre geste");
    expect(await state(planId)).toEqual(theirs);
  });

  it("takes the second of two edits that arrive together as one that comes too late", async () => {
    const planId = await store();
    const both = await Promise.all(
      made.routes.slice(0, 2).map(({ id }) => post(planId, { basedOn: 0, edit: { kind: "reverse", routeId: id } })),
    );

    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await state(planId)).plan?.edited?.revision).toBe(1);
  });

  it("makes no revision of an edit that changes nothing", async () => {
    const planId = await store();
    const [route] = made.routes;
    const [first, second] = route?.stops ?? [];

    const answer = await edit(planId, 0, {
      kind: "move",
      stopIds: [first?.id ?? ""],
      routeId: route?.id ?? "",
      before: second?.id ?? null,
    });

    expect(answer).toMatchObject({ routes: [], head: { edited: { revision: 0, canUndo: false } } });
    expect((await state(planId)).plan).toEqual(made);
  });

  it("tells who shows it that it was edited: at once, and what was missed when they come back", async () => {
    const planId = await store();
    const routeId = made.routes[0]?.id ?? "";
    const events = await openStream(server, `/api/plans/${planId}/edits/events?after=0`);
    await edit(planId, 0, { kind: "reverse", routeId });
    expect(await events.next()).toEqual({ event: "edited", id: "1", data: { revision: 1, recentEdits: [] } });
    await edit(planId, 1, { kind: "undo" });
    expect(await events.next()).toMatchObject({ data: { revision: 2 } });
    await events.leave();

    const later = await openStream(server, `/api/plans/${planId}/edits/events?after=0`, { "Last-Event-ID": "1" });
    expect(await later.next()).toMatchObject({ data: { revision: 2 } });
    await server.request(`/api/plans/${planId}`, { method: "DELETE" });
    expect(await later.next()).toMatchObject({ event: "removed" });
    expect(await later.next()).toBeNull();
  });

  it("has no page for a route that lost its last stop, and the same page again once it has one", async () => {
    const planId = await store();
    const [route] = made.routes;
    const token = (await state(planId)).routeTokens[route?.id ?? ""];

    await edit(planId, 0, { kind: "take-out", stopIds: route?.stops.map(({ id }) => id) ?? [] });
    expect((await server.request(`/api/routes/${token}`)).status).toBe(404);
    await edit(planId, 1, { kind: "undo" });

    const page = await jsonOf<RoutePage>(server.request(`/api/routes/${token}`));
    expect(page.route).toEqual(route);
  });

  it("goes on adding up when the campaign changes its mind between two edits", async () => {
    const planId = await store();
    const [one, other] = made.routes;
    await edit(planId, 0, { kind: "reverse", routeId: one?.id ?? "" });
    const choice = { name: "Autre", sides: { "2024_legi_t1-0": "ours" } };
    await server.request("/api/territories/grid/choice", {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(choice),
    });

    const { head } = await edit(planId, 1, { kind: "reverse", routeId: other?.id ?? "" });

    const { plan } = await state(planId);
    const sum = plan?.routes.reduce((total, route) => total + route.expectedPersuaded, 0);
    expect(head.totals.expectedPersuaded).toBeCloseTo(sum ?? Number.NaN, 9);
  });

  it("is repaired around what is locked, says what moved, and can be taken back", async () => {
    const planId = await store();
    const [one, other] = made.routes;
    const stopIds = one?.stops.slice(1).map(({ id }) => id) ?? [];
    await edit(planId, 0, { kind: "move", stopIds, routeId: other?.id ?? "", before: null });
    const broken = await state(planId);

    const answer = await edit(planId, 1, { kind: "repair" });

    expect(answer.repair?.movedStops).toBeGreaterThan(0);
    expect(answer.head.edited.warnings.filter(({ kind }) => kind === "too-long")).toEqual([]);
    expect((await state(planId)).plan).toEqual(patched(broken.plan, answer));
    await edit(planId, 2, { kind: "undo" });
    expect(bare(await state(planId))).toEqual(bare(broken));
  });
});

describe("an edit of a stored plan that is sent twice under its id", () => {
  const reversed = (id: string, basedOn: number, route = 0) => ({
    id,
    basedOn,
    edit: { kind: "reverse", routeId: made.routes[route]?.id ?? "" } as const,
  });

  it("is applied once, and has the answer it had", async () => {
    const planId = await store();
    const first = await jsonOf<PlanEditAnswer>(post(planId, reversed("mine", 0)));
    const once = await state(planId);

    const second = await post(planId, reversed("mine", 0));

    expect([second.status, await second.json()]).toEqual([200, first]);
    expect(await state(planId)).toEqual(once);
    expect(once.plan?.edited?.revision).toBe(1);
    expect(once.recentEdits).toEqual([{ revision: 1, id: "mine" }]);
  });

  it("is applied once when both arrive together, and both are answered", async () => {
    const planId = await store();

    const both = await Promise.all([post(planId, reversed("mine", 0)), post(planId, reversed("mine", 0))]);

    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const [one, other] = await Promise.all(both.map((answer) => answer.json()));
    expect(other).toEqual(one);
    expect((await state(planId)).plan?.edited?.revision).toBe(1);
  });

  it("is not told as refused because of what others did after it, and leaves it", async () => {
    const planId = await store();
    const first = await jsonOf<PlanEditAnswer>(post(planId, reversed("mine", 0)));
    await post(planId, reversed("theirs", 1, 1));
    const both = await state(planId);

    const again = await jsonOf<PlanEditAnswer>(post(planId, reversed("mine", 0)));
    const onWhatIsThere = await jsonOf<PlanEditAnswer>(post(planId, reversed("mine", 2)));

    expect([again, onWhatIsThere]).toEqual([first, first]);
    expect(await state(planId)).toEqual(both);
    expect(both.recentEdits.map(({ id }) => id)).toEqual(["theirs", "mine"]);
  });

  it("takes back one step, and one step again, of undo and redo", async () => {
    const planId = await store();
    await post(planId, reversed("one", 0));
    const one = await state(planId);
    await post(planId, reversed("two", 1, 1));

    for (const _ of ["sent", "sent again"]) await post(planId, { id: "back", basedOn: 2, edit: { kind: "undo" } });
    expect(bare(await state(planId))).toEqual(bare(one));
    for (const _ of ["sent", "sent again"]) await post(planId, { id: "forth", basedOn: 3, edit: { kind: "redo" } });

    expect((await state(planId)).plan?.edited).toMatchObject({ revision: 4, canUndo: true, canRedo: false });
  });

  it("is another edit in another plan, and without an id", async () => {
    const [planId, other] = [await store(), await store()];
    await post(planId, reversed("mine", 0));
    await post(other, reversed("mine", 0));
    expect((await state(other)).plan?.edited?.revision).toBe(1);

    const { id: _, ...unnamed } = reversed("", 1);
    expect([(await post(planId, unnamed)).status, (await post(planId, unnamed)).status]).toEqual([200, 409]);

    expect((await state(planId)).recentEdits).toEqual([{ revision: 1, id: "mine" }]);
  });

  it("is told to those who watch once, with its id", async () => {
    const planId = await store();
    const events = await openStream(server, `/api/plans/${planId}/edits/events?after=0`);
    for (const basedOn of [0, 0, 1]) await post(planId, reversed(`edit-${basedOn}`, basedOn));

    const told = [await events.next(), await events.next()];

    expect(told.map((event) => event?.data)).toEqual([
      { revision: 1, recentEdits: [{ revision: 1, id: "edit-0" }] },
      {
        revision: 2,
        recentEdits: [
          { revision: 2, id: "edit-1" },
          { revision: 1, id: "edit-0" },
        ],
      },
    ]);
    await events.leave();
  });

  it("has an id of letters, digits, - and _", async () => {
    const planId = await store();

    expect((await post(planId, reversed("", 0))).status).toBe(400);
    expect((await post(planId, reversed("a b", 0))).status).toBe(400);
  });
});

async function store(): Promise<string> {
  const response = await server.request("/api/territories/grid/plans", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(made.request),
  });
  const { planId } = await jsonOf<{ planId: string }>(response);
  server.planner.orders.at(-1)?.finish(finishedPlan(made));
  await openEvents(server, planId).then((events) => events.toEnd());
  return planId;
}

function post(planId: string, body: object): Promise<Response> {
  return server.request(`/api/plans/${planId}/edits`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function edit(planId: string, basedOn: number, asked: PlanEdit): Promise<PlanEditAnswer> {
  const response = await post(planId, { basedOn, edit: asked });
  expect(response.status).toBe(200);
  return jsonOf<PlanEditAnswer>(response);
}

async function expectRefusal(planId: string, basedOn: number, asked: PlanEdit, status: number, code: string) {
  const response = await post(planId, { basedOn, edit: asked });
  const problem = await jsonOf<Problem>(response);
  expect([response.status, problem.error.code]).toEqual([status, code]);
  return problem;
}

function state(planId: string): Promise<PlanState> {
  return jsonOf<PlanState>(server.request(`/api/plans/${planId}`));
}

/** A plan without its place among the edits, which goes on even when everything else is as it was. */
function bare({ plan }: PlanState) {
  const { lockedStops = [], lockedRoutes = [], takenOut = [], warnings = [] } = plan?.edited ?? {};
  return { ...plan, edited: { lockedStops, lockedRoutes, takenOut, warnings } };
}

function patched(plan: Plan | null, { head, routes }: PlanEditAnswer): Plan | null {
  if (plan === null) return null;
  const known = new Map([...plan.routes, ...routes].map((route: PlanRoute) => [route.id, route]));
  return composePlan(plan, head, known);
}

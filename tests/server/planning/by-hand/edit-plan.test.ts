import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { composePlan } from "../../../../server/contract/compose-plan.ts";
import type { Plan } from "../../../../server/contract/plan.ts";
import { type Arrangement, arrangementOf } from "../../../../server/contract/plan-arrangement.ts";
import type { HandEdit } from "../../../../server/contract/plan-edit.ts";
import { type EditGround, editGround } from "../../../../server/planning/by-hand/edit-ground.ts";
import { editPlan } from "../../../../server/planning/by-hand/edit-plan.ts";
import { repairPlan, reportRepair } from "../../../../server/planning/by-hand/repair-plan.ts";
import { expectSoundPlan, planOf } from "../../../fixtures/plan-of.ts";
import { gridTerritory } from "../../../fixtures/planning-territory.ts";

const ADDRESSES = 120;
const TERRITORY = gridTerritory({ addresses: ADDRESSES });
const STEPS = {
  before: { revision: 0, canUndo: false, canRedo: false },
  after: { revision: 1, canUndo: true, canRedo: false },
};
let made: Plan;
let ground: EditGround;

beforeAll(async () => {
  made = await planOf(TERRITORY, { volunteers: 4, minutes: 45 });
  ground = editGround(TERRITORY, made, null);
});

describe("a plan edited by hand", () => {
  it("moves stops where the hand put them, and draws the two routes it touches alone", async () => {
    const [from, to] = twoRoutes();
    const stopIds = from.stops.slice(0, 2).map(({ id }) => id);

    const after = await edited([{ kind: "move", stopIds, routeId: to.id, before: to.stops[1]?.id ?? null }]);

    expect(idsOf(after.plan, to.id).slice(0, 4)).toEqual([to.stops[0]?.id, ...stopIds, to.stops[1]?.id]);
    expect(idsOf(after.plan, from.id)).toEqual(from.stops.slice(2).map(({ id }) => id));
    expect(after.changedIds.toSorted()).toEqual([from.id, to.id].toSorted());
    for (const route of after.plan.routes.filter(({ id }) => id !== from.id && id !== to.id)) {
      expect(made.routes).toContain(route);
    }
  });

  it("keeps the one language in which a plan that was stored long ago says where its routes begin", async () => {
    const routes = made.routes.map(({ startSentence: _, ...route }) => route);
    const from = arrangementOf(made);
    const [route] = from.routes;
    if (route === undefined) throw new Error("a route is needed");

    const { changedRoutes } = await editPlan(
      from,
      { kind: "reverse", routeId: route.id },
      STEPS,
      editGround(TERRITORY, { ...made, routes }, null),
    );

    expect(made.routes[0]?.startSentence).toBeDefined();
    expect(changedRoutes.map(({ startReason, startSentence }) => [startReason, startSentence])).toEqual([
      [made.routes.find(({ id }) => id === route.id)?.startReason, undefined],
    ]);
  });

  it("says at once what a route takes too long, without cutting it short or hiding it in its figures", async () => {
    const [from, to] = twoRoutes();
    const stopIds = from.stops.map(({ id }) => id).slice(1);

    const { plan } = await edited([{ kind: "move", stopIds, routeId: to.id, before: null }]);

    const long = plan.routes.find(({ id }) => id === to.id);
    const extraSeconds = (long?.durationSeconds ?? 0) - 45 * 60;
    expect(extraSeconds).toBeGreaterThan(60);
    expect(plan.edited?.warnings).toContainEqual({ kind: "too-long", routeId: to.id, extraSeconds });
    expect(plan.edited?.askedMinutes).toBe(45);
    expect(plan.request.minutes * 60).toBeGreaterThanOrEqual(long?.durationSeconds ?? 0);
    expect(plan.request.team[Number(to.id) - 1]?.minutes).toBe(45);
  });

  it("lists what is taken out as unserved by hand, and puts it back where it costs least", async () => {
    const [route] = twoRoutes();
    const stop = route.stops[3];
    if (!stop) throw new Error("a route of four stops is needed");

    const out = await edited([{ kind: "take-out", stopIds: [stop.id] }]);
    const back = await edited([{ kind: "insert", stopIds: [stop.id], routeId: route.id }], out.arrangement);

    expect(out.plan.unserved).toContainEqual(expect.objectContaining({ stopId: stop.id, code: "skipped" }));
    expect(out.plan.edited?.takenOut).toEqual([
      { stopId: stop.id, address: stop.address, doors: stop.doors, position: stop.position },
    ]);
    expect(back.plan.unserved).toEqual(sorted(made).unserved);
    const walked = (plan: Plan) => plan.routes.find(({ id }) => id === route.id)?.walkSeconds ?? Number.NaN;
    // A route that is drawn anew finds its start on the street again, some millimetres from where it was.
    expect(walked(back.plan)).toBeLessThanOrEqual(walked(made) + 0.01);
  });

  it("serves a stop that nobody had time for", async () => {
    const left = made.unserved.find(({ code }) => code === "no-time-left");
    if (!left) throw new Error("a plan without enough time is needed");

    const { plan } = await edited([{ kind: "insert", stopIds: [left.stopId], routeId: null }]);

    expect(plan.routes.flatMap(({ stops }) => stops.map(({ id }) => id))).toContain(left.stopId);
    expect(plan.unserved).toHaveLength(made.unserved.length - 1);
  });

  it("reads a route from its other end, and reads it again as it was", async () => {
    const [route] = twoRoutes();

    const once = await edited([{ kind: "reverse", routeId: route.id }]);
    const twice = await edited([{ kind: "reverse", routeId: route.id }], once.arrangement);

    expect(idsOf(once.plan, route.id)).toEqual(route.stops.map(({ id }) => id).reverse());
    expect(withoutEdits(twice.plan)).toEqual(made);
  });

  it("begins and ends a route where the hand let go, on the street", async () => {
    const [route] = twoRoutes();
    const [longitude, latitude] = route.stops[2]?.position ?? [0, 0];
    const position: [number, number] = [longitude + 1e-5, latitude + 1e-5];

    const { plan } = await edited([
      { kind: "set-start", routeId: route.id, position },
      { kind: "set-end", routeId: route.id, position },
    ]);

    const after = plan.routes.find(({ id }) => id === route.id);
    expect(after?.start).not.toEqual(route.start);
    expect(after?.osrm.legs).toHaveLength(route.stops.length + 1);
    expect(after?.osrm.geometry.coordinates[0]).toEqual(after?.start);
    expect(after?.osrm.geometry.coordinates.at(-1)).toEqual(after?.end);
  });

  it("tells a route that has lost its last stop, and keeps it ready for others", async () => {
    const [route, other] = twoRoutes();
    const out = await edited([{ kind: "take-out", stopIds: route.stops.map(({ id }) => id) }]);

    expect(out.plan.edited?.emptyRoutes).toEqual([route.id]);
    expect(out.plan.edited?.warnings).toContainEqual({ kind: "empty-route", routeId: route.id });
    expect(out.plan.totals.routes).toBe(made.totals.routes - 1);

    const stopIds = other.stops.slice(0, 3).map(({ id }) => id);
    const filled = await edited([{ kind: "move", stopIds, routeId: route.id, before: null }], out.arrangement);
    expect(idsOf(filled.plan, route.id)).toEqual(stopIds);
    expect(filled.plan.edited?.emptyRoutes).toEqual([]);
  });

  it("finds a place for what is put back when every route was emptied, and none draws to itself when one was", async () => {
    const [route, other] = twoRoutes();
    const ids = (routes: Plan["routes"]) => routes.flatMap(({ stops }) => stops.map(({ id }) => id));
    const [stopId] = ids([route]);
    if (stopId === undefined) throw new Error("a route with a stop is needed");
    const back: HandEdit = { kind: "insert", stopIds: [stopId], routeId: null };

    const all = await edited([{ kind: "take-out", stopIds: ids(made.routes) }, back]);
    const one = await edited([{ kind: "take-out", stopIds: [...ids([route]), ...ids([other]).slice(0, 1)] }, back]);

    expect(ids(all.plan.routes)).toEqual([stopId]);
    expect(one.plan.edited?.emptyRoutes).toEqual([route.id]);
  });

  it("keeps every promise of a plan after any edits, and comes back to the letter", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit(), { minLength: 1, maxLength: 6 }), async (edits) => {
        const { plan, arrangement, shown } = await edited(edits);

        const asked = { ...plan, request: { ...plan.request, minutes: 600, team: [] } };
        // Ends by hand have a leg of their own, beyond what the request says.
        if (!edits.some(({ kind }) => kind === "set-end")) expectSoundPlan(asked, ADDRESSES);
        expect(shown).toEqual(plan);
        const sums = (of: (route: Plan["routes"][number]) => number) =>
          plan.routes.reduce((total, route) => total + of(route), 0);
        expect(plan.totals.stops).toBe(sums(({ stops }) => stops.length));
        expect(plan.totals.doors).toBe(sums(({ stops }) => stops.reduce((total, { doors }) => total + doors, 0)));
        expect(plan.totals.durationSeconds).toBeCloseTo(
          sums(({ durationSeconds }) => durationSeconds),
          6,
        );

        // Another thread that remembers nothing finds the same; and what is undone is the plan as it was.
        const elsewhere = await reached(arrangement, editGround(TERRITORY, made, null));
        expect({ ...elsewhere, edited: null }).toEqual({ ...plan, edited: null });
        expect(withoutEdits(await reached(arrangementOf(made), ground))).toEqual(made);
      }),
      { numRuns: 20, seed: 20_261_126 },
    );
  });

  it.each([
    [{ kind: "reverse", routeId: "99" }, "unknown-route"],
    [{ kind: "take-out", stopIds: ["nowhere"] }, "unknown-stop"],
    [{ kind: "set-start", routeId: "1", position: [10, 10] }, "no-street-there"],
  ] as const)("is refused in words: %j", async (edit, code) => {
    await expect(edited([edit as HandEdit])).rejects.toMatchObject({ code });
  });

  it("is refused when the territory was built again since, or another engine walked it", () => {
    const older = { ...made, territory: { ...made.territory, version: "older" } };
    const elsewhere = {
      ...made,
      routes: made.routes.map((route) => ({ ...route, report: { ...route.report, crossings: null } })),
    };

    expect(() => editGround(TERRITORY, older, null)).toThrow(expect.objectContaining({ code: "territory-changed" }));
    expect(() => editGround(TERRITORY, elsewhere, null)).toThrow(expect.objectContaining({ code: "other-router" }));
  });
});

describe("a repair", () => {
  it("brings routes back within their limits, around what is locked", async () => {
    const [from, to] = twoRoutes();
    const moved = from.stops.slice(1).map(({ id }) => id);
    const locked = moved.slice(0, 2);
    const still = made.routes.find(({ id }) => id !== from.id && id !== to.id)?.id ?? "";
    const broken = await edited([
      { kind: "move", stopIds: moved, routeId: to.id, before: null },
      { kind: "lock-stops", stopIds: locked, isLocked: true },
      { kind: "lock-route", routeId: still, isLocked: true },
    ]);

    const repaired = await repairPlan(TERRITORY, broken.plan, broken.arrangement, {
      votesPerDoor: null,
      now: () => 0,
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    const plan = await reached(repaired, ground);

    expect(idsOf(plan, to.id)).toEqual(expect.arrayContaining(locked));
    expect(plan.routes.find(({ id }) => id === still)).toBe(made.routes.find(({ id }) => id === still));
    expect(plan.edited?.warnings).toEqual([]);
    expect(reportRepair(broken.arrangement, repaired).movedStops).toBeGreaterThan(0);
    expectSoundPlan(plan, ADDRESSES);
  });

  it("is refused when nothing may move", async () => {
    const all = made.routes.map(({ id }): HandEdit => ({ kind: "lock-route", routeId: id, isLocked: true }));
    const locked = await edited(all);

    const repair = repairPlan(TERRITORY, locked.plan, locked.arrangement, {
      votesPerDoor: null,
      now: () => 0,
      signal: new AbortController().signal,
      onProgress: () => {},
    });

    await expect(repair).rejects.toMatchObject({ code: "all-locked" });
  });
});

/** The plan after some edits, and the plan as somebody has it who was sent each edit's changes alone. */
async function edited(edits: readonly HandEdit[], from: Arrangement = arrangementOf(made)) {
  let arrangement = from;
  let shown = await reached(from, ground);
  let last = await editPlan(from, { kind: "arrange", arrangement: from }, STEPS, ground);
  for (const edit of edits) {
    last = await editPlan(arrangement, edit, STEPS, ground);
    arrangement = last.arrangement;
    const routes = new Map([...shown.routes, ...last.changedRoutes].map((route) => [route.id, route]));
    shown = sorted(composePlan(shown, { ...last.head, unserved: last.unserved }, routes));
  }
  const routes = new Map(last.routes.map((route) => [route.id, route]));
  const plan = sorted(composePlan(made, last.head, routes));
  return { plan, shown, arrangement, changedIds: last.changedRoutes.map(({ id }) => id) };
}

/** The plan at an arrangement, as undoing reaches it. */
async function reached(arrangement: Arrangement, on: EditGround): Promise<Plan> {
  const { head, routes } = await editPlan(arrangementOf(made), { kind: "arrange", arrangement }, STEPS, on);
  return sorted(composePlan(made, head, new Map(routes.map((route) => [route.id, route]))));
}

function sorted(plan: Plan): Plan {
  return { ...plan, unserved: plan.unserved.toSorted((a, b) => a.stopId.localeCompare(b.stopId)) };
}

function withoutEdits({ edited: _, ...plan }: Plan): Omit<Plan, "edited"> {
  return { ...plan, unserved: made.unserved };
}

function twoRoutes() {
  const [one, other] = made.routes.toSorted((a, b) => b.stops.length - a.stops.length);
  if (!one || !other) throw new Error("two routes are needed");
  return [one, other] as const;
}

function idsOf({ routes }: Plan, routeId: string): readonly string[] {
  return routes.find(({ id }) => id === routeId)?.stops.map(({ id }) => id) ?? [];
}

function anyEdit(): fc.Arbitrary<HandEdit> {
  const routeId = fc.constantFrom(...["1", "2", "3", "4"].slice(0, 3));
  const stopId = fc.nat(ADDRESSES - 1).map((index) => `address-${index}`);
  const stopIds = fc.uniqueArray(stopId, { minLength: 1, maxLength: 5 });
  const position = fc.option(
    fc.nat(ADDRESSES - 1).map((index): [number, number] => {
      const [longitude, latitude] = TERRITORY.addressesById([`address-${index}`])[0]?.position ?? [0, 0];
      return [longitude, latitude];
    }),
  );
  return fc.oneof(
    fc.record({ kind: fc.constant("move" as const), stopIds, routeId, before: fc.option(stopId) }),
    fc.record({ kind: fc.constant("insert" as const), stopIds, routeId: fc.option(routeId) }),
    fc.record({ kind: fc.constant("take-out" as const), stopIds }),
    fc.record({ kind: fc.constant("lock-stops" as const), stopIds, isLocked: fc.boolean() }),
    fc.record({ kind: fc.constant("lock-route" as const), routeId, isLocked: fc.boolean() }),
    fc.record({ kind: fc.constant("reverse" as const), routeId }),
    fc.record({ kind: fc.constant("set-start" as const), routeId, position }),
    fc.record({ kind: fc.constant("set-end" as const), routeId, position }),
  );
}

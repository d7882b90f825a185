import fc from "fast-check";
import * as v from "valibot";
import { beforeAll, describe, expect, it } from "vitest";
import type { Plan } from "../../../server/contract/plan.ts";
import { arrangementOf } from "../../../server/contract/plan-arrangement.ts";
import { type PlanChange, PlanChangeSchema } from "../../../server/contract/plan-change.ts";
import type { EditedByHand } from "../../../server/contract/plan-edit.ts";
import { changePlan } from "../../../server/planning/change-plan.ts";
import { planOf } from "../../fixtures/plan-of.ts";
import { gridTerritory } from "../../fixtures/planning-territory.ts";

const TERRITORY = gridTerritory({ addresses: 150 });
let before: Plan;

beforeAll(async () => {
  before = await planOf(TERRITORY, { volunteers: 4, minutes: 60, seconds: 0.3 });
});

describe("a changed plan", () => {
  it("leaves every stop with its volunteer when nothing changes", async () => {
    const after = await changed({});

    expect(after.change).toMatchObject({ movedStops: 0, addedStops: 0, droppedStops: 0 });
    expect(after.totals.distanceMetres).toBeLessThanOrEqual(before.totals.distanceMetres + 1);
  });

  it("keeps the routes that nothing is gained by changing, to the letter", async () => {
    const settled = await changed({ seconds: 0.5 });

    const after = await changed({}, settled);

    expect(after.change?.unchangedRoutes).toBeGreaterThan(0);
  });

  it("shares out the stops of a volunteer who does not come, and leaves the others to theirs", async () => {
    const [gone] = before.routes;

    const after = await changed({ removedRoutes: [gone?.id ?? ""] });

    expect(after.routes.map(({ id }) => id)).not.toContain(gone?.id);
    expect(after.request.volunteers).toBe(3);
    expect(after.change?.movedStops).toBeLessThanOrEqual(2);
    const takenOver = after.change?.takenOverStops ?? 0;
    expect(takenOver + (after.change?.droppedStops ?? 0)).toBeGreaterThanOrEqual(gone?.stops.length ?? 1);
  });

  it("gives a volunteer who joins stops to visit, from the common start", async () => {
    const after = await changed({ addedRoutes: 1 });

    const added = after.routes.find(({ id }) => id === String(before.routes.length + 1));
    expect(added?.stops.length).toBeGreaterThan(0);
    expect(after.totals.stops).toBeGreaterThanOrEqual(before.totals.stops);
  });

  it("tells the walks that stay as they were in the words of before, which are those it would find again", async () => {
    const skippedStops = before.routes.flatMap(({ stops }) => stops.slice(4, 5).map(({ id }) => id));
    const forgetful = {
      ...before,
      routes: before.routes.map((route) => ({
        ...route,
        osrm: { ...route.osrm, legs: route.osrm.legs.map((leg) => ({ ...leg, duration: -1 })) },
      })),
    };
    const known = new Set(before.routes.flatMap(({ osrm }) => osrm.legs));

    const after = await changed({ skippedStops });
    const again = await changed({ skippedStops }, forgetful);

    const kept = after.routes.flatMap(({ osrm }) => osrm.legs).filter((leg) => known.has(leg));
    expect(kept.length).toBeGreaterThan(0);
    expect(after.routes).toEqual(again.routes);
  });

  it("leaves the routes alone that a change does not concern", async () => {
    const [route] = before.routes;

    const after = await changed({ skippedStops: route?.stops.slice(0, 1).map(({ id }) => id) ?? [] });

    expect(after.change?.unchangedRoutes).toBe(before.routes.length - 1);
  });

  it("only cuts off what is done where everybody goes on as planned", async () => {
    const doneStops = before.routes.flatMap(({ stops }) => stops.slice(0, 2).map(({ id }) => id));

    const after = await changed({ doneStops });

    expect(after.routes.map(({ stops }) => stops.map(({ id }) => id))).toEqual(
      before.routes.map(({ stops }) => stops.slice(2).map(({ id }) => id)).filter((ids) => ids.length > 0),
    );
    expect(after.search?.iterations).toBe(0);
  });

  it("goes on from the last done stop, without the stops that are done", async () => {
    const route = before.routes.find(({ stops }) => stops.length >= 3);
    const done = route?.stops.slice(0, 2).map(({ id }) => id) ?? [];

    const after = await changed({ doneStops: done });

    const rest = after.routes.find(({ id }) => id === route?.id);
    expect(rest?.osrm.geometry.coordinates[0]).toEqual(route?.osrm.legs[1]?.steps.at(-1)?.maneuver.location);
    expect(
      after.unserved
        .filter(({ code }) => code === "done")
        .map(({ stopId }) => stopId)
        .sort(),
    ).toEqual(done.sort());
    expect(rest?.durationSeconds).toBeLessThanOrEqual(3600 - (route?.stops[1]?.arrivalSeconds ?? 0));
  });

  it("keeps locked stops on their route, in their order when that is asked", async () => {
    const route = before.routes.reduce((most, next) => (next.stops.length > most.stops.length ? next : most));
    const locked = route.stops.slice(0, 3).map(({ id }) => id);

    const after = await changed({ lockedStops: locked, keepsOrder: true, minutes: 40 });

    const kept = after.routes.flatMap(({ stops }) => stops.map(({ id }) => id)).filter((id) => locked.includes(id));
    const owner = after.routes.find(({ stops }) => stops.some(({ id }) => locked.includes(id)));
    expect(owner?.id).toBe(route.id);
    expect(kept).toEqual(locked);
  });

  it("leaves a route that an organizer locked as it is, to the letter, whoever else does not come", async () => {
    const [first, second, gone] = before.routes;
    const stay = second?.stops[0]?.id ?? "";
    const plan = lockedByHand({ lockedRoutes: [first?.id ?? ""], lockedStops: [stay] });

    const after = await changed({ removedRoutes: [gone?.id ?? ""] }, plan);

    expect(after.routes[0]).toBe(plan.routes[0]);
    expect(after.routes.find(({ stops }) => stops.some(({ id }) => id === stay))?.id).toBe(second?.id);
    expect(after.edited).toMatchObject({ revision: 0, lockedRoutes: [first?.id], lockedStops: [stay] });
    expect(arrangementOf(after)).toMatchObject({ lockedRoutes: [first?.id], lockedStops: [stay] });
  });

  it("walks a locked route in its order without what is skipped, and no further than there is time", async () => {
    const [first] = before.routes;
    const [ids, plan] = [first?.stops.map(({ id }) => id) ?? [], lockedByHand({ lockedRoutes: [first?.id ?? ""] })];
    const skippedStops = ids.slice(2, 3);

    const without = await changed({ skippedStops }, plan);
    const shorter = await changed({ minutes: 30 }, plan);

    expect(without.routes[0]?.stops.map(({ id }) => id)).toEqual(ids.filter((id) => !skippedStops.includes(id)));
    const kept = shorter.routes[0]?.stops.map(({ id }) => id) ?? [];
    expect(kept.length).toBeGreaterThan(0);
    expect(kept).toEqual(ids.slice(0, kept.length));
    expect(shorter.routes[0]?.durationSeconds).toBeLessThanOrEqual(1800);
  });

  it("changes nothing where every route is locked, and gives the stops of who is gone to nobody", async () => {
    const plan = lockedByHand({ lockedRoutes: before.routes.map(({ id }) => id) });

    const after = await changed({ removedRoutes: ["2"] }, plan);

    expect(after.routes).toEqual(before.routes.filter(({ id }) => id !== "2"));
    expect(after.change?.takenOverStops).toBe(0);
  });

  it("keeps every promise of a plan, whatever is asked", async () => {
    const stopIds = before.routes.flatMap(({ stops }) => stops.map(({ id }) => id));
    const some = fc.subarray(stopIds, { maxLength: 6 });
    const changes = fc.record({
      removedRoutes: fc.subarray(
        before.routes.map(({ id }) => id),
        { maxLength: 3 },
      ),
      addedRoutes: fc.nat(2),
      minutes: fc.option(fc.integer({ min: 10, max: 90 }), { nil: undefined }),
      doneStops: some,
      skippedStops: some,
      lockedStops: some,
      keepsOrder: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(changes, async (change) => {
        const after = await changed(change);

        const served = after.routes.flatMap(({ stops }) => stops.map(({ id }) => id));
        const left = after.unserved.map(({ stopId }) => stopId);
        const all = [...stopIds, ...before.unserved.map(({ stopId }) => stopId)];
        expect([...served, ...left].sort()).toEqual(all.sort());
        for (const id of [...change.doneStops, ...change.skippedStops]) expect(served).not.toContain(id);
        for (const route of after.routes) {
          expect(route.durationSeconds).toBeLessThanOrEqual((change.minutes ?? 60) * 60);
          for (const { id } of route.stops) {
            if (!change.lockedStops.includes(id)) continue;
            const home = before.routes.find(({ stops }) => stops.some((stop) => stop.id === id));
            if (home && !change.removedRoutes.includes(home.id)) expect(route.id).toBe(home.id);
          }
        }
      }),
      { numRuns: 25, seed: 20_261_125 },
    );
  });

  it("is the same for the same change", async () => {
    const change = { removedRoutes: ["2"], addedRoutes: 1 };

    expect(await changed(change)).toEqual(await changed(change));
  });

  it.each([
    [{ removedRoutes: ["99"] }, "unknown-route"],
    [{ doneStops: ["nowhere"] }, "unknown-stop"],
    [{ removedRoutes: ["1", "2", "3", "4"] }, "nobody-left"],
  ])("is refused in words: %j", async (change, code) => {
    await expect(changed(change)).rejects.toMatchObject({ code });
  });

  it("is refused when the territory was built again since", async () => {
    const other = { ...before, territory: { ...before.territory, version: "older" } };

    await expect(changed({}, other)).rejects.toMatchObject({ code: "territory-changed" });
  });
});

function lockedByHand(locks: Partial<EditedByHand>): Plan {
  const edited = { revision: 2, canUndo: true, canRedo: false, askedMinutes: 60, emptyRoutes: [], warnings: [] };
  return { ...before, edited: { ...edited, lockedStops: [], lockedRoutes: [], takenOut: [], ...locks } };
}

function changed(change: v.InferInput<typeof PlanChangeSchema>, plan: Plan = before): Promise<Plan> {
  const parsed: PlanChange = v.parse(PlanChangeSchema, { seconds: 0.1, ...change });
  return changePlan(TERRITORY, plan, parsed, {
    votesPerDoor: null,
    now: () => 0,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
}

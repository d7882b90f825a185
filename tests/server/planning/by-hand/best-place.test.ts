import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Plan } from "../../../../server/contract/plan.ts";
import { type ArrangedRoute, arrangementOf } from "../../../../server/contract/plan-arrangement.ts";
import { bestPlace } from "../../../../server/planning/by-hand/best-place.ts";
import { type EditGround, editGround } from "../../../../server/planning/by-hand/edit-ground.ts";
import { handEnds } from "../../../../server/planning/by-hand/hand-ends.ts";
import { walkerOf } from "../../../../server/planning/by-hand/walker-of.ts";
import { planOf } from "../../../fixtures/plan-of.ts";
import { gridTerritory } from "../../../fixtures/planning-territory.ts";

const TERRITORY = gridTerritory({ addresses: 60 });

describe("the best place for stops", () => {
  const grounds = new Map<string, { readonly made: Plan; readonly ground: EditGround }>();
  beforeAll(async () => {
    for (const end of ["anywhere", "start"] as const) {
      const made = await planOf(TERRITORY, { volunteers: 3, minutes: 30, start: "anywhere", end });
      grounds.set(end, { made, ground: editGround(TERRITORY, made, null) });
    }
  }, 30_000);

  it("is the one that costs the least walking on any route, as measured place by place", async () => {
    const cases = fc.record({
      end: fc.constantFrom("anywhere", "start"),
      from: fc.nat(3),
      at: fc.nat(30),
      count: fc.integer({ min: 1, max: 3 }),
      areLegsKnown: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ end, from, at, count, areLegsKnown }) => {
        const { made, ground } = grounds.get(end) ?? fail();
        const { routes } = arrangementOf(made);
        const own = routes[from % routes.length]?.stopIds ?? [];
        const first = at % own.length;
        const stopIds = own.slice(first, first + count);
        if (stopIds.length === own.length) return;

        const best = await bestPlace(stopIds, routes, ground, areLegsKnown ? ground.baseRoutes : new Map());

        const all = await Promise.all(routes.map((route) => everyPlace(stopIds, route, ground)));
        const least = Math.min(...all.flat().map(({ extraSeconds }) => extraSeconds));
        const there = all.flat().find(({ routeId, before }) => routeId === best.routeId && before === best.before);
        expect(best.extraSeconds).toBeCloseTo(least, 2);
        expect(there?.extraSeconds).toBeCloseTo(least, 2);
      }),
      { numRuns: 25, seed: 20_261_126 },
    );
  });

  it("is beyond reach where there is no way", async () => {
    const { made, ground } = grounds.get("anywhere") ?? fail();
    const [route] = arrangementOf(made).routes;
    const durationsBetween = (from: readonly unknown[], to: readonly unknown[]) =>
      new Float32Array(from.length * to.length).fill(Infinity);

    const { extraSeconds } = await bestPlace(
      (route?.stopIds ?? []).slice(1, 2),
      arrangementOf(made).routes.slice(1),
      { ...ground, durationsBetween },
      ground.baseRoutes,
    );

    expect(extraSeconds).toBe(Infinity);
  });
});

/** Every place of a route with its detour, out of one whole table. */
async function everyPlace(stopIds: readonly string[], route: ArrangedRoute, ground: EditGround) {
  const inserted = new Set(stopIds);
  const rest = route.stopIds.filter((id) => !inserted.has(id));
  const { start, end, isLoop } = await handEnds(route, ground);
  const moved = ground.stopsOf(stopIds).map(({ place }) => place);
  const places = [...moved.slice(0, 1), ...moved.slice(-1), ...ground.stopsOf(rest).map(({ place }) => place)];
  const fromStart = start ? places.push(start.place) - 1 : isLoop ? 1 + rest.length : null;
  const toEnd = end ? places.push(end.place) - 1 : isLoop ? 2 : null;
  const table = await ground.router.durations(places, walkerOf(ground.base.request, route.id));
  const seconds = (from: number | null, to: number | null) =>
    from === null || to === null ? 0 : (table[from * places.length + to] ?? Number.NaN);
  return Array.from({ length: rest.length + 1 }, (_, at) => {
    const from = at === 0 ? fromStart : 1 + at;
    const to = at === rest.length ? toEnd : 2 + at;
    const extraSeconds = seconds(from, 0) + seconds(1, to) - seconds(from, to);
    return { routeId: route.id, before: rest[at] ?? null, extraSeconds };
  });
}

function fail(): never {
  throw new Error("a plan for this case is needed");
}

import { describe, expect, it } from "vitest";
import type { Position } from "../../../geodata/geometry/position.ts";
import type { TransitStop } from "../../../geodata/territory/territory.ts";
import { expectSoundPlan, planOf } from "../../fixtures/plan-of.ts";
import { gridTerritory } from "../../fixtures/planning-territory.ts";

const slope = ([longitude, latitude]: Position) => 40 + (longitude - 2.35) * 4000 + (latitude - 48.86) * 2000;
const stop = (changes: Partial<TransitStop> = {}): TransitStop => ({
  id: "osm-n1",
  name: "Tilleuls",
  kind: "bus",
  position: [2.3533, 48.8614],
  ...changes,
});

describe("a start anywhere", () => {
  it("is each route's own first stop, with a first leg of no length", async () => {
    const result = await planOf(gridTerritory(), { start: "anywhere" });

    expectSoundPlan(result, 60);
    expect(result.routes.length).toBeGreaterThan(1);
    for (const route of result.routes) {
      expect(route.start).toEqual(route.stops[0]?.position);
      expect(route.startReason).toBe(`première adresse, ${route.stops[0]?.address}`);
      expect(route.osrm.legs[0]).toMatchObject({ distance: 0, duration: 0 });
      expect(route.stops[0]?.arrivalSeconds).toBe(0);
    }
  });

  it("serves more than a common start at the edge when time is short", async () => {
    const short = { volunteers: 3, minutes: 20 };
    const common = await planOf(gridTerritory(), { ...short, start: { position: [2.35, 48.86] } });
    const anywhere = await planOf(gridTerritory(), { ...short, start: "anywhere" });

    expect(anywhere.totals.doors).toBeGreaterThan(common.totals.doors);
  });

  it("comes back to the first stop when routes end at their start", async () => {
    const result = await planOf(gridTerritory(), { start: "anywhere", end: "start", minutes: 40 });

    expectSoundPlan(result, 60);
    expect(result.totals.stops).toBeGreaterThan(25);
    for (const route of result.routes) {
      expect(route.end).toEqual(route.stops[0]?.position);
      expect(route.osrm.legs).toHaveLength(route.stops.length + 1);
    }
  });
});

describe("an end", () => {
  it.each(["lowest", "highest", "central"] as const)("at the %s point is the same for every route", async (end) => {
    const result = await planOf(gridTerritory({ heightAt: slope }), { start: "central", end });

    expectSoundPlan(result, 60);
    expect(new Set(result.routes.map((route) => String(route.end))).size).toBe(1);
  });

  it("may be a place", async () => {
    const { routes } = await planOf(gridTerritory(), { end: { position: [2.3525, 48.8615] } });

    for (const route of routes) expect(route.end).toEqual([2.3525, 48.8615]);
  });
});

describe("a start by public transport", () => {
  it("is the stop nearest on foot to the middle of the doors, in words with its distance", async () => {
    const far = stop({ id: "osm-n2", name: "Lilas", position: [2.3502, 48.8602] });
    const territory = gridTerritory({ transitStops: [far, stop()] });

    const result = await planOf(territory, { start: "transit", end: "transit" });

    expectSoundPlan(result, 60);
    for (const route of result.routes) {
      expect(route.start).toEqual(stop().position);
      expect(route.end).toEqual(stop().position);
      expect(route.startReason).toMatch(/^arrêt de bus Tilleuls, à \d+ m à pied des portes$/);
    }
  });

  it("says in English what stops there, also without a name", async () => {
    const territory = gridTerritory({ transitStops: [stop({ kind: "metro", name: "" })] });

    const { routes } = await planOf(territory, { start: "transit", language: "en" });

    expect(routes[0]?.startReason).toMatch(/^metro station without a name, \d+ m on foot from the doors$/);
  });

  it("is refused in a territory built before they were read, saying what to do", async () => {
    await expect(planOf(gridTerritory({ transitStops: null }), { start: "transit" })).rejects.toMatchObject({
      code: "no-transit",
      sentence: { fr: expect.stringContaining("Reconstruisez-le"), en: expect.stringContaining("Build it again") },
    });
  });

  it.each([
    ["has none", []],
    ["has none near a street", [stop({ position: [2.5, 48.9] })]],
  ])("is refused in a territory that %s", async (_, transitStops) => {
    await expect(planOf(gridTerritory({ transitStops }), { end: "transit" })).rejects.toMatchObject({
      code: "no-transit",
      sentence: { fr: expect.stringContaining("point central") },
    });
  });
});

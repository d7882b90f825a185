import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Position } from "../../../geodata/geometry/position.ts";
import { Refusal } from "../../../server/contract/refusal.ts";
import { expectSoundPlan, planOf } from "../../fixtures/plan-of.ts";
import { gridTerritory } from "../../fixtures/planning-territory.ts";
import { steplessRouter } from "../../fixtures/stepless-router.ts";

const hills = ([longitude, latitude]: Position) =>
  60 + 30 * Math.sin((longitude - 2.35) * 1500) + 25 * Math.cos((latitude - 48.86) * 2500);

describe("a team of mixed limits", () => {
  const limits = fc.record(
    {
      minutes: fc.integer({ min: 15, max: 90 }),
      maxAscentMetres: fc.integer({ min: 0, max: 200 }),
      avoidsSteps: fc.boolean(),
      hasBicycle: fc.boolean(),
      start: fc.constantFrom("lowest" as const, "anywhere" as const, "central" as const),
      end: fc.constantFrom("anywhere" as const, "start" as const, "highest" as const),
    },
    { requiredKeys: [] },
  );

  it("never breaks them, and leaves no stop without a reason", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          seed: fc.integer({ min: 1, max: 1000 }),
          addresses: fc.integer({ min: 1, max: 50 }),
          volunteers: fc.integer({ min: 3, max: 5 }),
          minutes: fc.integer({ min: 20, max: 90 }),
          team: fc.array(limits, { maxLength: 3 }),
        }),
        async ({ seed, addresses, ...changes }) => {
          const territory = gridTerritory({ seed, addresses, heightAt: hills, isSteps: (piece) => piece % 5 === 0 });
          const routerOf = () => steplessRouter(territory.streetGraph());
          const result = await planOf(territory, changes, { routerOf }).catch((error) => {
            if (error instanceof Refusal) return null;
            throw error;
          });
          if (result) expectSoundPlan(result, addresses);
        },
      ),
      { numRuns: 40, seed: 11 },
    );
  });

  it("is planned the same for the same seed", async () => {
    const territory = gridTerritory({ heightAt: hills });
    const team = [{ maxAscentMetres: 40 }, { minutes: 25, start: "anywhere" as const }];

    expect(JSON.stringify(await planOf(territory, { team }))).toBe(JSON.stringify(await planOf(territory, { team })));
  });

  it("tells the longest time of any route, and every row its own", async () => {
    const { request } = await planOf(gridTerritory(), { volunteers: 3, minutes: 30, team: [{ minutes: 60 }] });

    expect(request.minutes).toBe(60);
    expect(request.team.map(({ minutes }) => minutes)).toEqual([60, 30, 30]);
  });

  it("gives each route its own time", async () => {
    const { routes } = await planOf(gridTerritory(), { minutes: 30, team: [{ minutes: 60 }, { minutes: 15 }] });
    const minutes = new Map(routes.map(({ id, durationSeconds }) => [id, durationSeconds / 60]));

    expect(minutes.get("1")).toBeGreaterThan(30);
    expect(minutes.get("2") ?? 0).toBeLessThanOrEqual(15);
    expect(minutes.get("3")).toBeLessThanOrEqual(30);
  });

  it("keeps the number of a route that has nothing to do, and says so", async () => {
    const flat = gridTerritory({ heightAt: hills });

    const { routes, warnings } = await planOf(flat, {
      start: "lowest",
      team: [{ maxAscentMetres: 0, start: "lowest", end: "highest" }],
    });

    expect(routes.map(({ id }) => id)).not.toContain("1");
    expect(routes.map(({ id }) => id)).toContain("2");
    expect(warnings.join(" ")).toContain("Aucune adresse pour la tournée 1");
  });

  it("is refused when there are more limits than routes, with both numbers", async () => {
    await expect(planOf(gridTerritory(), { volunteers: 2, team: [{}, {}, {}] })).rejects.toMatchObject({
      code: "too-many-limits",
      sentence: { fr: expect.stringMatching(/^3 tournées .* 2 bénévoles n’en font que 2\. Retirez 1/) },
    });
  });
});

describe("a limit on the climb", () => {
  it("leaves out the stops that would break it, with the figures", async () => {
    const territory = gridTerritory({ heightAt: hills });
    const { unserved, routes } = await planOf(territory, {
      volunteers: 1,
      minutes: 300,
      start: "lowest",
      team: [{ maxAscentMetres: 25 }],
    });

    expect(routes[0]?.ascentMetres).toBeLessThanOrEqual(25);
    expect(unserved.find(({ code }) => code === "too-much-climb")?.reason).toMatch(
      /^\d+ m de montée avec cette adresse, plus que les 25 m de la tournée$/,
    );
  });

  it("is refused where elevations are unknown", async () => {
    await expect(planOf(gridTerritory(), { team: [{ maxAscentMetres: 100 }] })).rejects.toMatchObject({
      code: "no-elevation",
      sentence: { en: expect.stringContaining("--elevation") },
    });
  });

  it("is refused when not even the nearest stop keeps it, with what it would take", async () => {
    const steep = ([longitude, latitude]: Position) => 1e5 * (longitude - 2.35 + latitude - 48.86);
    const territory = gridTerritory({ heightAt: steep, addresses: 12 });
    const team = [{ maxAscentMetres: 1, start: { position: [2.35, 48.86] as [number, number] } }];

    const refused = planOf(territory, { volunteers: 1, minutes: 600, team }).catch((error) => error);

    expect(await refused).toMatchObject({ code: "too-much-climb", sentence: { fr: expect.stringContaining("1 m") } });
  });
});

describe("avoiding steps", () => {
  const town = () => gridTerritory({ addresses: 50, isSteps: (piece) => piece % 3 === 0 });

  it("names the stops that only steps lead to when nobody takes them", async () => {
    const territory = town();
    const team = [{ avoidsSteps: true }, { avoidsSteps: true }];
    const routerOf = () => steplessRouter(territory.streetGraph());

    const none = await planOf(territory, { volunteers: 2, minutes: 300, team }, { routerOf });
    const one = await planOf(territory, { volunteers: 3, minutes: 300, team }, { routerOf });

    expectSoundPlan(none, 50);
    expectSoundPlan(one, 50);
    expect(none.unserved.filter(({ code }) => code === "steps-only").length).toBeGreaterThan(0);
    expect(none.unserved.find(({ code }) => code === "steps-only")?.reason).toContain("escaliers");
    expect(one.unserved.filter(({ code }) => code === "steps-only")).toEqual([]);
  });

  it("does not begin on a terrace that only steps lead to", async () => {
    const territory = town();
    const routerOf = () => steplessRouter(territory.streetGraph());
    const request = { volunteers: 1, minutes: 300, team: [{ avoidsSteps: true }] };

    const central = await planOf(territory, request, { routerOf });
    const anywhere = await planOf(territory, { ...request, start: "anywhere" }, { routerOf });

    const cutOff = (result: typeof central) =>
      new Set(result.unserved.flatMap(({ stopId, code }) => (code === "steps-only" ? [stopId] : [])));
    expect(cutOff(anywhere)).toEqual(cutOff(central));
  });
});

describe("pairs", () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 1],
    [5, 2],
    [6, 3],
  ])("of %i volunteers walk at most %i routes", async (volunteers, routes) => {
    const result = await planOf(gridTerritory(), { volunteers, pairs: true, minutes: 20 });

    expectSoundPlan(result, 60);
    expect(result.routes).toHaveLength(routes);
  });

  it("are refused more limits than they walk routes", async () => {
    await expect(planOf(gridTerritory(), { volunteers: 3, pairs: true, team: [{}, {}] })).rejects.toMatchObject({
      code: "too-many-limits",
      sentence: { fr: expect.stringContaining("deux par deux") },
    });
  });
});

import { describe, expect, it } from "vitest";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { areSameLines, areSameStops } from "../../../web/map/same-walks.ts";
import { examplePlan } from "../../fixtures/example-plan.ts";

const { routes } = examplePlan();
const [first, second] = routes;

describe("walks on the map", () => {
  it("stay as they are while figures come, or an order whose path is not known yet", () => {
    const later = routes.map((route) => ({ ...route, durationSeconds: 1, osrm: { ...route.osrm, legs: [] } }));

    expect(areSameLines(routes, later)).toBe(true);
    expect(areSameStops(first ?? null, later[0] ?? null)).toBe(true);
  });

  it.each<[string, (route: PlanRoute) => PlanRoute]>([
    ["another path", (route) => ({ ...route, osrm: { ...route.osrm, geometry: { ...route.osrm.geometry } } })],
    ["another start", (route) => ({ ...route, start: [0, 0] })],
    [
      "another first stop",
      (route) => ({ ...route, stops: route.stops.map((stop) => ({ ...stop, position: [0, 0] })) }),
    ],
  ])("are drawn again for %s", (_, change) => {
    expect(areSameLines(routes, first && second ? [change(first), second] : [])).toBe(false);
  });

  it("are drawn again when a route is gone or comes", () => {
    expect(areSameLines(routes, routes.slice(1))).toBe(false);
    expect(areSameStops(first ?? null, null)).toBe(false);
    expect(areSameStops(null, null)).toBe(true);
  });

  it("have their stops numbered again when one goes, or the end moves", () => {
    const [one, without] = [first ?? null, first ? { ...first, stops: first.stops.slice(1) } : null];
    const moved: PlanRoute | null = first ? { ...first, end: [0, 0] } : null;

    expect(areSameStops(one, without)).toBe(false);
    expect(areSameStops(one, moved)).toBe(false);
  });
});

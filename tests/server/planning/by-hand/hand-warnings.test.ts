import { describe, expect, it } from "vitest";
import type { PlanRoute } from "../../../../server/contract/plan.ts";
import { handWarnings } from "../../../../server/planning/by-hand/hand-warnings.ts";
import { examplePlan, exampleRequest } from "../../../fixtures/example-plan.ts";

const LIMITS = { avoidsSteps: false, hasBicycle: false };

describe("what an organizer is told of a route edited by hand", () => {
  it("is the climb beyond what its volunteer asked for", () => {
    const request = { ...exampleRequest, team: [{ ...LIMITS, maxAscentMetres: 20 }] };

    expect(warn(routeOf([0, 10, 20], { ascentMetres: 32 }), request)).toEqual([
      { kind: "too-steep", routeId: "1", extraMetres: 12 },
    ]);
  });

  it("is the time beyond its own minutes, where it has some", () => {
    const request = { ...exampleRequest, team: [{ ...LIMITS, minutes: 30 }] };

    expect(warn(routeOf([0, 10, 20], { durationSeconds: 45 * 60 }), request)).toEqual([
      { kind: "too-long", routeId: "1", extraSeconds: 15 * 60 },
    ]);
  });

  it("is a stop far from the others, but not stops that all lie far apart", () => {
    const [warning] = warn(routeOf([0, 10, 20, 30, 40, 500]));

    expect(warning).toMatchObject({ kind: "far-stop", routeId: "1", address: "5" });
    expect(warning?.kind === "far-stop" ? warning.metres : 0).toBeCloseTo(460, -1);
    expect(warn(routeOf([0, 300, 600, 900]))).toEqual([]);
  });

  it("is nothing of a route that the planner made", () => {
    const route = routeOf([0, 10, 500], { durationSeconds: 9 * 3600 });

    expect(warn(route, exampleRequest, route)).toEqual([]);
  });
});

function warn(route: PlanRoute, request = exampleRequest, planned?: PlanRoute) {
  const arranged = { id: "1", stopIds: route.stops.map(({ id }) => id), start: null, end: null };
  const arrangement = { routes: [arranged], takenOut: [], lockedStops: [], lockedRoutes: [] };
  return handWarnings(request, arrangement, new Map([["1", route]]), new Map(planned ? [["1", planned]] : []));
}

/** Stops along a meridian, by their metres from the first. */
function routeOf(metres: readonly number[], changes: Partial<PlanRoute> = {}): PlanRoute {
  const [route] = examplePlan().routes;
  const [stop] = route?.stops ?? [];
  if (!route || !stop) throw new Error("the example has a stop");
  const stops = metres.map((north, place) => ({
    ...stop,
    id: String(place),
    address: String(place),
    position: [2, 48 + north / 111_195] as const,
  }));
  return { ...route, stops, ...changes };
}

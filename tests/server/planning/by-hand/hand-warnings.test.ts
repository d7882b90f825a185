import { describe, expect, it } from "vitest";
import type { PlanRoute } from "../../../../server/contract/plan.ts";
import { type ArrangedRoute, arrangementOf } from "../../../../server/contract/plan-arrangement.ts";
import { handWarnings } from "../../../../server/planning/by-hand/hand-warnings.ts";
import { examplePlan, exampleRequest } from "../../../fixtures/example-plan.ts";

const BY_HAND = { start: { position: [2, 48] }, end: { position: [2, 48] } } as const;
const REPORT = { metresPerDoor: 1, repeatedShare: 0, worstDetour: null, metresEquivalentPerDoor: 1 };
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

  it("is a start or an end that a hand has set far from the stop next to it, but not one that was planned there", () => {
    const route = routeOf([900, 910], { start: [2, 48], end: [2, 48] });

    const [start, end] = warn(route, exampleRequest, undefined, BY_HAND);

    expect([start?.kind, end?.kind]).toEqual(["far-start", "far-end"]);
    expect(start?.kind === "far-start" ? start.metres : 0).toBeCloseTo(900, -1);
    expect(warn(routeOf([400, 410], { start: [2, 48], end: [2, 48] }), exampleRequest, undefined, BY_HAND)).toEqual([]);
    expect(warn(route)).toEqual([]);
  });

  it("is how often a big road is crossed, once it is twice more than planned", () => {
    const crossing = (primary: number) =>
      routeOf([0, 10], { report: { ...REPORT, crossings: { primary, service: 9 } } });

    expect(warn(crossing(3), exampleRequest, crossing(1))).toEqual([
      { kind: "big-roads", routeId: "1", crossings: 3, more: 2 },
    ]);
    expect(warn(crossing(3), exampleRequest, crossing(2))).toEqual([]);
  });

  it("is what the planner was told already of a route that it left alone", () => {
    const route = routeOf([0, 10]);
    const told = [
      { kind: "too-long", routeId: "1", extraSeconds: 90 },
      { kind: "too-long", routeId: "2", extraSeconds: 90 },
    ] as const;

    expect(
      handWarnings(exampleRequest, arrangementOf({ routes: [route] }), plansOf(route), plansOf(route), told),
    ).toEqual(told.slice(0, 1));
  });

  it("is nothing of a route that the planner made", () => {
    const route = routeOf([0, 10, 500], { durationSeconds: 9 * 3600 });

    expect(warn(route, exampleRequest, route)).toEqual([]);
  });
});

function warn(route: PlanRoute, request = exampleRequest, planned?: PlanRoute, ends: Partial<ArrangedRoute> = {}) {
  const arrangement = arrangementOf({ routes: [route] });
  const routes = arrangement.routes.map((arranged) => ({ ...arranged, ...ends }));
  return handWarnings(request, { ...arrangement, routes }, plansOf(route), planned ? plansOf(planned) : new Map());
}

function plansOf(route: PlanRoute): ReadonlyMap<string, PlanRoute> {
  return new Map([[route.id, route]]);
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

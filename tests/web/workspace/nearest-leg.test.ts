import { describe, expect, it } from "vitest";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { stopAfter } from "../../../web/workspace/nearest-leg.ts";

describe("a place on a route", () => {
  it("comes before the stop that the nearest leg leads to", () => {
    expect(stopAfter(routeEast(), [2.0005, 48.0001])).toBe("a");
    expect(stopAfter(routeEast(), [2.0015, 48.0001])).toBe("b");
  });

  it("comes last along the leg to the end, and on a route without legs", () => {
    expect(stopAfter(routeEast(), [2.0027, 47.9999])).toBeNull();
    expect(stopAfter({ ...routeEast(), osrm: { ...routeEast().osrm, legs: [] } }, [2, 48])).toBeNull();
  });
});

/** Three legs of a thousandth of a degree each, eastwards: to a, to b, to the end. */
function routeEast(): Pick<PlanRoute, "stops" | "osrm"> {
  const legs = [0, 1, 2].map((leg) => ({
    steps: [{ geometry: { coordinates: [place(leg), place(leg + 1)] } }],
  }));
  return { stops: [{ id: "a" }, { id: "b" }], osrm: { legs } } as unknown as Pick<PlanRoute, "stops" | "osrm">;
}

function place(east: number): readonly [number, number] {
  return [2 + east / 1000, 48];
}

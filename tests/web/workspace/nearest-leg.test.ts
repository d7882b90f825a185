import { describe, expect, it } from "vitest";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { stopAfter } from "../../../web/workspace/nearest-leg.ts";

describe("a place on a route", () => {
  it("comes before the stop that the nearest leg leads to", () => {
    expect(stopAfter(routeEast(), [2.0005, 48.0001])).toBe("a");
    expect(stopAfter(routeEast(), [2.0015, 48.0001])).toBe("b");
  });

  it("comes last along the leg to the end", () => {
    expect(stopAfter(routeEast(), [2.0027, 47.9999])).toBeNull();
  });

  it("comes between the same two stops while the legs are being drawn anew, last on a route of one", () => {
    const { stops, osrm } = routeEast();
    const waiting = { stops, osrm: { ...osrm, legs: [] } };

    expect(stopAfter(waiting, [2.0015, 48.0001])).toBe("b");
    expect(stopAfter({ ...waiting, stops: stops.slice(0, 1) }, [2.0015, 48.0001])).toBeNull();
  });
});

/** Three legs of a thousandth of a degree each, eastwards: to a, to b, to the end. */
function routeEast(): Pick<PlanRoute, "stops" | "osrm"> {
  const legs = [0, 1, 2].map((leg) => ({
    steps: [{ geometry: { coordinates: [place(leg), place(leg + 1)] } }],
  }));
  return { stops: [stop("a", 1), stop("b", 2)], osrm: { legs } } as unknown as Pick<PlanRoute, "stops" | "osrm">;
}

function stop(id: string, east: number): object {
  return { id, position: place(east) };
}

function place(east: number): readonly [number, number] {
  return [2 + east / 1000, 48];
}

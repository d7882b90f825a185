import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { optimiseRoutes } from "../../../server/tour-optimiser/optimise-routes.ts";
import type { RoutingProblem } from "../../../server/tour-optimiser/routing-problem.ts";
import { measureRoute, randomProblem } from "./random-problem.ts";

const sketches = fc.record({
  seed: fc.nat(1_000_000),
  stopCount: fc.integer({ min: 6, max: 40 }),
  routeCount: fc.integer({ min: 2, max: 4 }),
  budgetSeconds: fc.integer({ min: 1500, max: 6000 }),
  goal: fc.constantFrom("cover" as const, "value" as const),
  seamSeconds: fc.constantFrom(0, 6),
  mostClimb: fc.constantFrom(0, 60),
});
const RUNS = { numRuns: 50, seed: 20_261_125 };
const SEARCH = { seed: 1, seconds: 0.05 };

describe("a locked stop", () => {
  it("is on the route it is locked to, or unserved", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const problem = randomProblem(sketch);
        const onlyRoute = Int32Array.from({ length: sketch.stopCount }, (_, stop) =>
          stop % 3 === 0 ? stop % sketch.routeCount : -1,
        );

        const { routes } = optimiseRoutes({ ...problem, onlyRoute }, SEARCH);

        routes.forEach((stops, route) => {
          for (const stop of stops) expect([-1, route]).toContain(onlyRoute[stop]);
        });
      }),
      RUNS,
    );
  });
});

describe("a chain", () => {
  it("is walked whole, in its order, or not at all, within every limit", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const chain = [4, 1, 3];
        const problem = { ...randomProblem(sketch), chains: [chain] };

        const { routes, unserved } = optimiseRoutes(problem, SEARCH);

        const served = routes.find((stops) => stops.includes(4));
        if (served) expect(served.slice(served.indexOf(4), served.indexOf(4) + 3)).toEqual(chain);
        else expect(chain.every((stop) => unserved.includes(stop))).toBe(true);
        expectWithinLimits(problem, routes);
      }),
      RUNS,
    );
  });
});

describe("a route with a limit on its climb", () => {
  it("keeps it", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const problem = randomProblem({ ...sketch, mostClimb: 45 });

        const { routes } = optimiseRoutes(problem, SEARCH);

        expectWithinLimits(problem, routes);
      }),
      RUNS,
    );
  });
});

describe("a plan that is changed", () => {
  it("keeps all stops where they were when nothing is gained by moving them", () => {
    const problem = randomProblem({ seed: 11, stopCount: 60, routeCount: 4, budgetSeconds: 6000, balance: 0.3 });
    const before = optimiseRoutes(problem, { seed: 1, seconds: 0.5 });

    const after = optimiseRoutes({ ...problem, firstRoutes: before.routes, changeSeconds: 1000 }, SEARCH);

    expect(movedStops(before.routes, after.routes)).toBe(0);
    expect(after.walkSeconds).toBeLessThanOrEqual(before.walkSeconds + 1e-6);
  });

  it("moves little more than the stops of the volunteer who does not come", () => {
    const problem = randomProblem({ seed: 12, stopCount: 80, routeCount: 5, budgetSeconds: 7000 });
    const before = optimiseRoutes(problem, { seed: 1, seconds: 0.5 });
    const [gone = [], ...kept] = before.routes;
    const left = { ...problem, routes: problem.routes.slice(1), firstRoutes: kept, changeSeconds: 60 };

    const stable = optimiseRoutes(left, SEARCH);
    const free = optimiseRoutes({ ...left, changeSeconds: 0 }, { seed: 1, seconds: 0.5 });

    expect(stable.unserved).toEqual([]);
    expect(gone.length).toBeGreaterThan(0);
    expect(movedStops(kept, stable.routes)).toBeLessThanOrEqual(movedStops(kept, free.routes));
    expect(movedStops(kept, stable.routes)).toBeLessThanOrEqual(8);
  });

  it("refuses a stop that two routes had", () => {
    const problem = randomProblem({ seed: 4, stopCount: 6, routeCount: 2, budgetSeconds: 4000 });

    expect(() => optimiseRoutes({ ...problem, firstRoutes: [[1], [2, 1]] }, SEARCH)).toThrow(
      "firstRoutes names stop 1 twice",
    );
  });
});

/** Stops that are served before and after, by another route. */
function movedStops(before: readonly (readonly number[])[], after: readonly (readonly number[])[]): number {
  const home = new Map(before.flatMap((stops, route) => stops.map((stop) => [stop, route] as const)));
  return after.flatMap((stops, route) => stops.filter((stop) => home.has(stop) && home.get(stop) !== route)).length;
}

function expectWithinLimits(problem: RoutingProblem, routes: readonly (readonly number[])[]): void {
  routes.forEach((stops, route) => {
    const limits = problem.routes[route];
    expect(measureRoute(problem, route, stops).totalSeconds).toBeLessThanOrEqual((limits?.budgetSeconds ?? 0) + 1e-3);
    if (!limits?.climb || stops.length === 0) return;
    const { between, fromStart, toEnd, mostMetres } = limits.climb;
    let metres = (fromStart?.[stops[0] ?? 0] ?? 0) + (toEnd?.[stops.at(-1) ?? 0] ?? 0);
    for (let at = 1; at < stops.length; at++) {
      metres += between[(stops[at - 1] ?? 0) * problem.stopCount + (stops[at] ?? 0)] ?? 0;
    }
    expect(metres).toBeLessThanOrEqual(mostMetres + 1e-3);
  });
}

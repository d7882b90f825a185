import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { optimiseRoutes } from "../../../server/tour-optimiser/optimise-routes.ts";
import type { RoutingProblem, RoutingSolution } from "../../../server/tour-optimiser/routing-problem.ts";
import { measureRoute, randomProblem } from "./random-problem.ts";

const sketches = fc.record({
  seed: fc.nat(1_000_000),
  stopCount: fc.integer({ min: 0, max: 60 }),
  routeCount: fc.integer({ min: 1, max: 5 }),
  budgetSeconds: fc.integer({ min: 0, max: 5000 }),
  goal: fc.constantFrom("cover" as const, "value" as const),
  hasStart: fc.boolean(),
  hasEnd: fc.boolean(),
  seamSeconds: fc.constantFrom(0, 6),
  balance: fc.constantFrom(0, 0.15),
});

describe("optimised routes", () => {
  it("serve every stop at most once, keep their budgets and name who is left out", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const problem = randomProblem(sketch);

        const solution = optimiseRoutes(problem, { seed: 1, seconds: 0.02 });

        const all = [...solution.routes.flat(), ...solution.unserved].sort((a, b) => a - b);
        expect(all).toEqual(Array.from({ length: sketch.stopCount }, (_, stop) => stop));
        solution.routes.forEach((stops, route) => {
          expect(measureRoute(problem, route, stops).totalSeconds).toBeLessThanOrEqual(sketch.budgetSeconds + 1e-6);
        });
        expect(walkOf(problem, solution)).toBeCloseTo(solution.walkSeconds, 6);
      }),
      { numRuns: 80, seed: 20_261_123 },
    );
  });

  it("are the same for the same seed", () => {
    for (const goal of ["cover", "value"] as const) {
      const problem = randomProblem({ seed: 5, stopCount: 80, routeCount: 4, budgetSeconds: 3000, goal });

      const [one, other] = [optimiseRoutes(problem, SEARCH), optimiseRoutes(problem, SEARCH)];

      expect(other).toEqual(one);
    }
  });

  it("leave out no stop that a budget of plenty has time for", () => {
    const problem = randomProblem({ seed: 9, stopCount: 50, routeCount: 3, budgetSeconds: 12_000, balance: 0.15 });

    const { unserved } = optimiseRoutes(problem, SEARCH);

    expect(unserved).toEqual([]);
  });

  it("reach the shortest walk that trying all orders finds", () => {
    for (let seed = 0; seed < 25; seed++) {
      const problem = randomProblem({ ...pick(seed), seed, stopCount: 7, routeCount: 1, budgetSeconds: 1e6 });

      const { walkSeconds } = optimiseRoutes(problem, SEARCH);

      expect(walkSeconds).toBeCloseTo(bestByTryingAll(problem).walkSeconds, 3);
    }
  });

  it("reach the highest value that trying all orders finds", () => {
    for (let seed = 0; seed < 25; seed++) {
      const budgetSeconds = 700 + 60 * seed;
      const problem = randomProblem({
        ...pick(seed),
        seed,
        stopCount: 7,
        routeCount: 1,
        budgetSeconds,
        goal: "value",
      });

      const { servedValue } = optimiseRoutes(problem, SEARCH);

      expect(servedValue).toBe(bestByTryingAll(problem).value);
    }
  });

  it("walk no more than going to the nearest stop each time", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.boolean(), (seed, hasEnd) => {
        const problem = randomProblem({ seed, stopCount: 40, routeCount: 1, budgetSeconds: 1e6, hasEnd });

        const { walkSeconds, unserved } = optimiseRoutes(problem, { seed: 1, seconds: 0.01 });

        expect(unserved).toEqual([]);
        expect(walkSeconds).toBeLessThanOrEqual(nearestNeighbourWalk(problem) + 1e-6);
      }),
      { numRuns: 40, seed: 20_261_123 },
    );
  });

  it("share the work out evenly when balance is asked for", () => {
    const sketch = { seed: 3, stopCount: 60, routeCount: 6, budgetSeconds: 7200 };

    const packed = optimiseRoutes(randomProblem(sketch), SEARCH);
    const balanced = optimiseRoutes(randomProblem({ ...sketch, balance: 0.5 }), SEARCH);

    expect(longest(randomProblem(sketch), balanced)).toBeLessThan(0.7 * longest(randomProblem(sketch), packed));
  });

  it("stop when told to, with routes that hold", () => {
    const problem = randomProblem({ seed: 4, stopCount: 60, routeCount: 3, budgetSeconds: 4000 });

    const { iterations, routes } = optimiseRoutes(problem, { seed: 1, seconds: 100, shouldStop: () => true });

    expect(iterations).toBe(0);
    expect(routes.flat().length).toBeGreaterThan(10);
  });

  it("refuse a table of durations of the wrong size", () => {
    const problem = randomProblem({ seed: 4, stopCount: 6, routeCount: 1, budgetSeconds: 4000 });

    expect(() => optimiseRoutes({ ...problem, durations: new Float32Array(7) }, SEARCH)).toThrow(
      "durations has 7 entries, expected 36",
    );
  });
});

const SEARCH = { seed: 7, seconds: 0.3 };

function pick(seed: number): { hasStart: boolean; hasEnd: boolean } {
  return { hasStart: seed % 2 === 0, hasEnd: seed % 3 === 0 };
}

function walkOf(problem: RoutingProblem, { routes }: RoutingSolution): number {
  return routes.reduce((sum, stops, route) => sum + measureRoute(problem, route, stops).walkSeconds, 0);
}

function longest(problem: RoutingProblem, { routes }: RoutingSolution): number {
  return Math.max(...routes.map((stops, route) => measureRoute(problem, route, stops).totalSeconds));
}

/** Best value over all orders of all subsets within the budget; among whole orders, the shortest walk. */
function bestByTryingAll(problem: RoutingProblem): { walkSeconds: number; value: number } {
  let walkSeconds = Infinity;
  let value = 0;
  const visit = (stops: readonly number[]): void => {
    const measured = measureRoute(problem, 0, stops);
    if (measured.totalSeconds <= (problem.routes[0]?.budgetSeconds ?? 0)) {
      value = Math.max(
        value,
        stops.reduce((sum, stop) => sum + (problem.values[stop] ?? 0), 0),
      );
      if (stops.length === problem.stopCount) walkSeconds = Math.min(walkSeconds, measured.walkSeconds);
    }
    for (let stop = 0; stop < problem.stopCount; stop++) if (!stops.includes(stop)) visit([...stops, stop]);
  };
  visit([]);
  return { walkSeconds, value };
}

function nearestNeighbourWalk(problem: RoutingProblem): number {
  const left = new Set(Array.from({ length: problem.stopCount }, (_, stop) => stop));
  const order: number[] = [];
  while (left.size > 0) {
    const at = order.at(-1);
    const seconds = (stop: number): number =>
      (at === undefined ? problem.routes[0]?.fromStart?.[stop] : problem.durations[at * problem.stopCount + stop]) ?? 0;
    const next = [...left].reduce((best, stop) => (seconds(stop) < seconds(best) ? stop : best));
    left.delete(next);
    order.push(next);
  }
  return measureRoute(problem, 0, order).walkSeconds;
}

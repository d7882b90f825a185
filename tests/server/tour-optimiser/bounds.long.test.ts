import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundValue } from "../../../server/tour-optimiser/bound-value.ts";
import { boundWalk } from "../../../server/tour-optimiser/bound-walk.ts";
import { optimiseRoutes } from "../../../server/tour-optimiser/optimise-routes.ts";
import { proveGap } from "../../../server/tour-optimiser/prove-gap.ts";
import { randomProblem } from "./random-problem.ts";

const sketches = fc.record({
  seed: fc.nat(1_000_000),
  stopCount: fc.integer({ min: 2, max: 40 }),
  routeCount: fc.integer({ min: 1, max: 4 }),
  hasStart: fc.boolean(),
  hasEnd: fc.boolean(),
  mostClimb: fc.constantFrom(0, 1000),
});
const RUNS = { numRuns: 60, seed: 20_261_125 };

describe("what is proved of the best routes", () => {
  it("is never more walking than routes that were found", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const problem = randomProblem({ ...sketch, budgetSeconds: 1e6 });

        const solution = optimiseRoutes(problem, { seed: 1, seconds: 0.05 });

        expect(solution.unserved).toEqual([]);
        expect(boundWalk(problem)).toBeLessThanOrEqual(solution.walkSeconds + 1e-3);
      }),
      RUNS,
    );
  });

  it("is never less value than routes that were found", () => {
    fc.assert(
      fc.property(sketches, fc.integer({ min: 300, max: 4000 }), (sketch, budgetSeconds) => {
        const problem = randomProblem({ ...sketch, budgetSeconds, goal: "value" });

        const solution = optimiseRoutes(problem, { seed: 1, seconds: 0.05 });

        expect(boundValue(problem)).toBeGreaterThanOrEqual(solution.servedValue - 1e-6);
      }),
      RUNS,
    );
  });

  it("is within a tenth of a good tour on open ground", () => {
    const problem = randomProblem({ seed: 8, stopCount: 60, routeCount: 1, budgetSeconds: 1e6, hasEnd: true });
    const solution = optimiseRoutes(problem, { seed: 1, seconds: 0.2 });

    const proved = proveGap(problem, solution);

    expect(proved?.of).toBe("walk");
    expect(proved?.gap).toBeGreaterThanOrEqual(0);
    expect(proved?.gap).toBeLessThan(0.1);
  });

  it("counts the stops that the search was not given, as if they lay on the way", () => {
    const problem = randomProblem({ seed: 8, stopCount: 20, routeCount: 2, budgetSeconds: 1200, goal: "value" });

    const alone = boundValue(problem);

    expect(boundValue(problem, { serviceSeconds: [60], values: [15] })).toBeGreaterThan(alone);
    expect(boundValue(problem, { serviceSeconds: [60], values: [0] })).toBe(alone);
  });

  it("is nothing where no stop is served", () => {
    const problem = randomProblem({ seed: 8, stopCount: 5, routeCount: 1, budgetSeconds: 0 });

    expect(proveGap(problem, optimiseRoutes(problem, { seed: 1, seconds: 0.01 }))).toBeNull();
  });
});

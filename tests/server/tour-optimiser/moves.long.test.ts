import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOVES } from "../../../server/tour-optimiser/local-search.ts";
import { findNearStops } from "../../../server/tour-optimiser/near-stops.ts";
import { pairNeighbours } from "../../../server/tour-optimiser/neighbour-pairs.ts";
import {
  createTourState,
  insertStop,
  isWithinLimits,
  measureRoute,
  removeStop,
  setRoutes,
  stateCost,
  type TourState,
} from "../../../server/tour-optimiser/tour-state.ts";
import { seededRandom } from "../../fixtures/grid-town.ts";
import { randomProblem } from "./random-problem.ts";

const sketches = fc.record({
  seed: fc.nat(1_000_000),
  stopCount: fc.integer({ min: 2, max: 24 }),
  routeCount: fc.integer({ min: 1, max: 4 }),
  budgetSeconds: fc.integer({ min: 500, max: 6000 }),
  hasStart: fc.boolean(),
  hasEnd: fc.boolean(),
  seamSeconds: fc.constantFrom(0, 7),
  balance: fc.constantFrom(0, 0.2),
  changeSeconds: fc.constantFrom(0, 11),
  runs: fc.constantFrom(0, 1, 2),
  mostClimb: fc.constantFrom(0, 60),
});

describe.each(MOVES)("the move $name", (move) => {
  it("never lies about its gain, and keeps every stop in one place", () => {
    let applied = 0;
    fc.assert(
      fc.property(sketches, (sketch) => {
        const state = randomState(sketch);
        const random = seededRandom(sketch.seed + 1);
        for (let trial = 0; trial < 40; trial++) {
          const stop = Math.floor(random() * sketch.stopCount);
          const other = Math.floor(random() * sketch.stopCount);
          const gain = move.gain(state, stop, other);
          if (stop === other || gain === -Infinity) continue;
          const isValid = move.isValid(state, stop, other);
          const before = stateCost(state);

          move.apply(state, stop, other);

          applied++;
          expect(before - stateCost(state)).toBeCloseTo(gain, 6);
          expect(isValid).toBe(holdsBudgets(state));
          expectWhole(state);
          if (!isValid) break;
        }
      }),
      { numRuns: 200, seed: 20_261_123 },
    );
    expect(applied).toBeGreaterThan(20);
  });
});

describe("a tour state", () => {
  it("keeps its sums through insertions and removals in any order", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const state = randomState(sketch);
        const random = seededRandom(sketch.seed + 2);
        for (let step = 0; step < 60; step++) {
          const stop = Math.floor(random() * sketch.stopCount);
          const route = Math.floor(random() * sketch.routeCount);
          if ((state.routeOf[stop] ?? -1) >= 0) removeStop(state, stop);
          else insertStop(state, stop, route, Math.floor(random() * ((state.length[route] ?? 0) + 1)));
        }
        expectWhole(state);
      }),
      { numRuns: 60, seed: 20_261_123 },
    );
  });
});

function randomState(sketch: typeof sketches extends fc.Arbitrary<infer Sketch> ? Sketch : never): TourState {
  const problem = randomProblem(sketch);
  const near = findNearStops(problem.stopCount, problem.durations, 8);
  const miss = Float64Array.from({ length: problem.stopCount }, (_, stop) => 100 + 10 * stop);
  const weights = { balance: sketch.balance, seam: sketch.seamSeconds, change: sketch.changeSeconds, miss };
  const state = createTourState(problem, weights, pairNeighbours(problem.stopCount, near, 3));
  const random = seededRandom(sketch.seed);
  for (let stop = 0; stop < problem.stopCount; stop++) {
    const route = Math.floor(random() * sketch.routeCount);
    if (random() < 0.25) continue;
    insertStop(state, stop, route, Math.floor(random() * ((state.length[route] ?? 0) + 1)));
    if (!holdsBudgets(state)) removeStop(state, stop);
  }
  return state;
}

function holdsBudgets(state: TourState): boolean {
  return state.problem.routes.every((_, route) => isWithinLimits(state, route));
}

/** Every stop is in exactly one place, and the running sums are those of a state built afresh. */
function expectWhole(state: TourState): void {
  const routes = state.order.map((order, route) => Array.from(order.subarray(0, state.length[route])));
  const unserved = Array.from(state.unserved.subarray(0, state.unservedCount[0]));
  expect([...routes.flat(), ...unserved].sort((a, b) => a - b)).toEqual([...state.routeOf.keys()]);
  const fresh = createTourState(state.problem, state.weights, state.pairs);
  setRoutes(fresh, routes);
  for (let route = 0; route < routes.length; route++) measureRoute(fresh, route);
  expect(stateCost(state)).toBeCloseTo(stateCost(fresh), 6);
  fresh.climb.forEach((metres, route) => {
    expect(state.climb[route]).toBeCloseTo(metres, 3);
  });
}

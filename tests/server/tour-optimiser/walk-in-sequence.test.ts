import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineRuns, turnsOf } from "../../../server/tour-optimiser/line-runs.ts";
import { optimiseRoutes } from "../../../server/tour-optimiser/optimise-routes.ts";
import type { RoutingProblem, StopLines } from "../../../server/tour-optimiser/routing-problem.ts";
import {
  createTourState,
  isWithinLimits,
  setRoutes,
  type TourState,
} from "../../../server/tour-optimiser/tour-state.ts";
import { SLACK_SECONDS, walkInSequence } from "../../../server/tour-optimiser/walk-in-sequence.ts";
import { seededRandom } from "../../fixtures/grid-town.ts";
import { measureRoute, randomProblem } from "./random-problem.ts";

const sketches = fc.record({
  seed: fc.nat(1_000_000),
  stopCount: fc.integer({ min: 2, max: 30 }),
  routeCount: fc.integer({ min: 1, max: 3 }),
  budgetSeconds: fc.integer({ min: 4000, max: 20_000 }),
  hasStart: fc.boolean(),
  hasEnd: fc.boolean(),
  changeSeconds: fc.constantFrom(0, 11),
  mostClimb: fc.constantFrom(0, 60, 300),
});
type Sketch = typeof sketches extends fc.Arbitrary<infer T> ? T : never;
const RUNS = { numRuns: 150, seed: 20_261_126 };

describe("walking in sequence", () => {
  it("serves the same stops on each route, within all limits, for two seconds more at most", () => {
    let changed = 0;
    fc.assert(
      fc.property(sketches, (sketch) => {
        const state = scatteredRoutes(sketch);
        const before = routesOf(state);
        const wasWithin = before.map((_, route) => isWithinLimits(state, route));

        before.forEach((_, route) => {
          walkInSequence(state, route);
        });

        routesOf(state).forEach((stops, route) => {
          const was = before[route] ?? [];
          if (stops.join() !== was.join()) changed++;
          expect([...stops].sort()).toEqual([...was].sort());
          const walked = measureRoute(state.problem, route, stops).walkSeconds;
          expect(walked).toBeLessThanOrEqual(
            measureRoute(state.problem, route, was).walkSeconds + SLACK_SECONDS + 1e-3,
          );
          if (wasWithin[route]) expect(isWithinLimits(state, route)).toBe(true);
        });
      }),
      RUNS,
    );
    expect(changed).toBeGreaterThan(80);
  });

  it("walks no line in more goes than before, and turns no more within as many", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const state = scatteredRoutes({ ...sketch, routeCount: 1 });
        const lines = state.problem.lines ?? noLines(sketch.stopCount);
        const goes = (): readonly number[] => {
          const [stops = []] = routesOf(state);
          const runs = lineRuns(stops, lines);
          return [runs.length, runs.reduce((sum, run) => sum + turnsOf(stops.slice(run.start, run.end), lines), 0)];
        };
        const [goesBefore = 0, turnsBefore = 0] = goes();

        walkInSequence(state, 0);

        const [goesAfter = 0, turnsAfter = 0] = goes();
        expect(goesAfter < goesBefore || (goesAfter === goesBefore && turnsAfter <= turnsBefore)).toBe(true);
      }),
      RUNS,
    );
  });

  it("keeps the order of stops that are tied to their route", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const tied = Int32Array.from({ length: sketch.stopCount }, (_, stop) =>
          stop % 3 === 0 ? stop % sketch.routeCount : -1,
        );
        const state = scatteredRoutes(sketch, { onlyRoute: tied });
        const before = routesOf(state);

        before.forEach((_, route) => {
          walkInSequence(state, route);
        });

        const isTied = (stop: number): boolean => (tied[stop] ?? -1) >= 0;
        expect(routesOf(state).map((stops) => stops.filter(isTied))).toEqual(
          before.map((stops) => stops.filter(isTied)),
        );
      }),
      RUNS,
    );
  });

  it("leaves a route of a plan that is being changed as it was", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const firstRoutes = scatter(sketch);
        const state = scatteredRoutes({ ...sketch, changeSeconds: 11 }, { firstRoutes });

        firstRoutes.forEach((_, route) => {
          walkInSequence(state, route);
        });

        expect(routesOf(state)).toEqual(firstRoutes);
      }),
      RUNS,
    );
  });

  it("walks a side of a street in order of its numbers, though doors are hung a little before or after their place", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 3, max: 14 }), fc.boolean(), (seed, doors, isTornApart) => {
        const random = seededRandom(seed);
        // Up to a third of a metre either way turns neighbours round; setting them right costs under two seconds in all.
        const metres = Array.from({ length: doors }, (_, door) => 0.5 * door + 0.6 * (random() - 0.5));
        const other = 0.25 * doors;
        const byPlace = [...metres.keys()].sort((one, two) => (metres[one] ?? 0) - (metres[two] ?? 0));
        const half = doors >> 1;
        const order = isTornApart ? [...byPlace.slice(0, half), doors, ...byPlace.slice(half)] : [...byPlace, doors];
        const state = stateOf(
          streetProblem([...metres, other], {
            lineOf: Int32Array.from([...metres.map(() => 0), 1]),
            rank: Float64Array.from([...metres.keys(), 0]),
          }),
          [order],
        );

        walkInSequence(state, 0);

        const [stops = []] = routesOf(state);
        const numbers = stops.filter((stop) => stop < doors);
        expect([numbers, [...numbers].reverse()]).toContainEqual([...metres.keys()]);
      }),
      RUNS,
    );
  });

  it("does not walk on for the sake of order", () => {
    const metres = [0, 60, 20, 40];
    const lines = { lineOf: new Int32Array(4), rank: Float64Array.from([2, 4, 6, 8]) };
    const state = stateOf(streetProblem(metres, lines), [[0, 2, 3, 1]]);

    walkInSequence(state, 0);

    expect(routesOf(state)).toEqual([[0, 2, 3, 1]]);
  });
});

describe("routes of stops on lines", () => {
  it("walk a chain as it is, though its numbers go back and forth", () => {
    const metres = [0, 10, 20, 30, 40, 50];
    const lines = { lineOf: new Int32Array(6), rank: Float64Array.from(metres) };
    const problem = { ...streetProblem(metres, lines), chains: [[2, 4, 3]] };

    const { routes } = optimiseRoutes(problem, { seed: 1, seconds: 0.05 });

    const [stops = []] = routes;
    expect(stops.slice(stops.indexOf(2), stops.indexOf(2) + 3)).toEqual([2, 4, 3]);
  });

  it("are in order where the search is free to choose", () => {
    // Six doors at one spot on either side: every order walks as long.
    const metres = Array.from({ length: 12 }, (_, door) => (door < 6 ? 0 : 30));
    const lines = {
      lineOf: Int32Array.from(metres, (place) => (place > 0 ? 1 : 0)),
      rank: Float64Array.from(metres, (_, door) => [3, 1, 5, 0, 4, 2][door % 6] ?? 0),
    };

    const { routes } = optimiseRoutes(streetProblem(metres, lines), { seed: 1, seconds: 0.05 });

    const [stops = []] = routes;
    const runs = lineRuns(stops, lines);
    expect(runs).toHaveLength(2);
    expect(runs.map((run) => turnsOf(stops.slice(run.start, run.end), lines))).toEqual([0, 0]);
  });
});

/** Stops along one street, on foot at 1.25 m/s, one route without a fixed start. */
function streetProblem(metres: readonly number[], lines: StopLines): RoutingProblem {
  const stopCount = metres.length;
  return {
    stopCount,
    durations: Float32Array.from({ length: stopCount ** 2 }, (_, cell) => {
      const [from, to] = [metres[Math.floor(cell / stopCount)] ?? 0, metres[cell % stopCount] ?? 0];
      return Math.abs(to - from) / 1.25;
    }),
    serviceSeconds: new Float64Array(stopCount),
    values: new Float64Array(stopCount).fill(1),
    routes: [{ budgetSeconds: 3600, fromStart: null, toEnd: null }],
    goal: "cover",
    lines,
  };
}

/** Routes that no search has touched, of stops on three lines with ranks as they come. */
function scatteredRoutes(sketch: Sketch, more: Partial<RoutingProblem> = {}): TourState {
  const random = seededRandom(sketch.seed + 2);
  const lines = {
    lineOf: Int32Array.from({ length: sketch.stopCount }, () => Math.floor(random() * 4) - 1),
    rank: Float64Array.from({ length: sketch.stopCount }, () => Math.floor(random() * 20)),
  };
  return stateOf({ ...randomProblem(sketch), lines, ...more }, scatter(sketch));
}

function scatter({ seed, stopCount, routeCount }: Sketch): number[][] {
  const random = seededRandom(seed + 3);
  const routes = Array.from({ length: routeCount }, (): number[] => []);
  for (const stop of Array.from({ length: stopCount }, (_, index) => index).sort(() => random() - 0.5)) {
    const route = stop % 3 === 0 ? stop % routeCount : Math.floor(random() * routeCount);
    routes[route]?.push(stop);
  }
  return routes;
}

function stateOf(problem: RoutingProblem, routes: readonly (readonly number[])[]): TourState {
  const change = problem.changeSeconds ?? 0;
  const weights = { balance: 0, seam: 0, change, miss: new Float64Array(problem.stopCount) };
  const state = createTourState(problem, weights, {
    start: new Int32Array(problem.stopCount + 1),
    partner: new Int32Array(0),
  });
  setRoutes(state, routes);
  return state;
}

function routesOf({ order, length }: TourState): number[][] {
  return order.map((stops, route) => Array.from(stops.subarray(0, length[route])));
}

function noLines(stopCount: number): StopLines {
  return { lineOf: new Int32Array(stopCount).fill(-1), rank: new Float64Array(stopCount) };
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mulberry32 } from "../../../geodata/numbers/mulberry32.ts";
import { findNearStops } from "../../../server/tour-optimiser/near-stops.ts";
import { createKick } from "../../../server/tour-optimiser/tour/kick-tour.ts";
import { kicksFor, orderTour, tourSeconds } from "../../../server/tour-optimiser/tour/order-tour.ts";
import { symmetricCosts } from "../../../server/tour-optimiser/tour/symmetric-costs.ts";
import { createThreeOpt } from "../../../server/tour-optimiser/tour/three-opt.ts";
import { createTourArray } from "../../../server/tour-optimiser/tour/tour-array.ts";
import { randomProblem } from "./random-problem.ts";

const sizes = fc.record({ seed: fc.nat(1_000_000), stopCount: fc.integer({ min: 5, max: 60 }) });
const RUNS = { numRuns: 80, seed: 20_261_125 };

describe("three-opt", () => {
  it("never lies about its gain, and keeps every stop in the tour once", () => {
    let applied = 0;
    fc.assert(
      fc.property(sizes, ({ seed, stopCount }) => {
        const { costs, array, random } = randomTour(seed, stopCount);
        const near = findNearStops(stopCount, costs, 12);
        const touched = new Set<number>();
        const improve = createThreeOpt({ stopCount, costs, near }, array, (stop) => touched.add(stop));
        for (let trial = 0; trial < 60; trial++) {
          const before = tourSeconds(stopCount, costs, array.tour);

          const gain = improve(Math.floor(random() * stopCount), random() < 0.5);

          if (gain > 0) applied++;
          expect(before - tourSeconds(stopCount, costs, array.tour)).toBeCloseTo(gain, 2);
          expectWhole(array.tour, array.position);
        }
        expect([...touched].every((stop) => stop < stopCount)).toBe(true);
      }),
      RUNS,
    );
    expect(applied).toBeGreaterThan(500);
  });
});

describe("a kick", () => {
  it("says what it costs, and is undone to the letter", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 8, max: 60 }), (seed, stopCount) => {
        const { costs, array, random } = randomTour(seed, stopCount);
        const kick = createKick(
          stopCount,
          (one, other) => costs[one * stopCount + other] ?? 0,
          () => {},
        );
        array.keep();
        const before = Array.from(array.tour);

        const added = kick(array, random);

        const after = tourSeconds(stopCount, costs, array.tour);
        expect(after - tourSeconds(stopCount, costs, Int32Array.from(before))).toBeCloseTo(added, 2);
        expectWhole(array.tour, array.position);
        array.undo();
        expect(Array.from(array.tour)).toEqual(before);
      }),
      RUNS,
    );
  });
});

describe("an ordered tour", () => {
  it("is the shortest there is, on tours short enough to try all", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { stopCount, durations } = randomProblem({ seed, stopCount: 8, routeCount: 1, budgetSeconds: 1 });
      const costs = symmetricCosts(stopCount, durations);

      const order = orderTour({ stopCount, durations: costs }, { seed: 1, kicks: 300 });

      expect(tourSeconds(stopCount, costs, order)).toBeCloseTo(shortestTour(stopCount, costs), 2);
    }
  });

  it("is the same for the same seed", () => {
    const problem = randomProblem({ seed: 3, stopCount: 200, routeCount: 1, budgetSeconds: 1 });

    const [one, other] = [orderTour(problem, { seed: 5, kicks: 500 }), orderTour(problem, { seed: 5, kicks: 500 })];

    expect(other).toEqual(one);
  });

  it("takes the better way round where streets slope", () => {
    fc.assert(
      fc.property(sizes, ({ seed, stopCount }) => {
        const { durations } = randomProblem({ seed, stopCount, routeCount: 1, budgetSeconds: 1 });

        const order = orderTour({ stopCount, durations }, { seed: 1, kicks: 50 });

        const back = Int32Array.from(order).reverse();
        expect(order[0]).toBe(0);
        expect(tourSeconds(stopCount, durations, order)).toBeLessThanOrEqual(
          tourSeconds(stopCount, durations, back) + 1e-6,
        );
      }),
      RUNS,
    );
  });

  it.each([0, 1, 2, 3, 4])("of %i stops visits them all", (stopCount) => {
    const { durations } = randomProblem({ seed: 1, stopCount, routeCount: 1, budgetSeconds: 1 });

    const order = orderTour({ stopCount, durations }, { seed: 1, kicks: 10 });

    expect(Array.from(order).sort()).toEqual(Array.from({ length: stopCount }, (_, stop) => stop));
  });

  it("ends where some stops cannot be reached, and visits the others in one go", () => {
    const { stopCount, durations } = randomProblem({ seed: 2, stopCount: 30, routeCount: 1, budgetSeconds: 1 });
    const cutOff = durations.map((seconds, cell) => {
      const [from, to] = [Math.floor(cell / stopCount), cell % stopCount];
      return from < 20 === to < 20 ? seconds : Infinity;
    });

    const order = Array.from(orderTour({ stopCount, durations: cutOff }, { seed: 1, kicks: 200 }));

    const changes = order.filter((stop, at) => stop < 20 !== (order[(at + 1) % stopCount] ?? 0) < 20);
    expect(new Set(order).size).toBe(stopCount);
    expect(changes).toHaveLength(2);
  });

  it("takes more disturbances for more seconds, never fewer than none", () => {
    expect(kicksFor(0, 2000)).toBe(0);
    expect(kicksFor(1, 2000)).toBeGreaterThan(kicksFor(0.5, 2000));
  });
});

describe("near stops", () => {
  it("are those that sorting finds", () => {
    fc.assert(
      fc.property(sizes, ({ seed, stopCount }) => {
        const { durations } = randomProblem({ seed, stopCount, routeCount: 1, budgetSeconds: 1 });
        const both = (one: number, other: number): number =>
          Math.fround((durations[one * stopCount + other] ?? 0) + (durations[other * stopCount + one] ?? 0));

        const { width, list } = findNearStops(stopCount, durations, 7);

        for (let stop = 0; stop < stopCount; stop++) {
          const others = Array.from({ length: stopCount }, (_, other) => other).filter((other) => other !== stop);
          others.sort((a, b) => both(stop, a) - both(stop, b) || a - b);
          expect(Array.from(list.subarray(stop * width, (stop + 1) * width))).toEqual(others.slice(0, width));
        }
      }),
      RUNS,
    );
  });
});

function randomTour(seed: number, stopCount: number) {
  const { durations } = randomProblem({ seed, stopCount, routeCount: 1, budgetSeconds: 1 });
  const random = mulberry32(seed);
  const order = Int32Array.from({ length: stopCount }, (_, stop) => stop);
  for (let at = stopCount - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return { costs: symmetricCosts(stopCount, durations), array: createTourArray(order), random };
}

function expectWhole(tour: Int32Array, position: Int32Array): void {
  expect(new Set(tour).size).toBe(tour.length);
  tour.forEach((stop, at) => {
    expect(position[stop]).toBe(at);
  });
}

function shortestTour(stopCount: number, costs: Float32Array): number {
  let best = Infinity;
  const visit = (stops: readonly number[]): void => {
    if (stops.length === stopCount) best = Math.min(best, tourSeconds(stopCount, costs, Int32Array.from(stops)));
    for (let stop = 1; stop < stopCount; stop++) if (!stops.includes(stop)) visit([...stops, stop]);
  };
  visit([0]);
  return best;
}

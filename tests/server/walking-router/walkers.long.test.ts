import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type StreetClass, type StreetGraph, streetClass } from "../../../geodata/street-graph/street-graph.ts";
import { createWalkingRouter } from "../../../server/walking-router/create-walking-router.ts";
import type { WalkerOptions } from "../../../server/walking-router/travel-modes.ts";
import { hillyTown, randomPlaces, seededRandom, townOf } from "../../fixtures/grid-town.ts";

const WALKERS: readonly WalkerOptions[] = [
  {},
  { avoidsSteps: true },
  { hasBicycle: true },
  { avoidsSteps: true, hasBicycle: true, speedKilometresPerHour: 3 },
];

/** So slow that no walk takes it while there is another, and every walk that has to is told by its length. */
const BARRED_FACTOR = 1e7;
const BARRED_SECONDS = 1e6;

describe("who avoids steps", () => {
  it("walks as in a town where steps take forever, and gets to no door on them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        const graph = hillyTown(7, 6, random);
        const places = randomPlaces(graph, 24, random);

        const table = createWalkingRouter(graph).durations(places, { avoidsSteps: true });

        const slow = slowed(graph, (name) => (name === "steps" ? BARRED_FACTOR : 1));
        const expected = createWalkingRouter(slow).durations(places);
        places.forEach((from, row) => {
          places.forEach((to, column) => {
            const cell = row * places.length + column;
            const isOnSteps = [from, to].some(({ piece }) => streetClass(graph, piece) === "steps");
            const seconds = expected[cell] ?? Infinity;
            if (row === column) expect(table[cell]).toBe(0);
            else if (isOnSteps || seconds > BARRED_SECONDS) expect(table[cell]).toBe(Infinity);
            else expect(table[cell]).toBeCloseTo(seconds, 3);
          });
        });
      }),
      { numRuns: 40, seed: 31 },
    );
  });
});

describe("who has a bicycle", () => {
  it("takes the lesser of walking, and of riding at 12 km/h with 45 seconds for the lock", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        const graph = hillyTown(7, 6, random);
        const places = randomPlaces(graph, 24, random);
        const router = createWalkingRouter(graph);

        const table = router.durations(places, { hasBicycle: true });

        const walked = router.durations(places);
        const pushed: readonly StreetClass[] = ["crossing", "footway", "pedestrian"];
        const barred: readonly StreetClass[] = ["steps", "platform"];
        const riding = slowed(graph, (name) => (barred.includes(name) ? BARRED_FACTOR : pushed.includes(name) ? 3 : 1));
        const ridden = createWalkingRouter(riding).durations(places, { speedKilometresPerHour: 12 });
        for (const [cell, seconds] of table.entries()) {
          const ends = [places[Math.floor(cell / places.length)], places[cell % places.length]];
          const isBarred = ends.some((end) => end !== undefined && barred.includes(streetClass(graph, end.piece)));
          const expected = Math.min(walked[cell] ?? Infinity, isBarred ? Infinity : (ridden[cell] ?? Infinity) + 45);
          if (expected === Infinity) expect(seconds).toBe(Infinity);
          else expect(Math.abs(seconds - expected)).toBeLessThan(1e-3 + expected * 1e-6);
        }
      }),
      { numRuns: 40, seed: 32 },
    );
  });

  it("walks a short leg, rides a long one, and pushes where only walkers may go", () => {
    const graph = townOf(
      [
        [2.35, 48.86],
        [2.36, 48.86],
        [2.361, 48.86],
      ],
      [
        { from: 0, to: 1 },
        { from: 1, to: 2, streetClass: "footway" },
      ],
    );
    const router = createWalkingRouter(graph);
    const door = (piece: number, offsetMetres: number) => ({ piece, offsetMetres, side: 0 }) as const;

    const short = router.path(door(0, 0), door(0, 60), { hasBicycle: true });
    const long = router.path(door(0, 0), door(1, 30), { hasBicycle: true });

    expect(short?.isRidden).toBe(false);
    expect(short?.durationSeconds).toBeCloseTo(60 / 1.25, 5);
    expect(long?.isRidden).toBe(true);
    expect(long?.stretches.map(({ isRidden }) => isRidden)).toEqual([true, false]);
    const street = graph.pieceLengthMetres[0] ?? 0;
    expect(long?.stretches[0]?.durationSeconds).toBeCloseTo(20 + street / (12 / 3.6), 5);
    expect(long?.stretches[1]?.durationSeconds).toBeCloseTo(25 + 30 / (4 / 3.6), 5);
  });
});

describe("every walker", () => {
  it("has paths that take as long as the table says and climb as much, and whose parts sum to them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(...WALKERS), (seed, walker) => {
        const random = seededRandom(seed);
        const graph = hillyTown(7, 6, random);
        const places = randomPlaces(graph, 20, random);
        const router = createWalkingRouter(graph);

        const table = router.durations(places, walker);
        const climbs = router.climbs(places, walker);

        places.forEach((from, row) => {
          places.forEach((to, column) => {
            const cell = row * places.length + column;
            const walk = router.path(from, to, walker);
            expect(Math.fround(walk?.durationSeconds ?? Infinity)).toBe(table[cell]);
            expect(climbs[cell]).toBeCloseTo(walk?.ascentMetres ?? 0, 3);
            if (walk === null) return;
            const parts = [
              ...walk.stretches.map((stretch) => stretch.durationSeconds),
              ...walk.crossings.map((crossing) => crossing.seconds),
            ];
            expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(walk.durationSeconds, 6);
          });
        });
      }),
      { numRuns: 40, seed: 33 },
    );
  });
});

describe("a large town", () => {
  it.each([
    ["in one neighbourhood", 30],
    ["far apart", 4000],
  ])("has tables that agree with paths, for places %s", (_, pieces) => {
    const random = seededRandom(8);
    const graph = hillyTown(90, 80, random);
    const router = createWalkingRouter(graph);
    const firstPiece = Math.floor(graph.pieceCount / 2);
    const places = Array.from({ length: 24 }, () => {
      const piece = firstPiece + Math.floor(random() * pieces);
      return { piece, offsetMetres: random() * (graph.pieceLengthMetres[piece] ?? 0), side: 1 } as const;
    });

    const table = router.durations(places);

    places.forEach((from, row) => {
      places.forEach((to, column) => {
        const walk = router.path(from, to);
        expect(table[row * places.length + column]).toBe(Math.fround(walk?.durationSeconds ?? Infinity));
      });
    });
  });
});

describe("climbs", () => {
  it("are 0 without elevation, and on walks that pass where it is not known", () => {
    const random = seededRandom(3);
    const graph = hillyTown(5, 5, random);
    const places = randomPlaces(graph, 12, random);
    graph.nodeElevation.fill(Number.NaN);
    expect([...createWalkingRouter(graph).climbs(places)]).toEqual(new Array(144).fill(0));

    graph.nodeElevation.set([10, 30], 0);
    const router = createWalkingRouter(graph);
    const climbs = router.climbs(places);

    places.forEach((from, row) => {
      places.forEach((to, column) => {
        expect(climbs[row * 12 + column]).toBeCloseTo(router.path(from, to)?.ascentMetres ?? 0, 3);
      });
    });
  });
});

describe("durations between", () => {
  it("are the cells of the whole table", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(...WALKERS), (seed, walker) => {
        const random = seededRandom(seed);
        const graph = hillyTown(7, 6, random);
        const places = randomPlaces(graph, 24, random);
        const router = createWalkingRouter(graph);
        const sources = places.slice(0, Math.floor(random() * 24));
        const targets = places.slice(Math.floor(random() * 24));

        const some = router.durationsBetween(sources, targets, walker);

        const all = router.durations(places, walker);
        const skipped = places.length - targets.length;
        const expected = sources.flatMap((_, row) => [
          ...all.slice(row * places.length + skipped, (row + 1) * places.length),
        ]);
        expect([...some]).toEqual(expected);
      }),
      { numRuns: 40, seed: 34 },
    );
  });

  it("refuse an output of another size", () => {
    const graph = hillyTown(3, 3, seededRandom(1));
    const places = randomPlaces(graph, 5, seededRandom(2));

    const measure = () =>
      createWalkingRouter(graph).durationsBetween(places, places.slice(1), { output: new Float32Array(25) });

    expect(measure).toThrow("the table needs 20 cells");
  });
});

/** The same town with the effort of each piece multiplied by a factor of its class. */
function slowed(graph: StreetGraph, factorOf: (name: StreetClass) => number): StreetGraph {
  const times = (effort: number, piece: number): number => effort * factorOf(streetClass(graph, piece));
  return {
    ...graph,
    pieceEffortForward: graph.pieceEffortForward.map(times),
    pieceEffortBackward: graph.pieceEffortBackward.map(times),
  };
}

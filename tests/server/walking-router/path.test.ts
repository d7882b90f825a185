import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathLengthMetres, pointAlong } from "../../../geodata/geometry/path.ts";
import { distanceMetres } from "../../../geodata/geometry/position.ts";
import { pieceShape, type StreetPlace } from "../../../geodata/street-graph/street-graph.ts";
import { createWalkingRouter } from "../../../server/walking-router/create-walking-router.ts";
import { randomGridTown, randomPlaces, seededRandom, townOf } from "../../fixtures/grid-town.ts";

describe("path", () => {
  it("takes as long as the table says, and its parts sum to it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        const graph = randomGridTown(4, 4, random);
        const places = randomPlaces(graph, 10, random);
        const router = createWalkingRouter(graph);
        const table = router.durations(places);

        places.forEach((from, row) => {
          places.forEach((to, column) => {
            const seconds = table[row * places.length + column] ?? Number.NaN;
            const walk = router.path(from, to);
            expect(walk === null).toBe(seconds === Infinity);
            if (walk === null) return;
            expect(Math.fround(walk.durationSeconds)).toBe(seconds);
            const parts = [
              ...walk.stretches.map((stretch) => stretch.durationSeconds),
              ...walk.crossings.map((crossing) => crossing.seconds),
            ];
            expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(walk.durationSeconds, 6);
          });
        });
      }),
      { numRuns: 40, seed: 13 },
    );
  });

  it("is drawn from one place to the other along joined streets, as long as it says", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        const graph = randomGridTown(4, 4, random);
        const [from, to] = randomPlaces(graph, 2, random);
        if (from === undefined || to === undefined) throw new Error("two places were asked for");

        const walk = createWalkingRouter(graph).path(from, to);

        if (walk === null) return;
        const [first, last] = [walk.coordinates[0], walk.coordinates.at(-1)];
        if (first === undefined || last === undefined) throw new Error("a walk has at least two positions");
        expect(distanceMetres(first, pointAlong(pieceShape(graph, from.piece), from.offsetMetres))).toBeLessThan(0.05);
        expect(distanceMetres(last, pointAlong(pieceShape(graph, to.piece), to.offsetMetres))).toBeLessThan(0.05);
        expect(Math.abs(pathLengthMetres(walk.coordinates) - walk.distanceMetres)).toBeLessThan(0.1);
        expect(walk.coordinates.length).toBeGreaterThanOrEqual(2);
        walk.coordinates.forEach((position, index) => {
          if (index > 0 && walk.distanceMetres > 0.1) expect(position).not.toEqual(walk.coordinates[index - 1]);
        });
        walk.stretches.slice(1).forEach((stretch, index) => {
          const before = walk.stretches[index];
          if (before === undefined) return;
          const leaves = before.forward ? graph.pieceTo[before.piece] : graph.pieceFrom[before.piece];
          const enters = stretch.forward ? graph.pieceFrom[stretch.piece] : graph.pieceTo[stretch.piece];
          expect(enters).toBe(leaves);
        });
      }),
      { numRuns: 200, seed: 14 },
    );
  });

  it("stays where it is with two equal positions when both doors are at one spot", () => {
    const graph = townOf(
      [
        [2.35, 48.86],
        [2.353, 48.86],
      ],
      [{ from: 0, to: 1 }],
    );
    const door: StreetPlace = { piece: 0, offsetMetres: 50, side: 1 };

    const walk = createWalkingRouter(graph).path(door, door);
    const across = createWalkingRouter(graph).path(door, { ...door, side: -1 });

    expect(walk).toMatchObject({ distanceMetres: 0, durationSeconds: 0, crossings: [] });
    expect(walk?.coordinates).toHaveLength(2);
    expect(walk?.coordinates[0]).toEqual(walk?.coordinates[1]);
    expect(across).toMatchObject({ distanceMetres: 0, durationSeconds: 5 });
  });

  it("is the same every time", () => {
    const graph = randomGridTown(6, 6, seededRandom(3));
    const [from, to] = randomPlaces(graph, 2, seededRandom(4));
    if (from === undefined || to === undefined) throw new Error("two places were asked for");
    const router = createWalkingRouter(graph);

    const first = router.path(from, to);
    router.path(to, from);

    expect(router.path(from, to)).toEqual(first);
    expect(createWalkingRouter(graph).path(from, to)).toEqual(first);
  });

  it("counts what it climbs and what it goes down", () => {
    const graph = townOf(
      [
        [2.35, 48.86],
        [2.351, 48.86],
        [2.352, 48.86],
      ],
      [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
      ],
    );
    graph.nodeElevation.set([10, 30, 25]);
    const router = createWalkingRouter(graph);

    const walk = router.path(
      { piece: 0, offsetMetres: 0, side: 0 },
      { piece: 1, offsetMetres: graph.pieceLengthMetres[1] ?? 0, side: 0 },
    );

    expect(walk).toMatchObject({ ascentMetres: 20, descentMetres: 5 });
    expect(walk?.profile?.map(([, elevation]) => elevation)).toEqual([10, 30, 25]);
  });
});

describe("nearest", () => {
  it("gives the place on the nearest street and its distance", () => {
    const graph = townOf(
      [
        [2.35, 48.86],
        [2.353, 48.86],
      ],
      [{ from: 0, to: 1 }],
    );

    const nearest = createWalkingRouter(graph).nearest([2.351, 48.8601]);

    expect(nearest?.place).toMatchObject({ piece: 0, side: 0 });
    expect(nearest?.place.offsetMetres).toBeCloseTo((graph.pieceLengthMetres[0] ?? 0) / 3, 1);
    expect(nearest?.metres).toBeCloseTo(11.12, 1);
  });

  it("finds a street however far, and none on an empty graph", () => {
    const graph = townOf(
      [
        [2.35, 48.86],
        [2.353, 48.86],
      ],
      [{ from: 0, to: 1 }],
    );
    expect(createWalkingRouter(graph).nearest([2.35, 48.96])?.metres).toBeCloseTo(11_119.5, 0);
    expect(createWalkingRouter(townOf([], [])).nearest([2.35, 48.96])).toBeNull();
  });
});

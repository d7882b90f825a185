import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRingCrossing } from "../../../geodata/geometry/find-ring-crossing.ts";
import type { Position } from "../../../geodata/geometry/position.ts";

describe("finding where a ring crosses itself", () => {
  it("finds the crossing of a bow tie, and where it is", () => {
    const crossing = findRingCrossing([
      [2, 48],
      [3, 49],
      [3, 48],
      [2, 49],
      [2, 48],
    ]);

    expect(crossing.kind).toBe("crossing");
    if (crossing.kind !== "crossing") return;
    expect(crossing.at[0]).toBeCloseTo(2.5, 9);
    expect(crossing.at[1]).toBeCloseTo(48.5, 9);
  });

  it("lets a ring touch itself at a vertex and run back along a spike", () => {
    const touching = findRingCrossing([
      [0, 0],
      [1, 1],
      [0, 2],
      [2, 2],
      [1, 1],
      [2, 0],
      [0, 0],
    ]);
    const spike = findRingCrossing([
      [0, 0],
      [2, 0],
      [2, 1],
      [3, 1],
      [2, 1],
      [2, 2],
      [0, 2],
      [0, 0],
    ]);

    expect(touching.kind).toBe("none");
    expect(spike.kind).toBe("none");
  });

  it("finds none in a star-shaped ring, wherever it lies and however many its vertices", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 3, maxLength: 60 }),
        fc.double({ min: -5, max: 9, noNaN: true }),
        (radii, longitude) => {
          const ring = radii.map((radius, index): Position => {
            const angle = (2 * Math.PI * index) / radii.length;
            return [longitude + 0.001 * radius * Math.cos(angle), 48 + 0.001 * radius * Math.sin(angle)];
          });

          expect(findRingCrossing([...ring, ring[0] ?? [0, 0]]).kind).toBe("none");
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });

  it("agrees with a comparison of every pair of sides", () => {
    const vertex = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(vertex, { minLength: 3, maxLength: 14 }), (vertices) => {
        const ring: Position[] = [...vertices, vertices[0] ?? [0, 0]];

        expect(findRingCrossing(ring).kind === "crossing").toBe(crossesByBruteForce(ring));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it("answers for a ring of 100 000 positions", () => {
    const ring = Array.from({ length: 100_000 }, (_, index): Position => {
      const angle = (2 * Math.PI * index) / 100_000;
      const radius = 1 + 0.05 * Math.sin(40 * angle);
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });

    expect(findRingCrossing([...ring, ring[0] ?? [0, 0]]).kind).toBe("none");
  });
});

function crossesByBruteForce(ring: readonly Position[]): boolean {
  const turn = (p: Position, q: Position, r: Position) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  for (let a = 0; a + 1 < ring.length; a++) {
    for (let b = 0; b + 1 < ring.length; b++) {
      const [p, q, r, s] = [ring[a], ring[a + 1], ring[b], ring[b + 1]];
      if (p === undefined || q === undefined || r === undefined || s === undefined) continue;
      if (turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0) return true;
    }
  }
  return false;
}

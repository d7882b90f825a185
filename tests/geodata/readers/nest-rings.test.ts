import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Position } from "../../../geodata/geometry/position.ts";
import { joinRings, type RingLine } from "../../../geodata/readers/join-rings.ts";
import { nestRings, orientRing, signedArea } from "../../../geodata/readers/nest-rings.ts";

const line = (wayId: number, nodes: readonly number[], role = "outer"): RingLine => ({ wayId, role, nodes });

describe("joining ways into rings", () => {
  it("joins ways in any order and direction", () => {
    const { rings, open } = joinRings([line(1, [1, 2, 3]), line(2, [5, 4, 3]), line(3, [5, 6, 1])]);

    expect(open).toEqual([]);
    expect(rings).toHaveLength(1);
    expect(new Set(rings[0]?.nodes)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    expect(rings[0]?.nodes[0]).toBe(rings[0]?.nodes.at(-1));
  });

  it("tells two rings that touch in one node apart", () => {
    const { rings, open } = joinRings([line(1, [1, 2, 3]), line(2, [3, 4, 1]), line(3, [3, 5, 6]), line(4, [6, 7, 3])]);

    expect(open).toEqual([]);
    expect(rings.map(({ nodes }) => [...new Set(nodes)].sort((a, b) => a - b))).toEqual(
      expect.arrayContaining([
        [1, 2, 3, 4],
        [3, 5, 6, 7],
      ]),
    );
  });

  it("closes the ring beside a way that leads nowhere", () => {
    const { rings, open } = joinRings([line(9, [1, 10, 11]), line(1, [1, 2, 3]), line(2, [3, 4, 1])]);

    expect(rings).toHaveLength(1);
    expect(open.map(({ wayId }) => wayId)).toEqual([9]);
  });

  it("closes any ring however it is cut, shuffled and turned", () => {
    const cuts = fc.uniqueArray(fc.nat({ max: 19 }), { minLength: 2, maxLength: 10 });
    const order = fc.array(fc.tuple(fc.double({ noNaN: true }), fc.boolean()), { minLength: 10, maxLength: 10 });

    fc.assert(
      fc.property(cuts, order, (places, shuffle) => {
        const sorted = [...places].sort((a, b) => a - b);
        const lines = sorted.map((from, index) => {
          const to = sorted[index + 1] ?? (sorted[0] ?? 0) + 20;
          const nodes = Array.from({ length: to - from + 1 }, (_, step) => (from + step) % 20);
          return line(index, shuffle[index]?.[1] ? nodes.reverse() : nodes);
        });
        const shuffled = lines
          .map((way, index) => ({ way, key: shuffle[index]?.[0] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ way }) => way);

        const { rings, open } = joinRings(shuffled);

        expect(open).toEqual([]);
        expect(rings).toHaveLength(1);
        expect(rings[0]?.nodes).toHaveLength(21);
        expect(new Set(rings[0]?.nodes).size).toBe(20);
      }),
    );
  });
});

function square(west: number, south: number, size: number): Position[] {
  return [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
}

describe("rings inside rings", () => {
  it("makes holes of the rings inside, and ground of those inside holes", () => {
    const { geometry } = nestRings([
      { positions: square(4, 4, 1), side: "any" },
      { positions: square(2, 2, 5), side: "any" },
      { positions: square(0, 0, 10), side: "any" },
      { positions: square(20, 0, 3), side: "any" },
    ]);

    expect(geometry?.type).toBe("MultiPolygon");
    expect(geometry?.coordinates.map((polygon) => polygon.length)).toEqual([2, 1, 1]);
  });

  it("sees a hole that touches its outer ring in nodes and along an edge", () => {
    const { geometry } = nestRings([
      { positions: square(0, 0, 10), side: "outer" },
      { positions: square(0, 2, 3), side: "inner" },
    ]);

    expect(geometry?.coordinates).toHaveLength(2);
  });

  it("counts holes that lie nowhere, and draws no ground from them", () => {
    const nested = nestRings([
      { positions: square(0, 0, 10), side: "outer" },
      { positions: square(20, 0, 1), side: "inner" },
    ]);

    expect(nested.strayHoles).toBe(1);
    expect(nested.geometry).toMatchObject({ type: "Polygon", coordinates: [expect.anything()] });
    expect(nestRings([{ positions: square(0, 0, 1), side: "inner" }])).toEqual({ geometry: null, strayHoles: 1 });
  });

  it("leaves out an outer ring that lies on ground already", () => {
    const { geometry } = nestRings([
      { positions: square(0, 0, 10), side: "outer" },
      { positions: square(2, 2, 2), side: "outer" },
    ]);

    expect(geometry).toMatchObject({ type: "Polygon", coordinates: [expect.anything()] });
  });

  it("turns outer rings counter-clockwise and holes clockwise, whatever way they came", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (turnsOuter, turnsHole) => {
        const outer = square(0, 0, 10);
        const hole = square(2, 2, 2);
        const { geometry } = nestRings([
          { positions: turnsOuter ? outer.reverse() : outer, side: "any" },
          { positions: turnsHole ? hole.reverse() : hole, side: "any" },
        ]);
        const rings = geometry?.type === "Polygon" ? geometry.coordinates : [];

        expect(rings.map((ring) => signedArea(ring.map(([x = 0, y = 0]): Position => [x, y])))).toEqual([100, -4]);
        expect(signedArea(orientRing(outer, "clockwise"))).toBe(-100);
      }),
    );
  });
});

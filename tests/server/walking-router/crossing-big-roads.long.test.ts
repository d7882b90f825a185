import { describe, expect, it } from "vitest";
import { distanceMetres, type Position } from "../../../geodata/geometry/position.ts";
import { buildStreetGraph } from "../../../geodata/street-graph/build-street-graph.ts";
import { type StreetGraph, type StreetPlace, streetClass } from "../../../geodata/street-graph/street-graph.ts";
import { createWalkingRouter } from "../../../server/walking-router/create-walking-router.ts";
import { type DrawnWay, drawnExtract, onPlan, type Plan } from "../../fixtures/drawn-extract.ts";

/**
 * A primary road of 800 metres with side streets at 0, 500 and 800 metres, a mapped crossing at 200 metres, and a
 * street that ends 3 metres short of it.
 *
 *        4             7     8
 *        |         9   |     |
 *   1 ------- 2 ------ 3 --- 5       2 is a crossing, nothing else; 10 is a bend
 *                 10   |
 *                      6
 */
const PLAN: Plan = {
  1: [0, 0],
  2: [200, 0],
  10: [350, 0],
  3: [500, 0],
  5: [800, 0],
  4: [0, 120],
  7: [500, 120],
  8: [800, 120],
  6: [500, -120],
  9: [350, 3],
  11: [350, 120],
};
const WAYS: DrawnWay[] = [
  { nodes: [1, 2, 10, 3, 5], tags: { highway: "primary", name: "Avenue" } },
  { nodes: [1, 4] },
  { nodes: [3, 7] },
  { nodes: [3, 6] },
  { nodes: [5, 8] },
  { nodes: [4, 11, 7, 8] },
  { nodes: [11, 9] },
];
const MAY_CROSS_AT = [1, 2, 3, 5];

describe("a primary road", () => {
  const { graph } = buildStreetGraph(drawnExtract(PLAN, WAYS, { 2: { highway: "crossing" } }), null);
  const router = createWalkingRouter(graph);
  const doors = doorsEvery(15);
  const isBig = (piece: number): boolean => streetClass(graph, piece) === "primary";

  it("is crossed at junctions and mapped crossings only, whatever the doors", () => {
    let crossings = 0;
    for (const from of doors) {
      for (const to of doors) {
        for (const { piece, position } of router.path(from, to)?.crossings ?? []) {
          if (!isBig(piece)) continue;
          crossings++;
          expect(nearestAllowed(position)).toBeLessThan(0.5);
        }
      }
    }
    expect(crossings).toBeGreaterThan(1000);
  });

  it("is walked to a junction or crossing and back between doors that face each other", () => {
    const faceToFace = doors.filter(({ piece, side }) => isBig(piece) && side === 1);
    for (const door of faceToFace) {
      const walk = router.path(door, { ...door, side: -1 });
      const length = graph.pieceLengthMetres[door.piece] ?? 0;
      const toAnEnd = Math.min(door.offsetMetres, length - door.offsetMetres);
      expect(walk?.distanceMetres).toBeCloseTo(2 * toAnEnd, 3);
      expect(walk?.crossings.map(({ seconds }) => seconds)).toEqual([15]);
    }
    expect(faceToFace.length).toBeGreaterThan(40);
  });

  it("has no shortcut from a street that ends beside it", () => {
    const atTheEnd = router.nearest(onPlan(350, 5))?.place;
    const opposite = router.nearest(onPlan(350, -5))?.place;
    if (atTheEnd === undefined || opposite === undefined) throw new Error("both are on streets");

    const walk = router.path(atTheEnd, opposite);

    expect(isBig(atTheEnd.piece)).toBe(false);
    expect(isBig(opposite.piece)).toBe(true);
    expect(walk?.distanceMetres).toBeGreaterThan(300);
  });

  function doorsEvery(metres: number): StreetPlace[] {
    return Array.from({ length: graph.pieceCount }, (_, piece) => piece).flatMap((piece) => {
      const count = Math.floor((graph.pieceLengthMetres[piece] ?? 0) / metres);
      return Array.from({ length: count }, (_, index) => (index + 0.5) * metres).flatMap((offsetMetres) =>
        ([-1, 1] as const).map((side) => ({ piece, offsetMetres, side })),
      );
    });
  }
});

describe("a primary road that changes its name between two junctions", () => {
  const whole = buildStreetGraph(drawnExtract(PLAN, WAYS, { 2: { highway: "crossing" } }), null).graph;
  const router = createWalkingRouter(whole);
  const names = [
    {
      title: "once",
      ways: [
        [1, 2, 10],
        [10, 3, 5],
      ],
    },
    {
      title: "once, drawn from both ends",
      ways: [
        [1, 2, 10],
        [5, 3, 10],
      ],
    },
    {
      title: "twice",
      ways: [
        [1, 2, 12],
        [12, 10],
        [10, 3, 5],
      ],
    },
  ];
  const metres = Array.from({ length: 32 }, (_, index) => 5 + 25 * index);

  it.each(names)("$title, is crossed and walked as if it did not", ({ ways, title }) => {
    const named = ways.map(
      (nodes, index): DrawnWay => ({ nodes, tags: { highway: "primary", name: `Avenue ${index}` } }),
    );
    const plan = { ...PLAN, 12: [290, 0] as const };
    const { graph } = buildStreetGraph(
      drawnExtract(plan, [...named, ...WAYS.slice(1)], { 2: { highway: "crossing" } }),
      null,
    );
    const seamed = createWalkingRouter(graph);
    const doors = metres.flatMap((east) => [doorOn(graph, east, 1), doorOn(graph, east, -1)]);
    const same = metres.flatMap((east) => [doorOn(whole, east, 1), doorOn(whole, east, -1)]);

    const seconds = seamed.durations(doors);
    const expected = router.durations(same);

    const isBetweenNames = (east: number): boolean => title === "twice" && east > 290 && east < 350;
    doors.forEach((from, row) => {
      doors.forEach((to, column) => {
        // A door between two changes of name has no junction at either end of its piece.
        if ([row, column].some((door) => isBetweenNames(metres[door >> 1] ?? 0))) return;
        const cell = row * doors.length + column;
        expect(seconds[cell]).toBeCloseTo(expected[cell] ?? 0, 2);
        const path = seamed.path(from, to);
        expect(Math.fround(path?.durationSeconds ?? 0)).toBe(seconds[cell]);
        expect(path?.crossings.length).toBe(router.path(same[row] ?? from, same[column] ?? to)?.crossings.length);
        for (const { position } of path?.crossings ?? []) expect(nearestAllowed(position)).toBeLessThan(0.5);
      });
    });
  });
});

/** A door on the avenue, on its northern (1) or southern side (-1). */
function doorOn(graph: StreetGraph, eastMetres: number, north: 1 | -1): StreetPlace {
  const east = (node: number): number =>
    distanceMetres(onPlan(0, 0), [graph.nodeLongitude[node] ?? 0, onPlan(0, 0)[1]]);
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    if (streetClass(graph, piece) !== "primary") continue;
    const [from, to] = [east(graph.pieceFrom[piece] ?? 0), east(graph.pieceTo[piece] ?? 0)];
    if (eastMetres < Math.min(from, to) || eastMetres > Math.max(from, to)) continue;
    const isEastward = from < to;
    return { piece, offsetMetres: Math.abs(eastMetres - from), side: isEastward === north > 0 ? -1 : 1 };
  }
  throw new RangeError(`the avenue does not reach ${eastMetres} m`);
}

function nearestAllowed(position: Position): number {
  return Math.min(
    ...MAY_CROSS_AT.map((node) => {
      const [east, north] = PLAN[node] ?? [Infinity, Infinity];
      return distanceMetres(position, onPlan(east, north));
    }),
  );
}

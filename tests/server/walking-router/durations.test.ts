import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type StreetGraph, type StreetPlace, streetClass } from "../../../geodata/street-graph/street-graph.ts";
import { createWalkingRouter } from "../../../server/walking-router/create-walking-router.ts";
import { randomGridTown, randomPlaces, seededRandom, townOf } from "../../fixtures/grid-town.ts";

const FLAT_SECONDS_PER_METRE = 3.6 / 4.5;

describe("durations", () => {
  it("equal Floyd and Warshall on the streets cut at every place, for places on the street itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        const graph = randomGridTown(4, 4, random);
        const places = randomPlaces(graph, 14, random, [0]);

        const table = createWalkingRouter(graph).durations(places);

        const expected = durationsOfCutStreets(graph, places);
        for (const [index, seconds] of expected.entries()) expectSeconds(table[index], seconds, `${seed} ${index}`);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it("equal the rules of crossing applied to brute-force distances, for doors on sides", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        const graph = randomGridTown(4, 3, random);
        const places = randomPlaces(graph, 16, random);

        const table = createWalkingRouter(graph).durations(places);

        const between = nodeDistances(graph);
        places.forEach((from, row) => {
          places.forEach((to, column) => {
            const expected = row === column ? 0 : ruledSeconds(graph, between, from, to);
            expectSeconds(table[row * places.length + column], expected, `${seed} ${row} ${column}`);
          });
        });
      }),
      { numRuns: 60, seed: 12 },
    );
  });

  it("are infinite between islands and zero from a place to itself", () => {
    const graph = townOf(
      [
        [2.35, 48.86],
        [2.351, 48.86],
        [2.36, 48.86],
        [2.361, 48.86],
      ],
      [
        { from: 0, to: 1 },
        { from: 2, to: 3 },
      ],
    );
    const places: StreetPlace[] = [
      { piece: 0, offsetMetres: 10, side: 1 },
      { piece: 1, offsetMetres: 10, side: 1 },
    ];

    const table = createWalkingRouter(graph).durations(places);

    expect([...table]).toEqual([0, Infinity, Infinity, 0]);
  });

  it("fill the table they are given", () => {
    const graph = randomGridTown(3, 3, seededRandom(1));
    const places = randomPlaces(graph, 5, seededRandom(2));
    const output = new Float32Array(new SharedArrayBuffer(4 * 25));
    const router = createWalkingRouter(graph);

    const table = router.durations(places, { output });

    expect(table).toBe(output);
    expect([...table]).toEqual([...router.durations(places)]);
    expect(() => router.durations(places, { output: new Float32Array(24) })).toThrow("the table needs 25 cells");
  });

  it("halve when the volunteer walks twice as fast, but for crossings", () => {
    const graph = randomGridTown(3, 3, seededRandom(1));
    const places = randomPlaces(graph, 6, seededRandom(2), [0]);
    const router = createWalkingRouter(graph);

    const slow = router.durations(places, { speedKilometresPerHour: 3 });
    const fast = router.durations(places, { speedKilometresPerHour: 6 });

    for (const [index, seconds] of slow.entries()) expect(fast[index]).toBeCloseTo(seconds / 2, 3);
  });

  it("refuse a place that is not on the graph", () => {
    const router = createWalkingRouter(randomGridTown(3, 3, seededRandom(1)));
    expect(() => router.durations([{ piece: 9999, offsetMetres: 0, side: 0 }])).toThrow("no place on this graph");
    expect(() => router.durations([{ piece: 0, offsetMetres: 5000, side: 0 }])).toThrow("no place on this graph");
    expect(() => router.durations([], { speedKilometresPerHour: 0 })).toThrow("expected over 0");
  });
});

describe("crossing a street", () => {
  const places = (piece: number, ...doors: [number, StreetPlace["side"]][]): StreetPlace[] =>
    doors.map(([offsetMetres, side]) => ({ piece, offsetMetres, side }));

  it.each([
    ["footway", 0],
    ["residential", 5],
    ["tertiary", 8],
    ["secondary", 15],
  ] as const)("to the door opposite takes, on a %s, %d seconds", (streetClass, seconds) => {
    const graph = townOf(
      [
        [2.35, 48.86],
        [2.353, 48.86],
      ],
      [{ from: 0, to: 1, streetClass }],
    );

    const table = createWalkingRouter(graph).durations(places(0, [100, -1], [100, 1], [120, -1]));

    expect(table[1]).toBe(seconds);
    expect(table[2]).toBeCloseTo(20 * FLAT_SECONDS_PER_METRE, 3);
  });

  it("of a primary road is done at its nearer end", () => {
    const graph = townOf(
      [
        [2.35, 48.86],
        [2.353, 48.86],
      ],
      [{ from: 0, to: 1, streetClass: "primary" }],
    );

    const table = createWalkingRouter(graph).durations(places(0, [60, -1], [60, 1]));

    expect(table[1]).toBeCloseTo(120 * FLAT_SECONDS_PER_METRE + 15, 3);
  });

  it("is due once when the doors of two pieces of a street lie on opposite sides, never on the same side", () => {
    const graph = townOf(
      [
        [2.35, 48.86],
        [2.351, 48.86],
        [2.352, 48.86],
      ],
      [
        { from: 0, to: 1 },
        { from: 2, to: 1 },
      ],
    );
    const [first, second] = [graph.pieceLengthMetres[0] ?? 0, graph.pieceLengthMetres[1] ?? 0];
    // The second piece runs the other way: its left is the right of the first.
    const doors: StreetPlace[] = [
      { piece: 0, offsetMetres: first - 10, side: 1 },
      { piece: 1, offsetMetres: second - 10, side: -1 },
      { piece: 1, offsetMetres: second - 10, side: 1 },
    ];

    const table = createWalkingRouter(graph).durations(doors);

    expect(table[1]).toBeCloseTo(20 * FLAT_SECONDS_PER_METRE, 3);
    expect(table[2]).toBeCloseTo(20 * FLAT_SECONDS_PER_METRE + 5, 3);
  });

  it("is not dodged by turning round at the end of the street", () => {
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
    // Two metres from the dead end: going round it would take 3.2 seconds, less than to cross.
    const doors: StreetPlace[] = [
      { piece: 0, offsetMetres: 2, side: 1 },
      { piece: 1, offsetMetres: 30, side: -1 },
    ];

    const walk = createWalkingRouter(graph).path(doors[0] ?? NO_DOOR, doors[1] ?? NO_DOOR);

    expect(walk?.stretches.map(({ piece, forward }) => [piece, forward])).toEqual([
      [0, true],
      [1, true],
    ]);
    expect(walk?.crossings.map((crossing) => crossing.seconds)).toEqual([5]);
  });
});

const NO_DOOR: StreetPlace = { piece: -1, offsetMetres: 0, side: 0 };

function expectSeconds(actual: number | undefined, expected: number, label: string): void {
  if (expected === Infinity) expect(actual, label).toBe(Infinity);
  else expect(Math.abs((actual ?? Number.NaN) - expected), label).toBeLessThan(1e-3 + expected * 1e-6);
}

/** All pairs by Floyd and Warshall on nodes and places, each piece cut into the stretches between its places. */
function durationsOfCutStreets(graph: StreetGraph, places: readonly StreetPlace[]): number[] {
  const size = graph.nodeCount + places.length;
  const links: [number, number, number][] = [];
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    const length = graph.pieceLengthMetres[piece] ?? 1;
    const stops = [
      { node: graph.pieceFrom[piece] ?? 0, at: 0 },
      ...places
        .map((place, index) => ({ node: graph.nodeCount + index, at: place.offsetMetres, piece: place.piece }))
        .filter((place) => place.piece === piece)
        .sort((a, b) => a.at - b.at),
      { node: graph.pieceTo[piece] ?? 0, at: length },
    ];
    for (let index = 1; index < stops.length; index++) {
      const [a, b] = [stops[index - 1], stops[index]];
      if (a === undefined || b === undefined) continue;
      const share = (b.at - a.at) / length;
      links.push([a.node, b.node, (graph.pieceEffortForward[piece] ?? 0) * share]);
      links.push([b.node, a.node, (graph.pieceEffortBackward[piece] ?? 0) * share]);
    }
  }
  const all = allPairs(size, links);
  return places.flatMap((_, row) =>
    places.map(
      (__, column) => (all[(graph.nodeCount + row) * size + graph.nodeCount + column] ?? 0) * FLAT_SECONDS_PER_METRE,
    ),
  );
}

function nodeDistances(graph: StreetGraph): (from: number, to: number) => number {
  const links: [number, number, number][] = [];
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    const [from, to] = [graph.pieceFrom[piece] ?? 0, graph.pieceTo[piece] ?? 0];
    links.push([from, to, graph.pieceEffortForward[piece] ?? 0], [to, from, graph.pieceEffortBackward[piece] ?? 0]);
  }
  const all = allPairs(graph.nodeCount, links);
  return (from, to) => all[from * graph.nodeCount + to] ?? Infinity;
}

function allPairs(size: number, links: readonly [number, number, number][]): Float64Array {
  const all = new Float64Array(size * size).fill(Infinity);
  for (let node = 0; node < size; node++) all[node * size + node] = 0;
  for (const [from, to, cost] of links) all[from * size + to] = Math.min(all[from * size + to] ?? Infinity, cost);
  for (let via = 0; via < size; via++) {
    for (let from = 0; from < size; from++) {
      for (let to = 0; to < size; to++) {
        const around = (all[from * size + via] ?? 0) + (all[via * size + to] ?? 0);
        if (around < (all[from * size + to] ?? 0)) all[from * size + to] = around;
      }
    }
  }
  return all;
}

/** The rules, as told in chooseWalk and barWalksBack, said again in the plainest way. */
function ruledSeconds(
  graph: StreetGraph,
  between: (from: number, to: number) => number,
  from: StreetPlace,
  to: StreetPlace,
): number {
  const midBlock: Record<string, number> = { residential: 5, tertiary: 8, secondary: 15, primary: Infinity };
  const atEnd: Record<string, number> = { residential: 5, tertiary: 8, secondary: 12, primary: 15 };
  const effort = (piece: number, forward: boolean): number =>
    (forward ? graph.pieceEffortForward[piece] : graph.pieceEffortBackward[piece]) ?? 0;
  const share = (place: StreetPlace): number => place.offsetMetres / (graph.pieceLengthMetres[place.piece] ?? 1);
  const end = (piece: number, which: 0 | 1): number =>
    (which === 0 ? graph.pieceFrom[piece] : graph.pieceTo[piece]) ?? 0;
  const turn = Math.min(atEnd[streetClass(graph, from.piece)] ?? 0, atEnd[streetClass(graph, to.piece)] ?? 0);
  const options: number[] = [];
  if (from.piece === to.piece) {
    const gap = share(to) - share(from);
    const crossing = from.side * to.side === -1 ? (midBlock[streetClass(graph, from.piece)] ?? 0) : 0;
    options.push(effort(from.piece, gap >= 0) * Math.abs(gap) * FLAT_SECONDS_PER_METRE + crossing);
  }
  for (const out of [0, 1] as const) {
    for (const into of [0, 1] as const) {
      const [start, goal] = [end(from.piece, out), end(to.piece, into)];
      const [otherStart, otherGoal] = [end(from.piece, out === 0 ? 1 : 0), end(to.piece, into === 0 ? 1 : 0)];
      const link = between(start, goal);
      const backAtStart = effort(from.piece, out === 0) + between(otherStart, goal);
      const backAtGoal = between(start, otherGoal) + effort(to.piece, into === 1);
      if (link >= backAtStart - 1e-6 || link >= backAtGoal - 1e-6) continue;
      const leave = effort(from.piece, out === 1) * (out === 1 ? 1 - share(from) : share(from));
      const enter = effort(to.piece, into === 0) * (into === 0 ? share(to) : 1 - share(to));
      const sideLeaving = out === 1 ? from.side : -from.side;
      const sideEntering = into === 0 ? to.side : -to.side;
      const turnsRound = from.piece === to.piece && out === into;
      const crosses = turnsRound ? from.side * to.side === -1 : sideLeaving * sideEntering === -1;
      options.push((leave + link + enter) * FLAT_SECONDS_PER_METRE + (crosses ? turn : 0));
    }
  }
  return Math.min(Infinity, ...options);
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Position } from "../../../geodata/geometry/position.ts";
import { buildStreetGraph } from "../../../geodata/street-graph/build-street-graph.ts";
import { openStreetGraph, packStreetGraph } from "../../../geodata/street-graph/pack-street-graph.ts";
import {
  PieceFlag,
  pieceShape,
  type StreetGraph,
  streetClass,
  streetName,
} from "../../../geodata/street-graph/street-graph.ts";
import { CORNER, type DrawnWay, drawnExtract, onPlan, type Plan } from "../../fixtures/drawn-extract.ts";
import { seededRandom } from "../../fixtures/grid-town.ts";

const named = (name: string, more: Record<string, string> = {}): Record<string, string> => ({
  highway: "residential",
  name,
  ...more,
});

describe("buildStreetGraph", () => {
  it("cuts ways where they share a node and keeps their shape", () => {
    const plan: Plan = { 1: [0, 0], 2: [50, 10], 3: [100, 0], 4: [200, 0], 5: [100, 80] };

    const { graph, report } = buildStreetGraph(
      drawnExtract(plan, [
        { nodes: [1, 2, 3, 4], tags: named("Rue Droite") },
        { nodes: [3, 5], tags: named("Rue Haute") },
      ]),
      null,
    );

    expect(pieces(graph)).toEqual(["Rue Droite 102", "Rue Droite 100", "Rue Haute 80"]);
    expect(pieceShape(graph, 0)).toEqual([onPlan(0, 0), onPlan(50, 10), onPlan(100, 0)]);
    expect(report).toMatchObject({ nodes: 4, pieces: 3, ways: { read: 2, used: 2, refused: [] } });
    expect(report.walkableKilometres).toBeCloseTo(0.282, 3);
  });

  it("joins ways that go on unchanged, and no others", () => {
    const plan: Plan = { 1: [0, 0], 2: [50, 0], 3: [100, 0], 4: [150, 0], 5: [200, 0], 6: [250, 0] };

    const { graph } = buildStreetGraph(
      drawnExtract(plan, [
        { nodes: [1, 2], tags: named("A") },
        { nodes: [3, 2], tags: named("A") },
        { nodes: [3, 4], tags: named("B") },
        { nodes: [4, 5], tags: named("B", { bridge: "yes" }) },
        { nodes: [5, 6], tags: { highway: "footway", name: "B" } },
      ]),
      null,
    );

    expect(pieces(graph)).toEqual(["A 100", "B 50", "B 50", "B 50"]);
    expect([1, 2, 3].map((piece) => graph.pieceFlags[piece])).toEqual([0, PieceFlag.bridge, 0]);
    expect(streetClass(graph, 3)).toBe("footway");
  });

  it("keeps a closed lane as a loop with one node, and a lollipop with its stick", () => {
    const plan: Plan = { 1: [0, 0], 2: [50, 0], 3: [50, 50], 4: [0, 50], 5: [-60, 0] };

    const ring = buildStreetGraph(drawnExtract(plan, [{ nodes: [1, 2, 3, 4, 1] }]), null).graph;
    const lollipop = buildStreetGraph(drawnExtract(plan, [{ nodes: [1, 2, 3, 4, 1] }, { nodes: [5, 1] }]), null).graph;

    expect([ring.nodeCount, ring.pieceCount]).toEqual([1, 1]);
    expect([...ring.arcPiece]).toEqual([0, 1]);
    expect([lollipop.nodeCount, lollipop.pieceCount]).toEqual([2, 2]);
    expect(pieces(lollipop)).toEqual([" 200", " 60"]);
  });

  it("keeps once a street that two ways draw, under its name", () => {
    const plan: Plan = { 1: [0, 0], 2: [50, 0], 3: [100, 0] };

    const { graph } = buildStreetGraph(
      drawnExtract(plan, [
        { nodes: [1, 2, 3], tags: { highway: "residential" } },
        { nodes: [3, 2, 1], tags: named("Rue Droite") },
      ]),
      null,
    );

    expect(pieces(graph)).toEqual(["Rue Droite 100"]);
  });

  it("takes neighbouring nodes of a way at one position for one place", () => {
    const plan: Plan = { 1: [0, 0], 2: [50, 0], 3: [50, 0], 4: [100, 0], 5: [50, 60] };

    const { graph } = buildStreetGraph(drawnExtract(plan, [{ nodes: [1, 2, 3, 4] }, { nodes: [3, 5] }]), null);

    expect(graph.nodeCount).toBe(4);
    expect(pieces(graph)).toEqual([" 50", " 50", " 60"]);
  });

  it("ends a street on both sides of a locked gate", () => {
    const plan: Plan = { 1: [0, 0], 2: [50, 0], 3: [100, 0] };
    const extract = drawnExtract(plan, [{ nodes: [1, 2, 3] }], { 2: { barrier: "gate", access: "private" } });

    const { graph, report } = buildStreetGraph(extract, null);

    expect(graph.nodeCount).toBe(4);
    expect(report).toMatchObject({ blockedNodes: 1, islands: { count: 1 } });
    expect(report.islands.metres).toBeCloseTo(50, 1);
  });

  it("keeps a node where a big road has a crossing, and none on a small street", () => {
    const plan: Plan = { 1: [0, 0], 2: [50, 0], 3: [100, 0] };
    const crossing = { 2: { highway: "crossing" } };

    const big = buildStreetGraph(
      drawnExtract(plan, [{ nodes: [1, 2, 3], tags: { highway: "primary" } }], crossing),
      null,
    );
    const small = buildStreetGraph(drawnExtract(plan, [{ nodes: [1, 2, 3] }], crossing), null);

    expect([big.graph.pieceCount, small.graph.pieceCount]).toEqual([2, 1]);
  });

  it("numbers components by their metres of street, the longest first", () => {
    const plan: Plan = { 1: [0, 0], 2: [50, 0], 3: [0, 500], 4: [300, 500], 5: [0, 900], 6: [100, 900] };

    const { graph, report } = buildStreetGraph(
      drawnExtract(plan, [{ nodes: [1, 2] }, { nodes: [3, 4] }, { nodes: [5, 6] }]),
      null,
    );

    expect([...graph.nodeComponent]).toEqual([2, 2, 0, 0, 1, 1]);
    expect(report.islands.count).toBe(2);
    expect(report.islands.metres).toBeCloseTo(150, 0);
  });

  it("reads what a street is from its tags", () => {
    const plan: Plan = { 1: [0, 0], 2: [50, 0] };
    const only = (tags: Record<string, string>): StreetGraph =>
      buildStreetGraph(drawnExtract(plan, [{ nodes: [1, 2], tags }]), null).graph;

    expect(only({ highway: "footway", tunnel: "building_passage" }).pieceFlags[0]).toBe(PieceFlag.passage);
    expect(only({ highway: "footway", tunnel: "yes" }).pieceFlags[0]).toBe(PieceFlag.tunnel);
    expect(only({ highway: "residential", junction: "roundabout" }).pieceFlags[0]).toBe(PieceFlag.roundabout);
    expect(only({ highway: "pedestrian", area: "yes" }).pieceFlags[0]).toBe(PieceFlag.area);
    expect(only({ highway: "primary", "sidewalk:both": "separate" }).pieceFlags[0]).toBe(PieceFlag.sidewalkMapped);
    expect(streetName(only({ highway: "secondary", ref: "D 10" }), 0)).toBe("D 10");
    expect(streetName(only({ highway: "service", ref: "7" }), 0)).toBe("");
  });

  it("counts what it refuses by reason, with examples", () => {
    const plan: Plan = { 1: [0, 0], 2: [50, 0] };

    const { graph, report } = buildStreetGraph(
      drawnExtract(plan, [
        { nodes: [1, 2], tags: named("Cour Fermée", { access: "private" }) },
        { nodes: [1, 2], tags: { highway: "motorway" } },
        { nodes: [1], tags: named("Rue Coupée") },
        { nodes: [1, 2], tags: { building: "yes" } },
      ]),
      null,
    );

    expect(graph).toMatchObject({ nodeCount: 0, pieceCount: 0 });
    expect(report.ways).toEqual({
      read: 3,
      used: 0,
      refused: [
        { reason: "private", count: 1, examples: ["way 1 (Cour Fermée): access=private"] },
        { reason: "motorway", count: 1, examples: ["way 2: highway=motorway"] },
        { reason: "too-short", count: 1, examples: ["way 3 (Rue Coupée): 1 position(s), expected 2"] },
      ],
    });
  });

  it("stops when it is cancelled", () => {
    const signal = AbortSignal.abort();
    expect(() => buildStreetGraph(drawnExtract({}, []), null, { signal })).toThrow("cancelled");
  });

  it("keeps every metre and every connection of any tangle of ways, and survives packing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        const { plan, ways, edges } = randomTangle(random);

        const { graph } = buildStreetGraph(drawnExtract(plan, ways), null);

        const length = graph.pieceLengthMetres.reduce((sum, metres) => sum + metres, 0);
        expect(length / lengthOfEdges(plan, edges)).toBeCloseTo(1, 3);
        expect(1 + Math.max(-1, ...graph.nodeComponent)).toBe(componentsOf(edges));
        for (let node = 0; node < graph.nodeCount; node++) {
          for (let arc = graph.arcStart[node] ?? 0; arc < (graph.arcStart[node + 1] ?? 0); arc++) {
            const piece = (graph.arcPiece[arc] ?? 0) >> 1;
            const isBack = ((graph.arcPiece[arc] ?? 0) & 1) === 1;
            expect(isBack ? graph.pieceTo[piece] : graph.pieceFrom[piece]).toBe(node);
            expect(isBack ? graph.pieceFrom[piece] : graph.pieceTo[piece]).toBe(graph.arcTarget[arc]);
          }
        }
        const packed = packStreetGraph(graph);
        const opened = openStreetGraph(packed.slice().buffer);
        expect(opened).toEqual(graph);
      }),
      { numRuns: 60, seed: 21 },
    );
  });
});

describe("slopes", () => {
  const plan: Plan = { 1: [0, 0], 2: [100, 0] };
  const hillAt = (eastMetres: number, height: number) => ({
    elevationAt: ([longitude]: Position): number => {
      const east = (longitude - CORNER[0]) / (onPlan(1, 0)[0] - CORNER[0]);
      return Math.max(0, height * (1 - Math.abs(east - eastMetres) / 100));
    },
  });
  const slope = (rise: number) => ({
    elevationAt: ([longitude]: Position): number => (rise * (longitude - CORNER[0])) / (onPlan(1, 0)[0] - CORNER[0]),
  });

  it("follow Tobler: 1 on the flat, 1.42 up and 1 down a slope of 10 %, 0.84 down 5 %", () => {
    const flat = buildStreetGraph(drawnExtract(plan, [{ nodes: [1, 2] }]), slope(0)).graph;
    const steep = buildStreetGraph(drawnExtract(plan, [{ nodes: [1, 2] }]), slope(0.1)).graph;
    const gentle = buildStreetGraph(drawnExtract(plan, [{ nodes: [1, 2] }]), slope(0.05)).graph;

    expect([flat.pieceEffortForward[0], flat.pieceEffortBackward[0]].map((effort) => Math.round(effort ?? 0))).toEqual([
      100, 100,
    ]);
    expect(steep.pieceEffortForward[0]).toBeCloseTo(141.9, 0);
    expect(steep.pieceEffortBackward[0]).toBeCloseTo(100, 0);
    expect(gentle.pieceEffortBackward[0]).toBeCloseTo(83.9, 0);
    expect(steep.nodeElevation[1]).toBeCloseTo(10, 1);
  });

  it("are held to 35 %, whatever a cliff in the data says", () => {
    const { graph } = buildStreetGraph(drawnExtract(plan, [{ nodes: [1, 2] }]), slope(3));
    expect(graph.pieceEffortForward[0]).toBeCloseTo(100 * Math.exp(3.5 * 0.35), 0);
  });

  it("make steps 1.7 times slower, 2.4 times going up, even without elevation", () => {
    const steps: DrawnWay[] = [{ nodes: [1, 2], tags: { highway: "steps" } }];
    const known = buildStreetGraph(drawnExtract(plan, steps), slope(0.3)).graph;
    const unknown = buildStreetGraph(drawnExtract(plan, steps), null).graph;

    expect(known.pieceEffortForward[0]).toBeCloseTo(241, 0);
    expect(known.pieceEffortBackward[0]).toBeCloseTo(170, 0);
    expect(unknown.pieceEffortForward[0]).toBeCloseTo(170, 1);
    expect(unknown.nodeElevation[0]).toBeNaN();
  });

  it("count a hill in the middle of a long street, which gets a node on top", () => {
    const long: Plan = { 1: [0, 0], 2: [400, 0] };

    const { graph } = buildStreetGraph(drawnExtract(long, [{ nodes: [1, 2] }]), hillAt(200, 20));

    const effort = graph.pieceEffortForward.reduce((sum, metres) => sum + metres, 0);
    expect(effort).toBeGreaterThan(450);
    expect(graph.pieceCount).toBeGreaterThan(1);
    expect(Math.max(...graph.nodeElevation)).toBeGreaterThan(15);
    expect(graph.pieceLengthMetres.reduce((sum, metres) => sum + metres, 0)).toBeCloseTo(400, 1);
    expect([...graph.nodeComponent].every((component) => component === 0)).toBe(true);
  });

  it("of a bridge are even between its ends, whatever the valley under it", () => {
    const valley = { elevationAt: (position: Position): number => 60 - hillAt(200, 60).elevationAt(position) };
    const long: Plan = { 1: [0, 0], 2: [80, 0], 3: [200, 0], 4: [320, 0], 5: [400, 0], 6: [200, 50] };
    const ways: DrawnWay[] = [
      { nodes: [1, 2] },
      { nodes: [2, 3], tags: { highway: "residential", bridge: "yes" } },
      { nodes: [3, 4], tags: { highway: "residential", bridge: "yes" } },
      { nodes: [4, 5] },
      { nodes: [3, 6], tags: { highway: "footway", bridge: "yes" } },
    ];

    const { graph } = buildStreetGraph(drawnExtract(long, ways), valley);

    const bridges = [...graph.pieceFlags.keys()].filter((piece) => graph.pieceFlags[piece] === PieceFlag.bridge);
    const middle = graph.pieceTo[bridges[0] ?? 0] ?? 0;
    expect(graph.nodeElevation[middle]).toBeGreaterThan(59);
    for (const piece of bridges.slice(0, 2)) {
      expect(graph.pieceEffortForward[piece]).toBeCloseTo(graph.pieceLengthMetres[piece] ?? 0, 0);
    }
  });

  it("are flat where the elevation model is silent", () => {
    const { graph } = buildStreetGraph(drawnExtract(plan, [{ nodes: [1, 2] }]), { elevationAt: () => null });
    expect(graph.pieceEffortForward[0]).toBeCloseTo(100, 1);
    expect(graph.nodeElevation[0]).toBeNaN();
  });
});

function pieces(graph: StreetGraph): string[] {
  return Array.from(graph.pieceLengthMetres, (metres, piece) => `${streetName(graph, piece)} ${Math.round(metres)}`);
}

/** Ways that wander between the points of a grid, crossing, doubling and closing as they please. */
function randomTangle(random: () => number): { plan: Plan; ways: DrawnWay[]; edges: Set<string> } {
  const plan: Record<number, readonly [number, number]> = {};
  for (let node = 0; node < 25; node++)
    plan[node] = [(node % 5) * 80 + random() * 20, Math.floor(node / 5) * 70 + random() * 20];
  const edges = new Set<string>();
  const ways = Array.from({ length: 7 }, (): DrawnWay => {
    const nodes = [Math.floor(random() * 25)];
    for (let step = 0; step < 1 + random() * 6; step++) {
      const here = nodes.at(-1) ?? 0;
      const next = Math.floor(random() * 25);
      if (next === here) continue;
      nodes.push(next);
      edges.add(here < next ? `${here} ${next}` : `${next} ${here}`);
    }
    return { nodes, tags: named(random() < 0.5 ? "A" : "B") };
  }).filter((way) => way.nodes.length > 1);
  return { plan, ways, edges };
}

function lengthOfEdges(plan: Plan, edges: ReadonlySet<string>): number {
  let length = 0;
  for (const edge of edges) {
    const [a = 0, b = 0] = edge.split(" ").map(Number);
    const [one, other] = [plan[a] ?? [0, 0], plan[b] ?? [0, 0]];
    length += Math.hypot(one[0] - other[0], one[1] - other[1]);
  }
  return length;
}

function componentsOf(edges: ReadonlySet<string>): number {
  const leader = new Map<number, number>();
  const find = (node: number): number => {
    const next = leader.get(node) ?? node;
    return next === node ? node : find(next);
  };
  for (const edge of edges) {
    const [a = 0, b = 0] = edge.split(" ").map(Number);
    if (!leader.has(a)) leader.set(a, a);
    if (!leader.has(b)) leader.set(b, b);
    leader.set(find(a), find(b));
  }
  return new Set([...leader.keys()].map(find)).size;
}

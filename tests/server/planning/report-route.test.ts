import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildStreetGraph } from "../../../geodata/street-graph/build-street-graph.ts";
import type { StreetPlace } from "../../../geodata/street-graph/street-graph.ts";
import { streetName } from "../../../geodata/street-graph/street-graph.ts";
import { repeatedMetres } from "../../../server/planning/repeated-metres.ts";
import { type ReportedLeg, reportRoute, zoneMetresEquivalent } from "../../../server/planning/report-route.ts";
import { createWalkingRouter } from "../../../server/walking-router/create-walking-router.ts";
import { type DrawnWay, drawnExtract, onPlan } from "../../fixtures/drawn-extract.ts";

const way = (name: string, highway: string, nodes: readonly number[], tags = {}): DrawnWay => ({
  nodes,
  tags: { highway, name, ...tags },
});
/** A street and an avenue, and two footways joined by a mapped crossing of the avenue. */
const GRAPH = buildStreetGraph(
  drawnExtract(
    {
      1: [0, 0],
      2: [200, 0],
      3: [200, 200],
      4: [190, 100],
      5: [200, 100],
      6: [210, 100],
      7: [150, 100],
      8: [260, 100],
    },
    [
      way("Rue Haute", "residential", [1, 2]),
      way("Avenue", "secondary", [2, 5, 3]),
      way("Allée Ouest", "footway", [7, 4]),
      way("", "footway", [4, 5, 6], { footway: "crossing" }),
      way("Allée Est", "footway", [6, 8]),
    ],
  ),
  null,
).graph;
const router = createWalkingRouter(GRAPH);
const at = (name: string, metres: number, side: -1 | 0 | 1): StreetPlace => {
  const pieces = Array.from({ length: GRAPH.pieceCount }, (_, piece) => piece);
  return { piece: pieces.find((piece) => streetName(GRAPH, piece) === name) ?? -1, offsetMetres: metres, side };
};
const legs = (...places: readonly StreetPlace[]): ReportedLeg[] =>
  places.slice(1).map((to, index) => {
    const path = router.path(places[index] ?? to, to);
    if (path === null) throw new Error("the streets are joined");
    return { distanceMetres: path.distanceMetres, coordinates: path.coordinates, path };
  });

describe("the report of a route", () => {
  it("counts a change of side as a crossing of the street, and 15 metres", () => {
    const report = reportRoute(GRAPH, legs(at("Rue Haute", 20, 1), at("Rue Haute", 60, 1), at("Rue Haute", 60, -1)), 4);

    expect(report.crossings).toEqual({ residential: 1 });
    expect(report.metresPerDoor).toBeCloseTo(10, 1);
    expect(report.metresEquivalentPerDoor).toBeCloseTo((40 + 15) / 4, 1);
  });

  it("counts a mapped crossing by the road under it, and 60 metres for a big one", () => {
    const report = reportRoute(GRAPH, legs(at("Allée Ouest", 10, 0), at("Allée Est", 10, 0)), 1);

    expect(report.crossings).toEqual({ secondary: 1 });
    expect(report.metresEquivalentPerDoor).toBeCloseTo(report.metresPerDoor + 60, 6);
  });

  it("counts nothing on footways, and nothing twice", () => {
    const report = reportRoute(GRAPH, legs(at("Allée Ouest", 10, 1), at("Allée Ouest", 30, -1)), 2);

    expect(report.crossings).toEqual({});
    expect(report.metresEquivalentPerDoor).toBe(report.metresPerDoor);
    expect(report.repeatedShare).toBe(0);
  });

  it("tells how much is walked where the route has been", () => {
    const there = reportRoute(GRAPH, legs(at("Rue Haute", 20, 1), at("Rue Haute", 100, 1), at("Rue Haute", 20, 1)), 1);

    expect(there.repeatedShare).toBeCloseTo(0.5, 6);
  });

  it("finds the leg that goes farthest round, and none between neighbours", () => {
    const route = legs(
      at("Rue Haute", 100, 0),
      at("Rue Haute", 120, 0),
      at("Allée Ouest", 0, 0),
      at("Allée Ouest", 40, 0),
    );
    const { worstDetour } = reportRoute(GRAPH, route, 3);

    expect(worstDetour?.leg).toBe(1);
    expect(worstDetour?.walkedMetres).toBeGreaterThan((worstDetour?.crowMetres ?? 0) + 50);
    expect(reportRoute(GRAPH, legs(at("Rue Haute", 100, 0), at("Rue Haute", 120, 0)), 1).worstDetour).toBeNull();
  });

  it("says null where another engine walked and its streets are not known", () => {
    const foreign = { distanceMetres: 100, coordinates: [onPlan(0, 0), onPlan(80, 0)], path: null };

    const report = reportRoute(GRAPH, [foreign], 5);

    expect(report).toMatchObject({ crossings: null, repeatedShare: null, metresEquivalentPerDoor: null });
    expect(report.metresPerDoor).toBe(20);
    expect(report.worstDetour).toMatchObject({ leg: 0, walkedMetres: 100 });
  });

  it("is zeros for a route of no length", () => {
    const here = at("Rue Haute", 20, 1);

    expect(reportRoute(GRAPH, legs(here, here), 0)).toEqual({
      metresPerDoor: 0,
      crossings: {},
      repeatedShare: 0,
      worstDetour: null,
      metresEquivalentPerDoor: 0,
    });
  });
});

describe("repeated metres", () => {
  it("are those of a count metre by metre", () => {
    const stretch = fc.record({ piece: fc.nat(2), from: fc.nat(20), to: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (walk) => {
        const seen = new Set<string>();
        let expected = 0;
        for (const { piece, from, to } of walk) {
          const metres = Array.from(
            { length: Math.abs(to - from) },
            (_, step) => `${piece}:${Math.min(from, to) + step}`,
          );
          expected += metres.filter((metre) => seen.has(metre)).length;
          for (const metre of metres) seen.add(metre);
        }

        const stretches = walk.map(({ piece, from, to }) => ({
          piece,
          forward: to >= from,
          fromMetres: from,
          toMetres: to,
          durationSeconds: 0,
          isRidden: false,
        }));
        expect(repeatedMetres(stretches)).toBe(expected);
      }),
      { seed: 3 },
    );
  });
});

describe("the zone in one figure", () => {
  const route = (doors: number, metresEquivalentPerDoor: number | null) => ({ doors, metresEquivalentPerDoor });

  it("is the power mean of its routes by doors: one bad route weighs more than many good ones", () => {
    const even = zoneMetresEquivalent([route(50, 20), route(50, 20)]);
    const uneven = zoneMetresEquivalent([route(50, 10), route(50, 30)]);

    expect(even).toBeCloseTo(20, 9);
    expect(uneven).toBeCloseTo(Math.cbrt((10 ** 3 + 30 ** 3) / 2), 9);
    expect(uneven ?? 0).toBeGreaterThan(even ?? Infinity);
    expect(zoneMetresEquivalent([route(90, 10), route(10, 30)])).toBeCloseTo(Math.cbrt(0.9 * 1000 + 0.1 * 27_000), 9);
  });

  it("is null without routes, and when one of them is not known", () => {
    expect(zoneMetresEquivalent([])).toBeNull();
    expect(zoneMetresEquivalent([route(5, 12), route(5, null)])).toBeNull();
  });
});

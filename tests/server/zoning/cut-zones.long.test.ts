import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointAlong } from "../../../geodata/geometry/path.ts";
import { pieceShape, type StreetGraph } from "../../../geodata/street-graph/street-graph.ts";
import { cutZones, type ZoneCut } from "../../../server/zoning/cut-zones.ts";
import { joinParts } from "../../../server/zoning/join-parts.ts";
import { scoreZones } from "../../../server/zoning/score-zones.ts";
import type { ZoneStop } from "../../../server/zoning/zone-stop.ts";
import { randomGridTown, randomPlaces, seededRandom } from "../../fixtures/grid-town.ts";
import { bankTown } from "./bank-town.ts";

const cut = (graph: StreetGraph, stops: readonly ZoneStop[], zoneCount: number, seed = 1) =>
  cutZones(graph, stops, { zoneCount, seed, speedKilometresPerHour: 4.5 });

function randomStops(graph: StreetGraph, count: number, seed: number): readonly ZoneStop[] {
  const random = seededRandom(seed);
  return randomPlaces(graph, count, random, [-1, 0, 1]).map((place) => {
    const doors = 1 + Math.floor(random() * 12);
    const position = pointAlong(pieceShape(graph, place.piece), place.offsetMetres);
    return { place, position, doors, doorSeconds: doors * 90 };
  });
}

describe("every cut", () => {
  it("puts each stop in one zone, leaves no zone empty and keeps zones in one piece", () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 1, max: 1000 }),
          count: fc.integer({ min: 1, max: 120 }),
          share: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        ({ seed, count, share }) => {
          const graph = randomGridTown(7, 6, seededRandom(seed));
          const stops = randomStops(graph, count, seed);
          const zoneCount = Math.max(1, Math.round(share * count));

          const result = cut(graph, stops, zoneCount, seed);

          expect(result.zoneOfStop).toHaveLength(count);
          expect(new Set(result.zoneOfStop)).toEqual(new Set(Array.from({ length: zoneCount }, (_, zone) => zone)));
          expect(partsOfZones(result)).toEqual(Array(zoneCount).fill(1));
          const { zones } = scoreZones(graph, stops, result);
          expect(zones.reduce((sum, zone) => sum + zone.stops, 0)).toBe(count);
        },
      ),
      { numRuns: 60, seed: 11 },
    );
  });

  it("is the same for the same seed", () => {
    const graph = randomGridTown(9, 8, seededRandom(5));
    const stops = randomStops(graph, 300, 5);

    expect(cut(graph, stops, 7, 42).zoneOfStop).toEqual(cut(graph, stops, 7, 42).zoneOfStop);
  });

  it("shares out doors that all stand on one spot", () => {
    const graph = randomGridTown(3, 3, seededRandom(1));
    const [stop] = randomStops(graph, 1, 1);
    const stops = stop ? Array.from({ length: 9 }, () => stop) : [];

    const result = cut(graph, stops, 4);

    expect(new Set(result.zoneOfStop).size).toBe(4);
  });

  it.each([0, 11, 1.5e9, Number.NaN])("is not made of %s zones of ten stops", (zoneCount) => {
    const graph = randomGridTown(3, 3, seededRandom(1));

    expect(() => cut(graph, randomStops(graph, 10, 1), zoneCount)).toThrow(RangeError);
  });
});

describe("on a regular town", () => {
  it("makes even zones whose streets meet", () => {
    const { graph, stops } = bankTown({ columns: 14, rows: 12 });

    const result = cut(graph, stops, 8);

    expect(scoreZones(graph, stops, result).heaviest).toBeLessThan(1.1);
    for (let zone = 0; zone < 8; zone++) expect(streetsMeet(graph, stops, result, zone)).toBe(true);
  });

  it.each([2, 4, 6])("cuts two equal banks into %i zones without a bridge to cross", (zoneCount) => {
    const { graph, stops } = bankTown({ columns: 9, rows: 10, riverAfterRow: 4 });

    const score = scoreZones(graph, stops, cut(graph, stops, zoneCount));

    expect(score.straddledBridges).toBe(0);
    expect(score.heaviest).toBeLessThan(1.1);
  });

  it("gives three zones to the bank with three fifths of the doors", () => {
    const { graph, stops } = bankTown({ columns: 9, rows: 10, riverAfterRow: 5 });

    const score = scoreZones(graph, stops, cut(graph, stops, 5));

    expect(score.straddledBridges).toBe(0);
    expect(score.heaviest).toBeLessThan(1.1);
  });

  it("says over which bridge a zone reaches where equal zones are impossible without", () => {
    const { graph, stops } = bankTown({ columns: 9, rows: 10, riverAfterRow: 4 });

    const score = scoreZones(graph, stops, cut(graph, stops, 3));

    expect(score.straddledBridges).toBe(1);
    expect(score.zones.flatMap(({ straddles }) => straddles)).toEqual([{ barrier: "bridge", street: "Pont Neuf" }]);
    expect(score.heaviest).toBeLessThan(1.1);
  });

  it("cuts along a primary road", () => {
    const { graph, stops } = bankTown({ columns: 9, rows: 11, primaryRow: 5 });

    const result = cut(graph, stops, 4);

    // Where the road ends, at the edge of the town, both sides meet freely.
    const [firstInner, lastInner] = [2.35 + 0.0011 * 0.9, 2.35 + 0.0011 * 7.1];
    const zonesOn = (isSide: (latitude: number) => boolean) =>
      new Set(
        stops.flatMap(({ position: [longitude, latitude] }, index) =>
          longitude > firstInner && longitude < lastInner && isSide(latitude) ? [result.zoneOfStop[index]] : [],
        ),
      );
    const road = 48.86 + 5 * 0.0007;
    const [north, south] = [zonesOn((latitude) => latitude > road), zonesOn((latitude) => latitude < road)];
    expect([north.size, south.size]).toEqual([2, 2]);
    expect([...north].filter((zone) => south.has(zone))).toEqual([]);
    expect(scoreZones(graph, stops, result)).toMatchObject({ straddledRoads: 0 });
  });
});

/** Parts of each zone over the links between runs. */
function partsOfZones({ zoneCount, zoneOfRun, links, runs }: ZoneCut): number[] {
  const parts = joinParts(runs.length);
  for (const { a, b } of links) if (zoneOfRun[a] === zoneOfRun[b]) parts.join(a, b);
  return Array.from({ length: zoneCount }, (_, zone) => {
    const own = runs.flatMap((_run, index) => (zoneOfRun[index] === zone ? [parts.partOf(index)] : []));
    return new Set(own).size;
  });
}

/** Whether the pieces with doors of a zone hang together by their ends. */
function streetsMeet(graph: StreetGraph, stops: readonly ZoneStop[], { zoneOfStop }: ZoneCut, zone: number): boolean {
  const pieces = new Set(stops.flatMap(({ place }, index) => (zoneOfStop[index] === zone ? [place.piece] : [])));
  const parts = joinParts(graph.nodeCount);
  for (const piece of pieces) parts.join(graph.pieceFrom[piece] ?? 0, graph.pieceTo[piece] ?? 0);
  return new Set([...pieces].map((piece) => parts.partOf(graph.pieceFrom[piece] ?? 0))).size === 1;
}

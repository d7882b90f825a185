import { describe, expect, it } from "vitest";
import { crossingsAlong } from "../../../geodata/demo-town/main-lines.ts";
import { largestPart } from "../../../geodata/demo-town/network.ts";
import { isInside, type Point, signedArea } from "../../../geodata/demo-town/plane.ts";
import { describeSociety } from "../../../geodata/demo-town/society.ts";
import { drawStations, type StationVintage } from "../../../geodata/demo-town/stations.ts";
import { createTown, type Town } from "../../../geodata/demo-town/town.ts";
import { toPoint } from "../../../geodata/demo-town/town-frame.ts";

const towns = [1, 5].map((seed) => ({ seed, town: createTown(seed) }));

describe.each(towns)("the town of seed $seed", ({ seed, town }) => {
  const vintages = stationsOf(town, seed);

  it("has about 6,000 addresses and 12,000 doors", () => {
    const doors = town.addresses.reduce((sum, { dwellings }) => sum + dwellings, 0);

    expect(town.addresses.length).toBeGreaterThan(5500);
    expect(town.addresses.length).toBeLessThan(6500);
    expect(doors).toBeGreaterThan(11_000);
    expect(doors).toBeLessThan(13_000);
  });

  it("numbers the houses of one side of a street all odd or all even", () => {
    const sides = new Map<unknown, Set<number>>();
    for (const { building, number } of town.addresses) {
      const front = building === null ? null : town.buildings[building]?.door?.front;
      if (front) sides.set(front, (sides.get(front) ?? new Set()).add(number % 2));
    }

    expect(sides.size).toBeGreaterThan(500);
    for (const parities of sides.values()) expect(parities.size).toBe(1);
  });

  it("has streets that all hang together", () => {
    expect(largestPart(town.plan.network).edges.length).toBe(town.streets.length);
  });

  it("crosses the river on bridges only, at least four times", () => {
    const over = town.streets.filter(({ points }) => crossingsAlong(points, town.landscape.river.course).length > 0);

    expect(over.length).toBeGreaterThanOrEqual(4);
    expect(over.map(({ structure }) => structure)).toEqual(over.map(() => "bridge"));
  });

  it("has about thirty stations in each vintage, whose areas add up to the commune", () => {
    const commune = Math.abs(signedArea(town.landscape.boundary));
    for (const { stations } of vintages) {
      expect(stations.length).toBeGreaterThanOrEqual(28);
      expect(stations.length).toBeLessThanOrEqual(34);
      const total = stations.reduce((sum, { geometry }) => sum + areaOf(geometry), 0);
      expect(total / commune).toBeCloseTo(1, 4);
    }
  });

  it("has each address in exactly one station of each vintage", () => {
    for (const { stations } of vintages) {
      for (const { position } of town.addresses.filter((_, i) => i % 37 === 0)) {
        expect(stations.filter(({ geometry }) => holds(geometry, position)).length).toBe(1);
      }
    }
  });

  it("brings old station numbers back for other places", () => {
    const [first, , last] = vintages;
    const moved = (first?.stations ?? []).filter(({ number, geometry }) => {
      const now = last?.stations.find((station) => station.number === number);
      return now && !town.addresses.some(({ position }) => holds(geometry, position) && holds(now.geometry, position));
    });

    expect(moved.length).toBeGreaterThan(0);
  });
});

function stationsOf(town: Town, seed: number): readonly StationVintage[] {
  const society = describeSociety(town, seed);
  const cells = town.blocks.map(({ middle }, block) => ({
    middle,
    weight: society[block]?.registered ?? 0,
    bank: town.landscape.river.nearest(middle).isNorth ? 1 : 0,
  }));
  return drawStations(town.ground, cells, town.townHall, town.random.fork("stations"));
}

type Geometry = StationVintage["stations"][number]["geometry"];

function polygonsOf(geometry: Geometry): readonly (readonly (readonly Point[])[])[] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => toPoint([x, y]))));
}

const areaOf = (geometry: Geometry) =>
  polygonsOf(geometry).reduce(
    (sum, rings) => sum + rings.reduce((area, ring) => area + signedArea(ring.slice(1)), 0),
    0,
  );

const holds = (geometry: Geometry, point: Point) =>
  polygonsOf(geometry).some((rings) => rings.filter((ring) => isInside(point, ring.slice(1))).length === 1);

import { describe, expect, it } from "vitest";
import { seaArea } from "../../../geodata/base-map/sea-area.ts";
import type { BoundingBox, Position } from "../../../geodata/geometry/position.ts";
import type { OsmWay } from "../../../geodata/readers/osm-extract.ts";

const BOX: BoundingBox = [0, 0, 10, 10];
const KNOWN: BoundingBox = [-100, -100, 100, 100];

/** A coast through these positions, land on its left. Nodes are told by their place. */
function coast(...positions: Position[]): OsmWay {
  return {
    id: positions.length,
    tags: { natural: "coastline" },
    nodeIds: positions.map(([x, y]) => 1000 * x + y),
    positions,
  };
}

/** Whether the sea holds a position, by the even-odd rule over all rings. */
function isSea(sea: ReturnType<typeof seaArea>, [x, y]: Position): boolean {
  const rings = sea === null ? [] : sea.type === "Polygon" ? sea.coordinates : sea.coordinates.flat();
  let isInside = false;
  for (const ring of rings) {
    for (const [at, [x2 = 0, y2 = 0]] of ring.entries()) {
      const [x1 = 0, y1 = 0] = ring[at === 0 ? ring.length - 1 : at - 1] ?? [];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
    }
  }
  return isInside;
}

describe("the sea", () => {
  it("lies to the right of the coast", () => {
    const northLand = seaArea([coast([-50, 5], [50, 5])], BOX, KNOWN);
    const southLand = seaArea([coast([50, 5], [-50, 5])], BOX, KNOWN);

    expect([isSea(northLand, [5, 2]), isSea(northLand, [5, 8])]).toEqual([true, false]);
    expect([isSea(southLand, [5, 2]), isSea(southLand, [5, 8])]).toEqual([false, true]);
  });

  it("goes on over the box as far as the data does", () => {
    const sea = seaArea([coast([-50, 5], [50, 5])], BOX, KNOWN);

    expect(isSea(sea, [-9, -9])).toBe(true);
    expect(isSea(seaArea([coast([-50, 5], [50, 5])], BOX, [-100, 0, 100, 100]), [5, -1])).toBe(false);
  });

  it("is joined from ways in any order, keeping their direction", () => {
    const sea = seaArea([coast([5, 6], [50, 5]), coast([-50, 5], [5, 6])], BOX, KNOWN);

    expect([isSea(sea, [5, 2]), isSea(sea, [5, 8])]).toEqual([true, false]);
  });

  it("leaves islands dry, alone in the sea too", () => {
    const island = coast([4, 2], [6, 2], [6, 4], [4, 4], [4, 2]);

    const offShore = seaArea([coast([-50, 7], [50, 7]), island], BOX, KNOWN);
    const alone = seaArea([island], BOX, KNOWN);

    for (const sea of [offShore, alone]) {
      expect([isSea(sea, [5, 3]), isSea(sea, [1, 3]), isSea(sea, [5, 1])]).toEqual([false, true, true]);
    }
    expect(isSea(offShore, [5, 8])).toBe(false);
    expect(isSea(alone, [5, 8])).toBe(true);
  });

  it("fills a strait between two coasts", () => {
    const sea = seaArea([coast([-50, 6], [50, 6]), coast([50, 3], [-50, 3])], BOX, KNOWN);

    expect([isSea(sea, [5, 1]), isSea(sea, [5, 4]), isSea(sea, [5, 8])]).toEqual([false, true, false]);
  });

  it("follows a coast that leaves the box and comes back", () => {
    const sea = seaArea(
      [coast([-50, 9], [5, 9], [5, 50], [60, 50], [60, 2], [-50, 2])],
      [0, 0, 10, 10],
      [0, 0, 10, 10],
    );

    expect([isSea(sea, [2, 5]), isSea(sea, [8, 9.5]), isSea(sea, [2, 9.5]), isSea(sea, [5, 1])]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("prolongs a coast that was cut at the edge of the data", () => {
    const sea = seaArea([coast([0.2, 5], [5, 6], [9.9, 5])], BOX, BOX);

    expect([isSea(sea, [5, 2]), isSea(sea, [5, 8])]).toEqual([true, false]);
  });

  it("is not guessed where the coast ends in the middle, or where there is none", () => {
    expect(seaArea([coast([-50, 5], [5, 5])], BOX, BOX)).toBeNull();
    expect(seaArea([], BOX, KNOWN)).toBeNull();
    expect(seaArea([coast([-50, 5], [50, 5])], BOX, [40, 40, 50, 50])).toBeNull();
  });
});

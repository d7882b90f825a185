import { describe, expect, it } from "vitest";
import type { Position } from "../../../geodata/geometry/position.ts";
import type { OsmArea, OsmPoint, OsmTags, OsmWay } from "../../../geodata/readers/osm-extract.ts";
import { transitKind } from "../../../geodata/transit/transit-kind.ts";
import { transitStops } from "../../../geodata/transit/transit-stops.ts";

const point = (id: number, tags: OsmTags, position: Position = [2.35, 48.86]): OsmPoint => ({ id, tags, position });
const way = (id: number, tags: OsmTags, positions: readonly Position[]): OsmWay => ({
  id,
  tags,
  positions,
  nodeIds: positions.map((_, index) => index + 1),
});
const ofPoints = (...points: readonly OsmPoint[]) => transitStops({ points, ways: [], areas: [] });

describe("the kind of a stop", () => {
  it.each([
    [{ highway: "bus_stop" }, "bus"],
    [{ highway: "bus_stop", tram: "yes" }, "tram"],
    [{ public_transport: "platform", bus: "yes" }, "bus"],
    [{ public_transport: "stop_position", tram: "yes", bus: "yes" }, "tram"],
    [{ public_transport: "platform" }, "stop"],
    [{ railway: "station" }, "train"],
    [{ railway: "station", station: "subway" }, "metro"],
    [{ railway: "halt" }, "train"],
    [{ railway: "tram_stop", train: "no" }, "tram"],
    [{ railway: "subway_entrance" }, "metro"],
    [{ amenity: "ferry_terminal" }, "ferry"],
    [{ railway: "station", disused: "yes" }, null],
    [{ public_transport: "stop_area" }, null],
    [{ highway: "crossing" }, null],
    [{ railway: "level_crossing" }, null],
  ] as const)("of %o is %s", (tags, kind) => {
    expect(transitKind(tags)).toBe(kind);
  });
});

describe("the stops of public transport", () => {
  it("are nodes where they stand, and ways and relations at their middle", () => {
    const square: Position[] = [
      [2.36, 48.86],
      [2.362, 48.86],
      [2.362, 48.862],
      [2.36, 48.862],
      [2.36, 48.86],
    ];
    const area: OsmArea = {
      id: 9,
      kind: "relation",
      tags: { railway: "station", name: "Gare" },
      geometry: { type: "Polygon", coordinates: [square.map(([x, y]) => [x + 0.01, y])] },
    };

    const stops = transitStops({
      points: [point(1, { highway: "bus_stop", name: "Tilleuls" })],
      ways: [way(2, { public_transport: "platform", tram: "yes", name: "Halles" }, square)],
      areas: [area, { ...area, kind: "way" }],
    });

    expect(stops.map(({ id, name, kind }) => [id, name, kind])).toEqual([
      ["osm-n1", "Tilleuls", "bus"],
      ["osm-w2", "Halles", "tram"],
      ["osm-r9", "Gare", "train"],
    ]);
    expect(stops[1]?.position[0]).toBeCloseTo(2.361, 9);
    expect(stops[1]?.position[1]).toBeCloseTo(48.861, 9);
  });

  it("count both sides of a street once, but not a stop of the same name far away", () => {
    const tags = { highway: "bus_stop", name: "Tilleuls" };

    const stops = ofPoints(point(1, tags), point(2, tags, [2.3502, 48.86]), point(3, tags, [2.36, 48.86]));

    expect(stops.map(({ id }) => id)).toEqual(["osm-n1", "osm-n3"]);
  });

  it("have the name of the nearest of their kind when nobody has written it", () => {
    const stops = ofPoints(
      point(1, { railway: "subway_entrance", name: "Rue du Temple" }, [2.351, 48.86]),
      point(2, { railway: "station", station: "subway", name: "République" }),
      point(3, { highway: "bus_stop" }, [2.3501, 48.86]),
    );

    expect(stops.map(({ id, name }) => [id, name])).toEqual([
      ["osm-n2", "République"],
      ["osm-n1", "République"],
      ["osm-n3", ""],
    ]);
  });
});

import { expect, it } from "vitest";
import { osmAddresses } from "../../../geodata/addresses/osm-addresses.ts";
import type { OsmArea, OsmPoint } from "../../../geodata/readers/osm-extract.ts";

it("counts a point inside a building of the same number once, and another number beside it", () => {
  const building = square(1, { building: "apartments", "addr:housenumber": "12", "addr:street": "Rue Haute" });
  const points = [
    point(2, { "addr:housenumber": "12", "addr:street": "rue haute" }),
    point(3, { "addr:housenumber": "12 bis", "addr:street": "Rue Haute" }),
  ];

  expect(osmAddresses(points, [building]).map(({ id }) => id)).toEqual(["osm-n2", "osm-n3"]);
});

it("visits buildings without a number where addresses are few", () => {
  const areas = [1, 2, 3, 4, 5].map((id) => square(id, { building: "yes" }, id));
  const church = square(6, { building: "church" }, 6);
  const shed = square(7, { building: "yes" }, 7, 0.00002);

  const found = osmAddresses([point(8, { "addr:housenumber": "1" })], [...areas, church, shed]);

  expect(found.map(({ id, number }) => [id, number])).toEqual([
    ["osm-n8", "1"],
    ["osm-w2", ""],
    ["osm-w3", ""],
    ["osm-w4", ""],
    ["osm-w5", ""],
  ]);
});

it("leaves buildings without a number alone where most have one", () => {
  const numbered = [1, 2, 3].map((id) => square(id, { building: "house", "addr:housenumber": String(id) }, id));
  const bare = square(4, { building: "house" }, 4);

  expect(osmAddresses([], [...numbered, bare]).map(({ id }) => id)).toEqual(["osm-w1", "osm-w2", "osm-w3"]);
});

function point(id: number, tags: Record<string, string>): OsmPoint {
  return { id, tags, position: [2.0105, 48.0005] };
}

/** Squares stand in a row; number 1 holds every point. */
function square(id: number, tags: Record<string, string>, place = 1, size = 0.001): OsmArea {
  const west = 2 + place / 100;
  const ring = [
    [west, 48],
    [west + size, 48],
    [west + size, 48 + size],
    [west, 48 + size],
    [west, 48],
  ];
  return { id, kind: "way", tags, geometry: { type: "Polygon", coordinates: [ring] } };
}

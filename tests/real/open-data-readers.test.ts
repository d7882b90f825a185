import { describe, expect, it } from "vitest";
import { buildBaseMapTiles } from "../../geodata/base-map/build-tiles.ts";
import { seaArea } from "../../geodata/base-map/sea-area.ts";
import { type BoundingBox, distanceMetres } from "../../geodata/geometry/position.ts";
import { readElevation } from "../../geodata/readers/elevation-reader.ts";
import { readOsm } from "../../geodata/readers/osm-reader.ts";
import { sharedData } from "../fixtures/shared-data.ts";

const MONACO: BoundingBox = [7.4, 43.72, 7.445, 43.755];

describe("the extract of Monaco", () => {
  it("gives its buildings, steps and whole communes, and accounts for every element", async () => {
    const path = sharedData("monaco/monaco.osm.pbf");
    if (path === null) return;

    const extract = await readOsm(path);

    expect(extract.format).toBe("osm-pbf");
    expect(extract.accepted + extract.rejected + extract.outside).toBe(extract.read);
    expect(extract.rejected).toBeLessThan(extract.read / 200);
    expect(extract.ways.filter(({ tags }) => tags.highway === "steps").length).toBeGreaterThanOrEqual(250);
    expect(extract.areas.filter(({ tags }) => tags.building !== undefined).length).toBeGreaterThan(22_000);
    const communes = extract.areas.filter(({ tags }) => tags.boundary === "administrative" && tags.admin_level === "8");
    expect(communes.map(({ tags }) => tags["ref:INSEE"])).toEqual(expect.arrayContaining(["06012", "06032", "06150"]));
  });

  it("keeps all that meets a box, with the same shapes", async () => {
    const path = sharedData("monaco/monaco.osm.pbf");
    if (path === null) return;

    const [whole, part] = [await readOsm(path), await readOsm(path, { box: MONACO })];

    const byId = new Map(whole.ways.map((way) => [way.id, way]));
    expect(part.ways.length).toBeLessThan(whole.ways.length);
    expect(part.outside).toBeGreaterThan(0);
    for (const way of part.ways) expect(way.positions).toEqual(byId.get(way.id)?.positions);
    const inBox = whole.ways.filter(({ positions }) =>
      positions.some(([x, y]) => x > MONACO[0] && x < MONACO[2] && y > MONACO[1] && y < MONACO[3]),
    );
    const kept = new Set(part.ways.map(({ id }) => id));
    expect(inBox.filter(({ id }) => !kept.has(id))).toEqual([]);
  });

  it("becomes a base map with the sea in the south-east, in small tiles", async () => {
    const path = sharedData("monaco/monaco.osm.pbf");
    if (path === null) return;
    const extract = await readOsm(path, { box: MONACO });
    let largest = 0;

    const report = await buildBaseMapTiles(extract, MONACO, (_zoom, _column, _row, tile) => {
      largest = Math.max(largest, tile.length);
    });

    expect(extract.box === null ? null : seaArea(extract.ways, MONACO, extract.box)).not.toBeNull();
    expect(report.tiles).toBeGreaterThan(30);
    expect(largest).toBeLessThan(100_000);
  });
});

describe("the extract of République", () => {
  it("gives its named streets, cut at the edge of the box without lines over the gaps", async () => {
    const path = sharedData("paris-republique/network.osm.pbf");
    if (path === null) return;

    const extract = await readOsm(path);

    const streets = extract.ways.filter(({ tags }) => tags.highway !== undefined);
    expect(streets.length).toBeGreaterThan(1_000);
    expect(streets.some(({ tags }) => tags.name === "Rue du Faubourg du Temple")).toBe(true);
    const longest = Math.max(
      ...streets.flatMap(({ positions }) =>
        positions.slice(1).map((position, index) => distanceMetres(positions[index] ?? position, position)),
      ),
    );
    expect(longest).toBeLessThan(500);
  });
});

describe("the SRTM tile under Monaco", () => {
  it("reaches from the sea to the heights above La Turbie", async () => {
    const path = sharedData("monaco/N43E007.hgt.zip");
    if (path === null) return;

    const tile = await readElevation(path);

    expect(tile).toMatchObject({ format: "hgt", box: [7, 43, 8, 44], read: 1201 * 1201 });
    expect(tile.model.elevationAt([7.44, 43.722])).toBe(0);
    expect(tile.model.elevationAt([7.4006, 43.7457])).toBeGreaterThan(400);
    expect(tile.model.elevationAt([6.99, 43.5])).toBeNull();
  });
});

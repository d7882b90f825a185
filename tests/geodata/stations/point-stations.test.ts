import { describe, expect, it } from "vitest";
import { fromLambertEurope } from "../../../geodata/geometry/lambert-europe.ts";
import { areaSquareMetres, isInArea } from "../../../geodata/geometry/polygon.ts";
import { distanceMetres } from "../../../geodata/geometry/position.ts";
import type { StationPoint } from "../../../geodata/readers/point-table-reader.ts";
import { pointStations, REACH_METRES } from "../../../geodata/stations/point-stations.ts";

const VILLAGE: readonly [number, number] = [3_700_000, 2_600_000];

function point(east: number, north: number, communeCode = "23001", number = "1"): StationPoint {
  const planePosition: readonly [number, number] = [VILLAGE[0] + east, VILLAGE[1] + north];
  const position = fromLambertEurope(planePosition);
  return { communeCode, communeName: "Ahun", number, planePosition, position };
}

describe("areas of stations that are points", () => {
  it("end five kilometres from a point that is alone", () => {
    const [station] = pointStations([point(0, 0)]);

    const [ring = []] = station?.geometry.type === "Polygon" ? station.geometry.coordinates : [];
    const distances = ring.map(([x = 0, y = 0]) => distanceMetres([x, y], fromLambertEurope(VILLAGE)));
    expect(Math.max(...distances)).toBeGreaterThan(REACH_METRES * 0.98);
    expect(Math.max(...distances)).toBeLessThan(REACH_METRES * 1.02);
    expect(ring.at(0)).toEqual(ring.at(-1));
  });

  it("hold the ground that is nearer to their point than to any other", () => {
    const points = [point(0, 0), point(3000, 400, "23001", "2"), point(-900, 2500, "23002", "1")];

    const stations = pointStations(points);

    for (const [east, north] of [
      [1300, 100],
      [1700, 300],
      [-500, 1500],
      [-400, 1000],
      [100, -4500],
      [5500, 0],
    ]) {
      const at = fromLambertEurope([VILLAGE[0] + (east ?? 0), VILLAGE[1] + (north ?? 0)]);
      const nearest = points
        .map(({ planePosition: [x, y] }, index) => ({
          index,
          metres: Math.hypot(x - VILLAGE[0] - (east ?? 0), y - VILLAGE[1] - (north ?? 0)),
        }))
        .sort((a, b) => a.metres - b.metres)[0];
      const holders = stations.flatMap(({ geometry }, index) => (isInArea(at, geometry) ? [index] : []));
      expect(holders).toEqual([nearest?.index]);
    }
  });

  it("are whole where all neighbours are near", () => {
    const grid = Array.from({ length: 25 }, (_, place) =>
      point(1000 * (place % 5), 1000 * Math.floor(place / 5), "23001", String(place + 1)),
    );

    const middle = pointStations(grid)[12];

    expect(middle === undefined ? 0 : areaSquareMetres(middle.geometry)).toBeCloseTo(1e6, -4);
  });

  it("are called by their commune, with their number where it has several", () => {
    const names = pointStations([point(0, 0), point(900, 0, "23001", "2"), point(0, 5000, "23002", "1")]).map(
      ({ id, name }) => [id, name],
    );

    expect(names).toEqual([
      ["23001_1", "Ahun 1"],
      ["23001_2", "Ahun 2"],
      ["23002_1", "Ahun"],
    ]);
  });
});

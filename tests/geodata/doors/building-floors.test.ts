import { describe, expect, it } from "vitest";
import { buildingFloors } from "../../../geodata/doors/building-floors.ts";
import { buildingFinder } from "../../../geodata/doors/find-building.ts";
import type { OsmArea } from "../../../geodata/readers/osm-extract.ts";
import { onPlan } from "../../fixtures/drawn-extract.ts";

describe("the floors of a building", () => {
  it.each([
    ["5", 5],
    [" 12 ", 12],
    ["1", 1],
    ["60", 60],
  ])("are those that are written: %j", (written, floors) => {
    expect(buildingFloors({ building: "apartments", "building:levels": written })).toBe(floors);
  });

  it.each(["0", "61", "2.5", "3;4", "-1", "R+4", ""])("are unknown when %j is written", (written) => {
    expect(buildingFloors({ building: "apartments", "building:levels": written })).toBeNull();
  });

  it("are not guessed from a height, nor raised by a roof that is lived in", () => {
    expect(buildingFloors({ building: "apartments", height: "18" })).toBeNull();
    expect(buildingFloors({ building: "apartments", "building:levels": "5", "roof:levels": "1" })).toBe(5);
  });
});

describe("the building of an address", () => {
  it("is the one around it, or one whose door it stands before", () => {
    const buildingAt = buildingFinder([square(0, { building: "apartments", "building:levels": "5" })]);

    expect(buildingAt(onPlan(5, 5)).floors).toBe(5);
    expect(buildingAt(onPlan(5, -7)).floors).toBe(5);
    expect(buildingAt(onPlan(5, -9)).floors).toBeNull();
  });

  it("tells its floors even when nobody knows how many live in it", () => {
    const buildingAt = buildingFinder([square(0, { building: "retail", "building:levels": "4" })]);

    expect(buildingAt(onPlan(5, 5))).toEqual({ dwellings: null, floors: 4 });
  });

  it("has no floors of the tower next door when it is silent itself", () => {
    const silent = square(0, { building: "yes" });
    const tower = square(10, { building: "apartments", "building:flats": "40", "building:levels": "11" });
    for (const areas of [
      [silent, tower],
      [tower, silent],
    ]) {
      expect(buildingFinder(areas)(onPlan(8, 5)).floors).toBeNull();
      expect(buildingFinder(areas)(onPlan(12, 5)).floors).toBe(11);
    }
  });

  it("is no garage, shed or veranda, however near", () => {
    const house = square(0, { building: "apartments", "building:levels": "3" });
    const outside = onPlan(16, 5);
    for (const tags of [{ building: "garage" }, { building: "shed" }, { building: "yes", wall: "no" }]) {
      const beside = square(14, { ...tags, "building:levels": "1" });

      expect(buildingFinder([house, beside])(outside).floors).toBe(3);
    }
  });

  it("is, of two outlines over each other, the one that says its floors", () => {
    const whole = square(0, { building: "yes" });
    const part = square(0, { building: "apartments", "building:levels": "6" });

    expect(buildingFinder([whole, part])(onPlan(5, 5)).floors).toBe(6);
    expect(buildingFinder([part, whole])(onPlan(5, 5)).floors).toBe(6);
  });

  it("is unknown where no building is drawn", () => {
    expect(buildingFinder([])(onPlan(5, 5))).toEqual({ dwellings: null, floors: null });
  });
});

/** Ten metres wide and deep, from so many metres east of the corner. */
function square(eastMetres: number, tags: Readonly<Record<string, string>>): OsmArea {
  const corners: readonly (readonly [number, number])[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ];
  const ring = corners.map(([x, y]) => [...onPlan(eastMetres + x, y)]);
  return { kind: "way", id: eastMetres, tags, geometry: { type: "Polygon", coordinates: [ring] } };
}

import { describe, expect, it } from "vitest";
import { communeKey, stationKey } from "../../../geodata/readers/station-key.ts";

describe("naming a station", () => {
  it.each([
    ["75056", "0327", "75056_327"],
    ["75103", "327", "75056_327"],
    ["29039", "1", "29039_1"],
    ["29039", "0001", "29039_1"],
    ["13201", "136A", "13055_136A"],
    ["13055", "0136a", "13055_136A"],
    ["1001", " 0002 ", "01001_2"],
    ["2a004", "0010", "2A004_10"],
    ["69385", "0000", "69123_0"],
  ])("%s and %s make %s", (commune, number, key) => {
    expect(stationKey(commune, number)).toBe(key);
  });

  it("folds arrondissements only", () => {
    expect(["75120", "75121", "69389", "69390", "13216", "13217"].map(communeKey)).toEqual([
      "75056",
      "75121",
      "69123",
      "69390",
      "13055",
      "13217",
    ]);
  });
});

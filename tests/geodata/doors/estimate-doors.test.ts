import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildingDwellings } from "../../../geodata/doors/building-dwellings.ts";
import { type DoorClues, estimateDoors } from "../../../geodata/doors/estimate-doors.ts";
import { spreadDoors } from "../../../geodata/doors/spread-doors.ts";

describe("spreading doors", () => {
  it("gives every address at least one door and loses none of the others", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 300 }), (doors, addresses) => {
        const spread = spreadDoors(doors, addresses);

        expect(spread).toHaveLength(addresses);
        expect(spread.reduce((sum, count) => sum + count, 0)).toBe(Math.max(doors, addresses));
        expect(Math.min(...spread)).toBeGreaterThanOrEqual(1);
        expect(Math.max(...spread) - Math.min(...spread)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("gives nothing to nobody", () => {
    expect(spreadDoors(10, 0)).toEqual([]);
  });
});

describe("the dwellings of a building", () => {
  it.each([
    [{ building: "apartments", "building:flats": "24", "building:levels": "9" }, 24, "flats"],
    [{ building: "house", "building:levels": "2" }, 1, "levels"],
    [{ building: "apartments", "building:levels": "5" }, 25, "levels"],
    [{ building: "yes", "building:levels": "1" }, 5, "levels"],
  ])("of %j on 400 m² are %i, from its %s", (tags, doors, origin) => {
    expect(buildingDwellings(tags, 400)).toEqual({ doors, origin });
  });

  it.each([
    { building: "yes" },
    { building: "church", "building:levels": "3" },
    { building: "yes", "building:levels": "3", amenity: "school" },
    { building: "yes", "building:levels": "three" },
    { building: "yes", "building:levels": "400" },
    { building: "yes", "building:levels": "1", wall: "no" },
  ])("are unknown where %j does not say", (tags) => {
    expect(buildingDwellings(tags, 400)).toBeNull();
  });
});

describe("the doors of addresses", () => {
  it("come from the best source that says anything", () => {
    const clues = [
      clue({ building: { doors: 9, origin: "flats", key: 1 }, rollCount: 3 }),
      clue({ rollCount: 3 }),
      clue({ censusArea: 0 }),
      clue({ station: 0 }),
      clue({}),
    ];

    expect(estimateDoors(clues, [7], [158])).toEqual([
      { doors: 9, origin: "flats" },
      { doors: 3, origin: "roll" },
      { doors: 7, origin: "census" },
      { doors: 100, origin: "registered" },
      { doors: 1, origin: "single" },
    ]);
  });

  it("share a building's dwellings among the addresses on it", () => {
    const building = { doors: 5, origin: "flats" as const, key: 1 };

    expect(estimateDoors([clue({ building }), clue({ building })], [], []).map(({ doors }) => doors)).toEqual([2, 3]);
  });

  it("take what is already known off a station's dwellings before the rest is spread", () => {
    const clues = [
      clue({ station: 0, building: { doors: 60, origin: "flats", key: 1 } }),
      clue({ station: 0 }),
      clue({ station: 0 }),
    ];

    expect(estimateDoors(clues, [], [158]).map(({ doors }) => doors)).toEqual([60, 20, 20]);
  });
});

function clue(overrides: Partial<DoorClues>): DoorClues {
  return { building: null, rollCount: null, censusArea: null, station: null, ...overrides };
}

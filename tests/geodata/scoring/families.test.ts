import { describe, expect, it } from "vitest";
import { defaultChoice, familyOf, presets } from "../../../geodata/scoring/families.ts";
import { candidateId, territoryWith } from "./scoring-fixture.ts";

describe("political families", () => {
  it("reads the Ministry's nuances, with or without the L of lists", () => {
    expect(familyOf({ name: "x", nuance: "UG" })).toBe("left");
    expect(familyOf({ name: "x", nuance: "LLR" })).toBe("right");
    expect(familyOf({ name: "x", nuance: "LR" })).toBe("right");
    expect(familyOf({ name: "x", nuance: "LRN" })).toBe("far-right");
    expect(familyOf({ name: "x", nuance: "ENS" })).toBe("centre");
  });

  it("knows a national candidate however the name is written", () => {
    for (const name of ["JADOT Yannick", "Yannick Jadot", "jadot_yannick"]) {
      expect(familyOf({ name, nuance: null })).toBe("ecologist");
    }
    expect(familyOf({ name: "mélenchon_jean_luc", nuance: null })).toBe("left");
  });

  it("does not guess at an unknown candidate without nuance", () => {
    expect(familyOf({ name: "Camille Exemple", nuance: null })).toBeNull();
    expect(familyOf({ name: "Camille Exemple", nuance: "???" })).toBeNull();
  });

  it("starts a campaign that has not chosen from the preset with most votes, whichever it is", () => {
    const rows = (first: number, second: number) => [[1000, 200, first, second]];
    const town = (left: number, right: number) =>
      territoryWith([
        {
          id: "2024_legi_t1",
          type: "legislative",
          year: 2024,
          candidates: [
            { name: "A", nuance: "UG" },
            { name: "B", nuance: "LR" },
          ],
          rows: rows(left, right),
        },
      ]);

    expect(defaultChoice(town(500, 300)).sides[candidateId("2024_legi_t1", "A")]).toBe("ours");
    expect(defaultChoice(town(300, 500)).sides[candidateId("2024_legi_t1", "B")]).toBe("ours");
    expect(presets(town(1, 1)).map(({ id }) => id)).toEqual(["left", "right"]);
  });
});

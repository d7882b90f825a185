import { describe, expect, it } from "vitest";
import { englishCount, englishNumber, frenchCount, frenchNumber } from "../../../geodata/numbers/written-number.ts";

describe("a number in a sentence", () => {
  it("has a comma and narrow spaces in French, a point and commas in English", () => {
    expect(frenchNumber(57_419)).toBe("57\u202f419");
    expect(frenchNumber(0.346, 2)).toBe("0,35");
    expect(englishNumber(57_419)).toBe("57,419");
    expect(englishNumber(0.346, 2)).toBe("0.35");
  });

  it("has a minus sign, not a hyphen", () => {
    expect(frenchNumber(-0.5, 2)).toBe("−0,50");
    expect(englishNumber(-0.5, 2)).toBe("−0.50");
  });

  it("counts things: none is singular in French and plural in English", () => {
    expect([0, 1, 2].map((count) => frenchCount(count, "bureau", "bureaux"))).toEqual([
      "0 bureau",
      "1 bureau",
      "2 bureaux",
    ]);
    expect([0, 1, 2].map((count) => englishCount(count, "station", "stations"))).toEqual([
      "0 stations",
      "1 station",
      "2 stations",
    ]);
    expect(frenchCount(1200, "adresse", "adresses")).toBe("1\u202f200 adresses");
  });
});

import { describe, expect, it } from "vitest";
import { englishNumber, frenchNumber } from "../../../geodata/numbers/written-number.ts";

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
});

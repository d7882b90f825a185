import { describe, expect, it } from "vitest";
import { ASSUMPTION_PRESETS, FIELD_FIGURES } from "../../../server/contract/field-figures.ts";
import {
  ASSUMPTION_NAMES,
  PRESETS,
  presetOf,
  readAssumption,
  typedAssumption,
} from "../../../web/workspace/assumption-form.ts";

describe("an assumption as it is typed", () => {
  it("is in hundredths for shares, and comes back as the same number", () => {
    expect(typedAssumption("conversationsPerDoor", 0.3)).toBe("30");
    expect(typedAssumption("votersPerConversation", 1.3)).toBe("1.3");
    for (const name of ASSUMPTION_NAMES) {
      const { low, high, step } = FIELD_FIGURES[name].limits;
      for (let value = low; value <= high; value = Number((value + step).toFixed(5))) {
        expect(readAssumption(name, typedAssumption(name, value))).toBe(value);
      }
    }
  });

  it("takes a decimal comma, and nothing outside its limits", () => {
    expect(readAssumption("mobilisationEffect", "2,5")).toBe(0.025);
    expect(readAssumption("mobilisationEffect", "12")).toBeNull();
    expect(readAssumption("conversationsPerDoor", "")).toBeNull();
    expect(readAssumption("conversationsPerDoor", "beaucoup")).toBeNull();
  });
});

describe("the presets", () => {
  it("are known again, and anything else is one's own", () => {
    for (const preset of PRESETS) expect(presetOf({ ...ASSUMPTION_PRESETS[preset] })).toBe(preset);
    expect(presetOf({ ...ASSUMPTION_PRESETS.central, persuasionEffect: 0.004 })).toBeNull();
  });

  it("lie within what the sliders offer, from pessimistic to optimistic", () => {
    for (const name of ASSUMPTION_NAMES) {
      const { low, high } = FIELD_FIGURES[name].limits;
      const values = PRESETS.map((preset) => ASSUMPTION_PRESETS[preset][name]);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      for (const value of values) expect(value >= low && value <= high).toBe(true);
    }
  });
});

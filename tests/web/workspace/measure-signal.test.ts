import { describe, expect, it } from "vitest";
import type { Signal } from "../../../server/contract/back-test.ts";
import { ASSUMPTION_PRESETS } from "../../../server/contract/field-figures.ts";
import { STARTING_MIX } from "../../../server/contract/scores.ts";
import { measureSignal } from "../../../web/workspace/measure-signal.ts";

type Level = Signal["level"];
const report = (mobilisation: Level, persuasion: Level) => {
  const signal = (level: Level, name: string): Signal => ({
    level,
    rankCorrelation: null,
    targets: [],
    sentence: { fr: name, en: name },
  });
  return {
    signal: { mobilisation: signal(mobilisation, "m"), persuasion: signal(persuasion, "p") },
    assumptions: ASSUMPTION_PRESETS.central,
  };
};
const levelOf = (...levels: readonly [Level, Level]) => measureSignal(report(...levels), "mix", STARTING_MIX).level;

describe("how far a measure can be trusted", () => {
  it("is what its own score's past says", () => {
    expect(measureSignal(report("reliable", "none"), "mobilisation", STARTING_MIX).level).toBe("reliable");
    expect(measureSignal(report("reliable", "none"), "persuasion", STARTING_MIX).level).toBe("none");
  });

  it("is nothing for a mix of two scores without a signal, and weak as soon as one has one", () => {
    expect(levelOf("none", "none")).toBe("none");
    expect(levelOf("reliable", "none")).toBe("weak");
    expect(levelOf("untested", "untested")).toBe("untested");
    expect(levelOf("reliable", "reliable")).toBe("reliable");
  });

  it("leaves out a score of weight zero", () => {
    const mix = { ...STARTING_MIX, mobilisation: 0 };

    expect(measureSignal(report("reliable", "none"), "mix", mix).level).toBe("none");
  });

  it("leaves out of the votes per hour an effect that is taken to be zero", () => {
    const given = report("reliable", "none");
    const noMobilisation = { ...given, assumptions: { ...given.assumptions, mobilisationEffect: 0 } };

    expect(measureSignal(given, "hourly", STARTING_MIX).level).toBe("weak");
    expect(measureSignal(noMobilisation, "hourly", STARTING_MIX).level).toBe("none");
  });

  it("says why for each score that is not reliable", () => {
    const { sentences } = measureSignal(report("reliable", "weak"), "mix", STARTING_MIX);

    expect(sentences.map(({ fr }) => fr)).toEqual(["p"]);
  });
});

import { describe, expect, it } from "vitest";
import { STARTING_MIX } from "../../../server/contract/scores.ts";
import { measuredValue, votesPerHour } from "../../../web/workspace/measure-values.ts";
import { scoreOf } from "./score-of.ts";

const walk = { stationId: "a", doors: 60, stops: 10, walkSeconds: 1800, doorSeconds: 5400 };

describe("what a measure says of a station", () => {
  it("puts stations in order by what was cut at zero, and shows them as zero", () => {
    const score = scoreOf({ persuasion: -0.04 });

    expect(measuredValue(score, "persuasion", STARTING_MIX, undefined)).toMatchObject({ ranked: -0.04, shown: 0 });
  });

  it("adds both reserves by their weights, with the doubt of both", () => {
    const score = scoreOf({ mobilisation: 0.1, persuasion: -0.04, halfWidth: 0.03 });
    const mix = { ...STARTING_MIX, persuasion: 0.5 };

    const value = measuredValue(score, "mix", mix, undefined);

    expect(value?.ranked).toBeCloseTo(0.08, 10);
    expect(value?.shown).toBe(value?.ranked);
    expect(value?.halfWidth).toBeCloseTo(Math.hypot(0.03, 0.015), 10);
  });

  it("is one score alone when the other weighs nothing", () => {
    const score = scoreOf({ mobilisation: 0.1, persuasion: -0.04 });
    const mix = { ...STARTING_MIX, persuasion: 0 };

    expect(measuredValue(score, "mix", mix, undefined)?.ranked).toBe(0.1);
  });

  it("counts votes per hour over the walk and the doors", () => {
    const score = scoreOf({ votesPerDoor: 0.002, votesPerDoorRange: { low: -0.001, high: 0.004 } });

    const votes = votesPerHour(score, walk);

    expect(votes?.central).toBeCloseTo(0.06, 10);
    expect(votes?.low).toBeCloseTo(-0.03, 10);
    expect(votes?.high).toBeCloseTo(0.12, 10);
  });

  it("knows no votes per hour before the walk is measured, nor without doors", () => {
    const score = scoreOf({ votesPerDoor: 0.002 });

    expect(measuredValue(score, "hourly", STARTING_MIX, undefined)).toBeNull();
    expect(votesPerHour(score, { ...walk, doors: 0, walkSeconds: 0, doorSeconds: 0 })).toBeNull();
  });

  it("writes no vote at all without a sign", () => {
    expect(Object.is(votesPerHour(scoreOf({ votesPerDoor: -0 }), walk)?.central, 0)).toBe(true);
  });
});

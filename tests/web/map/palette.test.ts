import { describe, expect, it } from "vitest";
import { colourOverGround, DARK_PALETTE, LIGHT_PALETTE, type Palette } from "../../../web/map/palette.ts";
import { colourPlace } from "../../../web/screens/workspace/class-colour.ts";

/** Linear RGB as dichromats see it (Machado, Oliveira and Fernandes 2009, severity 1). */
const DEUTERANOPIA = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
] as const;
const PROTANOPIA = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
] as const;

const EVERY_COLOUR = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
] as const;

function seenBy(vision: readonly (readonly number[])[], colour: string): readonly number[] {
  const linear = linearChannels(colour);
  return vision.map((row) => {
    const channel = row.reduce((sum, weight, place) => sum + weight * (linear[place] ?? 0), 0);
    return Math.max(0, channel) ** (1 / 2.2);
  });
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((channel, place) => channel - (b[place] ?? 0)));
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = linearChannels(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linearChannels(colour: string): readonly number[] {
  const channels = colour.startsWith("#")
    ? [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16))
    : (colour.match(/\d+/g) ?? []).map(Number);
  return channels
    .map((channel) => channel / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
}
const contrast = (a: string, b: string) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
};

describe.each([
  ["light", LIGHT_PALETTE],
  ["dark", DARK_PALETTE],
] as const)("colours of the %s map", (_, palette: Palette) => {
  it("tell classes apart by lightness alone, so that no colour vision is needed", () => {
    const shown = palette.classes.map((colour) => luminance(colourOverGround(palette, colour)));

    const steps = shown.slice(1).map((one, place) => one - (shown[place] ?? 0));

    expect(new Set(steps.map(Math.sign)).size).toBe(1);
    palette.classes.slice(1).forEach((colour, place) => {
      const before = palette.classes[place] ?? "";
      expect(contrast(colourOverGround(palette, colour), colourOverGround(palette, before))).toBeGreaterThan(1.25);
    });
  });

  it("make the highest class stand out most from the ground", () => {
    const contrasts = palette.classes.map((colour) => contrast(colour, palette.ground));

    expect(Math.max(...contrasts)).toBe(contrasts.at(-1));
  });

  it("show a change as strong as it is, on either side of a middle that steps back", () => {
    const strength = palette.diverging.map((colour) => contrast(colourOverGround(palette, colour), palette.ground));
    const [loss = 0, slightLoss = 0, same = 0, slightGain = 0, gain = 0] = strength;

    expect(loss).toBeGreaterThan(slightLoss);
    expect(gain).toBeGreaterThan(slightGain);
    expect(Math.min(slightLoss, slightGain)).toBeGreaterThan(same);
  });

  it.each([
    ["no green (deuteranopia)", DEUTERANOPIA],
    ["no red (protanopia)", PROTANOPIA],
  ])("tell losses from gains to who sees %s", (_, vision) => {
    const seen = palette.diverging.map((colour) => seenBy(vision, colourOverGround(palette, colour)));

    seen.forEach((one, place) => {
      for (const other of seen.slice(place + 1)) expect(distance(one, other)).toBeGreaterThan(0.06);
    });
  });

  it.each([
    ["every colour", null],
    ["no green (deuteranopia)", DEUTERANOPIA],
    ["no red (protanopia)", PROTANOPIA],
  ])("tell the nine pairs of score and effort apart to who sees %s", (_, vision) => {
    const shown = palette.crossed.map((colour) => colourOverGround(palette, colour));
    const seen = shown.map((colour) => (vision === null ? seenBy(EVERY_COLOUR, colour) : seenBy(vision, colour)));

    expect(seen).toHaveLength(9);
    seen.forEach((one, place) => {
      for (const other of seen.slice(place + 1)) expect(distance(one, other)).toBeGreaterThan(0.15);
    });
  });

  it("make a high score with close doors stand out most from the ground", () => {
    const contrasts = palette.crossed.map((colour) => contrast(colour, palette.ground));

    expect(Math.max(...contrasts)).toBe(contrasts.at(-1));
  });

  it("draw every route with enough contrast to be followed", () => {
    for (const colour of palette.routes) expect(contrast(colour, palette.ground)).toBeGreaterThan(3);
    expect(new Set(palette.routes).size).toBe(palette.routes.length);
  });
});

describe("colours of fewer than five classes", () => {
  it("still reach both ends of the ramp", () => {
    expect([0, 1, 2].map((place) => colourPlace(place, 3, "sequential"))).toEqual([0, 2, 4]);
    expect([0, 1].map((place) => colourPlace(place, 2, "sequential"))).toEqual([0, 4]);
  });
});

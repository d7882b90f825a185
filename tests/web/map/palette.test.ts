import { describe, expect, it } from "vitest";
import { colourOverGround, DARK_PALETTE, LIGHT_PALETTE, type Palette } from "../../../web/map/palette.ts";
import { colourPlace } from "../../../web/screens/workspace/class-colour.ts";

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const channels = colour.startsWith("#")
    ? [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16))
    : (colour.match(/\d+/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0] = channels
    .map((channel) => channel / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
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

  it("draw every route with enough contrast to be followed", () => {
    for (const colour of palette.routes) expect(contrast(colour, palette.ground)).toBeGreaterThan(3);
    expect(new Set(palette.routes).size).toBe(palette.routes.length);
  });
});

describe("colours of fewer than five classes", () => {
  it("still reach both ends of the ramp", () => {
    expect([0, 1, 2].map((place) => colourPlace(place, 3))).toEqual([0, 2, 4]);
    expect([0, 1].map((place) => colourPlace(place, 2))).toEqual([0, 4]);
  });
});

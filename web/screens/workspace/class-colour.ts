import { colourOverGround, type Palette } from "../../map/palette.ts";

/**
 * Colour of a class. A territory with fewer than five classes still uses both ends of the ramp, so that its highest
 * class looks highest.
 */
export function classColour(palette: Palette, place: number | null, count: number): string {
  const colour = place === null || count === 0 ? palette.noClass : palette.classes[colourPlace(place, count)];
  return colourOverGround(palette, colour ?? palette.noClass);
}

/** Place on the five-colour ramp of class `place` among `count`. */
export function colourPlace(place: number, count: number): number {
  return count <= 1 ? 2 : Math.round((place * 4) / (count - 1));
}

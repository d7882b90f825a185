import { colourOverGround, DIVERGING_FROM, type Palette, stationColours } from "../../map/palette.ts";

/**
 * Colour of a class. A territory with fewer than five classes still uses both ends of the ramp, so that its highest
 * class looks highest. Changes always have five classes, whose middle is zero.
 */
export function classColour(palette: Palette, place: number | null, count: number, isDiverging = false): string {
  const colour =
    place === null || count === 0 ? undefined : stationColours(palette)[colourPlace(place, count, isDiverging)];
  return colourOverGround(palette, colour ?? palette.noClass);
}

/** Place among the colours of stations of class `place` among `count`. */
export function colourPlace(place: number, count: number, isDiverging = false): number {
  if (isDiverging) return DIVERGING_FROM + place;
  return count <= 1 ? 2 : Math.round((place * 4) / (count - 1));
}

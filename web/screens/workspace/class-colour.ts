import { CROSSED_FROM, colourOverGround, DIVERGING_FROM, type Palette, stationColours } from "../../map/palette.ts";
import type { ColourScheme } from "../../workspace/create-map-colours.ts";

/**
 * Colour of a class. A territory with fewer than five classes still uses both ends of the ramp, so that its highest
 * class looks highest. Changes always have five classes, whose middle is zero.
 */
export function classColour(palette: Palette, place: number | null, count: number, scheme: ColourScheme): string {
  const colour = place === null || count === 0 ? undefined : stationColours(palette)[colourPlace(place, count, scheme)];
  return colourOverGround(palette, colour ?? palette.noClass);
}

/** Place among the colours of stations of class `place` among `count`. */
export function colourPlace(place: number, count: number, scheme: ColourScheme): number {
  if (scheme === "diverging") return DIVERGING_FROM + place;
  if (scheme === "crossed") return CROSSED_FROM + place;
  return count <= 1 ? 2 : Math.round((place * 4) / (count - 1));
}

export const ORIENTATIONS = ["landscape", "portrait"] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

export const MARGIN_MILLIMETRES = 9;
const PIXELS_PER_MILLIMETRE = 96 / 25.4;

/** Of the picture of the map, in page pixels: what A4 leaves beside margins, title, legend and sources. */
export const MAP_SIZES: Readonly<Record<Orientation, { readonly width: number; readonly height: number }>> = {
  landscape: { width: pixels(212), height: pixels(160) },
  portrait: { width: pixels(192), height: pixels(196) },
};

function pixels(millimetres: number): number {
  return Math.round(millimetres * PIXELS_PER_MILLIMETRE);
}

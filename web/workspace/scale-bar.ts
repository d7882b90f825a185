export interface ScaleBar {
  readonly metres: number;
  readonly pixels: number;
}

/** The longest bar of a round length (1, 2 or 5 times a power of ten) that is no wider than `mostPixels`. */
export function scaleBar(metresPerPixel: number, mostPixels: number): ScaleBar {
  const most = metresPerPixel * mostPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((step) => step * power <= most * (1 + 1e-9)) ?? 1) * power;
  return { metres, pixels: metres / metresPerPixel };
}

/** "Environ 1 : 12 000": metres on the ground for a metre of paper, to two figures. A page pixel is 1/96 inch. */
export function mapScale(metresPerPixel: number): number {
  return Number(((metresPerPixel * 96) / 0.0254).toPrecision(2));
}

import { createLayeredNoise } from "./noise.ts";
import type { Line, Point } from "./plane.ts";

/** Moves points of the drawing a little, the same way for all that is near, so that nothing that crossed stops crossing. */
export interface Warp {
  apply(point: Point): Point;
  line(line: Line): Point[];
}

/** The drawing is in units of 0.78 m: streets keep their real spacing and width whatever the size of the drawing. */
const DRAWING_SCALE = 0.78;
const STRENGTH_METRES = 60;
const WAVELENGTH_METRES = 1100;

/** Gives each seed a town of its own on the same drawing. The shift is far smaller than its wavelength: no fold. */
export function createWarp(seed: number): Warp {
  const east = createLayeredNoise(seed + 11, WAVELENGTH_METRES, 2);
  const north = createLayeredNoise(seed + 23, WAVELENGTH_METRES, 2);
  const shift = (point: Point): Point => [STRENGTH_METRES * east(point), STRENGTH_METRES * north(point)];
  const apply = (drawn: Point): Point => {
    const point: Point = [drawn[0] * DRAWING_SCALE, drawn[1] * DRAWING_SCALE];
    const [x, y] = shift(point);
    return [point[0] + x, point[1] + y];
  };
  return {
    apply,
    line: (line) => line.map(apply),
  };
}

import type { Outline } from "./flatten-outline.ts";

/** What maps expect of a letter (Mapbox, "Drawing Text with Signed Distance Fields in Mapbox GL", 2014). */
export const EM_PIXELS = 24;
const BORDER_PIXELS = 3;
/** How far from the outline distances are told, and the share of them that lies within. */
const RADIUS_PIXELS = 8;
const CUTOFF = 0.25;
/** From the top of a line to its baseline: capitals and figures then stand in the middle of their place. */
const BASELINE_PIXELS = 26;

export interface DrawnLetter {
  /** Without the border. */
  readonly width: number;
  readonly height: number;
  /** From the pen to the bitmap, to the right and up from the top of the line. */
  readonly left: number;
  readonly top: number;
  /** One byte for each pixel, border included, row by row: 191 on the outline, more within. */
  readonly bitmap: Uint8Array;
}

/**
 * A letter as distances to its outline, from which a graphics card draws it at any size. Distances are those to the
 * pieces themselves and not to pixels of a large picture of them; what winds around a point is within it.
 * Takes time by pixels × pieces.
 */
export function drawLetter(outline: Outline): DrawnLetter {
  const [west, south, east, north] = boxOf(outline);
  const [left, top] = [Math.floor(west), Math.ceil(north)];
  const width = Math.max(0, Math.ceil(east) - left);
  const height = Math.max(0, top - Math.floor(south));
  const columns = width + 2 * BORDER_PIXELS;
  const rows = height + 2 * BORDER_PIXELS;
  const bitmap = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = left - BORDER_PIXELS + column + 0.5;
      const y = top + BORDER_PIXELS - row - 0.5;
      const outside = signedDistance(outline, x, y);
      const byte = Math.round(255 - 255 * (outside / RADIUS_PIXELS + CUTOFF));
      bitmap[row * columns + column] = Math.min(255, Math.max(0, byte));
    }
  }
  return { width, height, left, top: top - BASELINE_PIXELS, bitmap };
}

function boxOf(outline: Outline): readonly [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < outline.length; at += 2) {
    const [x, y] = [outline[at] ?? 0, outline[at + 1] ?? 0];
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** Pixels to the outline, less than zero within. */
function signedDistance(outline: Outline, x: number, y: number): number {
  let nearestSquared = Infinity;
  let winding = 0;
  for (let at = 0; at < outline.length; at += 4) {
    const ax = outline[at] ?? 0;
    const ay = outline[at + 1] ?? 0;
    const by = outline[at + 3] ?? 0;
    const alongX = (outline[at + 2] ?? 0) - ax;
    const alongY = by - ay;
    const lengthSquared = alongX * alongX + alongY * alongY;
    const share = Math.min(1, Math.max(0, ((x - ax) * alongX + (y - ay) * alongY) / lengthSquared));
    const offX = ax + share * alongX - x;
    const offY = ay + share * alongY - y;
    nearestSquared = Math.min(nearestSquared, offX * offX + offY * offY);
    // A ray to the east crosses the piece: upwards counts one, downwards takes one away.
    const isUpwards = ay <= y && by > y;
    if ((isUpwards || (by <= y && ay > y)) && ax + ((y - ay) / alongY) * alongX > x) winding += isUpwards ? 1 : -1;
  }
  return (winding === 0 ? 1 : -1) * Math.sqrt(nearestSquared);
}

import type { Position } from "./position.ts";

/** Two sides of a ring that run across each other, or why nobody looked. */
export type RingCrossing =
  | { readonly kind: "none" }
  | { readonly kind: "crossing"; readonly at: Position }
  | { readonly kind: "too-complex" };

/** Pairs of sides compared before giving up: a coastline of 200 000 points needs some 30 million. */
const MAX_COMPARISONS = 100_000_000;

/**
 * Whether two sides of a closed ring cross, and where. Sides that only touch, at a vertex or along a line (a spike), do
 * not count: they enclose nothing, and public files are full of them.
 *
 * Idea: sort the sides by their western end and compare each with those that begin before it ends. Crossing is
 * decided by the signs of four orientations (O'Rourke, Computational Geometry in C, 1.5); coordinates are taken relative
 * to the first vertex so that the products keep their digits. Time n log n + k, k being the pairs that overlap in
 * longitude.
 */
export function findRingCrossing(ring: readonly Position[]): RingCrossing {
  const sides = ring.length - 1;
  const [originX, originY] = ring[0] ?? [0, 0];
  const xs = Float64Array.from(ring, (position) => position[0] - originX);
  const ys = Float64Array.from(ring, (position) => position[1] - originY);
  const x = (index: number): number => xs[index] ?? 0;
  const y = (index: number): number => ys[index] ?? 0;
  const west = Float64Array.from({ length: sides }, (_, side) => Math.min(x(side), x(side + 1)));
  const order = Uint32Array.from({ length: sides }, (_, side) => side).sort((a, b) => (west[a] ?? 0) - (west[b] ?? 0));

  let comparisons = 0;
  for (let rank = 0; rank < sides; rank++) {
    const a = order[rank] ?? 0;
    const east = Math.max(x(a), x(a + 1));
    const south = Math.min(y(a), y(a + 1));
    const north = Math.max(y(a), y(a + 1));
    for (let other = rank + 1; other < sides; other++) {
      const b = order[other] ?? 0;
      if ((west[b] ?? 0) > east) break;
      if (++comparisons > MAX_COMPARISONS) return { kind: "too-complex" };
      const y1 = y(b);
      const y2 = y(b + 1);
      if ((y1 < south && y2 < south) || (y1 > north && y2 > north)) continue;
      const fromA1 = orientation(x(b), y1, x(b + 1), y2, x(a), y(a));
      const fromA2 = orientation(x(b), y1, x(b + 1), y2, x(a + 1), y(a + 1));
      if (fromA1 === 0 || fromA2 === 0 || fromA1 > 0 === fromA2 > 0) continue;
      const fromB1 = orientation(x(a), y(a), x(a + 1), y(a + 1), x(b), y1);
      const fromB2 = orientation(x(a), y(a), x(a + 1), y(a + 1), x(b + 1), y2);
      if (fromB1 === 0 || fromB2 === 0 || fromB1 > 0 === fromB2 > 0) continue;
      const share = fromA1 / (fromA1 - fromA2);
      const at: Position = [originX + x(a) + share * (x(a + 1) - x(a)), originY + y(a) + share * (y(a + 1) - y(a))];
      return { kind: "crossing", at };
    }
  }
  return { kind: "none" };
}

/**
 * Twice the signed area of p, q, r: positive when r lies left of the line p→q. Zero also when the area is within the
 * rounding error of its own computation (Shewchuk 1997, error bound A), where the sign would be chance.
 */
function orientation(px: number, py: number, qx: number, qy: number, rx: number, ry: number): number {
  const left = (qx - px) * (ry - py);
  const right = (qy - py) * (rx - px);
  const area = left - right;
  return Math.abs(area) <= 3.33e-16 * (Math.abs(left) + Math.abs(right)) ? 0 : area;
}

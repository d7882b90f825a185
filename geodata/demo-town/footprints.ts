import { type Line, type Point, pointAt } from "./plane.ts";

const CELL_METRES = 30;
/** Neighbours in a row share walls: an overlap this thin is none. */
const SHARED_WALL_METRES = 0.25;

/** Convex footprints already on the ground, to ask whether a new one would stand in one of them. */
export class Footprints {
  readonly #cells = new Map<number, Line[]>();

  add(ring: Line): void {
    for (const key of cellsOf(ring)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(ring);
      else this.#cells.set(key, [ring]);
    }
  }

  overlaps(ring: Line): boolean {
    for (const key of cellsOf(ring)) {
      for (const other of this.#cells.get(key) ?? []) if (convexOverlap(ring, other)) return true;
    }
    return false;
  }
}

function* cellsOf(ring: Line): Generator<number> {
  const xs = ring.map(([x]) => Math.floor(x / CELL_METRES) + 32768);
  const ys = ring.map(([, y]) => Math.floor(y / CELL_METRES) + 32768);
  for (let column = Math.min(...xs); column <= Math.max(...xs); column++) {
    for (let row = Math.min(...ys); row <= Math.max(...ys); row++) yield column * 65536 + row;
  }
}

/** Separating axis theorem: convex shapes are apart exactly when the normal of some edge keeps them apart. */
function convexOverlap(a: Line, b: Line): boolean {
  return !isSeparated(a, b) && !isSeparated(b, a);
}

function isSeparated(a: Line, b: Line): boolean {
  for (let i = 0; i < a.length; i++) {
    const from = pointAt(a, i);
    const to = pointAt(a, (i + 1) % a.length);
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (length < 0.01) continue;
    const axis: Point = [(to[1] - from[1]) / length, -(to[0] - from[0]) / length];
    const [lowA, highA] = extent(a, axis);
    const [lowB, highB] = extent(b, axis);
    if (highA - SHARED_WALL_METRES < lowB || highB - SHARED_WALL_METRES < lowA) return true;
  }
  return false;
}

function extent(ring: Line, axis: Point): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const [x, y] of ring) {
    const along = x * axis[0] + y * axis[1];
    if (along < low) low = along;
    if (along > high) high = along;
  }
  return [low, high];
}

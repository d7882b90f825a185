import { between, type Line, nearestShare, type Point, pointAt } from "./plane.ts";

export interface IndexedSegment<Owner> {
  readonly from: Point;
  readonly to: Point;
  readonly owner: Owner;
}
export interface NearestSegment<Owner> {
  readonly segment: IndexedSegment<Owner>;
  readonly point: Point;
  readonly metres: number;
}

/** Segments filed in square cells, for "what is near here". Adding and asking may alternate. */
export class SegmentIndex<Owner> {
  readonly #cells = new Map<number, IndexedSegment<Owner>[]>();
  readonly #cellMetres: number;

  constructor(cellMetres = 40) {
    this.#cellMetres = cellMetres;
  }

  addLine(line: Line, owner: Owner): void {
    for (let i = 1; i < line.length; i++) this.add(pointAt(line, i - 1), pointAt(line, i), owner);
  }

  add(from: Point, to: Point, owner: Owner): void {
    const segment = { from, to, owner };
    for (const key of this.#keys(from, to, 0)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(segment);
      else this.#cells.set(key, [segment]);
    }
  }

  /** Every segment filed near the box around two points grown by `reach`, each once. */
  around(from: Point, to: Point, reach: number): Set<IndexedSegment<Owner>> {
    const found = new Set<IndexedSegment<Owner>>();
    for (const key of this.#keys(from, to, reach)) {
      for (const segment of this.#cells.get(key) ?? []) found.add(segment);
    }
    return found;
  }

  /** The nearest segment within `reach` metres that `accepts`, or null. */
  nearest(
    point: Point,
    reach: number,
    accepts?: (segment: IndexedSegment<Owner>) => boolean,
  ): NearestSegment<Owner> | null {
    let best: IndexedSegment<Owner> | null = null;
    let bestSquare = reach * reach;
    const cell = this.#cellMetres;
    const east = Math.floor((point[0] + reach) / cell);
    const north = Math.floor((point[1] + reach) / cell);
    for (let column = Math.floor((point[0] - reach) / cell); column <= east; column++) {
      for (let row = Math.floor((point[1] - reach) / cell); row <= north; row++) {
        for (const segment of this.#cells.get((column + 32768) * 65536 + row + 32768) ?? []) {
          const square = squareDistance(point, segment.from, segment.to);
          if (square > bestSquare || (best && square === bestSquare)) continue;
          if (accepts && !accepts(segment)) continue;
          best = segment;
          bestSquare = square;
        }
      }
    }
    if (!best) return null;
    const foot = between(best.from, best.to, nearestShare(point, best.from, best.to));
    return { segment: best, point: foot, metres: Math.sqrt(bestSquare) };
  }

  *#keys(from: Point, to: Point, reach: number): Generator<number> {
    const cell = (value: number) => Math.floor(value / this.#cellMetres) + 32768;
    const west = cell(Math.min(from[0], to[0]) - reach);
    const east = cell(Math.max(from[0], to[0]) + reach);
    const south = cell(Math.min(from[1], to[1]) - reach);
    const north = cell(Math.max(from[1], to[1]) + reach);
    for (let column = west; column <= east; column++) {
      for (let row = south; row <= north; row++) yield column * 65536 + row;
    }
  }
}

/** Hot: asked millions of times, so it makes no objects. */
function squareDistance(point: Point, from: Point, to: Point): number {
  const x = to[0] - from[0];
  const y = to[1] - from[1];
  const length = x * x + y * y;
  const dot = (point[0] - from[0]) * x + (point[1] - from[1]) * y;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, dot / length));
  const east = point[0] - from[0] - x * share;
  const north = point[1] - from[1] - y * share;
  return east * east + north * north;
}

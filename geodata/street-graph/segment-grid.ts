/** Straight segments on a plane, in metres: segment s goes from (ax, ay)[s] to (bx, by)[s]. */
export interface PlaneSegments {
  readonly ax: Float64Array;
  readonly ay: Float64Array;
  readonly bx: Float64Array;
  readonly by: Float64Array;
}

export interface SegmentGrid {
  /** Every segment that passes through the rectangle, and some beside it, in their own order. */
  search(west: number, south: number, east: number, north: number): number[];
  /** A segment not far from the nearest one, -1 when there is none. */
  someNear(x: number, y: number): number;
}

/**
 * Segments by the square cells that they pass through, about four for each cell: O(n) to build, which is what counts
 * where a city is opened for a few hundred doors, and O(hits) to search.
 */
export function createSegmentGrid(segments: PlaneSegments): SegmentGrid {
  const count = segments.ax.length;
  const [west, east] = rangeOf(segments.ax, segments.bx);
  const [south, north] = rangeOf(segments.ay, segments.by);
  const area = Math.max(1, east - west) * Math.max(1, north - south);
  const size = Math.max(
    LEAST_CELL_METRES,
    2 * Math.sqrt(area / Math.max(1, count)),
    (east - west + north - south) / MOST_CELLS,
  );
  const columns = 1 + Math.floor(Math.max(0, east - west) / size);
  const rows = 1 + Math.floor(Math.max(0, north - south) / size);
  const columnOf = (x: number): number => Math.max(0, Math.min(columns - 1, Math.floor((x - west) / size)));
  const rowOf = (y: number): number => Math.max(0, Math.min(rows - 1, Math.floor((y - south) / size)));

  /** Column by column, from the lowest to the highest row that the segment touches there. */
  const forEachCell = (segment: number, visit: (cell: number, segment: number) => void): void => {
    const ax = segments.ax[segment] ?? 0;
    const ay = segments.ay[segment] ?? 0;
    const bx = segments.bx[segment] ?? 0;
    const by = segments.by[segment] ?? 0;
    const lowest = Math.min(ay, by) - ROUNDING_METRES;
    const highest = Math.max(ay, by) + ROUNDING_METRES;
    const first = columnOf(Math.min(ax, bx));
    const last = columnOf(Math.max(ax, bx));
    // Nearly all segments: their box holds hardly a cell that they miss. An upright one has no one height at an x.
    const takesBox = last - first < 2 || Math.abs(bx - ax) < UPRIGHT_METRES;
    for (let column = first; column <= last; column++) {
      let low = lowest;
      let high = highest;
      if (!takesBox) {
        const from = column === first ? Math.min(ax, bx) : west + column * size;
        const to = column === last ? Math.max(ax, bx) : west + (column + 1) * size;
        const heightFrom = ay + ((from - ax) / (bx - ax)) * (by - ay);
        const heightTo = ay + ((to - ax) / (bx - ax)) * (by - ay);
        low = Math.min(heightFrom, heightTo) - ROUNDING_METRES;
        high = Math.max(heightFrom, heightTo) + ROUNDING_METRES;
      }
      const top = rowOf(high);
      for (let row = rowOf(low); row <= top; row++) visit(row * columns + column, segment);
    }
  };

  const start = new Uint32Array(columns * rows + 1);
  const countCell = (cell: number): void => {
    start[cell + 1] = (start[cell + 1] ?? 0) + 1;
  };
  for (let segment = 0; segment < count; segment++) forEachCell(segment, countCell);
  for (let cell = 0; cell < columns * rows; cell++) start[cell + 1] = (start[cell + 1] ?? 0) + (start[cell] ?? 0);
  const member = new Uint32Array(start[columns * rows] ?? 0);
  const filled = start.slice();
  const fillCell = (cell: number, segment: number): void => {
    const at = filled[cell] ?? 0;
    member[at] = segment;
    filled[cell] = at + 1;
  };
  for (let segment = 0; segment < count; segment++) forEachCell(segment, fillCell);

  return {
    search: (fromX, fromY, toX, toY) => {
      const found = new Set<number>();
      for (let row = rowOf(fromY - ROUNDING_METRES); row <= rowOf(toY + ROUNDING_METRES); row++) {
        const from = row * columns + columnOf(fromX - ROUNDING_METRES);
        const to = row * columns + columnOf(toX + ROUNDING_METRES);
        for (let at = start[from] ?? 0; at < (start[to + 1] ?? 0); at++) found.add(member[at] ?? 0);
      }
      return [...found].sort((a, b) => a - b);
    },
    someNear: (x, y) => {
      const [column, row] = [columnOf(x), rowOf(y)];
      for (let ring = 0; ring <= Math.max(columns, rows); ring++) {
        for (let at = Math.max(0, row - ring); at <= Math.min(rows - 1, row + ring); at++) {
          const isEdge = at === row - ring || at === row + ring;
          const step = isEdge || ring === 0 ? 1 : 2 * ring;
          for (let over = column - ring; over <= column + ring; over += step) {
            const cell = at * columns + over;
            if (over >= 0 && over < columns && (start[cell] ?? 0) < (start[cell + 1] ?? 0)) {
              return member[start[cell] ?? 0] ?? -1;
            }
          }
        }
      }
      return -1;
    },
  };
}

function rangeOf(one: Float64Array, other: Float64Array): readonly [lowest: number, highest: number] {
  let [lowest, highest] = [Infinity, -Infinity];
  for (let index = 0; index < one.length; index++) {
    lowest = Math.min(lowest, Math.min(one[index] ?? 0, other[index] ?? 0));
    highest = Math.max(highest, Math.max(one[index] ?? 0, other[index] ?? 0));
  }
  return one.length === 0 ? [0, 0] : [lowest, highest];
}

const UPRIGHT_METRES = 1;
const LEAST_CELL_METRES = 10;
/** Along and across together: one lone street far away does not make cells by the million. */
const MOST_CELLS = 4000;
/** A line that runs along the border of two cells belongs to both. */
const ROUNDING_METRES = 1e-3;

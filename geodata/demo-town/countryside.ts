import type { District } from "./districts.ts";
import type { Landscape } from "./landscape.ts";
import { createLayeredNoise, createNoise } from "./noise.ts";
import { between, isInside, type Line, type Point, pointAt, signedArea } from "./plane.ts";
import { EXTENT } from "./town-frame.ts";

export type LandKind = "forest" | "farmland" | "meadow" | "vineyard" | "orchard";
export interface LandPatch {
  readonly kind: LandKind;
  /** Outer ring first, then clearings; anticlockwise, first point not repeated. */
  readonly rings: readonly Line[];
}

const FIELD_METRES = 95;

/** Fields, meadows, vineyards and woods around the town: crooked plots, neighbours of one kind joined into one patch. */
export function coverCountryside(
  seed: number,
  landscape: Landscape,
  districtAt: (point: Point) => District | null,
): readonly LandPatch[] {
  const east = createLayeredNoise(seed + 91, 260, 2);
  const north = createLayeredNoise(seed + 97, 260, 2);
  const jolt = createNoise(seed + 99, 61);
  const corner = (column: number, row: number): Point => {
    const x = column * FIELD_METRES;
    const y = row * FIELD_METRES;
    return [
      x + 55 * east([x, y]) + 26 * jolt([x, y]) + 0.12 * y,
      y + 55 * north([x, y]) + 26 * jolt([y, x]) - 0.08 * x,
    ];
  };
  const kindAt = landKinds(seed, landscape);
  const columns = Math.ceil(EXTENT.east / FIELD_METRES) + 3;
  const rows = Math.ceil(EXTENT.north / FIELD_METRES) + 4;
  const plots = new Map<LandKind, Line[]>();
  for (let column = -columns; column <= columns; column++) {
    for (let row = -rows; row <= rows; row++) {
      const ring = [corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)];
      const middle: Point = [ring.reduce((sum, [x]) => sum + x, 0) / 4, ring.reduce((sum, [, y]) => sum + y, 0) / 4];
      if (Math.abs(middle[0]) > EXTENT.east || Math.abs(middle[1]) > EXTENT.north) continue;
      if ([...ring, middle].some((point) => districtAt(point) !== null || isBesideWater(point, landscape))) continue;
      const kind = kindAt(middle);
      plots.set(kind, [...(plots.get(kind) ?? []), ring]);
    }
  }
  return [...plots].flatMap(([kind, rings]) =>
    joined(rings).map((patch) => ({ kind, rings: patch.map((ring) => rounded(ring, kind === "forest" ? 2 : 1)) })),
  );
}

const isBesideWater = (point: Point, { river, barriers }: Landscape) =>
  river.nearest(point).metres < 24 || barriers.nearest(point, 42, ({ owner }) => owner > 30) !== null;

function landKinds(seed: number, { terrain, river }: Landscape): (point: Point) => LandKind {
  const woods = createLayeredNoise(seed + 101, 800, 2);
  const farming = createLayeredNoise(seed + 103, 330, 1);
  return (point) => {
    const [east, north] = terrain.slopeAt(point);
    const slope = Math.hypot(east, north);
    const facesSouth = -north > 0.6 * slope;
    if (woods(point) + 1.6 * (slope - 0.06) > (facesSouth ? 0.26 : 0.12)) return "forest";
    if (river.nearest(point).metres < 190) return "meadow";
    if (facesSouth && slope > 0.05 && farming(point) > -0.35) return "vineyard";
    if (farming(point) > 0.42) return "orchard";
    return farming(point) < -0.3 ? "meadow" : "farmland";
  };
}

/** Corners cut, so that edges of woods and meadows do not look drawn with a ruler (Chaikin 1974). */
function rounded(ring: Line, times: number): Line {
  let points = ring;
  for (let round = 0; round < times; round++) {
    points = points.flatMap((from, i) => {
      const to = pointAt(points, (i + 1) % points.length);
      return [between(from, to, 0.22), between(from, to, 0.78)];
    });
  }
  return points;
}

/** Joins plots that share a side. Sides walked both ways lie inside a patch and vanish; the rest are its outline. */
function joined(rings: readonly Line[]): Line[][] {
  const key = ([x, y]: Point) => `${x}/${y}`;
  const sides = new Map<string, Map<string, Point>>();
  for (const ring of rings) {
    ring.forEach((from, i) => {
      const to = pointAt(ring, (i + 1) % ring.length);
      const back = sides.get(key(to));
      if (back?.delete(key(from))) return;
      const leaving = sides.get(key(from)) ?? new Map<string, Point>();
      leaving.set(key(to), to);
      sides.set(key(from), leaving);
    });
  }
  const outlines: Line[] = [];
  for (const leaving of sides.values()) {
    for (let first = [...leaving][0]; first; first = [...leaving][0]) {
      const ring: Point[] = [];
      const start = first[1];
      leaving.delete(first[0]);
      for (let point: Point | undefined = start; point; ) {
        ring.push(point);
        const onward: Map<string, Point> | undefined = sides.get(key(point));
        const step: readonly [string, Point] | undefined = onward ? [...onward][0] : undefined;
        if (!step) break;
        onward?.delete(step[0]);
        point = step[1] === start ? undefined : step[1];
      }
      outlines.push(...loops(ring));
    }
  }
  const outers = outlines.filter((ring) => signedArea(ring) > 0);
  const holes = outlines.filter((ring) => signedArea(ring) < 0);
  return outers.map((outer) => [outer, ...holes.filter((hole) => isHoleOf(hole, outer, outers))]);
}

function isHoleOf(hole: Line, outer: Line, outers: readonly Line[]): boolean {
  const [a, b] = [pointAt(hole, 0), pointAt(hole, 1)];
  const probe: Point = [(a[0] + b[0]) / 2 + (b[1] - a[1]) * 1e-4, (a[1] + b[1]) / 2 - (b[0] - a[0]) * 1e-4];
  const back: Point = [(a[0] + b[0]) / 2 - (b[1] - a[1]) * 1e-4, (a[1] + b[1]) / 2 + (b[0] - a[0]) * 1e-4];
  if (!isInside(probe, outer) || !isInside(back, outer)) return false;
  const around = outers.filter((each) => isInside(probe, each) && isInside(back, each));
  return around.every((each) => signedArea(each) >= signedArea(outer));
}

/** Cuts an outline that touches itself into loops that do not. */
function loops(ring: readonly Point[]): Line[] {
  const found: Line[] = [];
  const path: Point[] = [];
  for (const point of ring) {
    const before = path.findIndex(([x, y]) => x === point[0] && y === point[1]);
    if (before !== -1) found.push(path.splice(before));
    path.push(point);
  }
  return [...found, path].filter((loop) => loop.length >= 3);
}

/** Metres east and north of the middle of the town. */
export type Point = readonly [x: number, y: number];
export type Line = readonly Point[];

/** The point at an index; throws outside the list, where there is none. */
export function pointAt(line: Line, index: number): Point {
  const point = line[index];
  if (!point) throw new RangeError(`no point ${index} in a line of ${line.length}`);
  return point;
}
export const firstPoint = (line: Line): Point => pointAt(line, 0);
export const lastPoint = (line: Line): Point => pointAt(line, line.length - 1);

export const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1]);
export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
/** `point` moved `metres` along a direction in radians, anticlockwise from east. */
export const moved = (point: Point, angle: number, metres: number): Point => [
  point[0] + Math.cos(angle) * metres,
  point[1] + Math.sin(angle) * metres,
];
export const angleOf = (a: Point, b: Point): number => Math.atan2(b[1] - a[1], b[0] - a[0]);

/** Turn from one direction to another, in (-π, π]. */
export function turn(from: number, to: number): number {
  const difference = (to - from) % (2 * Math.PI);
  if (difference > Math.PI) return difference - 2 * Math.PI;
  return difference <= -Math.PI ? difference + 2 * Math.PI : difference;
}

export function lineLength(line: Line): number {
  let length = 0;
  for (let i = 1; i < line.length; i++) length += distance(pointAt(line, i - 1), pointAt(line, i));
  return length;
}

/** The point `metres` along the line and the direction there; clamped to both ends. */
export function along(line: Line, metres: number): { readonly point: Point; readonly angle: number } {
  let left = Math.max(0, metres);
  for (let i = 1; i < line.length; i++) {
    const from = pointAt(line, i - 1);
    const to = pointAt(line, i);
    const length = distance(from, to);
    if (left <= length || i === line.length - 1) {
      return { point: between(from, to, length > 0 ? Math.min(1, left / length) : 0), angle: angleOf(from, to) };
    }
    left -= length;
  }
  return { point: firstPoint(line), angle: 0 };
}

/** The part of a line between two distances from its start. */
export function partOfLine(line: Line, fromMetres: number, toMetres: number): Point[] {
  const part: Point[] = [along(line, fromMetres).point];
  let walked = 0;
  for (let i = 1; i < line.length; i++) {
    walked += distance(pointAt(line, i - 1), pointAt(line, i));
    if (walked > fromMetres + 0.01 && walked < toMetres - 0.01) part.push(pointAt(line, i));
  }
  part.push(along(line, toMetres).point);
  return part;
}

/** Points every `step` metres or a little less, both ends kept exactly. */
export function resampled(line: Line, step: number): Point[] {
  const length = lineLength(line);
  const pieces = Math.max(1, Math.ceil(length / step));
  const points = Array.from({ length: pieces - 1 }, (_, i) => along(line, ((i + 1) * length) / pieces).point);
  return [firstPoint(line), ...points, lastPoint(line)];
}

/**
 * A smooth line through all control points (Catmull-Rom), a point about every `step` metres. `before` and `after` are
 * the control points of the lines that go on at either end, so that the joint has no kink.
 */
export function smoothLine(control: Line, step: number, before?: Point, after?: Point): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < control.length; i++) {
    const p1 = pointAt(control, i);
    const p2 = pointAt(control, i + 1);
    const p0 = control[i - 1] ?? before ?? p1;
    const p3 = control[i + 2] ?? after ?? p2;
    const pieces = Math.max(1, Math.round(distance(p1, p2) / step));
    for (let k = 0; k < pieces; k++) points.push(catmullRom(p0, p1, p2, p3, k / pieces));
  }
  points.push(lastPoint(control));
  return points;
}

function catmullRom(p0: Point, p1: Point, p2: Point, p3: Point, t: number): Point {
  const blend = (a: number, b: number, c: number, d: number) =>
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
  return [blend(p0[0], p1[0], p2[0], p3[0]), blend(p0[1], p1[1], p2[1], p3[1])];
}

/** The line moved sideways, to the left of its direction when `metres` is positive. */
export function offsetLine(line: Line, metres: number): Point[] {
  return line.map((point, i) => {
    const before = line[i - 1] ?? point;
    const after = line[i + 1] ?? point;
    return moved(point, angleOf(before, after) + Math.PI / 2, metres);
  });
}

/** Area of a ring in square metres, positive when anticlockwise. First and last point may be equal or not. */
export function signedArea(ring: Line): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = pointAt(ring, i);
    const b = pointAt(ring, (i + 1) % ring.length);
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice / 2;
}

export function centroid(ring: Line): Point {
  const area = signedArea(ring);
  let x = 0;
  let y = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = pointAt(ring, i);
    const b = pointAt(ring, (i + 1) % ring.length);
    const cross = a[0] * b[1] - b[0] * a[1];
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  }
  return Math.abs(area) > 1e-9 ? [x / (6 * area), y / (6 * area)] : firstPoint(ring);
}

/** Even-odd rule. */
export function isInside([x, y]: Point, ring: Line): boolean {
  let inside = false;
  let before = ring[ring.length - 1];
  for (const corner of ring) {
    if (before && corner[1] > y !== before[1] > y) {
      if (x < corner[0] + ((y - corner[1]) / (before[1] - corner[1])) * (before[0] - corner[0])) inside = !inside;
    }
    before = corner;
  }
  return inside;
}

/** Where segments a-b and c-d cross, as shares of each, ends included; null when they do not or are parallel. */
export function crossing(a: Point, b: Point, c: Point, d: Point): { readonly t: number; readonly u: number } | null {
  const bx = b[0] - a[0];
  const by = b[1] - a[1];
  const dx = d[0] - c[0];
  const dy = d[1] - c[1];
  const cross = bx * dy - by * dx;
  if (Math.abs(cross) < 1e-12) return null;
  const t = ((c[0] - a[0]) * dy - (c[1] - a[1]) * dx) / cross;
  const u = ((c[0] - a[0]) * by - (c[1] - a[1]) * bx) / cross;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? { t, u } : null;
}

/** Share of segment a-b where it comes nearest to the point. */
export function nearestShare(point: Point, a: Point, b: Point): number {
  const x = b[0] - a[0];
  const y = b[1] - a[1];
  const square = x * x + y * y;
  if (square === 0) return 0;
  return Math.min(1, Math.max(0, ((point[0] - a[0]) * x + (point[1] - a[1]) * y) / square));
}

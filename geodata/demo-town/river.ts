import { createNoise } from "./noise.ts";
import { distance, firstPoint, type Line, nearestShare, type Point, pointAt, smoothLine } from "./plane.ts";
import type { Warp } from "./warp.ts";

export interface River {
  /** Middle of the stream, from spring to mouth. */
  readonly course: Line;
  /** Half of the width at each point of the course. */
  readonly halfWidths: readonly number[];
  /** A brook that joins the river from the north. */
  readonly brook: Line;
  /** Bank to bank, as a closed ring. */
  readonly water: Line;
  /** Distance to the middle of the stream and how far along the course that is, 0 to 1. */
  nearest(point: Point): { readonly metres: number; readonly share: number; readonly isNorth: boolean };
}

/** Control points of the drawing, west to east. The bend to the south holds the old town. */
const COURSE: Line = [
  [-3700, 480],
  [-3100, 420],
  [-2650, 260],
  [-2150, -60],
  [-1600, -160],
  [-1120, 40],
  [-720, 50],
  [-440, -230],
  [-60, -470],
  [360, -410],
  [640, -110],
  [980, 110],
  [1450, 50],
  [1900, -220],
  [2450, -310],
  [2950, -140],
  [3700, -220],
];
const BROOK: Line = [
  [-620, 2900],
  [-720, 2350],
  [-560, 1950],
  [-690, 1620],
  [-640, 1250],
  [-800, 900],
  [-760, 560],
  [-900, 300],
  [-860, 60],
];
const STEP_METRES = 22;

export function createRiver(seed: number, warp: Warp): River {
  const course = warp.line(smoothLine(COURSE, STEP_METRES));
  const breadth = createNoise(seed + 31, 260);
  const halfWidths = course.map((point) => 14 + 3.5 * breadth(point));
  const left = bank(course, halfWidths, 1);
  const right = bank(course, halfWidths, -1);
  return {
    course,
    halfWidths,
    brook: warp.line(smoothLine(BROOK, STEP_METRES)),
    water: [...left, ...right.reverse(), firstPoint(left)],
    nearest: (point) => nearestOnCourse(course, point),
  };
}

/** The bank on the left (1) or right (-1) of the stream. */
function bank(course: Line, halfWidths: readonly number[], side: 1 | -1): Point[] {
  return course.map((point, i) => {
    const before = course[i - 1] ?? point;
    const after = course[i + 1] ?? point;
    const length = distance(before, after);
    const offset = (side * (halfWidths[i] ?? 0)) / length;
    return [point[0] - (after[1] - before[1]) * offset, point[1] + (after[0] - before[0]) * offset];
  });
}

/** Every eighth point first, then those around the best: enough for a course without hairpins. */
function nearestOnCourse(course: Line, point: Point): ReturnType<River["nearest"]> {
  const coarse = nearestPoint(course, point, 0, course.length - 1, 8);
  const nearest = nearestPoint(course, point, Math.max(0, coarse - 12), Math.min(course.length - 1, coarse + 12), 1);
  let best = Number.POSITIVE_INFINITY;
  let share = 0;
  let isNorth = true;
  for (let i = Math.max(1, nearest); i <= Math.min(course.length - 1, nearest + 1); i++) {
    const from = pointAt(course, i - 1);
    const to = pointAt(course, i);
    const t = nearestShare(point, from, to);
    const x = from[0] + (to[0] - from[0]) * t;
    const y = from[1] + (to[1] - from[1]) * t;
    const metres = Math.hypot(point[0] - x, point[1] - y);
    if (metres >= best) continue;
    best = metres;
    share = (i - 1 + t) / (course.length - 1);
    isNorth = (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]) > 0;
  }
  return { metres: best, share, isNorth };
}

function nearestPoint(course: Line, point: Point, first: number, last: number, step: number): number {
  let nearest = first;
  let nearestSquare = Number.POSITIVE_INFINITY;
  for (let i = first; i <= last; i += step) {
    const [x, y] = pointAt(course, i);
    const square = (x - point[0]) ** 2 + (y - point[1]) ** 2;
    if (square >= nearestSquare) continue;
    nearest = i;
    nearestSquare = square;
  }
  return nearest;
}

import type { Random } from "../numbers/random.ts";
import type { DirectionField } from "./direction-field.ts";
import type { District } from "./districts.ts";
import {
  along,
  angleOf,
  between,
  crossing,
  distance,
  type Line,
  lineLength,
  moved,
  nearestShare,
  type Point,
  turn,
} from "./plane.ts";
import { SegmentIndex } from "./segment-index.ts";
import { EXTENT } from "./town-frame.ts";

interface Ground {
  readonly mainRoads: readonly Line[];
  /** What no street crosses: river, brook, railway, bypass; owner = metres to keep away. */
  readonly barriers: SegmentIndex<number>;
  readonly districtAt: (point: Point) => District | null;
  readonly directionAt: DirectionField;
  readonly random: Random;
}
type Family = 0 | 1;
interface Seed {
  readonly point: Point;
  readonly family: Family;
  /** A street that begins on a main road runs only away from it. */
  readonly outward: number | null;
}

const STEP_METRES = 8;
const LONGEST_METRES = 1000;
const SHORTEST_METRES = 45;
const PARALLEL = Math.PI / 5.5;
const WIDEST_BARRIER_METRES = 45;

/**
 * Streets as lines of the direction field, evenly spaced: each new line starts where the last ones leave room, runs
 * both ways until it meets a main road, a barrier or a street that runs alongside, and ends on the street ahead.
 * Idea: Jobard & Lefer 1997, evenly spaced streamlines, with directions instead of families deciding what is "alongside".
 */
export function traceStreets(ground: Ground): readonly Line[] {
  const streets = new SegmentIndex<"main" | "local">();
  for (const road of ground.mainRoads) streets.addLine(road, "main");
  const traced: Line[] = [];
  const queue: Seed[] = ground.mainRoads.flatMap((road) => seedsAtRoadside(road, ground));
  for (let round = 0; round < 2; round++) {
    for (let seed = queue.shift(); seed; seed = queue.shift()) {
      const line = traceLine(seed, streets, ground);
      if (!line) continue;
      traced.push(line);
      streets.addLine(line, "local");
      queue.push(...seedsBeside(line, ground));
    }
    queue.push(...scatteredSeeds(ground));
  }
  return traced;
}

function seedsAtRoadside(road: Line, { districtAt, directionAt, random }: Ground): Seed[] {
  const seeds: Seed[] = [];
  const length = lineLength(road);
  for (const side of [1, -1]) {
    for (let metres = random.between(40, 70); metres < length - 30; ) {
      const { point, angle } = along(road, metres);
      const outward = angle + (side * Math.PI) / 2;
      const district = districtAt(moved(point, outward, 30));
      const family = alignedFamily(directionAt(moved(point, outward, 30)), outward);
      if (district) seeds.push({ point, family, outward });
      metres += (district?.spacing[family === 0 ? 0 : 1] ?? 80) * random.between(0.9, 1.15);
    }
  }
  return seeds;
}

/** 0 when the field itself points that way, 1 when its cross direction does. */
function alignedFamily(fieldAngle: number, angle: number): Family {
  return Math.abs(Math.cos(fieldAngle - angle)) > Math.SQRT1_2 ? 0 : 1;
}

function seedsBeside(line: Line, { districtAt, directionAt, random }: Ground): Seed[] {
  const seeds: Seed[] = [];
  const length = lineLength(line);
  for (let metres = 10; metres < length; metres += 60) {
    const { point, angle } = along(line, metres);
    const district = districtAt(point);
    if (!district) continue;
    const family = alignedFamily(directionAt(point), angle);
    for (const side of [1, -1]) {
      const metresAway = spacingOf(district, family) * random.between(1, 1.12);
      seeds.push({ point: moved(point, angle + (side * Math.PI) / 2, metresAway), family, outward: null });
    }
    const across: Family = family === 0 ? 1 : 0;
    seeds.push({ point: moved(point, angle, random.between(-20, 20)), family: across, outward: null });
  }
  return seeds;
}

function scatteredSeeds({ random, districtAt }: Ground): Seed[] {
  const seeds: Seed[] = [];
  for (let i = 0; i < 4000; i++) {
    const point: Point = [random.between(-EXTENT.east, EXTENT.east), random.between(-EXTENT.north, EXTENT.north)];
    if (districtAt(point)) seeds.push({ point, family: i % 2 === 0 ? 0 : 1, outward: null });
  }
  return seeds;
}

const spacingOf = (district: District, family: Family) => district.spacing[family];

function traceLine(seed: Seed, streets: SegmentIndex<"main" | "local">, ground: Ground): Line | null {
  const district = ground.districtAt(seed.outward === null ? seed.point : moved(seed.point, seed.outward, 30));
  if (!district) return null;
  const begin = seed.outward === null ? seed.point : moved(seed.point, seed.outward, STEP_METRES);
  const heading = seed.outward ?? ground.directionAt(begin) + (seed.family * Math.PI) / 2;
  const room = spacingOf(district, seed.family) * 0.86;
  if (isAlongside(begin, heading, room, streets) || isBlocked(seed.point, begin, ground)) return null;
  const ahead = run(begin, heading, streets, ground);
  const behind = seed.outward === null ? run(begin, heading + Math.PI, streets, ground) : [seed.point];
  const line = [...behind.reverse(), begin, ...ahead];
  return lineLength(line) >= SHORTEST_METRES ? line : null;
}

/** Points after `begin`, in the direction of the field nearest to `heading`, up to whatever ends the street. */
function run(begin: Point, heading: number, streets: SegmentIndex<"main" | "local">, ground: Ground): Point[] {
  const points: Point[] = [];
  let point = begin;
  let angle = heading;
  let turned = 0;
  for (let walked = 0; walked < LONGEST_METRES / 2; walked += STEP_METRES) {
    const next = moved(point, angle, STEP_METRES);
    const main = firstCrossing(point, next, streets, (kind) => kind === "main");
    if (main) return [...points, main];
    const district = ground.districtAt(next);
    if (!district || isBlocked(point, next, ground)) break;
    const family = alignedFamily(ground.directionAt(next), angle);
    if (isAlongside(next, angle, spacingOf(district, family) * 0.5, streets)) break;
    points.push(next);
    const bend = turn(angle, nearestAxis(ground.directionAt(next), angle));
    turned += bend;
    if (Math.abs(turned) > 2.2) break;
    angle += Math.max(-0.22, Math.min(0.22, bend));
    point = next;
  }
  const spacing = ground.districtAt(point)?.spacing ?? [0, 0];
  const end = endAhead(point, angle, Math.max(75, 0.9 * Math.max(...spacing)), streets, ground);
  return end ? [...points, end] : points;
}

/** Of the four directions of the cross, the one nearest to `angle`. */
function nearestAxis(fieldAngle: number, angle: number): number {
  const quarter = Math.PI / 2;
  return fieldAngle + Math.round((angle - fieldAngle) / quarter) * quarter;
}

/** A street not far straight ahead, to end on; null when there is none or a barrier lies between. */
function endAhead(
  point: Point,
  angle: number,
  reach: number,
  streets: SegmentIndex<"main" | "local">,
  ground: Ground,
): Point | null {
  const hit = firstCrossing(moved(point, angle, 0.5), moved(point, angle, reach), streets, () => true);
  return hit && !isBlocked(point, hit, ground) ? hit : null;
}

function firstCrossing(
  from: Point,
  to: Point,
  streets: SegmentIndex<"main" | "local">,
  accepts: (kind: "main" | "local") => boolean,
): Point | null {
  let best = 2;
  for (const segment of streets.around(from, to, 1)) {
    if (!accepts(segment.owner)) continue;
    const hit = crossing(from, to, segment.from, segment.to);
    if (hit && hit.t < best) best = hit.t;
  }
  return best <= 1 ? [from[0] + (to[0] - from[0]) * best, from[1] + (to[1] - from[1]) * best] : null;
}

function isAlongside(point: Point, angle: number, room: number, streets: SegmentIndex<"main" | "local">): boolean {
  const runsAlong = (from: Point, to: Point) => {
    const difference = Math.abs(turn(angle, angleOf(from, to)));
    return Math.min(difference, Math.PI - difference) < PARALLEL;
  };
  return streets.nearest(point, room, ({ from, to }) => distance(from, to) > 0.5 && runsAlong(from, to)) !== null;
}

function isBlocked(from: Point, to: Point, { barriers }: Ground): boolean {
  const near = barriers.nearest(
    to,
    WIDEST_BARRIER_METRES,
    (segment) => segmentDistance(to, segment.from, segment.to) < segment.owner,
  );
  if (near) return true;
  for (const segment of barriers.around(from, to, 1)) if (crossing(from, to, segment.from, segment.to)) return true;
  return false;
}

const segmentDistance = (point: Point, from: Point, to: Point) =>
  distance(point, between(from, to, nearestShare(point, from, to)));

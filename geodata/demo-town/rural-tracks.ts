import type { Random } from "../numbers/random.ts";
import type { District } from "./districts.ts";
import type { Landscape } from "./landscape.ts";
import { along, crossing, type Line, lineLength, moved, type Point } from "./plane.ts";
import { SegmentIndex } from "./segment-index.ts";
import { EXTENT } from "./town-frame.ts";
import { localLine, type PlanLine } from "./town-lines.ts";

const STEP_METRES = 25;

/** Farm and forest tracks: they leave country roads every few hundred metres and wander along the slope. */
export function ruralTracks(
  main: readonly PlanLine[],
  landscape: Landscape,
  districtAt: (point: Point) => District | null,
  random: Random,
): readonly PlanLine[] {
  const taken = new SegmentIndex<null>();
  for (const { points } of main) taken.addLine(points, null);
  const tracks: PlanLine[] = [];
  for (const road of main) {
    if (road.isRoundabout || road.structure || road.kind === "path") continue;
    const length = lineLength(road.points);
    for (let metres = random.between(120, 260); metres < length - 60; metres += random.between(230, 420)) {
      const { point, angle } = along(road.points, metres);
      const outward = angle + (random.chance(0.5) ? 1 : -1) * random.between(1.2, 1.9);
      const points = wander(point, outward, landscape, taken, districtAt, random);
      if (points.length < 8) continue;
      taken.addLine(points, null);
      tracks.push(localLine(points, "track"));
    }
  }
  return tracks;
}

function wander(
  begin: Point,
  heading: number,
  { terrain, barriers }: Landscape,
  taken: SegmentIndex<null>,
  districtAt: (point: Point) => District | null,
  random: Random,
): Line {
  const points: Point[] = [begin];
  let point = begin;
  let angle = heading;
  const longest = random.between(400, 1300);
  for (let walked = 0; walked < longest; walked += STEP_METRES) {
    const next = moved(point, angle, STEP_METRES);
    if (districtAt(next) || Math.abs(next[0]) > EXTENT.east || Math.abs(next[1]) > EXTENT.north) break;
    if (barriers.nearest(next, 45)) break;
    if (walked > 0) {
      const hit = firstHit(point, next, taken);
      if (hit) return [...points, hit];
      if (taken.nearest(next, walked < 120 ? 15 : 90) && !firstHit(point, moved(point, angle, 140), taken)) break;
    }
    points.push(next);
    point = next;
    const [east, north] = terrain.slopeAt(next);
    const contour = Math.atan2(east, -north);
    const toContour = Math.sin(contour - angle) * Math.sign(Math.cos(contour - angle));
    angle += 0.25 * Math.hypot(east, north) * 6 * toContour + random.between(-0.16, 0.16);
  }
  return points;
}

function firstHit(from: Point, to: Point, taken: SegmentIndex<null>): Point | null {
  let best = 2;
  for (const segment of taken.around(from, to, 1)) {
    const hit = crossing(from, to, segment.from, segment.to);
    if (hit && hit.t > 0.01 && hit.t < best) best = hit.t;
  }
  return best <= 1 ? [from[0] + (to[0] - from[0]) * best, from[1] + (to[1] - from[1]) * best] : null;
}

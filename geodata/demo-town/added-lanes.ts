import type { Random } from "../numbers/random.ts";
import type { District } from "./districts.ts";
import { type Face, type HalfEdge, sidePoints } from "./faces.ts";
import type { Landscape } from "./landscape.ts";
import type { Network } from "./network.ts";
import {
  along,
  angleOf,
  between,
  crossing,
  distance,
  isInside,
  type Line,
  lineLength,
  moved,
  type Point,
  pointAt,
} from "./plane.ts";
import { localLine, type PlanLine } from "./town-lines.ts";

interface Blocks {
  readonly network: Network;
  readonly faces: readonly Face[];
  readonly lines: readonly PlanLine[];
  readonly districtAt: (point: Point) => District | null;
}

/** Blocks larger than this, in square metres, are opened by a lane. */
const LARGE_BLOCK: Readonly<Partial<Record<District["kind"], number>>> = {
  lotissement: 8500,
  villas: 9500,
  faubourg: 9500,
  "old-town": 5200,
};
const STEEP = 0.12;

/** Dead-end lanes into large blocks, and flights of steps straight up steep ones. */
export function addedLanes(blocks: Blocks, landscape: Landscape, random: Random): readonly PlanLine[] {
  return blocks.faces.flatMap((face) => {
    const middle = blockMiddle(face);
    const district = blocks.districtAt(middle);
    const limit = district ? LARGE_BLOCK[district.kind] : undefined;
    if (!district || limit === undefined || face.area > 400_000) return [];
    const steps =
      random.chance(district.kind === "old-town" ? 0.5 : 0.3) && stepsThrough(face, blocks, landscape, random);
    if (steps) return [steps];
    return face.area > limit ? deadEnds(face, limit, blocks, landscape, random) : [];
  });
}

function blockMiddle(face: Face): Point {
  const box = face.ring.reduce(
    ([west, south, east, north], [x, y]) =>
      [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)] as const,
    [1e9, 1e9, -1e9, -1e9] as readonly [number, number, number, number],
  );
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}

/** Lanes that begin on local streets of the block and go halfway in, a third of the way apart. */
function deadEnds(face: Face, limit: number, blocks: Blocks, landscape: Landscape, random: Random): PlanLine[] {
  const wanted = Math.min(24, Math.max(1, Math.round(face.area / (limit * 1.7))));
  const lanes: Line[] = [];
  const sides = [...face.sides].sort((a, b) => sideLength(blocks, b) - sideLength(blocks, a));
  for (const side of sides) {
    const length = sideLength(blocks, side);
    if (!isOpenTo(side, blocks) || length < 70) continue;
    for (
      let metres = 35 + random.between(0, 20);
      metres < length - 30 && lanes.length < wanted;
      metres += random.between(75, 105)
    ) {
      const lane = laneInto(face, side, metres, blocks, landscape, random);
      if (lane && lanes.every((other) => gapBetween(lane, other) > 52)) lanes.push(lane);
    }
  }
  return lanes.map((points) => localLine(points, "residential"));
}

const sideLength = ({ network }: Blocks, side: HalfEdge) => lineLength(sidePoints(network, side));

function isOpenTo(side: HalfEdge, { network, lines }: Blocks): boolean {
  const line = lines[network.edges[side.edge]?.line ?? -1];
  return (
    line !== undefined &&
    line.structure === null &&
    !line.isRoundabout &&
    line.kind !== "primary" &&
    line.kind !== "path" &&
    line.kind !== "track"
  );
}

function laneInto(
  face: Face,
  side: HalfEdge,
  metres: number,
  blocks: Blocks,
  landscape: Landscape,
  random: Random,
): Line | null {
  const { point, angle } = along(sidePoints(blocks.network, side), metres);
  const inward = angle + Math.PI / 2 + random.between(-0.12, 0.12);
  const depth = depthOf(face, point, inward);
  if (depth < 75) return null;
  const goal = Math.min(depth - 32, depth * random.between(0.55, 0.72), 150);
  if (goal < 42) return null;
  const bend = random.between(-0.5, 0.5);
  const points: Point[] = [point];
  let here = point;
  for (let walked = 0; walked < goal; walked += 12) {
    here = moved(here, inward + (bend * walked) / goal, 12);
    if (!isInside(here, face.ring) || clearance(face, here, point) < 24) break;
    if (landscape.barriers.nearest(here, 30)) break;
    points.push(here);
  }
  return points.length >= 5 ? points : null;
}

/** Distance to the far side of the block in a direction. */
function depthOf(face: Face, point: Point, angle: number): number {
  const from = moved(point, angle, 1);
  const to = moved(point, angle, 400);
  let best = 400;
  face.ring.forEach((corner, i) => {
    const hit = crossing(from, to, corner, pointAt(face.ring, (i + 1) % face.ring.length));
    if (hit) best = Math.min(best, hit.t * 399);
  });
  return best;
}

/** Distance to the block's edge, the stretch around the lane's own mouth left out. */
function clearance(face: Face, point: Point, mouth: Point): number {
  let best = Number.POSITIVE_INFINITY;
  for (const corner of face.ring) if (distance(corner, mouth) > 45) best = Math.min(best, distance(corner, point));
  return best;
}

const gapBetween = (a: Line, b: Line) => Math.min(...a.flatMap((p) => b.map((q) => distance(p, q))));

/** A straight flight between two streets that run along a steep slope, one above the other. */
function stepsThrough(face: Face, blocks: Blocks, { terrain }: Landscape, random: Random): PlanLine | null {
  for (const side of random.shuffled(face.sides)) {
    const length = sideLength(blocks, side);
    if (!isOpenTo(side, blocks) || length < 60) continue;
    const { point, angle } = along(sidePoints(blocks.network, side), length * random.between(0.4, 0.6));
    const inward = angle + Math.PI / 2;
    const depth = depthOf(face, point, inward);
    const far = moved(point, inward, depth + 1);
    const rise = terrain.elevationAt(far) - terrain.elevationAt(point);
    if (depth < 35 || depth > 150 || rise / depth < STEEP) continue;
    const points = Array.from({ length: 7 }, (_, i) => between(point, moved(far, inward, 0.4), i / 6));
    const isClear = points.slice(1, -1).every((each) => isInside(each, face.ring));
    if (isClear && meetsStreetSquarely(face, far, angleOf(point, far))) return localLine(points, "steps");
  }
  return null;
}

function meetsStreetSquarely(face: Face, point: Point, angle: number): boolean {
  const ends = face.ring.map((corner, i) => [corner, pointAt(face.ring, (i + 1) % face.ring.length)] as const);
  const nearest = ends.reduce(
    (best, [from, to]) => {
      const metres = distance(point, between(from, to, 0.5));
      return metres < best.metres ? { metres, angle: angleOf(from, to) } : best;
    },
    { metres: Number.POSITIVE_INFINITY, angle: 0 },
  );
  return Math.abs(Math.sin(nearest.angle - angle)) > 0.7;
}

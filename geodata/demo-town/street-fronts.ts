import { sidePoints } from "./faces.ts";
import { type Block, borderOf, type Ground } from "./ground.ts";
import { angleOf, type Line, type Point, pointAt, turn } from "./plane.ts";
import type { Street } from "./streets.ts";

/** One side of a street as a block sees it: the block lies on the left. */
export interface Front {
  readonly points: Line;
  readonly street: Street;
  readonly streetIndex: number;
}

const SHARP_TURN = 0.55;

/** The fronts of a block: runs of its outline along one named street, cut at sharp corners. */
export function streetFronts(ground: Ground, block: Block): readonly Front[] {
  const fronts: Front[] = [];
  for (const side of block.face.sides) {
    const border = borderOf(ground, side);
    if (border.kind !== "street" || !isBuiltAlong(border.street)) continue;
    const points = sidePoints(ground.network, side);
    const before = fronts.at(-1);
    if (before && before.street.name === border.street.name && continues(before.points, points)) {
      fronts[fronts.length - 1] = { ...before, points: [...before.points, ...points.slice(1)] };
    } else {
      fronts.push({ points, street: border.street, streetIndex: border.streetIndex });
    }
  }
  return fronts;
}

function isBuiltAlong({ name, structure, kind }: Street): boolean {
  return name !== "" && structure === null && kind !== "footway" && kind !== "path" && kind !== "track";
}

function continues(before: Line, after: Line): boolean {
  const joint: Point = pointAt(after, 0);
  const end = pointAt(before, before.length - 1);
  if (end[0] !== joint[0] || end[1] !== joint[1]) return false;
  const arriving = angleOf(pointAt(before, before.length - 2), end);
  return Math.abs(turn(arriving, angleOf(joint, pointAt(after, 1)))) < SHARP_TURN;
}

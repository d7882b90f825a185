import type { Random } from "../numbers/random.ts";
import type { UsedBlock } from "./block-uses.ts";
import { halfWidth } from "./building-styles.ts";
import { type Building, fits, type Site } from "./buildings.ts";
import { along, angleOf, distance, type Line, lineLength, moved, type Point, pointAt } from "./plane.ts";
import type { Front } from "./street-fronts.ts";

interface Wing {
  /** Middle of the wing in metres along and across the main axis, then its size. */
  readonly at: readonly [number, number];
  readonly size: readonly [number, number];
}
interface CivicPlan {
  readonly building: string;
  readonly amenity: string | null;
  readonly levels: number;
  readonly wings: readonly Wing[];
  readonly hasAddress: boolean;
}

const SCHOOL_WINGS: readonly Wing[] = [
  { at: [0, 0], size: [46, 11] },
  { at: [-17, 19], size: [11, 26] },
  { at: [18, 17], size: [9, 22] },
];
const PLANS: Readonly<Partial<Record<UsedBlock["use"], CivicPlan>>> = {
  castle: {
    building: "castle",
    amenity: null,
    levels: 3,
    hasAddress: false,
    wings: [
      { at: [0, 0], size: [34, 11] },
      { at: [-21, 5], size: [9, 22] },
      { at: [21, 2], size: [9, 16] },
    ],
  },
  church: {
    building: "church",
    amenity: "place_of_worship",
    levels: 1,
    hasAddress: false,
    wings: [
      { at: [0, 0], size: [34, 12] },
      { at: [5, 9], size: [8, 6] },
      { at: [5, -9], size: [8, 6] },
      { at: [-20, 0], size: [6, 8] },
    ],
  },
  "town-hall": {
    building: "public",
    amenity: "townhall",
    levels: 3,
    hasAddress: false,
    wings: [{ at: [0, 0], size: [30, 13] }],
  },
  school: { building: "school", amenity: null, levels: 2, hasAddress: false, wings: SCHOOL_WINGS },
  hospital: {
    building: "hospital",
    amenity: null,
    levels: 5,
    hasAddress: false,
    wings: [
      { at: [0, 0], size: [80, 15] },
      { at: [-25, 25], size: [14, 36] },
      { at: [25, 25], size: [14, 36] },
    ],
  },
  sports: {
    building: "sports_hall",
    amenity: null,
    levels: 1,
    hasAddress: false,
    wings: [{ at: [0, 0], size: [38, 22] }],
  },
};

/** Public buildings of a block, turned to its longest street; and the towers of a housing estate of slabs. */
export function civicBuildings(
  block: UsedBlock,
  fronts: readonly Front[],
  site: Site,
  random: Random,
): readonly Building[] {
  const front = [...fronts].sort((a, b) => lineLength(b.points) - lineLength(a.points))[0];
  if (!front) return [];
  if (block.use === "homes" && block.district?.kind === "ensemble") return towers(block, front, site, random);
  const plan = PLANS[block.use];
  if (!plan) return [];
  const { point, angle } = along(front.points, lineLength(front.points) / 2);
  const axis = block.use === "church" ? 0 : angle;
  const fromStreet = distance(point, block.middle);
  const middle = moved(
    block.middle,
    angleOf(block.middle, point),
    Math.max(0, fromStreet - halfWidth(front.street) - 22) * 0.4,
  );
  for (const scale of [1, 0.8, 0.62, 0.48, 0.36]) {
    const rings = plan.wings.map(({ at, size }) =>
      rectangle(placed(middle, axis, at[0] * scale, at[1] * scale), axis, size[0] * scale, size[1] * scale),
    );
    if (!rings.every((ring) => fits(ring, block, site))) continue;
    return rings.map((ring, i) => ({
      ring,
      building: plan.building,
      levels: plan.levels,
      dwellings: 0,
      name: i === 0 ? block.placeName : "",
      amenity: i === 0 ? plan.amenity : null,
      block: block.index,
      door: null,
    }));
  }
  return [];
}

function towers(block: UsedBlock, front: Front, site: Site, random: Random): Building[] {
  const found: Building[] = [];
  const { angle } = along(front.points, lineLength(front.points) / 2);
  for (let attempt = 0; attempt < 12 && found.length < 2; attempt++) {
    const middle: Point = [block.middle[0] + random.between(-55, 55), block.middle[1] + random.between(-45, 45)];
    const ring = rectangle(middle, angle, 22, 22);
    const clearing = rectangle(middle, angle, 44, 44);
    if (!fits(clearing, block, site) || found.some((tower) => distance(pointAt(tower.ring, 0), middle) < 60)) continue;
    const levels = random.whole(9, 13);
    const nearest = nearestAlong(front.points, middle);
    found.push({
      ring,
      building: "apartments",
      levels,
      dwellings: levels * 4,
      name: "",
      amenity: null,
      block: block.index,
      door: { front, alongMetres: nearest, position: moved(middle, angle - Math.PI / 2, 10) },
    });
  }
  return found;
}

function nearestAlong(line: Line, point: Point): number {
  const length = lineLength(line);
  let best = 0;
  for (let metres = 0; metres <= length; metres += 4) {
    if (distance(along(line, metres).point, point) < distance(along(line, best).point, point)) best = metres;
  }
  return best;
}

const placed = (middle: Point, axis: number, x: number, y: number) =>
  moved(moved(middle, axis, x), axis + Math.PI / 2, y);

/** Anticlockwise rectangle around a middle, its first side along `axis`. */
export function rectangle(middle: Point, axis: number, width: number, depth: number): Line {
  const corner = (x: number, y: number) => placed(middle, axis, (x * width) / 2, (y * depth) / 2);
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

import type { Random } from "../numbers/random.ts";
import type { UsedBlock } from "./block-uses.ts";
import type { Building } from "./buildings.ts";
import { sidePoints } from "./faces.ts";
import { borderOf } from "./ground.ts";
import type { OsmDraft, Tags } from "./osm-draft.ts";
import {
  along,
  between,
  crossing,
  distance,
  isInside,
  type Line,
  lineLength,
  moved,
  type Point,
  partOfLine,
  pointAt,
} from "./plane.ts";
import type { Town } from "./town.ts";

const PASSAGES = 9;
const PASSAGE_NAMES = [
  "de la Halle",
  "des Drapiers",
  "du Cadran",
  "Sainte-Claire",
  "du Puits",
  "de la Voûte",
  "du Grand-Cerf",
  "des Singes",
  "de l'Encorbellement",
];

/** Paths inside blocks: through parks and estates, under buildings of the old town, into car parks and private yards. */
export function drawPaths(town: Town, draft: OsmDraft, random: Random): void {
  const buildingsOf = new Map<number, Building[]>();
  for (const building of town.buildings) {
    buildingsOf.set(building.block, [...(buildingsOf.get(building.block) ?? []), building]);
  }
  let passages = 0;
  for (const block of town.blocks) {
    const ownRandom = random.fork(`block ${block.index}`);
    const buildings = buildingsOf.get(block.index) ?? [];
    const gates = gatesOf(town, block);
    if (gates.length < 2) continue;
    const isOpen = block.use === "park" || block.use === "square" || block.use === "cemetery" || block.use === "castle";
    if (isOpen || (block.use === "homes" && block.district?.kind === "ensemble")) {
      throughMiddle(block, gates, buildings, draft, ownRandom);
    }
    if (block.use === "homes" && block.district?.kind === "old-town" && passages < PASSAGES) {
      if (passageUnder(block, gates, buildings, draft, PASSAGE_NAMES[passages] ?? "")) passages++;
    }
    for (const building of buildings) {
      const isResidence =
        building.dwellings >= 14 || building.building === "industrial" || building.building === "retail";
      if (isResidence && block.district?.kind !== "old-town")
        drivewayTo(building, block, gates, buildings, draft, ownRandom);
    }
  }
}

/** Points of the block's outline where a path may leave a street: they are points of the street itself. */
function gatesOf(town: Town, block: UsedBlock): Point[] {
  return block.face.sides.flatMap((side) => {
    const border = borderOf(town.ground, side);
    if (border.kind !== "street" || border.street.structure || border.street.isRoundabout) return [];
    if (border.street.kind === "track" || border.street.kind === "path") return [];
    return sidePoints(town.ground.network, side).slice(1, -1);
  });
}

/** Three or four gates, far apart, joined in the middle. */
function throughMiddle(
  block: UsedBlock,
  gates: readonly Point[],
  buildings: readonly Building[],
  draft: OsmDraft,
  random: Random,
): void {
  const chosen: Point[] = [];
  for (const gate of random.shuffled(gates)) {
    const arm = [gate, between(gate, block.middle, 0.5), block.middle];
    const isClear =
      isInside(between(gate, block.middle, 0.05), block.face.ring) &&
      isInside(between(gate, block.middle, 0.5), block.face.ring);
    const isFree = isClear && buildings.every(({ ring }) => cutsOf(arm, ring).length === 0);
    if (isFree && chosen.every((other) => distance(other, gate) > 55)) {
      chosen.push(gate);
      drawPath(arm, { highway: "footway" }, buildings, draft);
    }
    if (chosen.length === 4) break;
  }
}

/** The shortest straight way through a block of houses that goes under at least one of them. */
function passageUnder(
  block: UsedBlock,
  gates: readonly Point[],
  buildings: readonly Building[],
  draft: OsmDraft,
  name: string,
): boolean {
  const pairs = gates.flatMap((from, i) => gates.slice(i + 1).map((to) => ({ from, to, metres: distance(from, to) })));
  const suitable = pairs
    .filter(({ from, to, metres }) => {
      if (metres < 38 || metres > 75) return false;
      return [0.1, 0.3, 0.5, 0.7, 0.9].every((share) => isInside(between(from, to, share), block.face.ring));
    })
    .sort((a, b) => a.metres - b.metres);
  for (const { from, to } of suitable.slice(0, 12)) {
    const roofs = buildings.filter(({ ring }) => cutsOf([from, to], ring).length === 2);
    if (roofs.length === 0 || roofs.length > 3) continue;
    drawPath([from, to], { highway: "footway", name: `Passage ${name}` }, buildings, draft);
    return true;
  }
  return false;
}

/** A private drive to a residence or a works yard, ending short of the building. */
function drivewayTo(
  building: Building,
  block: UsedBlock,
  gates: readonly Point[],
  buildings: readonly Building[],
  draft: OsmDraft,
  random: Random,
): void {
  if (!random.chance(0.5)) return;
  const corner = pointAt(building.ring, random.whole(0, 1));
  const gate = [...gates].sort((a, b) => distance(a, corner) - distance(b, corner))[0];
  if (!gate || distance(gate, corner) > 70 || distance(gate, corner) < 9) return;
  const end = between(gate, corner, 0.86);
  const side = moved(end, Math.atan2(corner[1] - gate[1], corner[0] - gate[0]) + Math.PI / 2, 12);
  const line = isInside(side, block.face.ring) ? [gate, end, side] : [gate, end];
  if (buildings.some(({ ring }) => cutsOf(line, ring).length > 0)) return;
  const isPrivate = random.chance(0.6);
  draft.way(line, {
    highway: "service",
    ...(isPrivate ? { access: "private", service: "driveway" } : { service: "parking_aisle" }),
  });
}

/** A path; the parts of it that lie in a building go through it. */
function drawPath(line: Line, tags: Tags, buildings: readonly Building[], draft: OsmDraft): void {
  const length = lineLength(line);
  const cuts = buildings.flatMap(({ ring }) => cutsOf(line, ring)).sort((a, b) => a - b);
  const stops = [0, ...cuts.filter((metres) => metres > 0.3 && metres < length - 0.3), length];
  for (let i = 1; i < stops.length; i++) {
    const [from, to] = [stops[i - 1] ?? 0, stops[i] ?? length];
    if (to - from < 0.2) continue;
    const middle = along(line, (from + to) / 2).point;
    const isUnder = buildings.some(({ ring }) => isInside(middle, ring));
    draft.way(partOfLine(line, from, to), isUnder ? { ...tags, tunnel: "building_passage", covered: "yes" } : tags);
  }
}

/** Metres along the line at which it crosses the outline of a building. */
function cutsOf(line: Line, ring: Line): number[] {
  const cuts: number[] = [];
  let walked = 0;
  for (let i = 1; i < line.length; i++) {
    const from = pointAt(line, i - 1);
    const to = pointAt(line, i);
    ring.forEach((corner, k) => {
      const hit = crossing(from, to, corner, pointAt(ring, (k + 1) % ring.length));
      if (hit) cuts.push(walked + hit.t * distance(from, to));
    });
    walked += distance(from, to);
  }
  return cuts;
}

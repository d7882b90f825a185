import type { Random } from "../numbers/random.ts";
import type { UsedBlock } from "./block-uses.ts";
import { HALF_WIDTHS, halfWidth, type PlotPlan, planPlot } from "./building-styles.ts";
import { civicBuildings, rectangle } from "./civic-buildings.ts";
import type { District } from "./districts.ts";
import { Footprints } from "./footprints.ts";
import type { Ground } from "./ground.ts";
import type { Landscape } from "./landscape.ts";
import { along, distance, isInside, type Line, lineLength, moved, type Point, signedArea } from "./plane.ts";
import { SegmentIndex } from "./segment-index.ts";
import { type Front, streetFronts } from "./street-fronts.ts";

/** On the drawing. */
const RAILWAY_STATION: Point = [60, -1045];

export interface Building {
  /** Anticlockwise, first point not repeated. */
  readonly ring: Line;
  /** OSM value of the key building. */
  readonly building: string;
  readonly levels: number;
  /** Dwellings inside; 0 for sheds, shops and public buildings. */
  readonly dwellings: number;
  readonly name: string;
  /** OSM value of the key amenity, or null. */
  readonly amenity: string | null;
  readonly block: number;
  /** Where it is entered, when it has an address. */
  readonly door: { readonly front: Front; readonly alongMetres: number; readonly position: Point } | null;
}

/** What a new building must keep clear of. */
export interface Site {
  readonly streets: SegmentIndex<number>;
  readonly footprints: Footprints;
}

/** Fills blocks with buildings along their streets, plot by plot, then puts sheds and garages behind. */
export function placeBuildings(
  ground: Ground,
  blocks: readonly UsedBlock[],
  landscape: Landscape,
  districtAt: (point: Point) => District | null,
  random: Random,
): readonly Building[] {
  const site: Site = { streets: streetSpace(ground, landscape), footprints: new Footprints() };
  const buildings: Building[] = [stationBuilding(landscape)];
  for (const { ring } of buildings) site.footprints.add(ring);
  const put = (building: Building) => {
    site.footprints.add(building.ring);
    buildings.push(building);
  };
  for (const block of blocks) {
    const ownRandom = random.fork(`block ${block.index}`);
    const fronts = streetFronts(ground, block);
    for (const civic of civicBuildings(block, fronts, site, ownRandom)) put(civic);
    if (block.use !== "homes" && block.use !== "workshops" && block.use !== "country") continue;
    for (const front of fronts) {
      const { point, angle } = along(front.points, lineLength(front.points) / 2);
      const district = districtAt(moved(point, angle + Math.PI / 2, 20));
      buildAlong(front, { ...block, district }, site, ownRandom, put);
    }
  }
  return buildings;
}

/** The railway station, between the line and the square in front of it. */
function stationBuilding({ railway, warp }: Landscape): Building {
  const target = warp.apply(RAILWAY_STATION);
  const length = lineLength(railway);
  let best = 0;
  for (let metres = 0; metres < length; metres += 10) {
    if (distance(along(railway, metres).point, target) < distance(along(railway, best).point, target)) best = metres;
  }
  const { point, angle } = along(railway, best);
  const ring = rectangle(moved(point, angle + Math.PI / 2, 19), angle, 62, 13);
  return {
    ring,
    building: "train_station",
    levels: 2,
    dwellings: 0,
    name: "Gare de Valbrune",
    amenity: null,
    block: -1,
    door: null,
  };
}

function streetSpace(ground: Ground, landscape: Landscape): SegmentIndex<number> {
  const index = new SegmentIndex<number>();
  const barrierWidths = { river: 21, brook: 6, railway: 9, bypass: 24, boundary: 1 };
  ground.network.edges.forEach(({ points }, edge) => {
    const border = ground.borders[edge];
    if (!border) return;
    index.addLine(points, border.kind === "street" ? halfWidth(border.street) : barrierWidths[border.barrier]);
  });
  for (const road of landscape.slipRoads) index.addLine(road, HALF_WIDTHS.trunk_link);
  return index;
}

function buildAlong(
  front: Front,
  block: UsedBlock,
  site: Site,
  random: Random,
  put: (building: Building) => void,
): void {
  const length = lineLength(front.points);
  const width = halfWidth(front.street);
  const isTight = block.district?.kind === "old-town" || block.district?.kind === "faubourg";
  let metres = isTight ? width : width + 5;
  while (metres < length - 6) {
    const plan = planPlot(front.street, block.district, random);
    const runs = block.district?.kind === "ensemble" && !plan.isEmpty ? random.whole(3, 5) : 1;
    for (let part = 0; part < runs && metres + plan.frontage <= length - 3; part++) {
      if (!plan.isEmpty) {
        const building = buildPlot(front, metres, plan, width, block, site);
        if (building) {
          put(building);
          const shed = backyardShed(building, plan, block, site, random);
          if (shed) put(shed);
        }
      }
      metres += plan.frontage;
    }
    metres += runs > 1 ? random.between(16, 34) : metres + plan.frontage > length ? 4 : 0;
    if (metres + plan.frontage > length - 3) metres += plan.frontage;
  }
}

/** The building of one plot, shallower when the full depth does not fit; null when even that does not. */
function buildPlot(
  front: Front,
  metres: number,
  plan: PlotPlan,
  width: number,
  block: UsedBlock,
  site: Site,
): Building | null {
  const from = metres + plan.sideGap;
  const to = metres + plan.frontage - plan.sideGap;
  for (const depthShare of [1, 0.78, 0.58]) {
    const near = width + plan.setback;
    const far = near + plan.depth * depthShare;
    const ring = [
      atOffset(front, from, near),
      atOffset(front, to, near),
      atOffset(front, to, far),
      atOffset(front, from, far),
    ];
    if (!fits(ring, block, site)) continue;
    const entrance = atOffset(front, (from + to) / 2, near + 1);
    return {
      ring,
      building: plan.building,
      levels: plan.levels,
      dwellings: plan.dwellings,
      name: "",
      amenity: null,
      block: block.index,
      door: plan.hasAddress ? { front, alongMetres: (from + to) / 2, position: entrance } : null,
    };
  }
  return null;
}

/** A point beside the street, `offset` metres to the left of the front; corners of curves are rounded over 6 m. */
function atOffset(front: Front, metres: number, offset: number): Point {
  const { point } = along(front.points, metres);
  const before = along(front.points, metres - 3).point;
  const after = along(front.points, metres + 3).point;
  return moved(point, Math.atan2(after[1] - before[1], after[0] - before[0]) + Math.PI / 2, offset);
}

/** Whether a footprint has a sound shape, lies in its block, off the streets, and in no other building. */
export function fits(ring: Line, block: UsedBlock, site: Site): boolean {
  if (signedArea(ring) < 16) return false;
  const probes = ring.flatMap((point, i) => {
    const next = ring[(i + 1) % ring.length] ?? point;
    return [point, [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2] as Point];
  });
  for (const probe of probes) {
    const near = site.streets.nearest(probe, 26, ({ from, to, owner }) => isWithin(probe, from, to, owner - 0.6));
    if (near || !isInside(probe, block.face.ring)) return false;
  }
  return !site.footprints.overlaps(ring);
}

function isWithin(point: Point, from: Point, to: Point, metres: number): boolean {
  const x = to[0] - from[0];
  const y = to[1] - from[1];
  const square = x * x + y * y;
  const share =
    square === 0 ? 0 : Math.min(1, Math.max(0, ((point[0] - from[0]) * x + (point[1] - from[1]) * y) / square));
  return Math.hypot(point[0] - from[0] - x * share, point[1] - from[1] - y * share) < metres;
}

function backyardShed(house: Building, plan: PlotPlan, block: UsedBlock, site: Site, random: Random): Building | null {
  const isGarden =
    block.district?.kind === "lotissement" || block.district?.kind === "villas" || block.district?.kind === "faubourg";
  if (!isGarden || plan.dwellings !== 1 || !random.chance(0.4)) return null;
  const [a, b, c] = house.ring;
  if (!a || !b || !c) return null;
  const angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
  const corner = moved(moved(c, angle + Math.PI / 2, random.between(2, 9)), angle + Math.PI, random.between(0, 6));
  const [width, depth] = [random.between(3, 6), random.between(3, 6.5)];
  const ring = [
    corner,
    moved(corner, angle, width),
    moved(moved(corner, angle, width), angle + Math.PI / 2, depth),
    moved(corner, angle + Math.PI / 2, depth),
  ];
  if (!fits(ring, block, site)) return null;
  return {
    ring,
    building: random.chance(0.5) ? "garage" : "shed",
    levels: 1,
    dwellings: 0,
    name: "",
    amenity: null,
    block: block.index,
    door: null,
  };
}

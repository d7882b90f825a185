import { createRandom, type Random } from "../numbers/random.ts";
import { numberAddresses, type TownAddress } from "./addresses.ts";
import { assignBlockUses, type UsedBlock } from "./block-uses.ts";
import { type Building, placeBuildings } from "./buildings.ts";
import { createGround, type Ground } from "./ground.ts";
import { createLandscape, type Landscape } from "./landscape.ts";
import { isInside, type Point } from "./plane.ts";
import { settle } from "./population.ts";
import { SegmentIndex } from "./segment-index.ts";
import { createStreetPlan, type StreetPlan } from "./street-plan.ts";
import { nameStreets, type Street } from "./streets.ts";
import { EXTENT } from "./town-frame.ts";

/** The invented town, in metres, before it is written in anyone's format. */
export interface Town {
  readonly landscape: Landscape;
  readonly plan: StreetPlan;
  readonly streets: readonly Street[];
  readonly ground: Ground;
  readonly blocks: readonly UsedBlock[];
  readonly buildings: readonly Building[];
  readonly addresses: readonly TownAddress[];
  readonly townHall: Point;
  readonly random: Random;
}

/** On the drawing. */
const TOWN_HALL: Point = [230, 60];
const HUT_GRID_METRES = 90;

/** Builds the whole town from a seed: landscape, streets, blocks, buildings, house numbers. */
export function createTown(seed: number): Town {
  const random = createRandom(seed, "town");
  const landscape = createLandscape(seed);
  const plan = createStreetPlan(seed, landscape, random.fork("plan"));
  const streets = nameStreets(plan, landscape, random.fork("streets"));
  const ground = createGround(streets, landscape, plan.districtAt);
  const blocks = assignBlockUses(ground, landscape, random.fork("uses"));
  const built = placeBuildings(ground, blocks, landscape, plan.districtAt, random.fork("buildings"));
  const buildings = settle(built, random.fork("settle"));
  const townHall = landscape.warp.apply(TOWN_HALL);
  const numbered = numberAddresses(buildings, streets, townHall, random.fork("numbers"));
  const hut = foresterHut(streets, landscape, blocks);
  return { landscape, plan, streets, ground, blocks, buildings, addresses: [...numbered, hut], townHall, random };
}

/** A deliberate oddity: one address in the woods, as far from any street as the commune allows. */
function foresterHut(streets: readonly Street[], landscape: Landscape, blocks: readonly UsedBlock[]): TownAddress {
  const index = new SegmentIndex<null>(200);
  for (const { points } of streets) index.addLine(points, null);
  let best: { readonly position: Point; readonly metres: number } = { position: [0, 0], metres: -1 };
  for (let x = -EXTENT.east; x < EXTENT.east; x += HUT_GRID_METRES) {
    for (let y = -EXTENT.north; y < EXTENT.north; y += HUT_GRID_METRES) {
      if (!isInside([x, y], landscape.boundary) || landscape.barriers.nearest([x, y], 150)) continue;
      const metres = index.nearest([x, y], 900)?.metres ?? 0;
      if (metres > best.metres) best = { position: [x, y], metres };
    }
  }
  return {
    building: null,
    street: "Maison forestière des Essarts",
    number: 1,
    suffix: "",
    position: best.position,
    dwellings: 1,
    block: blocks.find(({ face }) => isInside(best.position, face.ring))?.index ?? 0,
  };
}

import type { Random } from "../numbers/random.ts";
import type { DistrictKind } from "./districts.ts";
import type { Block, Ground } from "./ground.ts";
import type { Landscape } from "./landscape.ts";
import { distance, type Point } from "./plane.ts";

/** What a block is for, when it is not simply built on or farmed. */
export type BlockUse =
  | "castle"
  | "market-square"
  | "church"
  | "town-hall"
  | "square"
  | "park"
  | "cemetery"
  | "school"
  | "hospital"
  | "sports"
  | "homes"
  | "workshops"
  | "country";

export interface UsedBlock extends Block {
  readonly use: BlockUse;
  /** Name of the place, empty when it has none. */
  readonly placeName: string;
}

interface Wish {
  readonly use: BlockUse;
  readonly placeName: string;
  /** Where it should be, on the drawing. */
  readonly near: Point;
  readonly districts: readonly DistrictKind[];
  readonly area: readonly [least: number, most: number];
}

// biome-ignore format: one wish a line
const WISHES: readonly Wish[] = [
  { use: "castle", placeName: "Château de Valbrune", near: [-60, 60], districts: ["old-town"], area: [3500, 14000] },
  { use: "market-square", placeName: "Place du Marché", near: [90, -10], districts: ["old-town"], area: [1400, 4200] },
  { use: "church", placeName: "Collégiale Saint-Aubert", near: [110, 190], districts: ["old-town"], area: [1500, 5000] },
  { use: "town-hall", placeName: "Hôtel de ville", near: [230, 60], districts: ["old-town"], area: [1500, 5000] },
  { use: "square", placeName: "Place Saint-Martin", near: [-60, -680], districts: ["faubourg"], area: [1500, 7000] },
  { use: "square", placeName: "Place de la République", near: [420, 520], districts: ["faubourg"], area: [1500, 7000] },
  { use: "park", placeName: "Parc des Tilleuls", near: [700, 230], districts: ["faubourg"], area: [6000, 40000] },
  { use: "park", placeName: "Jardin public", near: [420, -560], districts: ["faubourg"], area: [5000, 40000] },
  { use: "park", placeName: "Parc du Coteau", near: [-500, 900], districts: ["villas"], area: [7000, 50000] },
  { use: "park", placeName: "Parc du Plateau", near: [1250, 1250], districts: ["ensemble"], area: [7000, 70000] },
  { use: "cemetery", placeName: "Cimetière de l'Est", near: [1700, 700], districts: ["villas"], area: [7000, 45000] },
  { use: "cemetery", placeName: "Cimetière Saint-Martin", near: [-1100, -600], districts: ["lotissement"], area: [7000, 45000] },
  { use: "hospital", placeName: "Centre hospitalier", near: [-1500, 600], districts: ["villas"], area: [9000, 60000] },
  { use: "school", placeName: "École Jules-Ferry", near: [300, -900], districts: ["faubourg"], area: [3500, 15000] },
  { use: "school", placeName: "École Jean-Macé", near: [620, 620], districts: ["faubourg"], area: [3500, 15000] },
  { use: "school", placeName: "École du Coteau", near: [-1000, 700], districts: ["villas"], area: [5000, 25000] },
  { use: "school", placeName: "École de Bellevue", near: [1400, 600], districts: ["villas"], area: [5000, 25000] },
  { use: "school", placeName: "École du Plateau", near: [1500, 1150], districts: ["ensemble"], area: [5000, 45000] },
  { use: "school", placeName: "École des Alouettes", near: [400, 1300], districts: ["lotissement"], area: [5000, 30000] },
  { use: "school", placeName: "École du Grand-Clos", near: [-700, 1550], districts: ["lotissement"], area: [5000, 30000] },
  { use: "school", placeName: "École de la Combe", near: [-900, -1400], districts: ["lotissement"], area: [5000, 30000] },
  { use: "school", placeName: "Collège des Moulins", near: [-900, -700], districts: ["lotissement"], area: [6000, 35000] },
  { use: "sports", placeName: "Stade de la Croix-Blanche", near: [700, -1350], districts: ["lotissement"], area: [9000, 70000] },
  { use: "square", placeName: "Square des Lilas", near: [-300, 1500], districts: ["lotissement"], area: [2500, 12000] },
  { use: "square", placeName: "Square de la Gare", near: [300, -1080], districts: ["faubourg"], area: [1500, 9000] },
];

/** Gives each wish the nearest block that fits and has no dead end inside; the rest is built on, worked on, or country. */
export function assignBlockUses(ground: Ground, landscape: Landscape, random: Random): readonly UsedBlock[] {
  const taken = new Map<Block, Wish>();
  const whole = ground.blocks.filter(
    ({ face }) => new Set(face.sides.map(({ edge }) => edge)).size === face.sides.length,
  );
  for (const wish of WISHES) {
    const target = landscape.warp.apply(wish.near);
    const fits = whole.filter(
      ({ district, face }) =>
        district !== null &&
        wish.districts.includes(district.kind) &&
        face.area >= wish.area[0] &&
        face.area <= wish.area[1],
    );
    const nearest = fits
      .filter((block) => !taken.has(block))
      .map((block) => ({ block, metres: distance(block.middle, target) + random.between(0, 5) }))
      .sort((a, b) => a.metres - b.metres)[0];
    if (nearest) taken.set(nearest.block, wish);
  }
  return ground.blocks.map((block) => {
    const wish = taken.get(block);
    return { ...block, use: wish?.use ?? plainUse(block), placeName: wish?.placeName ?? "" };
  });
}

function plainUse({ district }: Block): BlockUse {
  if (!district) return "country";
  return district.kind === "industry" || district.kind === "shops" ? "workshops" : "homes";
}

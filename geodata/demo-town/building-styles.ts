import type { Random } from "../numbers/random.ts";
import type { District } from "./districts.ts";
import type { Street } from "./streets.ts";
import type { RoadKind } from "./town-lines.ts";

/** How one plot is built: sizes in metres. */
export interface PlotPlan {
  /** Along the street. */
  readonly frontage: number;
  /** Free space on either side of the building. */
  readonly sideGap: number;
  /** From the edge of the street to the façade. */
  readonly setback: number;
  readonly depth: number;
  /** OSM value of the key building. */
  readonly building: string;
  readonly levels: number;
  readonly dwellings: number;
  /** Left empty: a garden, a yard, a car park. */
  readonly isEmpty: boolean;
  readonly hasAddress: boolean;
}

/** Half of the width of a street from wall to wall, in metres. */
export const HALF_WIDTHS: Readonly<Record<RoadKind, number>> = {
  trunk: 14,
  trunk_link: 8,
  primary: 9,
  secondary: 8,
  tertiary: 7,
  unclassified: 6,
  residential: 5,
  living_street: 3.6,
  pedestrian: 4.2,
  service: 3.5,
  footway: 2.5,
  path: 2.5,
  steps: 2.6,
  track: 4,
};

export function halfWidth(street: Street): number {
  const isNarrow = street.district?.kind === "old-town" && street.kind === "residential";
  return isNarrow ? 3.8 : HALF_WIDTHS[street.kind];
}

/** The next plot along a street. */
export function planPlot(street: Street, district: District | null, random: Random): PlotPlan {
  switch (district?.kind) {
    case "old-town":
      return oldTownPlot(random);
    case "faubourg":
      return faubourgPlot(street, random);
    case "villas":
      return random.chance(0.035) ? residencePlot(random) : villaPlot(random);
    case "lotissement":
      return random.chance(0.02) ? residencePlot(random) : estatePlot(random);
    case "ensemble":
      return slabPlot(random);
    case "industry":
    case "shops":
      return shedPlot(district.kind === "shops", random);
    default:
      return farmPlot(random);
  }
}

function oldTownPlot(random: Random): PlotPlan {
  const levels = random.pick([2, 2, 3, 3, 3, 4]);
  const dwellings = random.chance(0.42) ? 1 : random.whole(2, levels + 1);
  return {
    frontage: random.between(8.5, 15),
    sideGap: 0,
    setback: 0,
    depth: random.between(9, 13),
    building: dwellings > 1 ? "apartments" : "house",
    levels,
    dwellings,
    isEmpty: random.chance(0.05),
    hasAddress: random.chance(0.84),
  };
}

function faubourgPlot(street: Street, random: Random): PlotPlan {
  const isBusy = street.isMain;
  const isBlock = random.chance(isBusy ? 0.16 : 0.045);
  if (isBlock) return { ...residencePlot(random), setback: random.between(0, 3), sideGap: 0 };
  const dwellings = random.chance(isBusy ? 0.5 : 0.78) ? 1 : random.whole(2, 5);
  return {
    frontage: random.between(10, 19),
    sideGap: random.chance(0.25) ? 1.8 : 0,
    setback: random.chance(0.6) ? 0 : random.between(1, 4),
    depth: random.between(9, 12.5),
    building: dwellings > 1 ? "apartments" : "house",
    levels: dwellings > 1 ? random.whole(2, 4) : random.whole(1, 3),
    dwellings,
    isEmpty: random.chance(0.1),
    hasAddress: random.chance(0.9),
  };
}

function villaPlot(random: Random): PlotPlan {
  return {
    frontage: random.between(16, 25),
    sideGap: random.between(3, 5.5),
    setback: random.between(3.5, 8),
    depth: random.between(8.5, 12),
    building: random.chance(0.8) ? "house" : "detached",
    levels: random.whole(1, 3),
    dwellings: random.chance(0.94) ? 1 : 2,
    isEmpty: random.chance(0.06),
    hasAddress: true,
  };
}

function estatePlot(random: Random): PlotPlan {
  const isTerrace = random.chance(0.12);
  return {
    frontage: isTerrace ? random.between(9, 11) : random.between(18, 26),
    sideGap: isTerrace ? 0.4 : random.between(3.5, 5.5),
    setback: random.between(4.5, 7.5),
    depth: random.between(8, 11),
    building: random.chance(0.6) ? "house" : "detached",
    levels: random.whole(1, 2),
    dwellings: 1,
    isEmpty: random.chance(0.05),
    hasAddress: true,
  };
}

/** A small block of flats with a lawn in front. */
function residencePlot(random: Random): PlotPlan {
  const levels = random.whole(3, 5);
  return {
    frontage: random.between(22, 36),
    sideGap: random.between(2, 5),
    setback: random.between(4, 8),
    depth: random.between(11.5, 13.5),
    building: "apartments",
    levels,
    dwellings: levels * random.whole(2, 4),
    isEmpty: false,
    hasAddress: true,
  };
}

/** One staircase of a slab; slabs are several in a row. */
function slabPlot(random: Random): PlotPlan {
  const levels = random.pick([4, 4, 5, 5, 8]);
  return {
    frontage: random.between(18.5, 20.5),
    sideGap: 0,
    setback: 16,
    depth: 12.5,
    building: "apartments",
    levels,
    dwellings: levels * 2,
    isEmpty: random.chance(0.42),
    hasAddress: true,
  };
}

function shedPlot(isShop: boolean, random: Random): PlotPlan {
  return {
    frontage: random.between(50, 85),
    sideGap: random.between(7, 14),
    setback: isShop ? random.between(22, 34) : random.between(10, 18),
    depth: random.between(26, 50),
    building: isShop ? "retail" : random.pick(["industrial", "industrial", "warehouse"]),
    levels: 1,
    dwellings: 0,
    isEmpty: random.chance(0.1),
    hasAddress: false,
  };
}

/** Now and then a farm or a lone house on a country road. */
function farmPlot(random: Random): PlotPlan {
  const isFarm = random.chance(0.3);
  return {
    frontage: random.between(26, 60),
    sideGap: random.between(6, 9),
    setback: random.between(6, 18),
    depth: random.between(9, 13),
    building: isFarm ? "farm" : "house",
    levels: random.whole(1, 2),
    dwellings: 1,
    isEmpty: random.chance(0.86),
    hasAddress: true,
  };
}

import { isInside, type Line, type Point, resampled } from "./plane.ts";
import type { Warp } from "./warp.ts";

/** How a part of the town was built: what its streets and houses look like, and who lives there. */
export interface District {
  readonly kind: DistrictKind;
  readonly name: string;
  /** Ring of the drawing. */
  readonly ring: Line;
  /** Metres between parallel streets along the slope, and across it. */
  readonly spacing: readonly [along: number, across: number];
  /** How far streets stray from their course: 0 none, 1 a lot. */
  readonly irregularity: number;
  /** Direction of a planned grid, in degrees from east; null where streets follow slope and main roads. */
  readonly gridDegrees: number | null;
  /** Median income per consumption unit in euros a year, for the census and the votes. */
  readonly income: number;
}

export type DistrictKind = "old-town" | "faubourg" | "villas" | "lotissement" | "ensemble" | "industry" | "shops";

/** First match counts. */
// biome-ignore format: one district, one drawing
const DISTRICTS: readonly District[] = [
  { kind: "old-town", name: "Vieille Ville", spacing: [52, 70], irregularity: 0.9, gridDegrees: null, income: 20400,
    ring: [[-650, -20], [-600, 110], [-560, 230], [-440, 400], [-150, 450], [100, 420], [300, 380], [390, 210], [420, 20], [370, -150], [310, -300], [290, -425], [-60, -470], [-440, -230]] },
  { kind: "faubourg", name: "Saint-Martin", spacing: [85, 105], irregularity: 0.35, gridDegrees: null, income: 19600,
    ring: [[-620, -560], [-440, -230], [-60, -470], [360, -410], [640, -110], [1040, 100], [1070, -340], [1120, -560], [1140, -820], [700, -960], [185, -1050], [-400, -1040], [-640, -1000]] },
  { kind: "faubourg", name: "Saint-Nicolas", spacing: [85, 105], irregularity: 0.35, gridDegrees: null, income: 21300,
    ring: [[300, 380], [390, 210], [420, 20], [370, -150], [310, -300], [360, -410], [640, -110], [1030, 110], [1150, 430], [1000, 620], [620, 760], [420, 900], [130, 860], [-150, 780], [-180, 450]] },
  { kind: "ensemble", name: "Le Plateau", spacing: [120, 150], irregularity: 0.1, gridDegrees: 12, income: 14100,
    ring: [[800, 870], [1250, 900], [1700, 940], [2050, 1080], [1850, 1380], [1400, 1580], [900, 1620], [820, 1400], [760, 1150]] },
  { kind: "villas", name: "Les Coteaux", spacing: [95, 150], irregularity: 0.3, gridDegrees: null, income: 25400,
    ring: [[-1850, 340], [-1450, 320], [-1050, 400], [-720, 430], [-440, 400], [-150, 450], [-150, 780], [130, 860], [60, 1250], [-400, 1320], [-900, 1280], [-1400, 1120], [-1700, 860]] },
  { kind: "villas", name: "Bellevue", spacing: [95, 150], irregularity: 0.3, gridDegrees: null, income: 26800,
    ring: [[1150, 430], [1500, 360], [1900, 190], [1950, 500], [2000, 800], [2050, 1080], [1700, 940], [1250, 900], [800, 860], [420, 900], [620, 760], [1000, 620]] },
  { kind: "lotissement", name: "Le Grand Clos", spacing: [125, 190], irregularity: 0.22, gridDegrees: null, income: 27600,
    ring: [[30, 1350], [60, 1700], [-450, 1830], [-950, 1830], [-1450, 1560], [-1480, 1120], [-900, 1280], [-400, 1320]] },
  { kind: "lotissement", name: "Les Alouettes", spacing: [125, 190], irregularity: 0.22, gridDegrees: null, income: 24200,
    ring: [[130, 860], [420, 900], [800, 860], [760, 1150], [830, 1400], [900, 1700], [450, 1730], [60, 1780], [30, 1350], [90, 1080]] },
  { kind: "lotissement", name: "Les Moulins", spacing: [120, 180], irregularity: 0.2, gridDegrees: null, income: 22600,
    ring: [[-1650, -500], [-1200, -400], [-800, -440], [-620, -560], [-640, -1000], [-1000, -950], [-1640, -840]] },
  { kind: "lotissement", name: "La Combe", spacing: [125, 190], irregularity: 0.2, gridDegrees: null, income: 23800,
    ring: [[150, -1120], [-350, -1180], [-850, -1160], [-1250, -1120], [-1700, -1100], [-1760, -1560], [-1300, -1620], [-700, -1650], [-100, -1620], [200, -1560]] },
  { kind: "lotissement", name: "La Croix-Blanche", spacing: [125, 190], irregularity: 0.2, gridDegrees: null, income: 21900,
    ring: [[150, -1120], [500, -1130], [820, -1110], [1150, -1110], [1240, -1500], [700, -1580], [220, -1580]] },
  { kind: "faubourg", name: "La Gare", spacing: [90, 110], irregularity: 0.2, gridDegrees: null, income: 18200,
    ring: [[-400, -1060], [185, -1070], [700, -980], [1140, -840], [1150, -1180], [820, -1200], [500, -1190], [150, -1160], [-350, -1230]] },
  { kind: "industry", name: "Zone industrielle des Prés", spacing: [210, 280], irregularity: 0.05, gridDegrees: -14, income: 19000,
    ring: [[1130, -370], [1400, -400], [1800, -570], [2250, -640], [2380, -860], [2050, -1060], [1600, -1180], [1160, -1180]] },
  { kind: "shops", name: "Parc commercial du Sud", spacing: [220, 260], irregularity: 0.05, gridDegrees: 4, income: 19000,
    ring: [[290, -1940], [960, -1930], [1010, -2330], [330, -2350]] },
];

export interface Outline {
  readonly district: District;
  /** Closed ring in the town, first point not repeated. */
  readonly ring: Line;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

/** Outlines of the districts as they lie in the town, in the order in which they count. */
export function districtOutlines(warp: Warp): readonly Outline[] {
  return DISTRICTS.map((district) => {
    const ring = warp.line(resampled([...district.ring, ...district.ring.slice(0, 1)], 40)).slice(0, -1);
    const xs = ring.map(([x]) => x);
    const ys = ring.map(([, y]) => y);
    return { district, ring, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
  });
}

/** The district at a point of the town, null in the open country. */
export function createDistrictMap(warp: Warp): (point: Point) => District | null {
  const outlines = districtOutlines(warp);
  return (point) => {
    const [x, y] = point;
    for (const { district, ring, box } of outlines) {
      const [west, south, east, north] = box;
      if (x >= west && x <= east && y >= south && y <= north && isInside(point, ring)) return district;
    }
    return null;
  };
}

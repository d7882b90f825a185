import type { Line, Point } from "./plane.ts";
import type { RoadKind } from "./town-lines.ts";

/** A road of the drawing: control points, in metres, joined by a smooth line. */
export interface DrawnRoad {
  readonly name: string;
  readonly kind: RoadKind;
  readonly control: Line;
  readonly ref?: string;
  /** Name of the bridge where the road meets the river. */
  readonly bridge?: string;
  /** Where the road meets the railway: under it, over it, or on the level. */
  readonly atRail?: "under" | "over" | "level";
}

/** The streets that give the town its shape. Ends that meet are written with the same numbers. */
// biome-ignore format: one road a line reads as a drawing
export const MAIN_ROADS: readonly DrawnRoad[] = [
  // North to south: down from the plateau, round the old town, over the river, under the railway.
  { name: "Route de la Forêt", kind: "primary", ref: "D 960", control: [[210, 3200], [230, 2600], [170, 2150], [60, 1700]] },
  { name: "Avenue du Maréchal-Foch", kind: "primary", ref: "D 960", control: [[60, 1700], [30, 1350], [90, 1080], [130, 860]] },
  { name: "Avenue de la République", kind: "primary", ref: "D 960", control: [[130, 860], [200, 680], [240, 520], [300, 380]] },
  { name: "Boulevard Gambetta", kind: "primary", ref: "D 960", control: [[300, 380], [390, 210], [420, 20], [370, -150], [310, -300]] },
  { name: "Avenue de la Gare", kind: "primary", ref: "D 960", bridge: "Pont de la République", atRail: "under", control: [[310, -300], [262, -520], [215, -780], [160, -960], [150, -1160]] },
  { name: "Avenue de Clairmont", kind: "primary", ref: "D 960", control: [[150, -1160], [190, -1400], [250, -1600]] },
  { name: "Route de Clairmont", kind: "primary", ref: "D 960", control: [[250, -1600], [275, -1780], [300, -1960], [330, -2150], [420, -2600], [380, -3200]] },
  // The valley road on the north bank.
  { name: "Route de Saint-Aubin", kind: "secondary", ref: "D 14", control: [[-3700, 760], [-2900, 690], [-2350, 560], [-1850, 340]] },
  { name: "Rue de Saint-Aubin", kind: "secondary", ref: "D 14", control: [[-1850, 340], [-1650, 318], [-1400, 330], [-1050, 400], [-720, 430]] },
  { name: "Rue de la Porte-Haute", kind: "secondary", ref: "D 14", control: [[-720, 430], [-440, 400], [-150, 450], [100, 420], [300, 380]] },
  { name: "Rue du Faubourg-Saint-Nicolas", kind: "secondary", ref: "D 14", control: [[300, 380], [560, 400], [840, 440], [1150, 430]] },
  { name: "Avenue de la Vallée", kind: "secondary", ref: "D 14", control: [[1150, 430], [1500, 360], [1900, 190], [2200, 120]] },
  { name: "Route de Montfleury", kind: "secondary", ref: "D 14", control: [[2200, 120], [2600, 130], [3000, 260], [3700, 240]] },
  // The valley road on the south bank.
  { name: "Route des Moulins", kind: "tertiary", ref: "D 214", control: [[-3700, -240], [-2900, -330], [-2250, -480], [-1650, -480]] },
  { name: "Rue des Moulins", kind: "tertiary", ref: "D 214", control: [[-1650, -480], [-1200, -400], [-800, -440], [-400, -650]] },
  { name: "Rue du Faubourg-Saint-Martin", kind: "tertiary", control: [[-400, -650], [-150, -730], [215, -780]] },
  { name: "Avenue Jean-Jaurès", kind: "secondary", ref: "D 21", control: [[215, -780], [560, -700], [800, -480], [1070, -340]] },
  { name: "Avenue de l'Industrie", kind: "secondary", ref: "D 21", control: [[1070, -340], [1400, -390], [1800, -560], [2250, -640]] },
  { name: "Route de Port-Savin", kind: "secondary", ref: "D 21", control: [[2250, -640], [2800, -560], [3700, -640]] },
  // The old town, its ring and its gate; the other bridges.
  { name: "Boulevard des Remparts", kind: "tertiary", control: [[-440, 400], [-560, 230], [-600, 110], [-650, -30]] },
  { name: "Grande-Rue", kind: "pedestrian", control: [[100, 420], [70, 290], [110, 150], [60, -20], [-90, -110], [-215, -135]] },
  { name: "Rue du Pont-Vieux", kind: "residential", bridge: "Pont Vieux", control: [[-215, -135], [-265, -240], [-320, -400], [-360, -530], [-400, -650]] },
  { name: "Rue du Moulin-Brûlé", kind: "tertiary", atRail: "level", bridge: "Pont du Moulin-Brûlé", control: [[-1650, 318], [-1660, 130], [-1610, -160], [-1600, -330], [-1650, -480], [-1640, -800], [-1700, -1180]] },
  { name: "Rue de l'Écluse", kind: "tertiary", bridge: "Pont de l'Écluse", control: [[1150, 430], [1070, 340], [1030, 220], [1035, 60], [1045, -100], [1070, -340]] },
  { name: "Rue du Champ-de-Foire", kind: "tertiary", atRail: "over", control: [[1070, -340], [1120, -560], [1140, -900], [1150, -1180]] },
  // The plateau and its avenues.
  { name: "Avenue de l'Europe", kind: "tertiary", control: [[130, 860], [420, 900], [800, 860], [1250, 900], [1700, 940]] },
  { name: "Avenue du Plateau", kind: "tertiary", control: [[60, 1700], [450, 1640], [900, 1620], [1400, 1580], [1850, 1380], [2050, 1080]] },
  { name: "Rue de Bellevue", kind: "tertiary", control: [[2050, 1080], [2000, 640], [1900, 190]] },
  { name: "Boulevard du Moulin-à-Vent", kind: "tertiary", control: [[800, 860], [760, 1150], [830, 1400], [900, 1620]] },
  { name: "Rue du Bel-Air", kind: "tertiary", control: [[1700, 940], [2050, 1080]] },
  { name: "Rue des Vignes", kind: "tertiary", control: [[-720, 430], [-900, 680], [-950, 950], [-900, 1280]] },
  { name: "Avenue des Coteaux", kind: "tertiary", control: [[30, 1350], [-400, 1320], [-900, 1280], [-1400, 1120], [-1750, 820], [-1850, 340]] },
  { name: "Rue du Grand-Clos", kind: "tertiary", control: [[60, 1700], [-450, 1760], [-950, 1740], [-1400, 1520], [-1400, 1120]] },
  // South of the railway.
  { name: "Avenue du Sud", kind: "tertiary", control: [[150, -1160], [-350, -1260], [-850, -1240], [-1250, -1200], [-1700, -1180]] },
  { name: "Rue de la Croix-Blanche", kind: "tertiary", control: [[150, -1160], [500, -1190], [820, -1200], [1150, -1180]] },
  { name: "Rue des Entrepreneurs", kind: "tertiary", control: [[1150, -1180], [1600, -1180], [2050, -1090], [2350, -1000]] },
  { name: "Rue des Ateliers", kind: "tertiary", atRail: "over", control: [[2350, -1000], [2330, -820], [2250, -640]] },
  { name: "Route de la Combe", kind: "tertiary", ref: "D 118", control: [[-1700, -1180], [-1760, -1600], [-1950, -2100], [-2050, -3200]] },
  { name: "Route des Essarts", kind: "unclassified", control: [[-1400, 1520], [-1650, 1900], [-1700, 2400], [-1850, 3200]] },
  { name: "Route du Bois-Joli", kind: "unclassified", control: [[1850, 1380], [2200, 1650], [2450, 2100], [2700, 3200]] },
  { name: "Route des Granges", kind: "unclassified", control: [[1150, -1180], [1270, -1600], [1400, -2050], [1500, -3200]] },
  { name: "Route de la Plaine", kind: "unclassified", control: [[-1750, 820], [-2200, 1060], [-2700, 1180], [-3700, 1500]] },
  { name: "Route de Beauregard", kind: "unclassified", control: [[2050, 1080], [2500, 980], [3000, 1040], [3700, 900]] },
];

/** A street along the river, from the point of the bank nearest to `from` to the one nearest to `to`. */
export interface Quay {
  readonly name: string;
  readonly kind: RoadKind;
  readonly from: Point;
  readonly to: Point;
  /** From the middle of the stream, positive on the north bank. */
  readonly offsetMetres: number;
}
// biome-ignore format: one quay a line
export const QUAYS: readonly Quay[] = [
  { name: "Quai des Tanneurs", kind: "residential", from: [-660, 0], to: [-290, -330], offsetMetres: 42 },
  { name: "Quai du Vieux-Port", kind: "residential", from: [-290, -330], to: [300, -425], offsetMetres: 42 },
  { name: "Quai de l'Orvelle", kind: "residential", from: [300, -425], to: [1050, 110], offsetMetres: 42 },
  { name: "Quai Saint-Martin", kind: "residential", from: [-330, -310], to: [285, -430], offsetMetres: -46 },
  { name: "Quai des Mariniers", kind: "residential", from: [285, -430], to: [1050, 110], offsetMetres: -46 },
  { name: "Chemin de halage", kind: "path", from: [-1590, -160], to: [-330, -310], offsetMetres: -30 },
  { name: "Chemin des Pêcheurs", kind: "path", from: [1050, 110], to: [2600, -290], offsetMetres: 30 },
];

/** Crossing points that carry a roundabout, as written in MAIN_ROADS. */
// biome-ignore format: one list
export const ROUNDABOUTS: readonly Point[] = [
  [150, -1160], [1070, -340], [130, 860], [-1850, 340], [2250, -640], [60, 1700], [250, -1600], [300, -1960], [1150, -1180],
];

/** A footbridge over the river between two quays. */
export const FOOTBRIDGE: Line = [
  [560, 60],
  [610, -110],
  [700, -260],
];

/** The bypass, never walkable; it passes under the roads it meets. */
// biome-ignore format: one list
export const BYPASS: Line = [
  [-3700, -1000], [-3000, -1280], [-2300, -1560], [-1500, -1740], [-900, -1800], [-300, -1795], [275, -1780], [850, -1720],
  [1300, -1600], [1900, -1470], [2600, -1430], [3100, -1300], [3700, -1320],
];

/** Slip roads between the bypass and the roundabouts of the road to Clairmont. */
// biome-ignore format: one slip road a line
export const SLIP_ROADS: readonly Line[] = [
  [[-300, -1795], [-100, -1750], [90, -1670], [250, -1600]],
  [[850, -1720], [640, -1720], [430, -1660], [250, -1600]],
  [[-300, -1795], [-80, -1830], [130, -1890], [300, -1960]],
  [[850, -1720], [650, -1800], [470, -1890], [300, -1960]],
];

// biome-ignore format: one list
export const RAILWAY: Line = [
  [-3700, -560], [-3000, -680], [-2300, -800], [-1640, -860], [-1000, -960], [-400, -1040], [185, -1050], [700, -960],
  [1140, -820], [1600, -800], [2100, -850], [2700, -960], [3700, -900],
];

/** Outline of the commune. */
// biome-ignore format: one list
export const BOUNDARY: Line = [
  [-2950, -300], [-3000, 500], [-2850, 1300], [-2300, 1900], [-1500, 2150], [-800, 2400], [0, 2300], [800, 2450],
  [1700, 2250], [2500, 1950], [2850, 1300], [3000, 500], [2900, -250], [3050, -900], [2600, -1700], [1700, -2150],
  [900, -2500], [0, -2400], [-900, -2250], [-1800, -2400], [-2600, -1800], [-2850, -1000],
];

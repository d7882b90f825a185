import type { Position } from "../geometry/position.ts";
import { METRES_PER_DEGREE } from "../geometry/position.ts";
import type { Point } from "./plane.ts";

/**
 * Where the invented town stands and what it is called. No French commune bears this name, no river the river's.
 * Its codes begin with 96: France has no department 96, so no real commune can have them, and yet they are shaped
 * like real ones.
 */
export const TOWN = {
  name: "Valbrune-sur-Orvelle",
  river: "L'Orvelle",
  stream: "Ruisseau de la Brunette",
  communeCode: "96001",
  departmentCode: "96",
  departmentName: "Haute-Orvelle",
  constituencyCode: "9601",
  constituencyName: "1ère circonscription",
  postcode: "96000",
  title: "Valbrune-sur-Orvelle (ville inventée)",
} as const;

const MIDDLE: Position = [4.15, 47.25];
const EAST_SCALE = Math.cos((MIDDLE[1] * Math.PI) / 180);

/** Half width and half height, in metres, of everything that is drawn. */
export const EXTENT = { east: 2600, north: 2120 } as const;

/** Seven decimals, a centimetre, as OpenStreetMap keeps them. */
export function toPosition([x, y]: Point): Position {
  return [roundTo7(MIDDLE[0] + x / (METRES_PER_DEGREE * EAST_SCALE)), roundTo7(MIDDLE[1] + y / METRES_PER_DEGREE)];
}

export function toPoint([longitude, latitude]: Position): Point {
  return [(longitude - MIDDLE[0]) * METRES_PER_DEGREE * EAST_SCALE, (latitude - MIDDLE[1]) * METRES_PER_DEGREE];
}

const roundTo7 = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

import type { ElevationGrid } from "../elevation/elevation-grid.ts";
import type { BoundingBox } from "../geometry/position.ts";
import { UnusableFile } from "./source-rows.ts";

/** What Lambert-93 is defined for: France with its seas, in metres. */
const LAMBERT_93_BOX: BoundingBox = [-400_000, 5_900_000, 1_400_000, 7_300_000];
const WORLD: BoundingBox = [-181, -91, 181, 91];

/**
 * The system of a grid that does not name it, told by its numbers: degrees and the metres of Lambert-93 (the system
 * of IGN's BD ALTI and RGE ALTI) cannot be mistaken for each other. Throws UnusableFile for any other.
 */
export function coordinateSystemOf(path: string, box: BoundingBox): ElevationGrid["system"] {
  if (isWithin(box, WORLD)) return "degrees";
  if (isWithin(box, LAMBERT_93_BOX)) return "lambert-93";
  throw new UnusableFile(path, {
    fr: `se trouve entre x ${box[0]} et ${box[2]}, y ${box[1]} et ${box[3]} : il faut des degrés (WGS 84) ou des mètres en Lambert-93`,
    en: `lies at x ${box[0]} to ${box[2]}, y ${box[1]} to ${box[3]}: expected degrees (WGS 84) or metres in Lambert-93`,
  });
}

function isWithin(box: BoundingBox, around: BoundingBox): boolean {
  return box[0] >= around[0] && box[1] >= around[1] && box[2] <= around[2] && box[3] <= around[3];
}

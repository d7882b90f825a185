import type { ElevationGrid } from "../elevation/elevation-grid.ts";
import { UnusableFile } from "./source-rows.ts";

/** Samples on a side: SRTM1 (one second of arc, about 30 m) and SRTM3 (three seconds, about 90 m). */
const SIDES = [3601, 1201];
const BYTES_PER_SAMPLE = 2;
const VOID = -32768;
const NAME = /^([NS])(\d{2})([EW])(\d{3})/i;

export function isHgtName(name: string): boolean {
  return NAME.test(name) && /\.hgt$/i.test(name);
}

export function isHgtSize(bytes: number): boolean {
  return SIDES.some((side) => bytes === side * side * BYTES_PER_SAMPLE);
}

/**
 * Reads an SRTM tile: 16-bit big-endian metres, one degree on each side, the outer samples on the very edge, so that
 * neighbouring tiles share them. The file holds no position: its name gives the south-west corner.
 * Source: USGS, "SRTM Topography" (documentation of version 2.1), sections 2 and 3.
 */
export function readHgt(path: string, name: string, bytes: Buffer): ElevationGrid {
  const match = NAME.exec(name);
  if (match === null) {
    throw new UnusableFile(path, {
      fr: `a pour nom "${name}", qui ne dit pas où se trouve la dalle ; il faut un nom comme N43E007.hgt`,
      en: `has a name ("${name}") that does not say where the tile lies, expected one like N43E007.hgt`,
    });
  }
  const side = SIDES.find((samples) => bytes.length === samples * samples * BYTES_PER_SAMPLE);
  if (side === undefined) {
    const sizes = SIDES.map((samples) => samples * samples * BYTES_PER_SAMPLE);
    throw new UnusableFile(path, {
      fr: `contient ${bytes.length} octets ; il en faut ${sizes.join(" ou ")} (SRTM1 ou SRTM3)`,
      en: `holds ${bytes.length} bytes, expected ${sizes.join(" or ")} (SRTM1 or SRTM3)`,
    });
  }
  const [, northSouth = "", latitude = "", eastWest = "", longitude = ""] = match;
  const south = Number(latitude) * (northSouth.toUpperCase() === "S" ? -1 : 1);
  const west = Number(longitude) * (eastWest.toUpperCase() === "W" ? -1 : 1);
  const values = new Int16Array(side * side);
  for (let sample = 0; sample < values.length; sample++) values[sample] = bytes.readInt16BE(sample * BYTES_PER_SAMPLE);
  const step = 1 / (side - 1);
  return {
    columns: side,
    rows: side,
    values,
    voidValue: VOID,
    west,
    north: south + 1,
    columnStep: step,
    rowStep: step,
    system: "degrees",
  };
}

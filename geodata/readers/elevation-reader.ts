import { basename } from "node:path";
import { type ElevationGrid, gridBox, gridElevation } from "../elevation/elevation-grid.ts";
import type { ElevationModel } from "../elevation/elevation-model.ts";
import type { BoundingBox } from "../geometry/position.ts";
import { createAsciiGridParser, isAsciiGrid } from "./ascii-grid.ts";
import { isTiff, readGeoTiff } from "./geotiff-grid.ts";
import { isHgtName, isHgtSize, readHgt } from "./hgt.ts";
import { type OpenedFile, openFile } from "./open-file.ts";
import type { ReadFacts, ReadOptions } from "./read-facts.ts";
import { UnusableFile } from "./source-rows.ts";

/** A model of the ground. Counts are of cells: rejected are void or impossible. */
export interface ElevationTile extends ReadFacts {
  readonly format: "hgt" | "geotiff" | "ascii-grid";
  readonly model: ElevationModel;
  /** Degrees. */
  readonly box: BoundingBox;
}

/** No file of one tile is larger than this, decompressed. */
const MAX_BYTES = 1_500_000_000;

/**
 * Reads heights: SRTM .hgt (its name says where it lies), GeoTIFF or ESRI ASCII grid (both in degrees or Lambert-93),
 * plain, gzip or zip. Throws UnusableFile when the file is none of these or is damaged, Cancelled when aborted.
 */
export async function readElevation(path: string, options: ReadOptions = {}): Promise<ElevationTile> {
  let total = 0;
  const { signal, onProgress } = options;
  const file = await openFile(path, { signal, onBytes: (read) => onProgress?.(read, total) });
  total = file.bytes;
  const { format, grid } = await readGrid(path, file);
  const impossible = blankImpossible(grid);
  const unknown = countVoid(grid);
  const read = grid.columns * grid.rows;
  const rejects = [
    {
      reason: "void",
      count: unknown - impossible,
      examples: [
        { fr: `${basename(path)} n’a pas d’altitude à cet endroit`, en: `${basename(path)} has no height there` },
      ],
    },
    {
      reason: "impossible-height",
      count: impossible,
      examples: [
        {
          fr: `${basename(path)} : sous ${LOWEST_METRES} m ou au-dessus de ${HIGHEST_METRES} m`,
          en: `${basename(path)}: below ${LOWEST_METRES} m or above ${HIGHEST_METRES} m`,
        },
      ],
    },
  ].filter(({ count }) => count > 0);
  return {
    file: basename(path),
    format,
    model: gridElevation(grid),
    box: gridBox(grid),
    read,
    accepted: read - unknown,
    rejected: unknown,
    outside: 0,
    rejects,
    notes: [],
    sha256: file.sha256(),
    bytes: file.bytes,
  };
}

async function readGrid(
  path: string,
  file: OpenedFile,
): Promise<{ readonly format: ElevationTile["format"]; readonly grid: ElevationGrid }> {
  const chunks: Buffer[] = [];
  let size = 0;
  let ascii: ReturnType<typeof createAsciiGridParser> | null = null;
  for await (const chunk of file.stream) {
    if (size === 0 && isAsciiGrid(chunk)) ascii = createAsciiGridParser(path);
    size += chunk.length;
    if (ascii !== null) ascii.push(chunk);
    else chunks.push(chunk);
    if (ascii === null && size > MAX_BYTES) {
      throw new UnusableFile(path, {
        fr: `dépasse ${MAX_BYTES} octets : découpez-le`,
        en: `is larger than ${MAX_BYTES} bytes: cut it`,
      });
    }
  }
  if (ascii !== null) return { format: "ascii-grid", grid: ascii.end() };
  const bytes = Buffer.concat(chunks);
  if (isTiff(bytes)) return { format: "geotiff", grid: await readGeoTiff(path, bytes) };
  if (isHgtName(file.name) || isHgtSize(size)) return { format: "hgt", grid: readHgt(path, file.name, bytes) };
  throw new UnusableFile(path, {
    fr: `ne contient pas d’altitudes (${file.name}) : il faut .hgt, GeoTIFF ou une grille ASCII d’ESRI`,
    en: `${file.name} holds no heights: expected .hgt, GeoTIFF or ESRI ASCII grid`,
  });
}

/** The Dead Sea and Everest, with room for errors of the instrument. */
const LOWEST_METRES = -500;
const HIGHEST_METRES = 9000;

/** Makes impossible heights void, and counts them. */
function blankImpossible({ values, voidValue }: ElevationGrid): number {
  let count = 0;
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell];
    if (value === undefined || value === voidValue || Number.isNaN(value)) continue;
    if (value >= LOWEST_METRES && value <= HIGHEST_METRES) continue;
    values[cell] = voidValue;
    count++;
  }
  return count;
}

function countVoid({ values, voidValue }: ElevationGrid): number {
  let count = 0;
  for (const value of values) if (value === voidValue || Number.isNaN(value)) count++;
  return count;
}

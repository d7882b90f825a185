import { statfs } from "node:fs/promises";
import type { ImportLimits } from "../contract/imports.ts";

/** What a server takes in; the free space is looked up each time. */
export interface ImportBounds extends Omit<ImportLimits, "freeBytes"> {
  /** Kept free for the territory that is built, and for the campaign. */
  readonly reserveBytes: number;
  readonly imports: number;
}

const MEGABYTE = 1_000_000;

/**
 * Limits from the environment: ARPENT_IMPORT_FILE_MB (4,096: an extract of OpenStreetMap for all of France is 4,500)
 * and ARPENT_IMPORT_FREE_MB (500). Throws RangeError when one is not a number of megabytes.
 */
export function importBounds(environment: Readonly<Record<string, string | undefined>>): ImportBounds {
  return {
    fileBytes: megabytesOf(environment, "ARPENT_IMPORT_FILE_MB", 4096) * MEGABYTE,
    reserveBytes: megabytesOf(environment, "ARPENT_IMPORT_FREE_MB", 500) * MEGABYTE,
    pieceBytes: 4 * 1_048_576,
    files: 200,
    imports: 50,
  };
}

/** Bytes that may still be written into the folder before the reserve is touched. */
export async function freeBytesOf(folder: string, { reserveBytes }: ImportBounds): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.max(0, bavail * bsize - reserveBytes);
}

function megabytesOf(environment: Readonly<Record<string, string | undefined>>, name: string, usual: number): number {
  const text = environment[name]?.trim() ?? "";
  if (text === "") return usual;
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new RangeError(`${name} is "${text}": expected a number of megabytes above 0, e.g. ${usual}.`);
}

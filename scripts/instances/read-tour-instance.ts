import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { UnusableInput } from "../unusable-input.ts";

/** A table of walking times between places, in the units of its file. */
export interface TourInstance {
  readonly name: string;
  readonly stopCount: number;
  /** `costs[from × n + to]`. */
  readonly costs: Float32Array;
}

const NAME = /^tour-(.+)\.i32\.gz$/;

/** Names of the tour instances of a folder, small ones first. */
export function tourInstanceNames(folder: string): string[] {
  const names = readdirSync(folder).flatMap((file) => NAME.exec(file)?.[1] ?? []);
  return names.sort((a, b) => Number(/\d+$/.exec(a)?.[0] ?? 0) - Number(/\d+$/.exec(b)?.[0] ?? 0) || (a < b ? -1 : 1));
}

/** Reads `tour-NAME.i32.gz`: n × n little-endian int32, row by row. Throws UnusableInput when it is anything else. */
export function readTourInstance(folder: string, name: string): TourInstance {
  const path = join(folder, `tour-${name}.i32.gz`);
  const bytes = unpack(path);
  const cells = bytes.length / 4;
  const stopCount = Math.round(Math.sqrt(cells));
  if (stopCount * stopCount !== cells) {
    throw new UnusableInput(path, `holds ${bytes.length} bytes, expected 4 × n × n for a whole number n`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const costs = Float32Array.from({ length: cells }, (_, cell) => view.getInt32(4 * cell, true));
  return { name, stopCount, costs };
}

function unpack(path: string): Buffer {
  try {
    return gunzipSync(readFileSync(path));
  } catch (error) {
    throw new UnusableInput(path, `cannot be unpacked as gzip: ${error instanceof Error ? error.message : error}`);
  }
}

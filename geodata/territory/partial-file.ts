import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

const PARTIAL = /\.partial-(\d+)(-journal|-wal|-shm)?$/;
/** A process id comes round again: a partial of this age belongs to nobody, whatever its number. */
const ABANDONED_AFTER_MS = 24 * 3600 * 1000;

/** Where a file is written before it is whole: beside the real one, so that a rename can put it in place. */
export function partialPath(path: string): string {
  return `${path}.partial-${process.pid}`;
}

/** Puts a whole file in place of the old one in one step, on disk before it returns. */
export function putInPlace(partial: string, path: string): void {
  syncToDisk(partial);
  renameSync(partial, path);
  syncToDisk(dirname(path));
}

/**
 * Puts a whole file in place where there is none, on disk before it returns. Where there is one already, that one stays. The
 * partial file stays too.
 */
export function putInPlaceOnce(partial: string, path: string): void {
  syncToDisk(partial);
  try {
    linkSync(partial, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
  syncToDisk(dirname(path));
}

/** Removes the partial files that dead processes left beside `path`. Returns their names. */
export function removeAbandonedPartials(path: string, nowMs: number): string[] {
  const folder = dirname(path);
  const abandoned = readdirSync(folder).filter((name) => {
    const processId = writerOf(name);
    if (processId === null || !name.startsWith(`${basename(path)}.`)) return false;
    return processId === process.pid || isAbandoned(join(folder, name), processId, nowMs);
  });
  for (const name of abandoned) rmSync(join(folder, name), { force: true });
  return abandoned;
}

/** Removes every partial file that a dead process left in a folder. Returns their names. */
export function sweepAbandonedPartials(folder: string, nowMs: number): string[] {
  const abandoned = readdirSync(folder).filter((name) => {
    const processId = writerOf(name);
    return processId !== null && processId !== process.pid && isAbandoned(join(folder, name), processId, nowMs);
  });
  for (const name of abandoned) rmSync(join(folder, name), { force: true });
  return abandoned;
}

/** The process that writes, or wrote, a partial file; null for any other file. */
function writerOf(name: string): number | null {
  const match = PARTIAL.exec(name);
  return match === null ? null : Number(match[1]);
}

function isAbandoned(path: string, processId: number, nowMs: number): boolean {
  return !isAlive(processId) || nowMs - statSync(path).mtimeMs > ABANDONED_AFTER_MS;
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: the process is there but belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function syncToDisk(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

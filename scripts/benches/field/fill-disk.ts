import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";

/**
 * Lets the files of a process grow no more than by a little, as a quota does, until lifted. False where the system has no
 * `prlimit` (util-linux).
 */
export function limitFiles(pid: number, largestFile: string, moreBytes: number): boolean {
  return setLimit(pid, String(sizeOf(largestFile) + moreBytes));
}

export function liftLimit(pid: number): void {
  setLimit(pid, "unlimited");
}

function setLimit(pid: number, soft: string): boolean {
  try {
    execFileSync("prlimit", ["--pid", String(pid), `--fsize=${soft}:`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

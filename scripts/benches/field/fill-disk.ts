import { execFileSync } from "node:child_process";

/**
 * Lets a process write nothing beyond so many bytes of any file, until lifted. That is harder than a quota: a log whose
 * room is used again would never meet one. False where the system has no `prlimit` (util-linux).
 */
export function limitFiles(pid: number, mostBytes: number): boolean {
  return setLimit(pid, String(mostBytes));
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

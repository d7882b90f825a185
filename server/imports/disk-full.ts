import { Refusal } from "../contract/refusal.ts";

/** Of the system (ENOSPC, quota) or of SQLite. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof Refusal || !(error instanceof Error) || !("code" in error)) return false;
  return error.code === "ENOSPC" || error.code === "EDQUOT" || error.code === "SQLITE_FULL";
}

import { inject } from "vitest";

/** Address of the program that the journeys of this file use: no other file uses it at the same time. */
export function ownProgramUrl(): string {
  const urls = inject("programUrls");
  const url = urls[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % urls.length];
  if (url === undefined) throw new Error("no program was started for the journeys");
  return url;
}

import { inject } from "vitest";

/** Address of the program that the journeys of this file use: no other file uses it at the same time. */
export function ownProgramUrl(): string {
  return ofThisWorker(inject("programUrls"));
}

/** Its folder. */
export function ownProgramHome(): string {
  return ofThisWorker(inject("programHomes"));
}

function ofThisWorker(all: readonly string[]): string {
  const own = all[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % all.length];
  if (own === undefined) throw new Error("no program was started for the journeys");
  return own;
}

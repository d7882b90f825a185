import { setTimeout as pause } from "node:timers/promises";
import type { Language } from "../contract/plan.ts";
import { describeWhatArrived, type ImportDeps, knownImport } from "./change-import.ts";
import { importState } from "./import-state.ts";

export interface ImportEvent {
  readonly event: "state" | "progress" | "gone";
  readonly data: string;
}

/** Between two events: a reader sees no more. */
const PAUSE_MS = 150;

/**
 * An import as it is now, then again with each change until the reader has left; the progress of its build by itself.
 * Throws Refusal "nothing-found" when there is no such import.
 */
export async function* importEvents(
  importId: string,
  { language, signal }: { readonly language: Language; readonly signal: AbortSignal },
  deps: ImportDeps,
): AsyncGenerator<ImportEvent> {
  const { imports, importJobs } = deps;
  let known = "";
  let progress = "";
  knownImport(importId, imports);
  describeWhatArrived(importId, deps);
  while (!signal.aborted) {
    const heard = importJobs.bell.heard(signal);
    const record = imports.find(importId);
    if (record === null) return yield { event: "gone", data: "{}" };
    const state = JSON.stringify(importState(record, imports, language));
    const now = JSON.stringify(importJobs.progress(importId));
    if (state !== known) yield { event: "state", data: state };
    if (now !== progress && now !== "null") yield { event: "progress", data: now };
    if (state === known && now === progress) await heard;
    else await pause(PAUSE_MS, undefined, { signal }).catch(() => {});
    known = state;
    progress = now;
  }
}

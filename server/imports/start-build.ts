import { importObstacles } from "../contract/import-readiness.ts";
import { beginImport, type ImportDeps, restingImport } from "./change-import.ts";
import type { ImportRecord } from "./import-record.ts";
import { importState } from "./import-state.ts";
import { notReady } from "./import-words.ts";

/** Puts an import in the queue of builds. Throws Refusal "not-ready", "build-running", "nothing-found". */
export function startBuild(importId: string, deps: ImportDeps): void {
  const { imports } = deps;
  const record = restingImport(importId, imports);
  if (record.kind === "files") {
    const obstacles = importObstacles(importState(record, imports, "fr"));
    if (obstacles.length > 0) throw notReady(obstacles.map(({ code }) => code));
  }
  queue(record, deps);
}

/** Makes the invented town, or goes on with the making of it. Gives the id of its import. */
export async function startDemo(deps: ImportDeps): Promise<string> {
  const { imports } = deps;
  const known = imports.list().find(({ kind }) => kind === "demo");
  const options = { title: "Demo", name: "demo", communes: [], box: null };
  const record = known ?? (await beginImport("demo", options, deps));
  if (record.build?.status === "waiting" || record.build?.status === "running") return record.id;
  queue(record, deps);
  return record.id;
}

function queue(record: ImportRecord, { imports, importJobs, now }: ImportDeps): void {
  const build = {
    ...{ status: "waiting" as const, territoryName: record.options.name },
    ...{ startedAt: now().toISOString(), endedAt: null, failure: null },
  };
  imports.save({ ...record, build });
  importJobs.build(record.id);
}

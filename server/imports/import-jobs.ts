import { dirname } from "node:path";
import { Cancelled } from "../../geodata/readers/source-rows.ts";
import { sweepAbandonedPartials } from "../../geodata/territory/partial-file.ts";
import { territoryPath } from "../../geodata/territory/territory-folder.ts";
import type { BuildProgress } from "../contract/build-report.ts";
import type { ImportProgress, SaidOfFile } from "../contract/imports.ts";
import { describeError, type FaultLog } from "../http/problem-response.ts";
import { createSignalBell, type SignalBell } from "../http/signal-bell.ts";
import type { Workers } from "../work/create-workers.ts";
import { buildOrder } from "./build-order.ts";
import { faultOf } from "./fault-words.ts";
import { type BuildRecord, type ImportRecord, isBuilding } from "./import-record.ts";
import type { ImportStore } from "./import-store.ts";
import { INTERRUPTED } from "./import-words.ts";

/** What this process does for imports: describes files, builds territories one after the other. */
export interface ImportJobs {
  /** Recognises a file that has arrived; twice is once. */
  describe(importId: string, fileId: string): void;
  /** Gives up describing a file that was removed, or every file of an import that was. */
  forget(importId: string, fileId?: string): void;
  /** Puts the import, already marked as waiting, at the end of the queue. */
  build(importId: string): void;
  /** Ends a build of this process at once for its readers; its process follows. */
  cancel(importId: string): void;
  /** Null when nothing of the import waits or runs here. */
  progress(importId: string): ImportProgress | null;
  /** Rings with each change of any import. */
  readonly bell: SignalBell;
  /** Marks what a killed server left behind as interrupted. */
  recover(): number;
  /** Stops everything; builds that were running or waiting are marked as interrupted. */
  close(): Promise<void>;
}

interface Job {
  progress: BuildProgress | null;
  readonly controller: AbortController;
}

export interface ImportJobsDeps {
  readonly workers: Pick<Workers, "build" | "describe">;
  readonly imports: ImportStore;
  readonly now: () => Date;
  readonly log: FaultLog;
}

export function createImportJobs({ workers, imports, now, log }: ImportJobsDeps): ImportJobs {
  const bell = createSignalBell();
  /** In the order of their start; the first one runs. */
  const queue = new Map<string, Job>();
  /** By import and file. */
  const describing = new Map<string, AbortController>();
  const endings = new Set<Promise<void>>();
  let last: Promise<void> = Promise.resolve();
  let isClosing = false;

  /** Reads, changes and writes at once: nothing comes between. */
  function change(importId: string, make: (record: ImportRecord) => ImportRecord): void {
    const record = imports.find(importId);
    if (record !== null) imports.save(make(record));
    bell.ring();
  }

  function endBuild(importId: string, ended: Pick<BuildRecord, "status" | "failure">): void {
    change(importId, (record) =>
      record.build === null
        ? record
        : { ...record, build: { ...record.build, ...ended, endedAt: now().toISOString() } },
    );
  }

  async function run(importId: string, job: Job): Promise<void> {
    const record = imports.find(importId);
    try {
      if (record === null || job.controller.signal.aborted) throw new Cancelled();
      change(importId, (one) => (one.build ? { ...one, build: { ...one.build, status: "running" } } : one));
      const { report } = await workers.build(buildOrder(record, imports), {
        signal: job.controller.signal,
        onProgress(progress) {
          job.progress = progress;
          bell.ring();
        },
      });
      if (imports.find(importId) !== null) imports.saveReport(importId, report);
      end({ status: "done", failure: null });
    } catch (error) {
      // A process that was ended in the middle could not clear up.
      if (record !== null) sweepAbandonedPartials(dirname(territoryPath(record.options.name)), Date.now());
      if (isClosing) end({ status: "failed", failure: INTERRUPTED });
      else if (error instanceof Cancelled) end({ status: "cancelled", failure: null });
      else end({ status: "failed", failure: failureOf(error, record) });
    } finally {
      if (queue.get(importId) === job) queue.delete(importId);
      bell.ring();
    }

    function end(ended: Pick<BuildRecord, "status" | "failure">): void {
      // Started again while its process was still ending: that is another story.
      if (queue.get(importId) === job) endBuild(importId, ended);
    }
  }

  function failureOf(error: unknown, record: ImportRecord | null): NonNullable<BuildRecord["failure"]> {
    const fault = faultOf(error, record?.files ?? []);
    if (fault !== null) return { code: "unusable-file", sentence: fault };
    const { code, sentence } = describeError(error, log);
    return { code, sentence };
  }

  async function describe(importId: string, fileId: string, signal: AbortSignal): Promise<void> {
    const record = imports.find(importId);
    const file = record?.files.find((one) => one.id === fileId);
    if (record === null || file === undefined) return;
    let found: Pick<typeof file, "description" | "fault">;
    try {
      const path = imports.filePath(importId, file);
      found = { description: await workers.describe(path, file.said, signal), fault: null };
    } catch (error) {
      if (isClosing || signal.aborted) return;
      const fault = faultOf(error, record.files) ?? describeError(error, log).sentence;
      found = { description: file.description, fault };
    }
    change(importId, (one) => ({
      ...one,
      // What was said of the file meanwhile makes this the answer to another question.
      files: one.files.map((other) =>
        other.id === fileId && sameSaid(other.said, file.said) ? { ...other, ...found } : other,
      ),
    }));
  }

  /** Again as long as something else was said of the file while it was read. */
  async function describeAsSaid(importId: string, fileId: string, signal: AbortSignal): Promise<void> {
    const saidOf = () => imports.find(importId)?.files.find(({ id }) => id === fileId)?.said;
    for (let asked = saidOf(); asked !== undefined && !isClosing; ) {
      await describe(importId, fileId, signal);
      const now = saidOf();
      if (now === undefined || sameSaid(now, asked)) return;
      asked = now;
    }
  }

  function track(work: Promise<void>, what: string): void {
    const ending = work
      .catch((error) => log.error({}, `${what} could not be stored: ${error}`))
      .finally(() => endings.delete(ending));
    endings.add(ending);
  }

  return {
    bell,
    describe(importId, fileId) {
      const key = `${importId}/${fileId}`;
      if (describing.has(key) || isClosing) return;
      const controller = new AbortController();
      describing.set(key, controller);
      track(
        describeAsSaid(importId, fileId, controller.signal).finally(() => {
          describing.delete(key);
          bell.ring();
        }),
        "the description of a file",
      );
    },
    forget(importId, fileId) {
      for (const [key, controller] of describing) {
        if (fileId === undefined ? key.startsWith(`${importId}/`) : key === `${importId}/${fileId}`) controller.abort();
      }
    },
    build(importId) {
      const job: Job = { progress: null, controller: new AbortController() };
      // A key that is set again keeps its place: whoever starts again waits at the end.
      queue.delete(importId);
      queue.set(importId, job);
      last = last.then(() => run(importId, job)).catch((error) => log.error({}, `a build could not end: ${error}`));
      track(last, "the end of a build");
      bell.ring();
    },
    cancel(importId) {
      const job = queue.get(importId);
      const record = imports.find(importId);
      if (record !== null && isBuilding(record)) endBuild(importId, { status: "cancelled", failure: null });
      job?.controller.abort();
    },
    progress(importId) {
      const ahead = [...queue.keys()].indexOf(importId);
      return ahead === -1 ? null : { ahead, build: queue.get(importId)?.progress ?? null };
    },
    recover() {
      const left = imports.list().filter(isBuilding);
      for (const { id } of left) endBuild(id, { status: "failed", failure: INTERRUPTED });
      return left.length;
    },
    async close() {
      isClosing = true;
      for (const { controller } of queue.values()) controller.abort();
      await Promise.all(endings);
    },
  };
}

function sameSaid(one: SaidOfFile, other: SaidOfFile): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

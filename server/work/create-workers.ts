import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { Piscina } from "piscina";
import { Cancelled } from "../../geodata/readers/source-rows.ts";
import type { BuildProgress } from "../contract/build-report.ts";
import type { FileDescription } from "../contract/file-description.ts";
import type { SaidOfFile } from "../contract/imports.ts";
import type { Plan, PlanProgress } from "../contract/plan.ts";
import type { Arrangement } from "../contract/plan-arrangement.ts";
import type { RouterServer } from "../osrm-router/parse-router-url.ts";
import type { OutingWork, OutingWorkKind } from "../outings/outing-work.ts";
import { type Outcome, settled } from "./outcome.ts";
import type { PackedJson } from "./packed-json.ts";
import type { ReadKind, ReadShapes } from "./reads.ts";
import { runBuild } from "./run-build.ts";
import type {
  BuildOrder,
  ComposeTask,
  EditOrder,
  EditOutcome,
  FinishedBuild,
  OutingTask,
  PlanTask,
  ReadTask,
  RepairOrder,
  SheetsTask,
  Task,
} from "./task.ts";
import { type FinishedPlan, isLongRead, PLAN_FLAGS } from "./task.ts";

/** Everything that takes longer than a glance, done off the thread that serves requests. */
export interface Workers {
  /** Plans that are computed at the same time; more wait their turn. */
  readonly planThreads: number;
  /**
   * Asks one thing of the territory at `path`. Throws Refusal and UnusableFile as the read does, and Cancelled once the
   * signal is aborted: a long read that nobody waits for any more is ended with its thread.
   */
  read<Kind extends ReadKind>(
    kind: Kind,
    path: string,
    input: ReadShapes[Kind]["input"],
    signal?: AbortSignal,
  ): Promise<PackedJson<ReadShapes[Kind]["output"]>>;
  plan(order: PlanOrder, watch: PlanWatch): Promise<FinishedPlan>;
  printSheets(order: Omit<SheetsTask, "kind">): Promise<Uint8Array>;
  /** One edit by hand. Throws the Refusals of editing. */
  editPlan(order: EditOrder): Promise<EditOutcome>;
  repairPlan(order: RepairOrder): Promise<PackedJson<Arrangement>>;
  composePlan(order: Omit<ComposeTask, "kind">): Promise<PackedJson<Plan>>;
  /** Something of an outing. Throws the Refusals of the work. */
  outing<Kind extends OutingWorkKind>(
    work: Kind,
    order: OutingWork[Kind]["input"],
  ): Promise<OutingWork[Kind]["output"]>;
  /** Builds a territory in a process of its own. Throws UnusableFile, Refusal "disk-full", Cancelled. */
  build(order: BuildOrder, watch: WorkWatch<BuildProgress>): Promise<FinishedBuild>;
  /** Recognises a file by its content and reads it through. Throws UnusableFile; when aborted, as the pool does. */
  describe(path: string, said: SaidOfFile, signal: AbortSignal): Promise<FileDescription>;
  close(): Promise<void>;
}

export interface WorkersOptions {
  /** Who measures and draws the walks of plans; null, the default, for our own engine. */
  readonly router?: RouterServer | null;
}

export type PlanOrder = Pick<PlanTask, "path" | "order" | "choice">;

export interface WorkWatch<Progress> {
  /** Aborted to give up: the worker stops by itself, or is ended after a grace. Rejects with Cancelled. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface PlanWatch extends WorkWatch<PlanProgress> {
  /** Aborted to take the best routes found so far. */
  readonly finish?: AbortSignal;
}

/** How long a plan may take to notice that it was cancelled before its thread is ended. */
const GRACE_MS = 3000;
/** Long work gives way to the thread that answers, where the system can tell threads apart (nice(2)). */
const NICE = 5;

/**
 * Sets of threads from one entry. Planning takes seconds and gets all cores but one; reading takes milliseconds and must
 * wait neither behind a plan nor behind sheets; long reads go with the sheets. A planner and a reader stay warm. Files
 * are described beside all that, and builds, which take minutes and gigabytes, have processes of their own.
 */
export function createWorkers({ router = null }: WorkersOptions = {}): Workers {
  const filename = fileURLToPath(new URL("./work-thread.mjs", import.meta.url));
  const planThreads = Math.max(1, availableParallelism() - 1);
  const planners = new Piscina({
    filename,
    niceIncrement: NICE,
    minThreads: 1,
    maxThreads: planThreads,
    idleTimeout: 60_000,
  });
  const readers = new Piscina({ filename, minThreads: 1, maxThreads: 1 });
  const printers = new Piscina({ filename, niceIncrement: NICE, minThreads: 0, maxThreads: 1, idleTimeout: 60_000 });
  const describers = new Piscina({ filename, niceIncrement: NICE, minThreads: 0, maxThreads: 1, idleTimeout: 60_000 });

  return {
    planThreads,
    async read(kind, path, input, signal) {
      const isLong = isLongRead(kind, input);
      // The thread of short reads keeps what it has open, and is free again before it could be ended.
      const options = isLong && signal !== undefined ? { signal } : {};
      const task = readTask(kind, path, input);
      try {
        if (signal?.aborted) throw new Cancelled();
        const asked = run<PackedJson<ReadShapes[typeof kind]["output"]>>(isLong ? printers : readers, task, options);
        return settled(await asked);
      } catch (error) {
        throw signal?.aborted ? new Cancelled() : error;
      }
    },
    plan: (order, watch) =>
      runWatched<PlanProgress, FinishedPlan>(planners, watch, (progress, flags) => ({
        kind: "plan",
        ...order,
        router,
        progress,
        flags,
      })),
    build: (order, watch) => runBuild(order, watch, NICE),
    async describe(path, said, signal) {
      return settled(await run<FileDescription>(describers, { kind: "describe", path, said }, { signal }));
    },
    async printSheets(order) {
      return settled(await run<Uint8Array>(printers, { kind: "sheets", ...order }));
    },
    // An edit takes as long as a read, and the one thread of readers remembers the plan from edit to edit.
    editPlan: async (order) => settled(await run<EditOutcome>(readers, { kind: "edit", ...order })),
    // Somebody waits for the answer: it is not put behind the plans that are being made.
    repairPlan: async (order) => settled(await run<PackedJson<Arrangement>>(printers, { kind: "repair", ...order })),
    composePlan: async (order) => settled(await run<PackedJson<Plan>>(readers, { kind: "compose", ...order })),
    async outing(work, order) {
      // Cutting up and drawing take as long as an edit; a search and a print wait behind each other.
      const threads = work === "open" || work === "redraw" ? readers : printers;
      return settled(await run<OutingWork[typeof work]["output"]>(threads, outingTask(work, order)));
    },
    async close() {
      const sets = [planners, readers, printers, describers];
      await Promise.all(sets.map((threads) => threads.destroy()));
    },
  };
}

/** Work that tells its progress and can be given up. */
async function runWatched<Progress, Finished>(
  threads: Piscina,
  { signal, finish, onProgress }: WorkWatch<Progress> & Pick<PlanWatch, "finish">,
  makeTask: (progress: MessagePort, flags: SharedArrayBuffer) => Task,
): Promise<Finished> {
  const { port1, port2 } = new MessageChannel();
  const shared = new SharedArrayBuffer(PLAN_FLAGS.bytes);
  const flags = new Int32Array(shared);
  const ending = new AbortController();
  let grace: NodeJS.Timeout | undefined;
  const stop = () => {
    Atomics.store(flags, PLAN_FLAGS.stop, 1);
    if (Atomics.load(flags, PLAN_FLAGS.begun) === 0) ending.abort();
    else grace = setTimeout(() => ending.abort(), GRACE_MS);
  };
  const finishNow = () => Atomics.store(flags, PLAN_FLAGS.finish, 1);
  port1.on("message", onProgress);
  finish?.addEventListener("abort", finishNow, { once: true });
  if (finish?.aborted) finishNow();
  signal.addEventListener("abort", stop, { once: true });
  try {
    if (signal.aborted) throw new Cancelled();
    const options = { signal: ending.signal, transferList: [port2] };
    return settled(await run<Finished>(threads, makeTask(port2, shared), options));
  } catch (error) {
    throw signal.aborted ? new Cancelled() : error;
  } finally {
    clearTimeout(grace);
    signal.removeEventListener("abort", stop);
    finish?.removeEventListener("abort", finishNow);
    port1.close();
  }
}

/** The pool knows neither what a task gives back nor that it never fails otherwise than by throwing. */
async function run<Value>(pool: Piscina, task: Task, options: Parameters<Piscina["run"]>[1] = {}) {
  const outcome: Outcome<Value> = await pool.run(task, options);
  return outcome;
}

/** The compiler does not follow that a work and its order belong together through a generic call. */
export function outingTask<Kind extends OutingWorkKind>(work: Kind, order: OutingWork[Kind]["input"]): OutingTask {
  return { kind: "outing", work, order } as OutingTask;
}

function readTask<Kind extends ReadKind>(kind: Kind, path: string, input: ReadShapes[Kind]["input"]): ReadTask {
  return { kind: "read", path, read: kind, input };
}

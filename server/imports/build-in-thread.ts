import { type BuildDependencies, buildTerritory } from "../../geodata/territory/build-territory.ts";
import type { BuildProgress, BuildReport } from "../contract/build-report.ts";
import { packJson } from "../work/packed-json.ts";
import { type BuildOrder, type BuildTask, type FinishedBuild, WORK_FLAGS } from "../work/task.ts";
import { diskFull } from "./import-words.ts";
import { isDiskFull } from "./receive-piece.ts";

/** Progress is posted at most this often. */
const POST_EVERY_MS = 100;
/** A stage may compute without a word for seconds: the request to stop is also looked up this often between its steps. */
const LOOK_EVERY_MS = 100;

/** Builds a territory in a worker thread. Throws UnusableFile, Cancelled, Refusal "disk-full". */
export async function buildInThread({ order, progress, flags: shared }: BuildTask): Promise<FinishedBuild> {
  const flags = new Int32Array(shared);
  const controller = new AbortController();
  const look = () => {
    if (Atomics.load(flags, WORK_FLAGS.stop) !== 0) controller.abort();
  };
  const looking = setInterval(look, LOOK_EVERY_MS);
  let posted: { readonly stage: string; readonly at: number } = { stage: "", at: Number.NEGATIVE_INFINITY };
  Atomics.store(flags, WORK_FLAGS.begun, 1);
  look();
  try {
    const { path: _, ...report } = await build(order, {
      signal: controller.signal,
      onProgress(one: BuildProgress) {
        look();
        if (one.stage === posted.stage && performance.now() - posted.at < POST_EVERY_MS) return;
        posted = { stage: one.stage, at: performance.now() };
        progress.postMessage(one);
      },
    });
    return { report: packJson(report) };
  } catch (error) {
    throw isDiskFull(error) ? diskFull(0) : error;
  } finally {
    clearInterval(looking);
    progress.close();
  }
}

async function build(order: BuildOrder, dependencies: BuildDependencies): Promise<BuildReport> {
  if (order.kind === "files") return buildTerritory(order.options, dependencies);
  // Loaded only here: the generator of the town is of no use to any other build.
  const { buildDemoTerritory } = await import("../../geodata/demo-town/build-demo-territory.ts");
  return buildDemoTerritory(order, dependencies);
}

import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { Cancelled } from "../../geodata/readers/source-rows.ts";
import type { BuildProgress } from "../contract/build-report.ts";
import type { BuildMessage, BuildReply } from "./build-messages.ts";
import type { WorkWatch } from "./create-workers.ts";
import { settled } from "./outcome.ts";
import type { BuildOrder, FinishedBuild } from "./task.ts";

const ENTRY = fileURLToPath(new URL("./build-process.mjs", import.meta.url));
/** How long a build may take to notice that it was cancelled: some stages compute for seconds without a pause. */
const GRACE_MS = 15_000;

/**
 * Builds a territory in a process of its own: it needs gigabytes for a large town, and what it does to the memory, or
 * how it ends, is nothing to those who are being answered meanwhile. Throws UnusableFile, Refusal, Cancelled.
 */
export function runBuild(
  order: BuildOrder,
  { signal, onProgress }: WorkWatch<BuildProgress>,
  nice: number,
): Promise<FinishedBuild> {
  if (signal.aborted) return Promise.reject(new Cancelled());
  // "advanced" carries bytes as they are.
  const child = fork(ENTRY, [], {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  giveWay(child, nice);
  return new Promise((resolve, reject) => {
    let grace: NodeJS.Timeout | undefined;
    const say = (message: BuildMessage) => child.connected && child.send(message);
    const stop = () => {
      say({ kind: "stop" });
      grace = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    };
    signal.addEventListener("abort", stop, { once: true });
    child.on("message", (reply: BuildReply) => {
      if (reply.kind === "progress") onProgress(reply.progress);
      else if (reply.kind === "fault") reject(new Error(`the build process failed: ${reply.fault}`));
      else settle(() => settled(reply.outcome));
    });
    child.once("error", reject);
    child.once("exit", (code, killer) => {
      clearTimeout(grace);
      signal.removeEventListener("abort", stop);
      // After an outcome this changes nothing.
      reject(signal.aborted ? new Cancelled() : new Error(`the build process ended early (${killer ?? code})`));
    });
    say({ kind: "order", order });

    function settle(give: () => FinishedBuild): void {
      try {
        resolve(give());
      } catch (error) {
        reject(error);
      }
    }
  });
}

function giveWay(child: ChildProcess, nice: number): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, nice);
  } catch {
    // Not every system lets a process be nicer; it is only slower for the others then.
  }
}

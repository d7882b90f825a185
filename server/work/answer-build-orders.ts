import { runBuildOrder } from "../imports/run-build-order.ts";
import type { BuildMessage, BuildReply } from "./build-messages.ts";
import { outcomeOf } from "./outcome.ts";

/** Progress is sent at most this often. */
const SEND_EVERY_MS = 100;

/**
 * The whole life of a build process: one order, its progress, its outcome. When the server asks for an end, or is gone,
 * the build is given up and takes its partial file away.
 */
const controller = new AbortController();
process.on("disconnect", () => controller.abort());
process.on("SIGINT", () => undefined);
process.on("message", (message: BuildMessage) => {
  if (message.kind === "stop") controller.abort();
  else void answer(message);
});

async function answer({ order }: Extract<BuildMessage, { kind: "order" }>): Promise<void> {
  let sent = { stage: "", at: Number.NEGATIVE_INFINITY };
  try {
    const outcome = await outcomeOf(() =>
      runBuildOrder(order, {
        signal: controller.signal,
        onProgress(progress) {
          if (progress.stage === sent.stage && performance.now() - sent.at < SEND_EVERY_MS) return;
          sent = { stage: progress.stage, at: performance.now() };
          tell({ kind: "progress", progress });
        },
      }),
    );
    tell({ kind: "outcome", outcome }, leave);
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell({ kind: "fault", fault }, leave);
  }
}

function tell(reply: BuildReply, onSent?: () => void): void {
  if (process.connected) process.send?.(reply, undefined, {}, () => onSent?.());
  else onSent?.();
}

function leave(): void {
  process.exit(0);
}

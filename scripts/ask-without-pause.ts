import { once } from "node:events";
import { Worker } from "node:worker_threads";

export interface Asked {
  readonly count: number;
  readonly seconds: number;
  readonly medianMs: number;
  readonly slowestMs: number;
}

/**
 * Asks for the addresses in turn, one after the other, from a thread of its own, so that what the answers cost their
 * reader is not taken for a cost of the server in this process.
 */
export async function askWithoutPause(addresses: readonly string[]): Promise<{ stop(): Promise<Asked> }> {
  const worker = new Worker(ASKER, { eval: true, workerData: addresses, execArgv: [] });
  await once(worker, "online");
  return {
    stop: () =>
      new Promise((resolve, reject) => {
        worker.once("error", reject);
        worker.once("message", (asked: Asked) => {
          void worker.terminate();
          resolve(asked);
        });
        worker.postMessage("stop");
      }),
  };
}

/** Plain JavaScript: a thread of three lines needs no loader. */
const ASKER = `
const { parentPort, workerData } = require("node:worker_threads");
let isStopped = false;
parentPort.on("message", () => { isStopped = true; });
(async () => {
  const times = [];
  const began = performance.now();
  for (let turn = 0; !isStopped; turn++) {
    const askedAt = performance.now();
    await (await fetch(workerData[turn % workerData.length])).arrayBuffer();
    times.push(performance.now() - askedAt);
  }
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  parentPort.postMessage({
    count: times.length,
    seconds,
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    slowestMs: times.at(-1) ?? 0,
  });
})();
`;

import { readFileSync } from "node:fs";

export interface Pauses {
  /** Longest time between two turns of the event loop, beyond the sampling itself. */
  readonly longestMs: number;
  /**
   * The longest time that the thread computed between two turns. Unlike a pause it does not grow when other programs
   * have the processor; null where the system does not tell (Linux does: proc(5), schedstat).
   */
  readonly longestBusyMs: number | null;
  /** The pause that 99 % of turns stay under. */
  readonly usualMs: number;
}

const SAMPLE_MS = 2;

/** Watches the event loop of the calling thread, which must be the main one, until `stop` is called. */
export function watchPauses(): { stop(): Pauses } {
  const pauses: number[] = [];
  let longestBusyMs = 0;
  let turnedAt = performance.now();
  let computed = computedMs();
  const timer = setInterval(() => {
    const now = performance.now();
    pauses.push(Math.max(0, now - turnedAt - SAMPLE_MS));
    turnedAt = now;
    const computedNow = computedMs();
    if (computed !== null && computedNow !== null) longestBusyMs = Math.max(longestBusyMs, computedNow - computed);
    computed = computedNow;
  }, SAMPLE_MS);
  return {
    stop() {
      clearInterval(timer);
      const sorted = pauses.toSorted((a, b) => a - b);
      return {
        longestMs: sorted.at(-1) ?? 0,
        longestBusyMs: computed === null ? null : longestBusyMs,
        usualMs: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
      };
    },
  };
}

/** Processor time of the main thread so far. */
function computedMs(): number | null {
  try {
    const [nanoseconds = ""] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "latin1").split(" ");
    return Number(nanoseconds) / 1e6;
  } catch {
    return null;
  }
}

/** Stops worth looking at, each once, first come first served. */
export interface WaitingList {
  add(stop: number): void;
  /** The stop that waits longest, -1 when none does. */
  take(): number;
}

/** A ring that holds each of `stopCount` stops at most once. */
export function createWaitingList(stopCount: number): WaitingList {
  const ring = new Int32Array(stopCount);
  const isWaiting = new Uint8Array(stopCount);
  let start = 0;
  let count = 0;
  return {
    add(stop) {
      if (isWaiting[stop] === 1) return;
      isWaiting[stop] = 1;
      const at = start + count++;
      ring[at >= stopCount ? at - stopCount : at] = stop;
    },
    take() {
      if (count === 0) return -1;
      const stop = ring[start] ?? 0;
      start = start + 1 === stopCount ? 0 : start + 1;
      count--;
      isWaiting[stop] = 0;
      return stop;
    },
  };
}

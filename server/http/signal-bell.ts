/** Wakes everybody who waits, each time it rings. Who comes too late waits for the next time. */
export interface SignalBell {
  ring(): void;
  /** Resolves at the next ring, or when the signal is aborted. */
  heard(signal: AbortSignal): Promise<void>;
}

export function createSignalBell(): SignalBell {
  const waiting = new Set<() => void>();
  return {
    ring() {
      for (const wake of waiting) wake();
    },
    heard(signal) {
      return new Promise((resolve) => {
        const wake = () => {
          waiting.delete(wake);
          signal.removeEventListener("abort", wake);
          resolve();
        };
        if (signal.aborted) return resolve();
        waiting.add(wake);
        signal.addEventListener("abort", wake);
      });
    },
  };
}

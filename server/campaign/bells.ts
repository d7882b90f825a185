import { createSignalBell, type SignalBell } from "../http/signal-bell.ts";

/** Bells by name, e.g. "zoning:…" or "outing:…": who changed something rings, who shows it hears. */
export interface Bells {
  /** After the change is committed. */
  ring(name: string): void;
  /** Resolves at the next ring of this name by any process of the campaign, or when the signal is aborted. */
  heard(name: string, signal: AbortSignal): Promise<void>;
}

/** Bells that processes share: what is rung here goes out, what is rung elsewhere comes in through `hear`. */
export interface BellTower extends Bells {
  hear(name: string): void;
  /** When rings may have been missed: everybody looks again. */
  hearAll(): void;
}

export function createBellTower(send: (name: string) => void = () => {}): BellTower {
  const bells = new Map<string, { readonly bell: SignalBell; listeners: number }>();
  const hear = (name: string) => bells.get(name)?.bell.ring();
  return {
    hear,
    hearAll: () => bells.forEach(({ bell }) => void bell.ring()),
    ring(name) {
      hear(name);
      send(name);
    },
    async heard(name, signal) {
      const known = bells.get(name) ?? { bell: createSignalBell(), listeners: 0 };
      bells.set(name, known);
      known.listeners++;
      await known.bell.heard(signal);
      known.listeners--;
      if (known.listeners === 0) bells.delete(name);
    },
  };
}

/**
 * Resolves at the next ring of this name, after `mostMs`, or when the signal is aborted. By a timer of its own: nobody holds an
 * AbortSignal.timeout among the sources of AbortSignal.any, and once garbage is collected it never comes (Node 20).
 */
export async function heardWithin(
  bells: Pick<Bells, "heard">,
  name: string,
  mostMs: number,
  signal: AbortSignal,
): Promise<void> {
  const enough = new AbortController();
  const stop = () => enough.abort();
  const timer = setTimeout(stop, mostMs).unref();
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  await bells.heard(name, enough.signal);
  clearTimeout(timer);
  signal.removeEventListener("abort", stop);
}

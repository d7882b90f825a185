import { createSignalBell, type SignalBell } from "../plans/signal-bell.ts";

/** Wakes those who watch a zoning. */
export interface ZoneBells {
  ring(zoningId: string): void;
  heard(zoningId: string, signal: AbortSignal): Promise<void>;
}

export function createZoneBells(): ZoneBells {
  const bells = new Map<string, { readonly bell: SignalBell; listeners: number }>();
  return {
    ring: (zoningId) => bells.get(zoningId)?.bell.ring(),
    async heard(zoningId, signal) {
      const known = bells.get(zoningId) ?? { bell: createSignalBell(), listeners: 0 };
      bells.set(zoningId, known);
      known.listeners++;
      await known.bell.heard(signal);
      known.listeners--;
      if (known.listeners === 0) bells.delete(zoningId);
    },
  };
}

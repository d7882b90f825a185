import { setMaxListeners } from "node:events";

/** Screens of headquarters that follow outings live. */
export interface Watchers {
  /** How many the server let watch. */
  readonly watching: number;
  /** Events that all of them were sent so far. */
  received(): number;
  leave(): void;
}

/** Opens so many streams, spread over the outings. */
export async function startWatchers(url: string, outingIds: readonly string[], count: number): Promise<Watchers> {
  const leaving = new AbortController();
  setMaxListeners(0, leaving.signal);
  let received = 0;
  const opened = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const outingId = outingIds[index % outingIds.length] ?? "";
      const response = await fetch(`${url}/api/outings/${outingId}/events`, { signal: leaving.signal }).catch(
        () => null,
      );
      if (!response?.ok || response.body === null) return false;
      void readEvents(response.body, () => received++);
      return true;
    }),
  );
  return {
    watching: opened.filter((isOpen) => isOpen).length,
    received: () => received,
    leave: () => leaving.abort(),
  };
}

async function readEvents(body: ReadableStream<Uint8Array>, onEvent: () => void): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body) {
      for (const _ of decoder.decode(chunk, { stream: true }).matchAll(/^data:/gm)) onEvent();
    }
  } catch {
    // The bench has left.
  }
}

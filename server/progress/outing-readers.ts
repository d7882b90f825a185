import { setTimeout as pause } from "node:timers/promises";
import { type Bells, heardWithin } from "../campaign/bells.ts";
import type { ProgressEvent } from "../contract/progress.ts";
import { createSignalBell, type SignalBell } from "../http/signal-bell.ts";
import { type OutingSnapshot, readSnapshot, stopProgress } from "./outing-snapshot.ts";
import { progressFigures } from "./progress-figures.ts";
import type { ProgressStore } from "./progress-store.ts";

/** Who watches outings: all watchers of one outing in this process share one reading of it. */
export interface OutingReaders {
  /** Until `leave`, the outing is read each time that its bell rings. */
  join(outingId: string): OutingReader;
}

export interface OutingReader {
  /** Rings when there is something new. */
  readonly bell: SignalBell;
  /** As it was read last; null when there is no such outing. Throws what the store threw. */
  latest(): Promise<OutingSnapshot | null>;
  /** The event that tells what changed from one to the other, as text. */
  eventText(from: OutingSnapshot, to: OutingSnapshot): string;
  leave(): void;
}

/** Reports that come within it are told together. */
const GATHER_MS = 500;
/** A bell of another process may not be heard: PostgreSQL gone for a moment. */
const LOOK_AGAIN_MS = 20_000;

interface SharedReader {
  watchers: number;
  latest: Promise<OutingSnapshot | null>;
  readonly bell: SignalBell;
  readonly leaving: AbortController;
  told: { readonly from: OutingSnapshot; readonly to: OutingSnapshot; readonly text: string } | null;
}

export interface OutingReadersDeps {
  readonly progress: ProgressStore;
  readonly bells: Pick<Bells, "heard">;
  readonly now: () => Date;
  /** For tests: how long reports are gathered. */
  readonly gatherMs?: number;
}

export function createOutingReaders(deps: OutingReadersDeps): OutingReaders {
  const readers = new Map<string, SharedReader>();

  function begin(outingId: string): SharedReader {
    const leaving = new AbortController();
    const heard = nextRing(outingId, leaving.signal);
    const reader: SharedReader = {
      watchers: 0,
      latest: readSnapshot(outingId, null, deps),
      bell: createSignalBell(),
      leaving,
      told: null,
    };
    readers.set(outingId, reader);
    void follow(outingId, reader, heard);
    return reader;
  }

  async function follow(outingId: string, reader: SharedReader, first: Promise<void>): Promise<void> {
    let heard = first;
    try {
      let before = await reader.latest;
      while (before !== null && !reader.leaving.signal.aborted) {
        await heard;
        await pause(deps.gatherMs ?? GATHER_MS, undefined, { signal: reader.leaving.signal });
        // Listened for before it is looked at: what happens between the two is not missed.
        heard = nextRing(outingId, reader.leaving.signal);
        const next = await readSnapshot(outingId, before, deps);
        if (next === before) continue;
        before = next;
        reader.latest = Promise.resolve(next);
        reader.bell.ring();
      }
    } catch (error) {
      if (reader.leaving.signal.aborted) return;
      // Its watchers are told; who comes after them reads anew.
      reader.latest = Promise.reject(error);
      reader.latest.catch(() => {});
      if (readers.get(outingId) === reader) readers.delete(outingId);
      reader.bell.ring();
    }
  }

  function nextRing(outingId: string, leaving: AbortSignal): Promise<void> {
    return heardWithin(deps.bells, `outing:${outingId}`, LOOK_AGAIN_MS, leaving);
  }

  return {
    join(outingId) {
      const reader = readers.get(outingId) ?? begin(outingId);
      reader.watchers++;
      let hasLeft = false;
      return {
        bell: reader.bell,
        latest: () => reader.latest,
        eventText(from, to) {
          if (reader.told?.from === from && reader.told.to === to) return reader.told.text;
          const text = JSON.stringify(changesBetween(from, to));
          reader.told = { from, to, text };
          return text;
        },
        leave() {
          if (hasLeft) return;
          hasLeft = true;
          reader.watchers--;
          if (reader.watchers > 0) return;
          reader.leaving.abort();
          if (readers.get(outingId) === reader) readers.delete(outingId);
        },
      };
    },
  };
}

function changesBetween(from: OutingSnapshot, to: OutingSnapshot): ProgressEvent {
  const before = new Map(from.stops.map((stop) => [stop.stopId, stop]));
  const stops = to.stops.filter((stop) => {
    const known = before.get(stop.stopId);
    return known?.outingRouteId !== stop.outingRouteId || from.reports.get(stop.stopId) !== to.reports.get(stop.stopId);
  });
  return { ...progressFigures(to), stops: stops.map((stop) => stopProgress(stop, to)) };
}

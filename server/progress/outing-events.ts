import type { ProgressEvent } from "../contract/progress.ts";
import type { SentEvent } from "../http/stream-events.ts";
import type { OutingReaders } from "./outing-readers.ts";
import { type OutingSnapshot, stopProgress } from "./outing-snapshot.ts";
import { progressFigures } from "./progress-figures.ts";

/**
 * What happens to an outing after the report of a number, until the reader has left. *progress* is a ProgressEvent with the number of
 * its last report as its id; the first one comes at once. A reader who resumes after any of them misses nothing: what is told is how
 * things are, never only what happened. *removed* ends the stream. Throws what the store threw: the reader asks again.
 */
export async function* outingEvents(
  outingId: string,
  after: number,
  signal: AbortSignal,
  { readers }: { readonly readers: OutingReaders },
): AsyncGenerator<SentEvent> {
  const reader = readers.join(outingId);
  try {
    let told: OutingSnapshot | null = null;
    while (!signal.aborted) {
      const heard = reader.bell.heard(signal);
      const snapshot = await reader.latest();
      if (snapshot === null) return yield { event: "removed", data: "{}" };
      if (snapshot === told) {
        await heard;
        continue;
      }
      const data = told === null ? JSON.stringify(since(after, snapshot)) : reader.eventText(told, snapshot);
      told = snapshot;
      yield { event: "progress", id: String(snapshot.outing.sequence), data };
    }
  } finally {
    reader.leave();
  }
}

function since(after: number, snapshot: OutingSnapshot): ProgressEvent {
  // A number of the future: the campaign was put back from a copy, and everything may be otherwise.
  const isFuture = after > snapshot.outing.sequence;
  const stops = snapshot.stops.filter(
    ({ stopId }) => isFuture || (snapshot.reports.get(stopId)?.sequence ?? -1) > after,
  );
  return { ...progressFigures(snapshot), stops: stops.map((stop) => stopProgress(stop, snapshot)) };
}

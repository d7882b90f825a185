import type { OutingProgress, ProgressEvent } from "../../server/contract/progress.ts";

/**
 * An outing as it is after an event; null when who walks what has changed meanwhile, so that all of it is to be read again. An event
 * that comes twice changes nothing.
 */
export function applyProgress(known: OutingProgress, event: ProgressEvent): OutingProgress | null {
  if (event.revision !== known.revision) return null;
  const changed = new Map(event.stops.map((stop) => [stop.stopId, stop]));
  const { stops: _, ...figures } = event;
  return {
    ...known,
    ...figures,
    stops:
      changed.size === 0
        ? known.stops
        : known.stops.map((stop) => {
            const now = changed.get(stop.stopId);
            return now ? { ...stop, ...now } : stop;
          }),
  };
}

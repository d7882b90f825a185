import { type FieldEvent, OUTCOMES, type Outcome } from "./field-events.ts";

/** What was reported of an address. */
export interface StopReport {
  /** Doors by outcome: each door counts under every outcome it had. */
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Doors tried: the sum of the counts. */
  readonly doors: number;
  readonly isFinished: boolean;
  /** When the first and the last door were reported. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

/**
 * What the events of one address add up to, with the undos of the whole outing. A set of events has one answer: their order,
 * and how often each of them comes, change nothing. `at` is compared as text, so all must be in one clock and zone.
 */
export function foldFieldEvents(events: Iterable<FieldEvent>): StopReport {
  const known = new Map<string, FieldEvent>();
  const undone = new Set<string>();
  for (const event of events) {
    known.set(event.id, event);
    if (event.kind === "undo") undone.add(event.undoes);
  }
  const counts = noDoors();
  let isFinished = false;
  const times: string[] = [];
  for (const event of known.values()) {
    if (undone.has(event.id)) continue;
    if (event.kind === "stop-finished") isFinished = true;
    if (event.kind !== "knock") continue;
    counts[event.outcome] += event.doors;
    times.push(event.at);
  }
  times.sort();
  const doors = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  return { counts, doors, isFinished, firstAt: times[0] ?? null, lastAt: times.at(-1) ?? null };
}

/** No door tried. */
export function noDoors(): Record<Outcome, number> {
  return { absent: 0, refused: 0, later: 0, conversation: 0, leaflet: 0, inaccessible: 0, never: 0 };
}
